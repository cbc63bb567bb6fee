import { z } from 'zod'
import { says } from '../../web/words/en/says/sessions.ts'
import { Reason } from './booking.ts'
import { RateMlPerH } from './dose.ts'

const OfDose = z.object({ doseId: z.uuid() })

/** What was done to the pump after the start of an infusion, one entry each. */
export const InfusionChanged = z.discriminatedUnion('what', [
  OfDose.extend({ what: z.literal('rate changed'), rateMlPerH: RateMlPerH, reason: Reason.optional() }),
  OfDose.extend({ what: z.literal('paused'), reason: Reason.optional() }),
  OfDose.extend({ what: z.literal('resumed') }),
  OfDose.extend({ what: z.literal('stopped'), reason: Reason }),
])
export type InfusionChanged = z.infer<typeof InfusionChanged>

export const lozengeEndings = ['swallowed', 'spat out'] as const

/** What became of a lozenge. What was swallowed changes the exposure, so it is asked and never assumed. */
export const LozengeEnded = OfDose.extend({
  as: z.enum(lozengeEndings, says.lozengeEnd),
  /** Whether all of it had dissolved by then. */
  whole: z.boolean(says.lozengeWhole),
  words: z.string().trim().max(2000, says.tooLong).optional(),
})

/** What a prescriber decided where the protocol holds until they have: their words, kept with what they are about. */
export const Decided = z.discriminatedUnion('about', [
  OfDose.extend({ about: z.literal('device'), words: Reason }),
  z.object({ about: z.literal('pressure at 40 minutes'), words: Reason }),
])
export type Decided = z.infer<typeof Decided>
