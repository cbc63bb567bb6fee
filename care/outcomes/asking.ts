import { z } from 'zod'
import { required } from '../../clinic/records/typed.ts'
import { ContextKind } from '../../clinic/responses/response.ts'
import { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/outcomes.ts'
import { says as recordSays } from '../../web/words/en/says/records.ts'
import { says as responseSays } from '../../web/words/en/says/responses.ts'
import { mostAtOnce, SentFor } from './sheets.ts'

/** Staff ask a patient now: by mail or text, or with a link opened here or copied by hand. */
export const AskNow = z.object({
  asks: SentFor,
  /** Of questionnaires: which, by id. */
  instruments: z.array(z.string().max(40)).min(1, says.whichQuestionnaire).max(mostAtOnce).optional(),
  /** The session that a next-day check is about. */
  sessionId: z.uuid().optional(),
  by: z.enum(['mail', 'sms', 'here'], says.how),
})
export type AskNow = z.infer<typeof AskNow>

/** Why answers are corrected or taken back. */
const Why = required(responseSays.whyChanged, 1000)

export const TakeBack = z.object({ id: z.uuid(), why: Why })

/** What staff write down when they asked the questions themselves, in the room or on the telephone. */
export const Entered = z
  .object({
    id: z.uuid(),
    instrument: z.string().max(40),
    answers: z.record(z.string().max(40), z.union([z.number(), z.string().max(60)]).nullish()).optional(),
    /** In place of answers: what somebody added up on paper. Beside them it is compared, and never used. */
    total: z.number().optional(),
    answeredAt: Instant,
    contextKind: ContextKind,
    contextId: z.uuid().optional(),
    corrects: z.uuid().optional(),
    /** Of a correction: what was wrong. */
    why: Why.optional(),
  })
  .refine(({ answers, total }) => answers !== undefined || total !== undefined, {
    path: ['answers'],
    message: responseSays.answersOrTotal,
  })
  .refine(({ corrects, why }) => corrects === undefined || why !== undefined, {
    path: ['why'],
    message: recordSays.missing(responseSays.whyChanged),
  })
export type Entered = z.infer<typeof Entered>
