import { dayIn } from '../../science/day-in.ts'
import type { Instant } from '../../science/time.ts'

/** A daily mood: one tap from 0 to 10. Our own question, not a validated scale; it scores nothing and raises no alert. */
export const moodRange = { lowest: 0, highest: 10 } as const

/** From here down a phone shows at once where help is. Clinic policy: no source gives a figure for one tap. */
export const lowMood = 1

export type Mood = { at: Instant; value: number }

/** Of each of the clinic's days the newest, in the order of days. Whoever taps again has changed their mind. */
export const newestOfDays = (moods: readonly Mood[], timeZone: string): Mood[] => [
  ...new Map(inOrder(moods).map((one) => [dayIn(timeZone, one.at), one])).values(),
]

const inOrder = (moods: readonly Mood[]): Mood[] => moods.toSorted((a, b) => a.at.localeCompare(b.at))
