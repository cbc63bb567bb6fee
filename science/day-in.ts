import type { Instant } from './time.ts'

const calendars = new Map<string, Intl.DateTimeFormat>()
const calendarOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = calendars.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  calendars.set(timeZone, made)
  return made
}

/**
 * The calendar date where the clinic is. Alone in its file and without `Temporal`: a patient's page asks it too,
 * which loads no parser and may run in an old browser.
 */
export const dayIn = (timeZone: string, at: Instant): string => {
  const [month, day, year] = calendarOf(timeZone).format(new Date(at)).split('/')
  return `${year}-${month}-${day}`
}
