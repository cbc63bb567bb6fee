import type { Source } from '../sources.ts'
import type { Day } from '../time.ts'
import { questionnaireWords as words } from '../words.ts'
import { type Answers, type AnswerValue, type Asked, type Bounds, type Measure, unanswered } from './instrument.ts'

/** How a questionnaire is added up, as data. Whole numbers only. */
export type Scoring = {
  /** Questions of which only the highest counts (QIDS); every other scored question counts by itself. */
  highestOf?: readonly (readonly string[])[]
  /** Questions of which one answer is enough: the other may stay blank and is not missing. */
  oneOf?: readonly (readonly string[])[]
  /** Questions that count the other way round. */
  reversed?: readonly string[]
  /** Answers that are no amount: "not assessed" is missing (null) or left out (0). */
  standsFor?: readonly { linkId: string; value: AnswerValue; as: 0 | null }[]
  /** An answer that makes others needless: who never drinks is not asked how much, and they count 0. */
  passesOver?: { linkId: string; value: AnswerValue; over: readonly string[] }
  /** So many open questions still give bounds; more give nothing. */
  mostMissing: number
  /** The lowest and highest total, where an answer means "not assessed" and its number is none. */
  range?: Bounds
  /** No total: only the parts below. */
  noTotal?: true
  /** How the sum is written. What decides is always the sum itself. */
  shown?: { times: number } | { meanOf: number }
  better: 'lower' | 'higher'
  /** Where each band begins, on the scale that is shown. None where the authors give none. */
  bands: readonly { from: number; band: string }[]
  subscales?: readonly Subscale[]
  source: Source
  further?: readonly Source[]
  reviewBy: Day
}

export type Subscale = { id: string; of: readonly string[]; mean?: true; mostMissing?: number }

/** A number that open questions leave between two; equal when nothing is open. As it is shown. */
export type Between = { low: number; high: number }

export type Score = {
  /** What decides: the sum in whole points; undefined when too much is open, or where there is no total. */
  sum: Bounds | undefined
  /** As it is shown; null unless every question that counts was answered. */
  total: number | null
  between: Between | null
  band: string | null
  missing: string[]
  subscales: ({ id: string; missing: string[] } & (Between | { low: null; high: null }))[]
}

/** The word where every total is possible within bounds that cross a limit. */
export const indeterminate = 'indeterminate'

/** One decimal, halves up, from whole numbers: 23 of 3 is 7.7. */
const meanToTenths = (sum: number, count: number): number => Math.floor((20 * sum + count) / (2 * count)) / 10

/** A sum as the instrument's users write it: PEG as a mean, WHO-5 times four. */
export const shownAs = ({ shown }: Pick<Scoring, 'shown'>, sum: number): number =>
  !shown ? sum : 'times' in shown ? sum * shown.times : meanToTenths(sum, shown.meanOf)

/** The band of a total as it is shown; null where the authors give none. */
export const bandOf = ({ bands }: Pick<Scoring, 'bands'>, shown: number): string | null =>
  bands.findLast(({ from }) => shown >= from)?.band ?? null

const numbersOf = ({ answers }: Asked): number[] =>
  answers.map(({ value }) => value).filter((value) => typeof value === 'number')

/** What one question can be worth: one number when answered, all that its answers allow when not. */
const worth = (item: Asked, answers: Answers, scoring: Scoring | undefined): Bounds => {
  const offered = numbersOf(item)
  const [least, most] = [Math.min(...offered), Math.max(...offered)]
  const answer = answers[item.linkId] ?? undefined
  if (answer === undefined) return { low: least, high: most }
  if (typeof answer !== 'number' || !offered.includes(answer)) throw new RangeError(words.notOffered(item.linkId))
  const counted = scoring?.reversed?.includes(item.linkId) ? least + most - answer : answer
  return { low: counted, high: counted }
}

const add = (a: Bounds, b: Bounds): Bounds => ({ low: a.low + b.low, high: a.high + b.high })
const highest = (of: readonly Bounds[]): Bounds => ({
  low: Math.max(...of.map(({ low }) => low)),
  high: Math.max(...of.map(({ high }) => high)),
})

