import { z } from 'zod'
import { says } from '../../web/words/en/says/drills.ts'

/** What a person says of a drill after reading its report. The software says nothing of the kind. */
export const SignOffAnswer = z.enum(['signed off', 'not signed off'], says.answer)
export type SignOffAnswer = z.infer<typeof SignOffAnswer>

export const SignOff = z.object({
  answer: SignOffAnswer,
  words: z.string(says.words).trim().min(3, says.words).max(2000, says.tooLong),
})
export const NewSignOff = SignOff.extend({ id: z.uuid() })
export type NewSignOff = z.infer<typeof NewSignOff>

export const NewDrill = z.object({ id: z.uuid(), script: z.string().max(60) })
