import { showDate } from '../../../web/time.ts'
import { chartWords as words } from '../../../web/words/en/chart.ts'
import type { Step } from '../chart.ts'
import type { Chart } from '../queries.ts'

/** What stands under a step. A next session and a review that is due are of a plan that counts, never of one that was stopped. */
export const linesOf = (
  { id, state, because }: Step,
  { course, plan, steps }: Pick<Chart, 'course' | 'plan' | 'steps'>,
): string[] => {
  const counts = steps.some((one) => one.id === 'plan' && one.state === 'done')
  if (id === 'plan' && plan && state === 'done')
    return [words.planLine(plan.drug, plan.doseMg, plan.sessions, plan.number)]
  if (id === 'sessions' && course && state !== 'later') {
    const { done, planned, window, beyondPlan } = course
    return [
      words.sessionOf(done, planned),
      ...(counts && window ? [words.nextWindow(showDate(window.from), showDate(window.to))] : []),
      ...(beyondPlan ? [words.beyondPlan] : []),
      ...because,
    ]
  }
  if (id === 'review' && course && counts) {
    return course.reviewsDue.map(({ point, afterSession }) =>
      point === 'at the end' ? words.reviewAtEnd : words.reviewDue(afterSession),
    )
  }
  // A step that nobody has come to needs no reason.
  return state === 'later' ? [] : because
}
