import { dayIn } from '../../../science/day-in.ts'
import { addDays, type Day, type Instant } from '../../../science/time.ts'
import { clockTime, momentAt } from '../../../web/time.ts'

const minuteMs = 60_000

/** Minutes after midnight on the wall clock of the zone. */
const wallMinutes = (at: number, timeZone: string): number => {
  const shown = new Intl.DateTimeFormat('en-US', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  const [hours = 0, minutes = 0] = shown.format(at).split(':').map(Number)
  return hours * 60 + minutes
}

/**
 * The newest moment up to now at which the clinic's clock showed this time. Across a change of clocks the difference
 * in minutes is not the difference on the wall, so the found moment is checked against it.
 * @param time 'HH:MM'
 */
export const agoFrom = (now: string, time: string, timeZone: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const wanted = hours * 60 + minutes
  const from = Math.floor(Date.parse(now) / minuteMs) * minuteMs
  const back = (wallMinutes(from, timeZone) - wanted + 1440) % 1440
  for (const off of [0, -60, 60]) {
    const at = from - (back + off) * minuteMs
    if (at <= from && wallMinutes(at, timeZone) === wanted) return new Date(at).toISOString()
  }
  return new Date(from - back * minuteMs).toISOString()
}

/** Whether somebody said that it was earlier than now, and at what time. */
export type WhenTyped = { earlier?: boolean; time?: string | undefined }

/** The moment that was said; undefined is now. */
export const saidMoment = ({ earlier, time }: WhenTyped, at: { now: string; timeZone: string }): string | undefined =>
  earlier && time ? agoFrom(at.now, time, at.timeZone) : undefined

/**
 * Of the moments at which the clinic's clock showed this time the nearest to `at`: when something that was written down
 * for `at` happened instead, however long ago that was and on whichever side of midnight.
 */
export const nearestTo = (at: string, time: string, timeZone: string): string => {
  const day = dayIn(timeZone, at as Instant) as Day
  const far = (moment: string): number => Math.abs(Date.parse(moment) - Date.parse(at))
  return [-1, 0, 1]
    .map((days) => momentAt(addDays(day, days), time, timeZone))
    .flatMap((moment) => {
      // In the night in which clocks go back the same time comes once more an hour later.
      const again = new Date(Date.parse(moment) + 60 * minuteMs).toISOString()
      return clockTime(again, timeZone) === time ? [moment, again] : [moment]
    })
    .reduce((nearest, moment) => (far(moment) < far(nearest) ? moment : nearest))
}

/**
 * The moment at which the clinic's clock showed this time today or yesterday; undefined when today it has not come yet.
 * Which day is meant is what somebody says, and never made out from the time.
 */
export const agoOn = (day: 'today' | 'yesterday', now: string, time: string, timeZone: string): string | undefined => {
  const today = dayIn(timeZone, now as Instant)
  if (day === 'yesterday') return momentAt(addDays(today as Day, -1), time, timeZone)
  const at = momentAt(today, time, timeZone)
  return at <= now ? at : undefined
}
