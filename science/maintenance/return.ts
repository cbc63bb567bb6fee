import { type AtOnce, type RelapseRule, relapse, type ScoreAt } from '../instruments/course.ts'
import { generalReview } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import { type Day, type Instant, minutesBetween } from '../time.ts'

/**
 * How long after a dose symptoms came back, of one patient. What is known of each dose is an interval: after the last
 * score before they were back, by the first score that says so. Days, whole: the earlier end rounded down, the later up.
 */
export type AfterDose = { at: Instant } & (
  | { is: 'came back'; after: number; by: number }
  /** Not back at the last score before the next dose, or so far. */
  | { is: 'not back'; after: number }
  | { is: 'no response seen' }
  | { is: 'not asked' }
  /** The next dose came too soon for this one to say anything. */
  | { is: 'too soon' }
)

/** What the numbers here rest on; none of them is published. */
export const returnNumbers = {
  leastGap: number(7, 'days', 'A dose with the next one sooner than this says nothing about the return of symptoms'),
  fewestDoses: number(3, 'doses', 'Fewest doses with something known before a band is shown'),
  fewestReturns: number(2, 'doses', 'Fewest doses after which symptoms were seen to come back before a band is shown'),
  coverage: number(90, 'percent', 'The band narrows only as far as it still covers the middle with this certainty'),
} as const

function number(value: number, unit: string, says: string) {
  const source: Source = policy('no published method for one patient’s interval')
  return { value, unit, says, source, reviewBy: generalReview as Day }
}

const minutesADay = 1440
const daysFrom = (from: Instant, to: Instant): number => minutesBetween(from, to) / minutesADay

/**
 * Each dose, oldest first, with what the scores up to the next one say of it. Back means: the relapse rule holds
 * (`phq9RelapseRule`: response or remission was seen after this dose, and then 10 or more and at least 5 above the lowest).
 * @param doses one moment a session
 */
export const afterDoses = (
  doses: readonly Instant[],
  scores: readonly ScoreAt[],
  baseline: number,
  rule: RelapseRule,
): AfterDose[] => {
  const inOrder = doses.toSorted()
  return inOrder.map((at, index) => {
    const next = inOrder[index + 1]
    if (next && daysFrom(at, next) < returnNumbers.leastGap.value) return { at, is: 'too soon' }
    const seen = scores
      .filter((score) => score.at > at && (next === undefined || score.at <= next))
      .toSorted((a, b) => a.at.localeCompare(b.at))
    return { at, ...readWindow(at, seen, baseline, rule) }
  })
}

/** An attempt or an admission says nothing of the days until symptoms came back; they are shown with the course. */
const noneAtOnce: readonly AtOnce[] = []

type Read =
  | { is: 'came back'; after: number; by: number }
  | { is: 'not back'; after: number }
  | { is: 'no response seen' | 'not asked' }

const readWindow = (dose: Instant, seen: readonly ScoreAt[], baseline: number, rule: RelapseRule): Read => {
  const last = seen.at(-1)
  if (!last) return { is: 'not asked' }
  const back = seen.findIndex((_, index) => relapse(rule, baseline, seen.slice(0, index + 1), noneAtOnce) !== 'no')
  const [before, first] = [seen[back - 1], seen[back]]
  if (before && first) {
    return { is: 'came back', after: Math.floor(daysFrom(dose, before.at)), by: Math.ceil(daysFrom(dose, first.at)) }
  }
  const responded = seen.findLast(({ total }) => total < rule.remissionBelow || (baseline > 0 && 2 * total <= baseline))
  if (!responded) return { is: 'no response seen' }
  return { is: 'not back', after: Math.floor(daysFrom(dose, last.at)) }
}

export type Missing = { doses: number; returns: number; notAsked: number; noResponse: number; tooSoon: number }

/** `to: null`: not seen to end. */
export type ReturnBand =
  | { is: 'not enough'; missing: Missing }
  | {
      is: 'band'
      doses: number
      returns: number
      /** Where the middle one of these doses lies, whatever the true days in each interval were. */
      middle: { from: number; to: number | null }
      /** The same for the doses still to come, if they go on as these did: covers the middle with this certainty. */
      band: { from: number; to: number | null; percent: number }
    }

const known = (one: AfterDose): { low: number; high: number }[] =>
  one.is === 'came back'
    ? [{ low: one.after, high: one.by }]
    : one.is === 'not back'
      ? [{ low: one.after, high: Number.POSITIVE_INFINITY }]
      : []

/**
 * The days until symptoms come back, as far as these doses say. The k-th smallest of the true times lies between the k-th
 * smallest lower end and the k-th smallest upper end, so the median is bounded without a model. The band goes from the j-th
 * smallest lower end to the j-th largest upper end; that covers the median of all doses with 1 − 2·P(Bin(n, ½) < j), the
 * distribution-free interval from order statistics, with j as large as the certainty asked for allows, and at least 1.
 */
export const returnBand = (after: readonly AfterDose[]): ReturnBand => {
  const found = after.flatMap(known)
  const n = found.length
  const count = (is: AfterDose['is']) => after.filter((one) => one.is === is).length
  const returns = count('came back')
  if (n < returnNumbers.fewestDoses.value || returns < returnNumbers.fewestReturns.value) {
    const missing = {
      doses: Math.max(0, returnNumbers.fewestDoses.value - n),
      returns: Math.max(0, returnNumbers.fewestReturns.value - returns),
      notAsked: count('not asked'),
      noResponse: count('no response seen'),
      tooSoon: count('too soon'),
    }
    return { is: 'not enough', missing }
  }
  const lows = found.map(({ low }) => low).toSorted((a, b) => a - b)
  const highs = found.map(({ high }) => high).toSorted((a, b) => a - b)
  const j = rankOf(n)
  return {
    is: 'band',
    doses: n,
    returns,
    middle: { from: lows[Math.floor((n - 1) / 2)] ?? 0, to: ended(highs[Math.floor(n / 2)]) },
    band: { from: lows[j - 1] ?? 0, to: ended(highs[n - j]), percent: Math.floor(covers(n, j) * 100) },
  }
}

const ended = (day: number | undefined): number | null => (day !== undefined && Number.isFinite(day) ? day : null)

/** The certainty of the interval from the j-th smallest to the j-th largest of n. */
export const covers = (n: number, j: number): number => {
  let [chance, below] = [0.5 ** n, 0]
  for (let k = 0; k < j; k += 1) {
    below += chance
    chance = (chance * (n - k)) / (k + 1)
  }
  return 1 - 2 * below
}

const rankOf = (n: number): number => {
  let j = 1
  while (2 * (j + 1) <= n && covers(n, j + 1) * 100 >= returnNumbers.coverage.value) j += 1
  return j
}
