import { z } from 'zod'
import { says } from '../../../web/words/en/says/request.ts'

export const SetAside = z.object({
  reason: z.string(says.reason).trim().min(1, says.reason).max(1000, says.tooLong(1000)),
})
