import { z } from 'zod'
import { judgeWeight } from '../../science/body.ts'
import { type Judgement, judge } from '../../science/plausibility.ts'
import { type Day, daysBetween } from '../../science/time.ts'
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

/** How far a due date can lie from today: a pregnancy of 40 weeks, and some days of grace. Limits of typing, not of care. */
const dueDateDays = { ahead: 300, past: 60 }

/** Why a due date cannot be; undefined when it can, or when there is none. */
export const wrongDueDate = (day: AnswerValue | undefined, today: Day): string | undefined => {
  if (typeof day !== 'string') return undefined
  const ahead = daysBetween(today, day as Day)
  if (ahead > dueDateDays.ahead) return says.dueDateFar(dueDateDays.ahead)
  return ahead < -dueDateDays.past ? says.dueDatePast(dueDateDays.past) : undefined
}

/** The lower pressure cannot reach the upper one; which of the two is wrong nobody knows. */
export const swappedPressures = (systolic: AnswerValue | undefined, diastolic: AnswerValue | undefined): boolean =>
  typeof systolic === 'number' && typeof diastolic === 'number' && diastolic >= systolic
