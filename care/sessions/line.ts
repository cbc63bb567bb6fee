import { z } from 'zod'
import { says } from '../../web/words/en/says/sessions.ts'
import { sides } from './dose.ts'

export const lineSites = ['hand', 'wrist', 'forearm', 'elbow', 'upper arm', 'foot'] as const
export const lineGauges = [18, 20, 22, 24] as const

/** A line into a vein. Each is an entry of its own, and so is its removal: a session can have several. */
export const LinePlaced = z.object({
  site: z.enum(lineSites, says.lineSite),
  side: z.enum(sides, says.side),
  gauge: z.literal(lineGauges, says.gauge),
})
export const LineRemoved = z.object({ lineId: z.uuid() })
