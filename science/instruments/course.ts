import { generalReview } from '../register.ts'
import { policy } from '../sources.ts'
import { type Instant, minutesBetween } from '../time.ts'

/** One complete total at one time. Only results that stand are counted. */
export type ScoreAt = { at: Instant; total: number; status: 'final' | 'amended' | 'corrected' | 'entered in error' }

const minutesADay = 1440
const daysAfter = (from: Instant, to: Instant): number => Math.floor(minutesBetween(from, to) / minutesADay)

const inOrder = (scores: readonly ScoreAt[]): ScoreAt[] =>
  scores
    .filter(({ status }) => status !== 'entered in error')
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))

/** The last complete score in the 14 days before the first dose. */
export const baselineScore = (scores: readonly ScoreAt[], firstDoseAt: Instant): ScoreAt | undefined =>
  inOrder(scores).findLast(
    ({ at }) => minutesBetween(at, firstDoseAt) > 0 && minutesBetween(at, firstDoseAt) <= 14 * minutesADay,
  )

/** The last complete score 14 to 31 days after the last dose of the first series (McInnes et al. 2022). */
export const endOfInductionScore = (scores: readonly ScoreAt[], lastDoseAt: Instant): ScoreAt | undefined =>
  inOrder(scores).findLast(({ at }) => daysAfter(lastDoseAt, at) >= 14 && daysAfter(lastDoseAt, at) <= 31)

export type Relapse = 'no' | 'suspected' | 'confirmed'

/** The product's own rule, which no study defines: a psychiatrist signs it before a clinic relies on it. */
export const phq9RelapseRule = {
  id: 'PHQ9-R1',
  says: 'After response or remission: PHQ-9 of 10 or more and at least 5 above its lowest. Suspected at first, confirmed when it is so again 5 to 31 days later.',
  source: policy('joins caseness from 10 to a change of 5 points'),
  reviewBy: generalReview,
} as const

/**
 * Relapse by PHQ9-R1 at the last of the scores after the first dose.
 * @param admittedOrAttempted a psychiatric admission or a suicide attempt after improving: confirms at once
 */
export const phq9Relapse = (
  baseline: number,
  scores: readonly ScoreAt[],
  { admittedOrAttempted }: { admittedOrAttempted: boolean },
): Relapse => {
  let lowest = Number.POSITIVE_INFINITY
  let improved = false
  const hits: Instant[] = []
  let last: Relapse = 'no'
  for (const { at, total } of inOrder(scores)) {
    const hit = improved && total >= 10 && total - lowest >= 5
    const again = hits.some((earlier) => daysAfter(earlier, at) >= 5 && daysAfter(earlier, at) <= 31)
    last = !hit ? 'no' : again ? 'confirmed' : 'suspected'
    if (hit) hits.push(at)
    improved ||= total < 5 || (baseline > 0 && 2 * total <= baseline)
    lowest = Math.min(lowest, total)
  }
  return improved && admittedOrAttempted ? 'confirmed' : last
}
