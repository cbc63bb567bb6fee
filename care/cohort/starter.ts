import type { DiagnosisGroup } from '../../science/cohorts/diagnosis-groups.ts'
import type { Route } from '../../science/decide.ts'
import {
  type AtOnce,
  baselineScore,
  endOfInductionScore,
  type RelapseRule,
  relapseCourse,
  type ScoreAt,
} from '../../science/instruments/course.ts'
import { definitionBy, type RowsChosen, relapseRuleBy } from '../../science/instruments/definitions.ts'
import { type Outcome, outcomeOf, phq9Outcome } from '../../science/instruments/outcome.ts'
import type { Followed } from '../../science/statistics/survival.ts'
import { addMinutes, type Instant, minutesBetween } from '../../science/time.ts'

/** Somebody who had a first dose, as read. The first series is what the first version of their first plan prescribed. */
export type Started = {
  route: Route
  diagnosis: DiagnosisGroup
  /** Doses of the first plan that stand, the oldest first. */
  dosedAt: Instant[]
  /** How many sessions its first version prescribed. */
  planned: number
  /** The first dose by another route; from then on nothing is told of this one. */
  switchedAt: Instant | null
  /** Complete PHQ-9s, in any order. */
  scores: ScoreAt[]
  /** Suicide attempts told of, and psychiatric admissions. */
  atOnce: readonly AtOnce[]
}

/** Where somebody stands with the end of the first series. Only `measured` has an outcome; the others are counted too. */
export type Standing = 'not yet' | 'no baseline' | 'not measured' | 'measured'

export type Starter = {
  route: Route
  diagnosis: DiagnosisGroup
  standing: Standing
  outcome: Outcome | null
  /** From the first dose to response, or to the last answers; null without a baseline. */
  toResponse: Followed | null
  /** From response or remission to the first sign that it is lost; null for whoever had none. */
  toRelapse: Followed | null
}

const minutesADay = 1440
const windowEnd = 32 * minutesADay
const days = (from: Instant, to: Instant): number => Math.max(0, Math.floor(minutesBetween(from, to) / minutesADay))

/** How one starter counts. By the definitions that the clinic chose, the same as on the chart. */
export const starterFrom = (started: Started, now: Instant, chosen: RowsChosen): Starter | undefined => {
  const { route, diagnosis, dosedAt, planned, switchedAt } = started
  const isOfRoute = ({ at }: { at: Instant }) => switchedAt === null || at <= switchedAt
  const [scores, atOnce] = [started.scores.filter(isOfRoute), started.atOnce.filter(isOfRoute)]
  const series = dosedAt.slice(0, planned)
  const [first, last] = [series[0], series.at(-1)]
  if (!first || !last) return undefined
  const baseline = baselineScore(scores, first)
  const over = addMinutes(last, windowEnd) <= now
  const end = over ? endOfInductionScore(scores, last) : undefined
  const standing: Standing = !over ? 'not yet' : !baseline ? 'no baseline' : !end ? 'not measured' : 'measured'
  const outcome =
    standing === 'measured' && end && baseline
      ? outcomeOf(definitionBy(chosen, phq9Outcome), baseline.total, { low: end.total, high: end.total })
      : null
  const after = scores.filter(({ at }) => at > first)
  const rule = relapseRuleBy(chosen, phq9Outcome.instrument)
  return {
    route,
    diagnosis,
    standing,
    outcome,
    toResponse: baseline && baseline.total > 0 ? responseOf(baseline.total, after, first) : null,
    toRelapse:
      baseline && rule
        ? relapseOf(
            rule,
            baseline.total,
            after,
            atOnce.filter(({ at }) => at > first),
          )
        : null,
  }
}

const oldestFirst = (scores: readonly ScoreAt[]) => scores.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))

const responseOf = (baseline: number, after: readonly ScoreAt[], first: Instant): Followed => {
  const inOrder = oldestFirst(after)
  const responded = inOrder.find(({ total }) => 2 * total <= baseline)
  const until = responded ?? inOrder.at(-1)
  return { days: until ? days(first, until.at) : 0, happened: responded !== undefined }
}

const relapseOf = (
  rule: RelapseRule,
  baseline: number,
  after: readonly ScoreAt[],
  atOnce: readonly AtOnce[],
): Followed | null => {
  const { improvedAt, lostAt } = relapseCourse(rule, baseline, after, atOnce)
  if (improvedAt === undefined) return null
  const until = lostAt ?? oldestFirst(after).at(-1)?.at ?? improvedAt
  return { days: days(improvedAt, until), happened: lostAt !== undefined }
}
