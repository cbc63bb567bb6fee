import { generalReview } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import { type Day, type Instant, minutesBetween } from '../time.ts'

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

/**
 * When improvement counts as lost. A study's rule, or the product's own, which no study defines: a psychiatrist signs that
 * one before a clinic relies on it.
 */
export type RelapseRule = {
  id: string
  instrument: string
  says: string
  /** Points from where it counts, and how far above the lowest since the first dose. */
  from: number
  riseFrom: number
  /** What must have been reached before; undefined: nothing. */
  after?: 'response or remission' | 'response'
  remissionBelow: number
  /** Again so that many days later: confirmed. Undefined: one score is all there is, and it stays suspected. */
  confirmedAfterDays?: { from: number; to: number }
  source: Source
  reviewBy: Day
}

export const phq9RelapseRule = {
  id: 'PHQ9-R1',
  instrument: 'phq-9',
  says: 'After response or remission: PHQ-9 of 10 or more and at least 5 above its lowest. Suspected at first, confirmed when it is so again 5 to 31 days later.',
  from: 10,
  riseFrom: 5,
  after: 'response or remission',
  remissionBelow: 5,
  confirmedAfterDays: { from: 5, to: 31 },
  source: policy('joins caseness from 10 to a change of 5 points'),
  reviewBy: generalReview,
} as const satisfies RelapseRule

export const relapseRules: readonly RelapseRule[] = [
  phq9RelapseRule,
  {
    ...phq9RelapseRule,
    id: 'PHQ9-R1n',
    says: 'As PHQ9-R1, with a rise of at least 6: the reliable change of the NHS.',
    riseFrom: 6,
    source: policy('joins caseness from 10 to a reliable change of 6 points'),
  },
  {
    id: 'MADRS-R2',
    instrument: 'madrs',
    says: 'MADRS of 22 or more on two assessments 5 to 15 days apart, or admission.',
    from: 22,
    riseFrom: 0,
    remissionBelow: 11,
    confirmedAfterDays: { from: 5, to: 15 },
    source: { label: 'SUSTAIN-1', status: 'memory' },
    reviewBy: generalReview,
  },
  {
    id: 'QIDS-R3',
    instrument: 'qids-sr16',
    says: 'QIDS-SR16 above 11 after response.',
    from: 12,
    riseFrom: 0,
    after: 'response',
    remissionBelow: 6,
    source: { label: 'ELEKT-D', status: 'memory' },
    reviewBy: generalReview,
  },
]

/** The rule that counts for an instrument where a clinic has not chosen: the first. */
export const relapseRuleOf = (instrument: string): RelapseRule | undefined =>
  relapseRules.find((rule) => rule.instrument === instrument)

/** What a rule says of the scores after the first dose, from one to the next. */
export type RelapseCourse = {
  /** When what has to be reached before was reached; undefined: not yet, or the rule asks for nothing. */
  improvedAt: Instant | undefined
  /** The first score that counts as improvement lost. */
  lostAt: Instant | undefined
  /** At the last of the scores. */
  last: Relapse
}

export const relapseCourse = (rule: RelapseRule, baseline: number, scores: readonly ScoreAt[]): RelapseCourse => {
  let lowest = Number.POSITIVE_INFINITY
  let improvedAt: Instant | undefined
  const hits: Instant[] = []
  let last: Relapse = 'no'
  const between = rule.confirmedAfterDays
  for (const { at, total } of inOrder(scores)) {
    const improved = rule.after === undefined || improvedAt !== undefined
    const hit = improved && total >= rule.from && (rule.riseFrom === 0 || total - lowest >= rule.riseFrom)
    const days = hits.map((earlier) => daysAfter(earlier, at))
    const again = between !== undefined && days.some((apart) => apart >= between.from && apart <= between.to)
    last = !hit ? 'no' : again ? 'confirmed' : 'suspected'
    if (hit) hits.push(at)
    const remission = rule.after === 'response or remission' && total < rule.remissionBelow
    if (remission || (baseline > 0 && 2 * total <= baseline)) improvedAt ??= at
    lowest = Math.min(lowest, total)
  }
  return { improvedAt, lostAt: hits[0], last }
}

/**
 * Relapse by a rule at the last of the scores after the first dose.
 * @param admittedOrAttempted a psychiatric admission or a suicide attempt after improving: confirms at once
 */
export const relapse = (
  rule: RelapseRule,
  baseline: number,
  scores: readonly ScoreAt[],
  { admittedOrAttempted }: { admittedOrAttempted: boolean },
): Relapse => {
  const { improvedAt, last } = relapseCourse(rule, baseline, scores)
  const improved = rule.after === undefined || improvedAt !== undefined
  return improved && admittedOrAttempted ? 'confirmed' : last
}
