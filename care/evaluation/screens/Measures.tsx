import { z } from 'zod'
import { inFeet, inPounds } from '../../../science/body.ts'
import { type Plausibility, plausibility } from '../../../science/plausibility.ts'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { judgeAnswer } from '../answers.ts'
import type { Answered, AnswerValue } from '../basis.ts'
import { type Asked, type Kind, sections } from '../questions.ts'
import { Said } from './Question.tsx'
import type { Save } from './use-evaluation.ts'

const schemaOf = (kind: Kind): z.ZodType =>
  kind.kind === 'choice' ? z.enum(['not known', ...kind.options]).optional() : z.number().optional()

/** Numbers that are read together and saved together. Each is checked as it is typed; only what changed is sent. */
export const Measures = ({
  section,
  evaluationId,
  answers,
  save,
}: {
  section: 'signs' | 'tests'
  evaluationId: string
  answers: readonly Answered[]
  save: Save
}) => {
  const asked = sections[section] as Partial<Record<Asked, Kind>>
  const keys = Object.keys(asked) as Asked[]
  const stored = new Map(answers.map((answer) => [answer.key, answer]))
  const schema = z.object(Object.fromEntries(keys.map((key) => [key, schemaOf(asked[key] as Kind)])))
  const start = Object.fromEntries(
    keys.flatMap((key) => {
      const value = stored.get(key)?.value
      return value === undefined || value === null ? [] : [[key, value]]
    }),
  )
  return (
    <Form
      id={`evaluation.${evaluationId}.${section}`}
      schema={schema}
      start={start}
      save={section === 'signs' ? evaluationWords.saveMeasurements : evaluationWords.saveTests}
      onSave={(typed, { confirmed }) => save(changed(keys, typed, stored), confirmed)}
    >
      <p className="soft">{evaluationWords.measuresHint}</p>
      <div className="columns">
        {keys.map((key) => (
          <Measure key={key} name={key} kind={asked[key] as Kind} answer={stored.get(key)} />
        ))}
      </div>
    </Form>
  )
}

/** What differs from what is stored; a number that was taken out is taken back. */
const changed = (
  keys: readonly Asked[],
  typed: Readonly<Record<string, unknown>>,
  stored: ReadonlyMap<Asked, Answered>,
): Record<string, AnswerValue> => {
  const found: Record<string, AnswerValue> = {}
  for (const key of keys) {
    const value = typed[key] === 'not known' ? null : ((typed[key] as AnswerValue | undefined) ?? null)
    const before = stored.get(key)?.value
    if (value !== before && !(value === null && before === undefined && typed[key] === undefined)) found[key] = value
  }
  return found
}

/** What was typed in the units of a bathroom scale, so that pounds typed for kilograms are seen. */
const otherUnits = (name: Asked, { height, weight }: { height?: unknown; weight?: unknown }): string | undefined => {
  if (name === 'weight' && typeof weight === 'number') return evaluationWords.pounds(inPounds(weight))
  if (name === 'height' && typeof height === 'number') return evaluationWords.feet(inFeet(height))
  return undefined
}

const Measure = ({ name, kind, answer }: { name: Asked; kind: Kind; answer: Answered | undefined }) => {
  const { height, weight } = useFormValues<{ height: number; weight: number }>()
  const earlier = name === 'weight' && typeof answer?.value === 'number' ? { earlierWeight: answer.value } : {}
  const known = { ...(typeof height === 'number' ? { height } : {}), ...earlier }
  const label = evaluationWords.questions[name]
  const hint = evaluationWords.hints[name]
  if (kind.kind === 'choice') {
    const options = [...kind.options, 'not known'].map((value) => ({
      value,
      label: evaluationWords.choices[value] ?? value,
    }))
    return (
      <div className="question">
        <Choice name={name} label={label} hint={hint} options={options} />
        <Said answer={answer} state="saved" />
      </div>
    )
  }
  const also = otherUnits(name, { height, weight })
  const limits: Plausibility | undefined = kind.kind === 'measure' ? plausibility[kind.measure] : undefined
  return (
    <div className="question">
      <NumberField
        name={name}
        label={label}
        hint={hint}
        unit={limits?.unit}
        decimals={limits ? !limits.whole : false}
        judge={(value) => (answer?.value === value ? 'usual' : judgeAnswer(name, value, known))}
      />
      {also && <p className="soft">{also}</p>}
      <Said answer={answer} state="saved" />
    </div>
  )
}
