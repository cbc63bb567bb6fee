import { dayIn } from '../../science/day-in.ts'
import { remsDeadline } from '../../science/rems/form.ts'
import { addDays, Day, type Instant } from '../../science/time.ts'

/** By which calendar day of the clinic the form of a treatment has to be there, and whether that day is over. */
export const deadlineOf = (dosedAt: Instant, timeZone: string, now: Instant): { dueOn: Day; overdue: boolean } => {
  const dueOn = addDays(Day.parse(dayIn(timeZone, dosedAt)), remsDeadline.dueAfterDays)
  return { dueOn, overdue: dayIn(timeZone, now) > dueOn }
}
