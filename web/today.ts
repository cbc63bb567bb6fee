import { dayIn } from '../science/day-in.ts'
import { Day, type Instant } from '../science/time.ts'
import { serverNow } from './clock.ts'
import { useTimeZone } from './me.ts'

/** The clinic's calendar day now: what a day of review is compared with. */
export const useToday = (): Day => {
  const timeZone = useTimeZone()
  return Day.parse(dayIn(timeZone, new Date(serverNow()).toISOString() as Instant))
}

/** Whether what was to be reviewed by this day was not, as far as is known here. */
export const useIsPast = (reviewBy: Day | undefined): boolean => {
  const today = useToday()
  return reviewBy !== undefined && reviewBy < today
}
