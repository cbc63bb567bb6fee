import { generalReview } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import { type Day, type Instant, minutesBetween } from '../time.ts'

/** One complete total at one time. Only results that stand are counted. */
export type ScoreAt = { at: Instant; total: number; status: 'final' | 'amended' | 'corrected' | 'entered in error' }

const minutesADay = 1440
const daysAfter = (from: Instant, to: Instant): number => Math.floor(minutesBetween(from, to) / minutesADay)

const inOrder = <One extends ScoreAt>(scores: readonly One[]): One[] =>
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

/** `attempted`, `admitted`: confirmed, by a suicide attempt or by a psychiatric admission that is on record. */
export type Relapse = 'no' | 'suspected' | 'confirmed' | AtOnce['is']

/** What confirms a relapse at once, and when: told of, or the end of the day of an admission. */
export type AtOnce = { at: Instant; is: 'attempted' | 'admitted' }

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
  /**
   * Again so that many days later: confirmed. Undefined: one score is all there is, and it stays suspected. `unbroken`: on
   * consecutive assessments, so that no score between the two may lie below.
   */
  confirmedAfterDays?: { from: number; to: number; unbroken?: true }
  /** A suicide attempt or a psychiatric admission that is on record confirms at once. */
  confirmedAtOnce: boolean
  source: Source
  reviewBy: Day
}

export const phq9RelapseRule = {
  id: 'PHQ9-R1',
  instrument: 'phq-9',
  says: 'After response or remission: PHQ-9 of 10 or more and at least 5 above its lowest. Suspected at first, confirmed when it is so again 5 to 31 days later, or at once by a suicide attempt or a psychiatric admission that is on record, until a later score is in response or remission again.',
  from: 10,
  riseFrom: 5,
  after: 'response or remission',
  remissionBelow: 5,
  confirmedAfterDays: { from: 5, to: 31 },
  confirmedAtOnce: true,
  source: policy('joins caseness from 10 to a change of 5 points'),
  reviewBy: generalReview,
} as const satisfies RelapseRule

export const relapseRules: readonly RelapseRule[] = [
  phq9RelapseRule,
  {
    ...phq9RelapseRule,
    id: 'PHQ9-R1n',
    says: 'After response or remission: PHQ-9 of 10 or more and at least 6 above its lowest, the reliable change of the NHS. The rest as in PHQ9-R1.',
    riseFrom: 6,
    source: policy('joins caseness from 10 to a reliable change of 6 points'),
  },
  {
    id: 'MADRS-R2',
    instrument: 'madrs',
    says: 'MADRS of 22 or more on two consecutive assessments 5 to 15 days apart, with none below 22 between them, or at once by a suicide attempt or a psychiatric admission that is on record.',
    from: 22,
    riseFrom: 0,
    remissionBelow: 11,
    confirmedAfterDays: { from: 5, to: 15, unbroken: true },
    confirmedAtOnce: true,
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
    confirmedAtOnce: false,
    source: { label: 'ELEKT-D', status: 'memory' },
    reviewBy: generalReview,
  },
]

/** What a rule says of the scores after the first dose, from one to the next. */
export type RelapseCourse = {
  /** When what has to be reached before was reached; undefined: not yet, or the rule asks for nothing. */
  improvedAt: Instant | undefined
  /** The first score that counts as improvement lost. */
  lostAt: Instant | undefined
  /** At the last of the scores. */
  last: Relapse
}

/** A score as a rule reads it: where a fall is asked about `fallen` counts, if there is one, and not the total. */
type Read = ScoreAt & { fallen?: number }

/**
 * @param atOnce suicide attempts, when the patient or somebody for them told of them, and psychiatric admissions; after the
 * first dose. Beside a score of the same moment it is they that count, and of both the attempt is named.
 */
export const relapseCourse = (
  rule: RelapseRule,
  baseline: number,
  scores: readonly Read[],
  atOnce: readonly AtOnce[],
): RelapseCourse => {
  let lowest = Number.POSITIVE_INFINITY
  let improvedAt: Instant | undefined
  let standing: AtOnce['is'] | undefined
  const hits: Instant[] = []
  let unbroken: Instant[] = []
  let last: Relapse = 'no'
  const between = rule.confirmedAfterDays
  for (const { at, total, fallen: low, is } of withAtOnce(inOrder(scores), rule.confirmedAtOnce ? atOnce : [])) {
    // What was said of the time since the last contact lies before what is measured now.
    const improved = rule.after === undefined || (improvedAt !== undefined && improvedAt < at)
    if (is !== undefined) {
      if (!improved) continue
      standing = standing === 'attempted' ? standing : is
      last = standing
      hits.push(at)
      continue
    }
    const fallen = low ?? total
    const hit = improved && total >= rule.from && (rule.riseFrom === 0 || total - lowest >= rule.riseFrom)
    if (!hit) unbroken = []
    const days = (between?.unbroken ? unbroken : hits).map((earlier) => daysAfter(earlier, at))
    const again = between !== undefined && days.some((apart) => apart >= between.from && apart <= between.to)
    const remission = rule.after === 'response or remission' && fallen < rule.remissionBelow
    const well = remission || (baseline > 0 && 2 * fallen <= baseline)
    if (well) standing = undefined
    last = standing ? standing : !hit ? 'no' : again ? 'confirmed' : 'suspected'
    if (hit) {
      hits.push(at)
      unbroken.push(at)
    }
    if (well) improvedAt ??= at
    lowest = Math.min(lowest, fallen)
  }
  return { improvedAt, lostAt: hits[0], last }
}

const withAtOnce = (
  scores: readonly Read[],
  atOnce: readonly AtOnce[],
): ((Read & { is?: undefined }) | (AtOnce & { total?: undefined; fallen?: undefined }))[] =>
  [...scores, ...atOnce].toSorted((a, b) => a.at.localeCompare(b.at))

/** Relapse by a rule at the last of the scores after the first dose. */
export const relapse = (
  rule: RelapseRule,
  baseline: number,
  scores: readonly ScoreAt[],
  atOnce: readonly AtOnce[],
): Relapse => relapseCourse(rule, baseline, scores, atOnce).last

/** What a total is at least and at most; equal where nothing was left open. */
export type RangeAt = { at: Instant; low: number; high: number }

/**
 * Relapse at the last of answers with open questions among them: read once for the least that there can have been of it,
 * and once for the most. 'undecided' where one of the two is a relapse and the other is not.
 */
export const relapseWithin = (
  rule: RelapseRule,
  baseline: number,
  ranges: readonly RangeAt[],
  atOnce: readonly AtOnce[],
): Relapse | 'undecided' => {
  const readAs = (risen: 'low' | 'high', fallen: 'low' | 'high') => {
    const scores = ranges.map((one) => ({
      at: one.at,
      total: one[risen],
      fallen: one[fallen],
      status: 'final' as const,
    }))
    return relapseCourse(rule, baseline, scores, atOnce).last
  }
  const [least, most] = [readAs('low', 'high'), readAs('high', 'low')]
  return (least === 'no') === (most === 'no') ? least : 'undecided'
}
