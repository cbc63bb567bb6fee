import { useMemo } from 'react'
import { z } from 'zod'
import { held, type Route } from '../../../science/decide.ts'
import { judgeDose, reportedRanges } from '../../../science/dose.ts'
import { api, idBeside } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Finding } from '../../../web/controls/Finding.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { showDay } from '../../../web/time.ts'
import { controlWords } from '../../../web/words/en/controls.ts'
import { planWords as words } from '../../../web/words/en/plans.ts'
import { mgPerKg, type Plan, type PlanVersion, Prescribed, SignPlan } from '../plan.ts'
import type { Weight } from '../queries-of-ground.ts'
import { wrongForRoute } from '../spray.ts'
import type { Inner } from './answers.ts'
import { SprayFields } from './SprayFields.tsx'
import { startFrom } from './start-from.ts'

/** "4, 8" as people type it; anything else reaches the rules and is refused there. */
const listed = (typed: unknown): unknown =>
  typeof typed === 'object' && typed !== null && 'alsoReviewAfter' in typed && typeof typed.alsoReviewAfter === 'string'
    ? {
        ...typed,
        alsoReviewAfter: typed.alsoReviewAfter
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map(Number),
      }
    : (typed ?? {})

const Typed = (route: Route) =>
  z.object({
    prescribed: z.preprocess(
      listed,
      Prescribed.superRefine((prescribed, context) => {
        for (const [at, message] of Object.entries(wrongForRoute(route, prescribed)))
          context.addIssue({ code: 'custom', path: at.split('.'), message })
      }),
    ),
    why: SignPlan.shape.why,
  })

/** Signs a first plan, or a new version of it. What must stand first is shown above, from the table the server uses. */
export const PlanForm = (props: Inner & { current?: { plan: Plan; version: PlanVersion }; onDone?: () => void }) => {
  const { patientId, data, timeZone, current, refresh, onDone } = props
  const holding = held(data.findings)
  const { route } = data
  const given = current ? (data.course?.done ?? 0) : 0
  const schema = useMemo(() => Typed(route), [route])
  return (
    <section className="stack">
      <h2>{current ? words.changeTitle : words.signTitle}</h2>
      {holding.length > 0 && (
        <div className="stack" data-gap="tight">
          <h3>{words.holdsTitle}</h3>
          {data.findings.map((finding) => (
            <Finding key={finding.rule} finding={finding} />
          ))}
        </div>
      )}
      <Form
        id={`plan.${patientId}.${data.route}.${current?.plan.id ?? ''}`}
        schema={schema}
        start={startFrom(current?.version)}
        from={current?.version.number ?? 0}
        save={current ? words.signChange(current.version.number + 1) : words.sign}
        why={holding.length > 0 ? words.held : undefined}
        also={
          onDone && (
            <Button kind="plain" onPress={onDone}>
              {words.cancel}
            </Button>
          )
        }
        onSave={async (values, { confirmed, from: expected, sentId: id }) => {
          const doseConfirmed = confirmed.includes('prescribed.doseMg')
          const body = { ...values, id, planId: current?.plan.id ?? idBeside(id), expected, doseConfirmed }
          await api.post(`/api/patients/${patientId}/plan?route=${route}`, body)
          refresh()
          onDone?.()
        }}
      >
        <Dose route={route} weight={data.weight} timeZone={timeZone} />
        {route === 'iv' && (
          <NumberField
            name="prescribed.infusionMinutes"
            label={words.infusionField}
            hint={words.infusionHint}
            unit={words.unitMin}
          />
        )}
        {route === 'esketamine' && <SprayFields patientId={patientId} enrolment={data.enrolment} />}
        <div className="columns">
          <NumberField
            name="prescribed.sessions"
            label={words.sessionsField}
            {...(given > 0 ? { hint: words.sessionsHint(given) } : {})}
          />
          <NumberField name="prescribed.daysBetweenLeast" label={words.least} unit={words.unitDays} />
          <NumberField name="prescribed.daysBetweenMost" label={words.most} unit={words.unitDays} />
          <NumberField
            name="prescribed.perWeekMost"
            label={words.perWeek}
            unit={words.perWeekUnit}
            note={words.mayStayEmpty}
          />
        </div>
        <Field
          name="prescribed.alsoReviewAfter"
          label={words.also}
          hint={words.alsoHint}
          note={words.mayStayEmpty}
          inputMode="numeric"
        />
        <TextArea name="prescribed.goals" label={words.goalsField} hint={words.goalsHint} rows={3} />
        <TextArea name="prescribed.notes" label={words.notesField} note={words.mayStayEmpty} rows={2} />
        <TextArea name="why" label={current ? words.whyChange : words.why} rows={2} />
      </Form>
    </section>
  )
}

/** The prescriber's own dose, with mg/kg and what has been reported beside it as information. */
const Dose = ({ route, weight, timeZone }: { route: Route; weight: Weight | undefined; timeZone: string }) => {
  const weightKg = weight?.kg
  const { prescribed } = useFormValues<{ prescribed?: { doseMg?: unknown } }>()
  const doseMg = typeof prescribed?.doseMg === 'number' ? prescribed.doseMg : undefined
  const byWeight = doseMg === undefined ? undefined : mgPerKg(doseMg, weightKg)
  const reported = reportedRanges[route]
  return (
    <div className="stack" data-gap="tight">
      <NumberField
        name="prescribed.doseMg"
        label={words.doseField}
        hint={words.doseHint}
        unit={words.unitMg}
        decimals
        judge={(value) => judgeDose(route, value, weightKg)}
      />
      {byWeight && weight && (
        <p className="soft">{words.nowByWeight(byWeight, weight.kg, showDay(weight.recordedAt, timeZone))}</p>
      )}
      {weightKg === undefined && <p className="soft">{words.noWeight}</p>}
      {reported && (
        <details className="plan-reported">
          <summary>{words.reported}</summary>
          <p>{reported.says}</p>
          <ul>
            {reported.sources.map(({ label, status }) => (
              <li key={label}>
                {label} ({controlWords.sourceStatus[status]})
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
