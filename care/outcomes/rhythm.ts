import { z } from 'zod'
import type { SignedRhythm } from '../../clinic/accounts/settings/queries.ts'
import { says } from '../../web/words/en/says/outcomes.ts'

/** Never longer than silence is (Q2). */
export const inductionRange = { least: 3, most: 14 } as const
export const laterRange = { least: 7, most: 35 } as const

const daysIn = ({ least, most }: { least: number; most: number }) =>
  z.int(says.wholeDays).min(least, says.daysBetween(least, most)).max(most, says.daysBetween(least, most)).nullish()

/** Days between one asking of the questionnaires and the next. One that is left out is the house number. */
export const NewRhythm = z.object({
  id: z.uuid(),
  inductionDays: daysIn(inductionRange),
  laterDays: daysIn(laterRange),
  why: z.string(says.whyDays).trim().min(3, says.whyDays).max(2000, says.whyDays),
  signedAs: z.string(says.signedAs).trim().min(1, says.signedAs).max(200, says.signedAs),
})
export type NewRhythm = z.infer<typeof NewRhythm>

export type RhythmShown = {
  /** The newest first; the first holds. */
  signed: SignedRhythm[]
  /** What the settings said before anything was signed for. */
  unsigned: { inductionDays: number | null; laterDays: number | null }
  /** Of what holds: tells the server upon what somebody signs. */
  mark: string
}
