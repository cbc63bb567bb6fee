import { z } from 'zod'
import { Instant } from '../../science/time.ts'
import { moodRange } from './mood.ts'

/** What a phone sends. Ids are made there, so that sending it twice stores it once. */
export const MoodSent = z.object({
  id: z.uuid(),
  value: z.int().min(moodRange.lowest).max(moodRange.highest),
  at: Instant,
})
export type MoodSent = z.infer<typeof MoodSent>

export const MoodChoice = z.object({ id: z.uuid(), wanted: z.boolean() })
export type MoodChoice = z.infer<typeof MoodChoice>
