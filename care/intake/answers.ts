import { z } from 'zod'
import { plausibility } from '../../science/plausibility.ts'
import { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/intake.ts'
import { type Asked, questions } from './questions.ts'
import { type Limits, type Value, wrongWith } from './value.ts'

/** Outside these a weight or a height is a slip. What is only unlikely is seen by whoever weighs. */
export const limits: Limits = { weight: plausibility.weight.possible, height: plausibility.height.possible }

const Question = z.enum(Object.keys(questions) as [Asked, ...Asked[]], { error: says.notAQuestion })

/** One answer as a phone sends it; parsed by its question. `entry` names a line of a list. */
export const AnswerSent = z
  .object({
    id: z.uuid(),
    question: Question,
    entry: z.uuid().nullable().default(null),
    value: z.unknown(),
    answeredAt: Instant,
  })
  .transform((sent, context) => {
    const wrong = wrongWith(sent.question, sent.entry, sent.value, limits)
    if (wrong.length === 0) return { ...sent, value: sent.value as Value }
    for (const { field, says: message } of wrong) {
      context.addIssue({ code: 'custom', path: field ? ['value', field] : ['value'], message })
    }
    return z.NEVER
  })
export type AnswerSent = z.infer<typeof AnswerSent>
