import { showDay, showMoment } from '../../../web/time.ts'
import { planWords as words } from '../../../web/words/en/plans.ts'
import type { EnrolmentNow } from '../../rems/sending.ts'
import { mgPerKg, type Plan, type PlanVersion } from '../plan.ts'
import { SprayShown } from './SprayFields.tsx'

/** What is prescribed now, readable at arm's length. */
export const Prescription = ({
  plan,
  version,
  patientId,
  enrolment,
  timeZone,
}: {
  plan: Plan
  version: PlanVersion
  patientId: string
  enrolment: EnrolmentNow | undefined
  timeZone: string
}) => {
  const byWeight = mgPerKg(version.doseMg, version.weightKg)
  const weighed = version.weightRecordedAt ? showDay(version.weightRecordedAt, timeZone) : ''
  return (
    <section className="stack">
      <div>
        <p className="plan-dose">
          {version.doseMg} <span className="unit">{words.unitMg}</span>{' '}
          <span className="plan-drug">
            {words.drugs[version.drug]} {words.routes[plan.route]}
            {plan.route === 'iv' && `, ${words.overShown(version.infusionMinutes)}`}
          </span>
        </p>
        <p className="soft">
          {version.drug === 'esketamine'
            ? ''
            : byWeight && version.weightKg
              ? words.byWeight(byWeight, version.weightKg, weighed)
              : words.noWeight}
        </p>
        {version.doseConfirmed && (
          <p className="soft">
            {words.confirmed} {version.doseConfirmed}
          </p>
        )}
      </div>
      <dl className="plan-facts">
        <dt>{words.sessions}</dt>
        <dd>
          {version.sessions}, {words.spacingShown(version.daysBetweenLeast, version.daysBetweenMost)}
          {version.perWeekMost !== undefined && `, ${words.perWeekShown(version.perWeekMost)}`}
        </dd>
        {version.spray && <SprayShown spray={version.spray} patientId={patientId} enrolment={enrolment} />}
        <dt>{words.reviews}</dt>
        <dd>{words.reviewsShown(version.reviewAfter)}</dd>
        <dt>{words.goals}</dt>
        <dd>{version.goals}</dd>
        {version.notes && (
          <>
            <dt>{words.notes}</dt>
            <dd>{version.notes}</dd>
          </>
        )}
      </dl>
      <p className="soft">
        {words.signedBy(version.signedBy, showMoment(version.signedAt, timeZone))}: {version.why}
      </p>
    </section>
  )
}
