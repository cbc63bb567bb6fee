import type { DefinitionsChosen } from '../../clinic/accounts/settings/queries.ts'
import type { Score } from '../../clinic/responses/response.ts'
import { measureById } from '../../science/instruments/catalogue.ts'
import {
  type AtOnce,
  baselineScore,
  endOfInductionScore,
  type Relapse,
  type RelapseRule,
  relapseWithin,
  type ScoreAt,
} from '../../science/instruments/course.ts'
import { definedOf, definitionBy, relapseRuleBy } from '../../science/instruments/definitions.ts'
import {
  type Outcome,
  type OutcomeDefinition,
  outcomeDefinitions,
  outcomeOf,
  percentFall,
  phq9Outcome,
} from '../../science/instruments/outcome.ts'
import { bandOf, rangeOf } from '../../science/instruments/scoring.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { namedBy, type RowNamed } from './definitions.ts'

/** One set of answers as a point of the series. Without a total it is a range, or nothing but "not complete". */
export type Point = {
  id: string
  at: Instant
  score: number | null
  low: number | null
  high: number | null
  missing: number
  band: string | null
  contextKind: Score['contextKind']
}

/** A follow-up against the baseline: what science says, and the numbers it was said from. */
export type Compared = Outcome & { id: string; at: Instant; low: number; high: number; percentFall: number | null }

export type Window = { from: Instant; to: Instant; state: 'not yet' | 'open' | 'passed' }

/** How one instrument moved, with the evidence windows that say which scores are compared. */
export type Series = {
  instrument: string
  title: string
  range: { low: number; high: number }
  /** Where each band begins; none where the authors give none. */
  bands: readonly { from: number; band: string }[]
  points: Point[]
  definition: OutcomeDefinition
  baseline: { at: Instant; total: number } | null
  /** Where a baseline is looked for; null before the first dose. */
  baselineWindow: { from: Instant; to: Instant } | null
  /** The newest answers after the first dose, whatever day it is. */
  latest: Compared | null
  /** What studies read: the last complete score 14 to 31 days after the last dose so far. */
  endOfCourse: { window: Window; compared: Compared | null } | null
  /** 'undecided': questions left open could make it one, or none. */
  relapse: { state: Relapse | 'undecided'; rule: RelapseRule } | null
  /** The rows that the clinic chooses among, as they hold now, with who chose them. */
  readBy: RowNamed[]
  /** Of PHQ-9: what the newest answers say to its question 9; null where it was left open. */
  question9?: { at: Instant; value: number | null }
  /** The newest answers came from a page in Spanish: whoever calls about them may need it. */
  askedIn?: 'es'
}

/** When doses that count were given, and what confirms a relapse at once (`queries-of-at-once.ts`); in any order. */
export type Given = { dosedAt: readonly Instant[]; atOnce: readonly AtOnce[] }

const day = 1440

/**
 * Every course there is to read of one patient, from answers that stand and doses that count; both in any order. PHQ-9 is
 * always there, so that what was never asked is seen to be missing; the others once they were asked.
 */
export const allSeries = (
  responses: readonly Score[],
  given: Given,
  now: Instant,
  chosen: DefinitionsChosen,
): Series[] =>
  outcomeDefinitions
    .map((definition) => seriesOf(definition, responses, given, now, chosen))
    .filter(({ instrument, points }) => instrument === phq9Outcome.instrument || points.length > 0)

export const phq9Series = (
  responses: readonly Score[],
  given: Given,
  now: Instant,
  chosen: DefinitionsChosen,
): Series => seriesOf(phq9Outcome, responses, given, now, chosen)

const seriesOf = (
  shipped: OutcomeDefinition,
  responses: readonly Score[],
  { dosedAt, atOnce }: Given,
  now: Instant,
  chosen: DefinitionsChosen,
): Series => {
  const definition = definitionBy(chosen, shipped)
  const measure = measureById[definition.instrument]
  if (!measure) throw new Error(`${definition.instrument} is not in the catalogue`)
  const bands = measure.scoring?.bands ?? []
  const points = responses
    .filter(({ instrument }) => instrument === measure.id)
    .map((response) => pointOf(response, bands))
    .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
  const scores: ScoreAt[] = points.flatMap(({ at, score }) =>
    score === null ? [] : [{ at, total: score, status: 'final' as const }],
  )
  const doses = [...dosedAt].sort()
  const newest = points.at(-1)
  const { question9: said, askedIn } = responses.find(({ id }) => id === newest?.id) ?? {}
  const [first, last] = [doses[0], doses.at(-1)]
  const baseline = first && baselineScore(scores, first)
  const compare = (point: Point | undefined): Compared | null => compared(definition, point, baseline?.total)
  const rule = relapseRuleBy(chosen, measure.id)
  const after = first ? points.filter(({ at, low }) => at > first && low !== null) : []
  return {
    instrument: measure.id,
    title: measure.title,
    range: rangeOf(measure),
    bands,
    points,
    definition,
    baseline: baseline ? { at: baseline.at, total: baseline.total } : null,
    baselineWindow: first ? { from: addMinutes(first, -14 * day), to: first } : null,
    latest: compare(after.at(-1)),
    endOfCourse: last
      ? { window: windowAfter(last, now), compared: compare(pointAt(points, endOfInductionScore(scores, last))) }
      : null,
    ...(newest && measure.id === phq9Outcome.instrument ? { question9: { at: newest.at, value: said ?? null } } : {}),
    ...(askedIn === 'es' ? { askedIn } : {}),
    relapse:
      rule && first && baseline
        ? {
            state: relapseWithin(
              rule,
              baseline.total,
              after.flatMap(({ at, low, high }) => (low === null || high === null ? [] : [{ at, low, high }])),
              atOnce.filter(({ at }) => at > first),
            ),
            rule,
          }
        : null,
    readBy: definedOf(measure.id).map((defines) => namedBy(chosen, defines)),
  }
}

const pointOf = (response: Score, bands: Series['bands']): Point => ({
  id: response.id,
  at: response.answeredAt,
  score: response.score,
  low: response.lowest,
  high: response.highest,
  missing: response.missing,
  band: response.score === null ? null : bandOf({ bands }, response.score),
  contextKind: response.contextKind,
})

const pointAt = (points: readonly Point[], score: ScoreAt | undefined): Point | undefined =>
  score && points.findLast(({ at, score: total }) => at === score.at && total === score.total)

const compared = (
  definition: OutcomeDefinition,
  point: Point | undefined,
  baseline: number | undefined,
): Compared | null => {
  if (!point || point.low === null || point.high === null) return null
  const { id, at, low, high } = point
  const outcome = outcomeOf(definition, baseline, { low, high })
  return { ...outcome, id, at, low, high, percentFall: low === high ? (percentFall(baseline, low) ?? null) : null }
}

const windowAfter = (last: Instant, now: Instant): Window => {
  const [from, to] = [addMinutes(last, 14 * day), addMinutes(last, 32 * day)]
  return { from, to, state: now < from ? 'not yet' : now < to ? 'open' : 'passed' }
}
