import { dayIn } from '../../science/day-in.ts'
import type { Instant } from '../../science/time.ts'

const written = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })

/** A calendar day as a letter says it: '2026-11-06' → 'November 6, 2026'. */
export const sayDay = (day: string): string => written.format(new Date(`${day}T12:00:00Z`))

/** The same of a moment, by the clinic's calendar. */
export const sayDayIn = (timeZone: string, at: Instant): string => sayDay(dayIn(timeZone, at))
