import { indications, sprayPhases, spraySchedule } from '../../../science/routes/esketamine-course.ts'
import { Choice } from '../../../web/controls/Choice.tsx'
import { SourcedLines } from '../../../web/controls/SourcedLines.tsx'
import { TriState } from '../../../web/controls/TriState.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { useToday } from '../../../web/today.ts'
import { planWords as words } from '../../../web/words/en/plans.ts'
import { EnrolmentOnRecord } from '../../rems/screens/EnrolmentOnRecord.tsx'
import type { EnrolmentNow } from '../../rems/sending.ts'
import type { Spray } from '../spray.ts'

type OnRecord = { patientId: string; enrolment: EnrolmentNow | undefined }

/** What a plan for the nasal spray says besides, with the label's schedule to read beside it. */
export const SprayFields = ({ patientId, enrolment }: OnRecord) => {
  const { prescribed } = useFormValues<{ prescribed?: { spray?: Partial<Spray> } }>()
  const today = useToday()
  const { indication, phase } = prescribed?.spray ?? {}
  const rows = spraySchedule.filter(
    (row) => (!indication || row.indication === indication) && (!phase || row.phase === phase),
  )
  return (
    <>
      <Choice
        name="prescribed.spray.indication"
        label={words.spray.indication}
        options={indications.map((value) => ({ value, label: words.spray.indications[value] }))}
      />
      <Choice
        name="prescribed.spray.phase"
        label={words.spray.phase}
        across
        options={sprayPhases.map((value) => ({ value, label: words.spray.phases[value] }))}
      />
      <details className="plan-reported">
        <summary>{words.spray.schedule}</summary>
        <SourcedLines lines={rows} today={today} />
      </details>
      <TriState name="prescribed.spray.withAntidepressant" label={words.spray.withAntidepressant} />
      {enrolment && <EnrolmentOnRecord patientId={patientId} enrolment={enrolment} />}
      <TriState name="prescribed.spray.remsEnrolled" label={words.spray.remsEnrolled} hint={words.spray.remsHint} />
      <TriState name="prescribed.spray.settingCertified" label={words.spray.settingCertified} />
    </>
  )
}

/** The same, read. */
export const SprayShown = ({ spray, patientId, enrolment }: { spray: Spray } & OnRecord) => (
  <>
    <dt>{words.spray.indication}</dt>
    <dd>
      {words.spray.indications[spray.indication]}, {spray.withAntidepressant ? words.spray.withOne : words.spray.alone}
    </dd>
    <dt>{words.spray.phase}</dt>
    <dd>{words.spray.phases[spray.phase]}</dd>
    <dt>{words.spray.programme}</dt>
    <dd>
      {words.spray.verified(spray.remsEnrolled, spray.settingCertified)}
      {enrolment && <EnrolmentOnRecord patientId={patientId} enrolment={enrolment} />}
    </dd>
  </>
)

/** The same in one line, for the history of a plan; empty where there is none. */
export const sprayLine = (spray: Spray | undefined): string =>
  spray
    ? [
        words.spray.indications[spray.indication],
        spray.withAntidepressant ? words.spray.withOne : words.spray.alone,
        words.spray.phases[spray.phase],
        words.spray.verified(spray.remsEnrolled, spray.settingCertified),
      ].join(', ')
    : ''
