import type { Day } from '../../science/time.ts'
import { changeAwaited, progress, type ReviewDue } from './course.ts'
import type { Reviewed } from './plan.ts'
import type { Going } from './queries.ts'

/** A plan in force that waits for a prescriber: a review that it asks for, or a change that was decided and not signed. */
export type DecisionWaiting = {
  patientId: string
  name: string
  reviewsDue: ReviewDue[]
  /** Of the last session with a dose. */
  lastOn: Day | null
  changeAwaited: Pick<Reviewed, 'decision' | 'point' | 'decidedAt'> | null
  signedBy: string
}

/** What waits for a prescriber's decision: whoever signed the plan sees their own first, then whoever has waited longest. */
export const decisionsWaiting = (plans: readonly Going[], staffId: string): DecisionWaiting[] =>
  plans
    .map(({ plan, version, reviews, sessions, patientName }) => {
      const { reviewsDue, lastOn = null } = progress(version, sessions, reviews)
      const change = changeAwaited(version, reviews)
      return {
        own: version.signedById === staffId,
        patientId: plan.patientId,
        name: patientName,
        reviewsDue,
        lastOn,
        changeAwaited: change ? { decision: change.decision, point: change.point, decidedAt: change.decidedAt } : null,
        signedBy: version.signedBy,
      }
    })
    .filter(({ reviewsDue, changeAwaited }) => reviewsDue.length > 0 || changeAwaited !== null)
    .sort((a, b) => Number(b.own) - Number(a.own) || (a.lastOn ?? '').localeCompare(b.lastOn ?? ''))
    .map(({ own: _, ...waiting }) => waiting)
