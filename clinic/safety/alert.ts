import { z } from 'zod'

/** How soon somebody has to look. Nothing here says that something is safe. */
export const Level = z.enum(['review', 'high', 'urgent'])
export type Level = z.infer<typeof Level>
