import { showDate } from '../../../web/time.ts'
import { toBook } from '../../../web/words/en/booking.ts'
import { chartWords as words } from '../../../web/words/en/chart.ts'
import { planWords } from '../../../web/words/en/plans.ts'
import type { Step } from '../chart.ts'
import type { Chart } from '../queries.ts'

/** What stands under a step. The course of a plan that was stopped has neither a next session nor a review that is due. */
export const linesOf = ({ id, state, because }: Step, { course, plan }: Pick<Chart, 'course' | 'plan'>): string[] => {
  if (id === 'plan' && plan && state === 'done')
    return [words.planLine(plan.drug, plan.doseMg, plan.sessions, plan.number)]
  if (id === 'sessions' && course && state !== 'later') {
    const { done, planned, window, beyondPlan, leftOpen, nothingHad } = course
    return [
      words.sessionOf(done, planned),
      ...(nothingHad > 0 ? [planWords.nothingHad(nothingHad)] : []),
      ...(window ? [words.nextWindow(showDate(window.from), showDate(window.to))] : []),
      ...leftOpen.map(({ bookedOn }) => toBook.leftOpen(showDate(bookedOn))),
      ...(beyondPlan ? [words.beyondPlan] : []),
      ...because,
    ]
  }
  if (id === 'review' && course) {
    const due = course.reviewsDue.map(({ point, afterSession }) =>
      point === 'at the end' ? words.reviewAtEnd : words.reviewDue(afterSession),
    )
    return [...due, ...because]
  }
  // A step that nobody has come to needs no reason.
  return state === 'later' ? [] : because
}
