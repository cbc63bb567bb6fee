import { baselineScore } from '../../science/instruments/course.ts'
import type { Instant } from '../../science/time.ts'
import type { Series } from './series.ts'

/**
 * Of somebody who comes back with a new plan: the last complete score of the 14 days before its own first dose, beside the
 * baseline, which is from before the first dose ever; null where there is none. Undefined where the plan is their first,
 * or nothing of it was given. The definitions compare with the baseline only; nothing is read into this one.
 * @param dosedAt the doses of the plan, in any order
 */
export const beforePlan = (
  { points, baselineWindow }: Pick<Series, 'points' | 'baselineWindow'>,
  dosedAt: readonly Instant[],
): { at: Instant; total: number } | null | undefined => {
  const first = dosedAt.toSorted()[0]
  if (!first || !baselineWindow || first <= baselineWindow.to) return undefined
  const scores = points.flatMap(({ at, score }) =>
    score === null ? [] : [{ at, total: score, status: 'final' as const }],
  )
  const found = baselineScore(scores, first)
  return found ? { at: found.at, total: found.total } : null
}
