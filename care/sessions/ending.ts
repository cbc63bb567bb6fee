import { z } from 'zod'
import { says } from '../../web/words/en/says/sessions.ts'
import { Reason } from './booking.ts'
import { FindingKept } from './clearance.ts'
import { InstructionsHow } from './facts.ts'

/** Who takes the patient home. */
export const Ride = z.object({
  toName: z.string().trim().min(1, says.ride).max(200, says.tooLong),
  toRelation: z.string().trim().max(200, says.tooLong).optional(),
  toPhone: z.string().trim().max(60, says.tooLong).optional(),
})

/** A named clinician releases to a named adult; every criterion as it stood is kept with it. */
export const Released = Ride.extend({
  doseId: z.uuid(),
  criteria: z.array(FindingKept),
  instructions: InstructionsHow,
})

/** How a session ends that is not released: before a dose the patient goes home untreated; after one, only so. */
export const stoppedAs = {
  beforeDose: ['not treated today', 'patient changed their mind', 'sent to emergency care'],
  afterDose: ['sent to emergency care', 'left against advice'],
} as const
export const StoppedAs = z.enum([
  'not treated today',
  'patient changed their mind',
  'sent to emergency care',
  'left against advice',
])

export const Stopped = z.object({ as: StoppedAs, reason: Reason })