/** What was answered, in amounts. */
const meaningOf = (scoring: Scoring | undefined, given: Answers): Answers => {
  const { standsFor = [], passesOver } = scoring ?? {}
  const stands = standsFor.filter(({ linkId, value }) => given[linkId] === value)
  const passed = passesOver && given[passesOver.linkId] === passesOver.value ? passesOver.over : []
  return {
    ...given,
    ...Object.fromEntries(stands.map(({ linkId, as }) => [linkId, as])),
    ...Object.fromEntries(passed.map((linkId) => [linkId, given[linkId] ?? 0])),
  }
}

type Counted = { items: readonly Asked[]; answers: Answers; missing: string[] }

/** The questions that count, what was said to them, and which of them are open: one of a pair answers for both. */
const countedOf = ({ items: all, scoring }: Measure, given: Answers): Counted => {
  const answers = meaningOf(scoring, given)
  const open = new Set(unanswered(all, answers))
  const answeredBesides = (linkId: string) =>
    scoring?.oneOf?.some((pair) => pair.includes(linkId) && pair.some((other) => !open.has(other))) === true
  const items = all.filter(({ linkId, scored }) => scored && !(open.has(linkId) && answeredBesides(linkId)))
  return { items, answers, missing: unanswered(items, answers) }
}

const sumOf = ({ items, answers }: Counted, scoring: Scoring | undefined): Bounds => {
  const grouped = scoring?.highestOf ?? []
  const single = items.filter(({ linkId }) => !grouped.some((group) => group.includes(linkId)))
  const groups = grouped
    .map((group) => items.filter(({ linkId }) => group.includes(linkId)))
    .filter((members) => members.length > 0)
  return [
    ...single.map((item) => worth(item, answers, scoring)),
    ...groups.map((members) => highest(members.map((item) => worth(item, answers, scoring)))),
  ].reduce(add, { low: 0, high: 0 })
}

/**
 * Adds the questions that count.
 * @returns the bounds of the sum, equal when all are answered, and which questions are open
 * @throws RangeError when an answer is none that the question offers: parse with `answersTo` first
 */
export const addUp = (measure: Measure, answers: Answers): Bounds & { missing: string[] } => {
  const counted = countedOf(measure, answers)
  return { ...sumOf(counted, measure.scoring), missing: counted.missing }
}

/** The lowest and highest sum there is. */
export const rangeOf = (measure: Measure): Bounds =>
  measure.scoring?.range ?? sumOf(countedOf(measure, {}), measure.scoring)

/**
 * The score of a questionnaire: total, bounds where questions are open, band and parts. Nothing is filled in from a
 * mean: bounds that cross a limit say "indeterminate".
 */
export const scoreOf = (measure: Measure, answers: Answers): Score => {
  const { scoring } = measure
  const counted = countedOf(measure, answers)
  const { missing } = counted
  const subscales = (scoring?.subscales ?? []).map((part) => partOf(part, counted, scoring))
  const none = { sum: undefined, total: null, between: null, band: null, missing, subscales }
  if (!scoring || scoring.noTotal || missing.length > scoring.mostMissing) return none
  const sum = sumOf(counted, scoring)
  const between = { low: shownAs(scoring, sum.low), high: shownAs(scoring, sum.high) }
  const [lowest, highestBand] = [bandOf(scoring, between.low), bandOf(scoring, between.high)]
  return {
    sum,
    total: missing.length === 0 ? between.low : null,
    between,
    band: lowest === highestBand ? lowest : indeterminate,
    missing,
    subscales,
  }
}

const partOf = (part: Subscale, counted: Counted, scoring: Scoring | undefined): Score['subscales'][number] => {
  const items = counted.items.filter(({ linkId }) => part.of.includes(linkId))
  const missing = unanswered(items, counted.answers)
  if (missing.length > (part.mostMissing ?? scoring?.mostMissing ?? 0))
    return { id: part.id, low: null, high: null, missing }
  // A published mean over those answered (BPI-SF) is that; it never stands for a total.
  const answered = part.mean ? items.filter(({ linkId }) => !missing.includes(linkId)) : items
  const { low, high } = sumOf({ ...counted, items: answered }, scoring)
  if (!part.mean) return { id: part.id, low, high, missing }
  const mean = meanToTenths(low, answered.length)
  return { id: part.id, low: mean, high: mean, missing }
}
