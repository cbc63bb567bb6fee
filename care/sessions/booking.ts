import { z } from 'zod'
import { Day, Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'

/** Why, in the clinic's own words: never empty, never longer than a note. */
export const Reason = z.string().trim().min(1, says.reason).max(2000, says.tooLong)

/** A day that a clinic could have. Further away, time zones have no rules and clocks no numbers. */
export const SessionDay = Day.refine((day) => day >= '2000-01-01' && day < '2200-01-01', says.noSuchDay)

/** What is written down at the desk happened within a day: further back it is a clock that is wrong. */
export const longestAgoMinutes = 24 * 60

export const Minutes = z.number().int().min(15, says.minutes).max(720, says.minutes)

export const Slot = z.object({ roomId: z.uuid(), bookedFor: Instant, minutes: Minutes })
export type Slot = z.infer<typeof Slot>

/** Why more patients than the clinic allows are with one person at once; absent where they are not. */
const beyondLimit = Reason.optional()

export const Booked = Slot.extend({ responsibleId: z.uuid(), planVersionId: z.uuid(), beyondLimit })
export const Rescheduled = Slot.extend({ reason: Reason, beyondLimit })
export const Cancelled = z.object({ reason: Reason })
export const NoShow = z.object({ words: z.string().trim().max(2000, says.tooLong).optional() })
export const Arrived = z.object({})
export const HandedOver = z.object({ toId: z.uuid(), toName: z.string(), beyondLimit })
