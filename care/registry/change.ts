import {
  type AtOnce,
  baselineScore,
  type Relapse,
  relapseWithin,
  type ScoreAt,
} from '../../science/instruments/course.ts'
import { definitionBy, type RowsChosen, relapseRuleBy } from '../../science/instruments/definitions.ts'
import { type Outcome, outcomeOf, percentFall, phq9Outcome } from '../../science/instruments/outcome.ts'
import type { Instant } from '../../science/time.ts'
import type { Answered } from './everyone.ts'

/** How a PHQ-9 moved since before the first dose, with the numbers that say so. */
export type Change =
  | { state: 'not treated' }
  | { state: 'unknown'; because: 'no baseline' | 'no answers since' | 'newest not usable' }
  | {
      state:
        | 'worse'
        | 'may be worse'
        | 'relapse attempted'
        | 'relapse admitted'
        | 'relapse confirmed'
        | 'relapse suspected'
        | 'not worse'
      category: Outcome['category']
      baseline: number
      latest: { at: Instant; low: number; high: number }
      percentFall: number | null
    }

export const scoresAt = (answered: readonly Answered[]): ScoreAt[] =>
  answered.flatMap(({ at, score }) => (score === null ? [] : [{ at, total: score, status: 'final' as const }]))

/**
 * The newest answers after the first dose against the last complete score of the 14 days before it, by the definitions
 * that the chart reads (science/instruments). What cannot be compared is unknown and says why; it is never "not worse".
 */
export const changeOf = (
  answered: readonly Answered[],
  firstDoseAt: Instant | null,
  atOnce: readonly AtOnce[],
  chosen: RowsChosen,
): Change => {
  if (firstDoseAt === null) return { state: 'not treated' }
  const scores = scoresAt(answered)
  const baseline = baselineScore(scores, firstDoseAt)
  const since = answered.filter(({ at }) => at > firstDoseAt)
  const usable = since.flatMap(({ at, low, high }) => (low === null || high === null ? [] : [{ at, low, high }]))
  const latest = usable.at(-1)
  if (!baseline) return { state: 'unknown', because: 'no baseline' }
  if (!latest) return { state: 'unknown', because: 'no answers since' }
  const { at, low, high } = latest
  const outcome = outcomeOf(definitionBy(chosen, phq9Outcome), baseline.total, { low, high })
  const rule = relapseRuleBy(chosen, phq9Outcome.instrument)
  const told = atOnce.filter((one) => one.at > firstDoseAt)
  const lost = rule ? relapseWithin(rule, baseline.total, usable, told) : 'no'
  const state = stateOf(outcome, lost)
  // The last that can be read were not worse; of those that came since nobody can say.
  if (state === 'not worse' && since.at(-1)?.low === null) return { state: 'unknown', because: 'newest not usable' }
  return {
    state,
    category: outcome.category,
    baseline: baseline.total,
    latest: { at, low, high },
    percentFall: low === high ? (percentFall(baseline.total, low) ?? null) : null,
  }
}

/** Worse than before beats improvement lost; what could be worse is named before what is known not to be. */
const stateOf = ({ worse }: Outcome, lost: Relapse | 'undecided') => {
  if (worse) return 'worse'
  if (lost !== 'no' && lost !== 'undecided') return `relapse ${lost}` as const
  return worse === undefined || lost === 'undecided' ? 'may be worse' : 'not worse'
}
