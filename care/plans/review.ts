import { Problem } from '../../clinic/request/problem.ts'
import { says } from '../../web/words/en/says/plans.ts'
import type { Progress } from './course.ts'
import type { Review, Reviewed } from './plan.ts'

export const ended = () => new Problem('conflict', says.stoppedMeanwhile)

/** Why this decision cannot be recorded now: the point is not due, or somebody was first. */
export const holdsReview = (
  { point, afterSession }: Review,
  { reviewsDue }: Pick<Progress, 'reviewsDue'>,
  reviews: readonly Reviewed[],
): Problem | undefined => {
  if (point === 'at another time') return undefined
  const same = (other: { point: string; afterSession: number }) =>
    other.point === point && other.afterSession === afterSession
  const earlier = reviews.find(same)
  if (earlier) {
    const first = { by: earlier.decidedBy, at: earlier.decidedAt }
    return new Problem('conflict', says.pointDecided(earlier.decidedBy), { first })
  }
  if (reviewsDue.some(same)) return undefined
  return new Problem('invalid', says.notDue, { fields: { point: says.notDue } })
}
