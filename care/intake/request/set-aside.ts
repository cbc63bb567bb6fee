import { z } from 'zod'
import { Instant } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/request.ts'

export const SetAside = z.object({
  reason: z.string(says.reason).trim().min(1, says.reason).max(1000, says.tooLong(1000)),
})

/** How a request stood when somebody looked at it: its newest words, and how many steps had been taken with it. */
export const Seen = z.object({ latestAt: Instant, steps: z.int().min(0) })
export type Seen = z.infer<typeof Seen>
