import { dayIn } from '../../science/day-in.ts'
import type { Instant } from '../../science/time.ts'
import { sayDay } from '../../web/words/words.ts'

/** The day of a moment by the clinic's calendar, as a letter says it. */
export const sayDayIn = (timeZone: string, at: Instant): string => sayDay(dayIn(timeZone, at))
