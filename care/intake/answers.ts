import { z } from 'zod'
import { digitsOf } from '../../clinic/records/telephone.ts'
import { required, typed } from '../../clinic/records/typed.ts'
import { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/intake.ts'
import { AmountSent, judgeAmount } from './amount.ts'
import type { Field } from './question.ts'
import { Asked, questions } from './questions.ts'

/** One line of a list: what was typed, field by field. What stayed empty is not there. */
export type Line = Readonly<Record<string, string>>
/** Null is "not sure" for a question, and "taken back" for a line. */
export type Value = boolean | string | AmountSent | Line | null

export const isAmount = (value: Value | undefined): value is AmountSent =>
  typeof value === 'object' && value !== null && 'amount' in value && typeof value.amount === 'number'
export const isLine = (value: Value | undefined): value is Line =>
  typeof value === 'object' && value !== null && !isAmount(value)

const fieldOf = (field: Field, first: boolean) => {
  if ('options' in field) return z.enum(field.options as [string, ...string[]], says.choose).optional()
  if (first) return required(says.what, 300)
  const text = typed(says.what, 1000).optional()
  const fits = (said: string | undefined, rule: (typed: string) => boolean) => !said?.trim() || rule(said)
  if (field.kind === 'phone') return text.refine((said) => fits(said, isPhone), says.phone)
  if (field.kind === 'weeks') return text.refine((said) => fits(said, isWeeks), says.weeks)
  return text
}
const isPhone = (text: string) => /^[+\d\s().\-/]+((ext\.?|x|#)\s*\d+\s*)?$/i.test(text) && digitsOf(text).length >= 7
const isWeeks = (text: string) => /^\d{1,4}$/.test(text.trim())

/** Parses a line of this question's list. */
export const lineOf = (key: Asked): z.ZodType<Line> => {
  const question = questions[key]
  const fields = question.kind === 'list' ? question.fields : []
  const shape = Object.fromEntries(fields.map((field, at) => [field.field, fieldOf(field, at === 0)]))
  return z.strictObject(shape) as unknown as z.ZodType<Line>
}

/** Parses an answer to one question; null is always "not sure", and nothing stands for an answer that was not given. */
export const answerTo = (key: Asked): z.ZodType<Value> => {
  const question = questions[key]
  switch (question.kind) {
    case 'yes or no':
    case 'list':
      return z.boolean({ error: says.yesOrNo }).nullable()
    case 'choice':
      return z.enum(question.options as [string, ...string[]], { error: says.choose }).nullable()
    case 'words':
      return required(says.what, 20_000).nullable()
    case 'amount':
      return AmountSent.superRefine((amount, context) => {
        const judged = judgeAmount(question.measure, amount)
        if (judged !== 'usual') context.addIssue({ code: 'custom', message: judged })
      }).nullable()
  }
}

/** One answer as a phone sends it; parsed by its question. `entry` names a line of a list. */
export const AnswerSent = z
  .object({
    id: z.uuid(),
    question: Asked,
    entry: z.uuid().nullable().default(null),
    value: z.unknown(),
    answeredAt: Instant,
  })
  .transform((sent, context) => {
    if (sent.entry !== null && questions[sent.question].kind !== 'list') {
      context.addIssue({ code: 'custom', path: ['entry'], message: says.noLines })
      return z.NEVER
    }
    const parser = sent.entry === null ? answerTo(sent.question) : lineOf(sent.question).nullable()
    const parsed = parser.safeParse(sent.value)
    if (parsed.success) return { ...sent, value: parsed.data }
    const [issue] = parsed.error.issues
    context.addIssue({
      code: 'custom',
      path: ['value', ...(issue?.path ?? [])],
      message: issue?.message ?? says.choose,
    })
    return z.NEVER
  })
export type AnswerSent = z.infer<typeof AnswerSent>
