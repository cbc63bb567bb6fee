import { Problem } from '../../clinic/request/problem.ts'
import { says } from '../../web/words/en/says/plans.ts'
import type { Progress } from './course.ts'
import type { PlanVersion, Review, Reviewed } from './plan.ts'

export const ended = () => new Problem('conflict', says.stoppedMeanwhile)

/** Why this decision cannot be recorded now: the plan is another by now, the point is not due, or somebody was first. To stop is about any version. */
export const holdsReview = (
  { point, afterSession, decision, version }: Review & { version: number },
  { reviewsDue }: Pick<Progress, 'reviewsDue'>,
  reviews: readonly Reviewed[],
  { number, signedBy, signedAt }: Pick<PlanVersion, 'number' | 'signedBy' | 'signedAt'>,
): Problem | undefined => {
  if (version !== number && decision !== 'stop')
    return new Problem('conflict', says.planChanged(signedBy, number), { first: { by: signedBy, at: signedAt } })
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
