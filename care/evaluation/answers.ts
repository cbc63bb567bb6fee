import { z } from 'zod'
import { judgeWeight } from '../../science/body.ts'
import { type Judgement, judge } from '../../science/plausibility.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import type { AnswerValue } from './basis.ts'
import { Asked, answerTo, questions } from './questions.ts'

/** One answer as it is typed; parsed by its question. */
export const AnswerSent = z
  .object({
    id: z.uuid(),
    key: Asked,
    value: z.unknown(),
    confirmed: z.boolean().default(false),
    corrects: z.uuid().nullable().default(null),
  })
  .transform((sent, context) => {
    const parsed = answerTo(sent.key).safeParse(sent.value)
    if (parsed.success) return { ...sent, value: parsed.data }
    context.addIssue({
      code: 'custom',
      path: ['value'],
      message: parsed.error.issues[0]?.message ?? says.noAnswer,
    })
    return z.NEVER
  })
export type AnswerSent = z.infer<typeof AnswerSent>

/** What else is known about the body when a number is judged: the newest height, cm, and weight, kg. */
export type KnownBody = { height?: number; earlierWeight?: number }

/** Whether a number can be, and whether it is worth asking once more. Anything but a number is usual. */
export const judgeAnswer = (key: Asked, value: AnswerValue, known: KnownBody): Judgement => {
  const question = questions[key]
  if (question.kind !== 'measure' || typeof value !== 'number') return 'usual'
  return question.measure === 'weight' ? judgeWeight(value, known) : judge(question.measure, value)
}

/** The lower pressure cannot reach the upper one; which of the two is wrong nobody knows. */
export const swappedPressures = (systolic: AnswerValue | undefined, diastolic: AnswerValue | undefined): boolean =>
  typeof systolic === 'number' && typeof diastolic === 'number' && diastolic >= systolic
