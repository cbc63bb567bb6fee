import { z } from 'zod'
import { Reason } from './booking.ts'

/** A finding as it stood when somebody decided on it: kept with the decision, not looked up again. */
export const FindingKept = z.object({
  rule: z.string(),
  answer: z.enum(['met', 'not met', 'unknown']),
  says: z.string(),
  holds: z.boolean(),
})
export type FindingKept = z.infer<typeof FindingKept>

/** Why a clinician goes on although this finding holds. */
export const HeldAnswer = z.object({ rule: z.string().min(1), reason: Reason })
export type HeldAnswer = z.infer<typeof HeldAnswer>

/** The prescriber's decision to go on: every finding as it stood, and a reason for each that held. */
export const Cleared = z.object({
  findings: z.array(FindingKept),
  answers: z.array(HeldAnswer),
  planVersionId: z.uuid(),
  words: z.string().trim().max(2000).optional(),
})

/** The prescriber's decision to wait or not to go on today. The session stays open until somebody ends it. */
export const NotCleared = z.object({ findings: z.array(FindingKept), reason: Reason })
