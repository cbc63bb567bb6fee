import { z } from 'zod'
import { Instant } from '../../science/time.ts'
import { dayIn } from '../sessions/booking-time.ts'

/** A daily mood: one tap from 0 to 10. Our own question, not a validated scale; it scores nothing and raises no alert. */
export const moodRange = { lowest: 0, highest: 10 } as const

/** From here down a phone shows at once where help is. Clinic policy: no source gives a figure for one tap. */
export const lowMood = 1

/** What a phone sends. Ids are made there, so that sending it twice stores it once. */
export const MoodSent = z.object({
  id: z.uuid(),
  value: z.int().min(moodRange.lowest).max(moodRange.highest),
  at: Instant,
})
export type MoodSent = z.infer<typeof MoodSent>

export const MoodChoice = z.object({ id: z.uuid(), wanted: z.boolean() })
export type MoodChoice = z.infer<typeof MoodChoice>

export type Mood = { at: Instant; value: number }

/** Of each of the clinic's days the newest, in the order of days. Whoever taps again has changed their mind. */
export const newestOfDays = (moods: readonly Mood[], timeZone: string): Mood[] => [
  ...new Map(inOrder(moods).map((one) => [dayIn(timeZone, one.at), one])).values(),
]

const inOrder = (moods: readonly Mood[]): Mood[] => moods.toSorted((a, b) => a.at.localeCompare(b.at))
