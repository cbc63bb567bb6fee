import type { Source } from '../sources.ts'
import type { Day } from '../time.ts'

export type Level = { value: number; name: string; says: string }

/** One rating by a clinician: its levels in our own words. */
export type Scale = { id: string; title: string; source: Source; reviewBy: Day; levels: readonly Level[] }

/** Several ratings of 0 to 2 that are added. */
export type ScoredScale = {
  id: string
  title: string
  source: Source
  reviewBy: Day
  items: readonly { id: string; title: string; levels: readonly Level[] }[]
}

/**
 * The total of a recovery score, 0 to 10.
 * @returns undefined when a rating is missing: a total of what is there would read as a low score or hide the gap
 */
export const totalOf = (
  scale: ScoredScale,
  ratings: Readonly<Record<string, number | null | undefined>>,
): number | undefined => {
  let total = 0
  for (const { id, levels } of scale.items) {
    const rating = ratings[id]
    if (!levels.some(({ value }) => value === rating)) return undefined
    total += rating ?? 0
  }
  return total
}
