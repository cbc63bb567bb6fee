import { z } from 'zod'
import { questionnaireWords as words } from '../words.ts'
import { answersFrom, Received, type Refused } from './fhir/reading.ts'
import { type Answers, answersTo, type Measure } from './instrument.ts'

/** Answers as JSON: by question, what came with them, and what is known of the person. What is not given is unknown. */
export const AnswersJson = z
  .strictObject({
    answers: z.record(z.string(), z.union([z.number(), z.string()]).nullable()).optional(),
    /** A total that came with the answers. It is compared, and never used. */
    statedTotal: z.number().optional(),
    /** A total without answers, of a questionnaire whose words are not here. */
    total: z.number().optional(),
    sex: z.enum(['female', 'male']).optional(),
  })
  .refine(({ answers, total }) => (answers === undefined) !== (total === undefined), words.answersOrTotal)

export type ToScore = { sex?: 'female' | 'male' } & ({ answers: Answers; statedTotal?: number } | { total: number })

const refusals = (error: z.ZodError): Refused[] =>
  error.issues.map(({ path, message }) => ({ field: path.join('.') || 'input', reason: message }))

/** What is to be scored, from our own JSON or from a FHIR QuestionnaireResponse; or what is wrong with it, and where. */
export const toScore = (measure: Measure, json: unknown): ToScore | { refused: Refused[] } => {
  if (json !== null && typeof json === 'object' && 'resourceType' in json) {
    const received = Received.safeParse(json)
    if (!received.success) return { refused: refusals(received.error) }
    const read = answersFrom(measure, received.data)
    if ('refused' in read) return read
    return { answers: read.answers, ...(read.stated === undefined ? {} : { statedTotal: read.stated }) }
  }
  const parsed = AnswersJson.safeParse(json)
  if (!parsed.success) return { refused: refusals(parsed.error) }
  const { answers, statedTotal, total, sex } = parsed.data
  const about = sex === undefined ? {} : { sex }
  if (total !== undefined) return { ...about, total }
  const checked = answersTo(measure).safeParse(answers)
  if (!checked.success)
    return { refused: refusals(checked.error).map(({ field, reason }) => ({ field: `answers.${field}`, reason })) }
  return { ...about, answers: checked.data, ...(statedTotal === undefined ? {} : { statedTotal }) }
}
