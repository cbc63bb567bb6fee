import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { typed } from '../../../clinic/records/typed.ts'
import { Day } from '../../../science/time.ts'
import { api } from '../../../web/api.ts'
import { Choice } from '../../../web/controls/Choice.tsx'
import { DateField } from '../../../web/controls/DateField.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { says } from '../../../web/words/en/says/evaluation.ts'
import { onMedicinesOnly } from '../across.ts'
import type { FindingWithOrigin } from '../basis.ts'
import { needsConfirmation, Outcome, seenOf, toAddress, unaddressed, wrongDay } from '../determination.ts'
import type { EvaluationAnswer } from '../read.ts'
import { Contradictions } from './Contradictions.tsx'
import { FindingPlace } from './FindingPlace.tsx'
import { OpenInteractions } from './OpenInteractions.tsx'
import { evaluationChanged } from './use-evaluation.ts'

const outcomes = Outcome.options.map((value) => ({
  value,
  label: evaluationWords.outcomes[value],
  hint: evaluationWords.outcomeHints[value],
}))

/** Field names may not hold what form paths read as steps; rule ids have none, and `r` keeps them from being numbers. */
const field = (rule: string): string => `r${rule}`
/** Interactions that one list leaves unknown are spoken to once, for all of them. */
const fieldOf = (finding: FindingWithOrigin): string => (onMedicinesOnly(finding) ? 'medicines' : field(finding.rule))

const schemaFor = (findings: readonly FindingWithOrigin[], today: Day) =>
  z
    .object({
      outcome: Outcome.optional(),
      reasons: typed(says.reason, 10_000).default(''),
      addressed: z.record(z.string(), z.string()).default({}),
      reevaluateBy: Day.optional(),
    })
    // Everything that is missing is said at once.
    .superRefine(({ outcome, reasons, addressed, reevaluateBy }, context) => {
      const missing = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (!outcome) missing('outcome', evaluationWords.outcomeMissing)
      if (!reasons.trim()) missing('reasons', evaluationWords.reasonsMissing)
      if (!outcome) return
      const day = wrongDay(outcome, reevaluateBy, today)
      if (day) missing('reevaluateBy', day)
      const said = Object.fromEntries(findings.map((one) => [one.rule, addressed[fieldOf(one)] ?? '']))
      const open = unaddressed(outcome, findings, said)
      const fields = new Map(
        findings.flatMap((one) => (open[one.rule] === undefined ? [] : [[fieldOf(one), open[one.rule]] as const])),
      )
      for (const [name, message] of fields) context.addIssue({ code: 'custom', path: ['addressed', name], message })
    })

/** The prescriber's own words and choice, upon the findings as they are on the screen. */
export const Determine = ({
  data,
  evaluationId,
  patientId,
}: {
  data: EvaluationAnswer
  evaluationId: string
  patientId: string
}) => {
  const queries = useQueryClient()
  const { findings, standing, determinations, route, today } = data
  return (
    <Form
      id={`determination.${evaluationId}.${standing.determination?.id ?? ''}`}
      schema={schemaFor(findings, today)}
      save={evaluationWords.decide}
      onSave={async ({ outcome, reasons, addressed, reevaluateBy = null }, { sentId: id }) => {
        const held = outcome === 'suitable' ? toAddress(findings) : []
        await api.post(`/api/patients/${patientId}/determinations`, {
          id,
          evaluationId,
          route,
          outcome,
          reasons,
          addressed: Object.fromEntries(held.map((one) => [one.rule, addressed[fieldOf(one)] ?? ''])),
          seen: findings.map(seenOf),
          replaces: determinations[0]?.id ?? null,
          reevaluateBy,
        })
        await evaluationChanged(queries, patientId)
      }}
    >
      <Choice name="outcome" label={evaluationWords.outcome} options={outcomes} />
      <Contradictions pairs={data.contradictions} />
      <ToAddress findings={findings} patientId={patientId} />
      <TextArea name="reasons" label={evaluationWords.reasons} />
      <DateField name="reevaluateBy" label={evaluationWords.reevaluateBy} hint={evaluationWords.reevaluateHint} />
    </Form>
  )
}

/** Every finding that is met or unknown; each is spoken to by whoever goes on. */
const ToAddress = ({ findings, patientId }: { findings: readonly FindingWithOrigin[]; patientId: string }) => {
  const { outcome } = useFormValues<{ outcome: Outcome }>()
  const all = toAddress(findings).sort((a, b) => Number(b.answer === 'met') - Number(a.answer === 'met'))
  const medicines = all.filter(onMedicinesOnly)
  const held = all.filter((one) => !medicines.includes(one))
  const goesOn = outcome === 'suitable'
  const unknown = held.filter(({ answer }) => answer === 'unknown').length + (medicines.length > 0 ? 1 : 0)
  if (all.length === 0) return <p className="soft">{evaluationWords.nothingHeld}</p>
  return (
    <section className="stack">
      {goesOn && <p>{evaluationWords.addressLead}</p>}
      {goesOn && unknown > 0 && <Notice signal="held" title={evaluationWords.openQuestions(unknown)} live />}
      {goesOn && needsConfirmation('suitable', findings) && (
        <Notice signal="attention" title={evaluationWords.secondNeeded} live />
      )}
      {held.map((finding) => (
        <FindingPlace key={finding.rule} finding={finding} patientId={patientId}>
          {goesOn && (
            <TextArea
              name={`addressed.${field(finding.rule)}`}
              label={evaluationWords.addressOf(finding.rule, finding.answer === 'unknown')}
              rows={2}
            />
          )}
        </FindingPlace>
      ))}
      <OpenInteractions findings={medicines} patientId={patientId}>
        {goesOn && <TextArea name="addressed.medicines" label={evaluationWords.whyMedicines} rows={2} />}
      </OpenInteractions>
    </section>
  )
}
