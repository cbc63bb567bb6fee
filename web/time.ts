import { dayIn } from '../science/day-in.ts'
import type { Instant } from '../science/time.ts'
import { withWhich } from '../science/twice-in.ts'

/** Shows instants ('…Z') in the clinic's zone and calendar days ('YYYY-MM-DD') as they are. No clock is read here. */

const format = (options: Intl.DateTimeFormatOptions) => {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (timeZone: string, at: string): string => {
    const known = made.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { ...options, timeZone })
    made.set(timeZone, known)
    return known.format(new Date(at))
  }
}

const time = format({ hour: 'numeric', minute: '2-digit' })
const day = format({ weekday: 'short', month: 'short', day: 'numeric' })
const fullDay = format({ weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' })
const month = format({ month: 'long', year: 'numeric' })
const shortDay = format({ month: 'short', day: 'numeric' })

/** '2:05 PM'; in the hour that comes twice when clocks go back '1:05 AM EST'. */
export const showTime = (at: string, timeZone: string): string => withWhich(time(timeZone, at), timeZone, at)
/** 'Tue, Nov 24' */
export const showDay = (at: string, timeZone: string): string => day(timeZone, at)
/** 'Tue, Nov 24, 2026, 2:05 PM' */
export const showMoment = (at: string, timeZone: string): string =>
  `${fullDay(timeZone, at)}, ${showTime(at, timeZone)}`
/** '2:05 PM', and where it was another day than this, 'Sun, Nov 29, 8:30 PM'. */
export const timeBeside =
  (of: string, timeZone: string) =>
  (at: string): string =>
    dayIn(timeZone, at as Instant) === dayIn(timeZone, of as Instant)
      ? showTime(at, timeZone)
      : `${showDay(at, timeZone)}, ${showTime(at, timeZone)}`
/** 'Nov 24': for the axis of a plot */
export const showShortDay = (at: string, timeZone: string): string => shortDay(timeZone, at)
/** A calendar day such as a date of birth, which has no zone: 'Tue, Nov 24, 2026' */
export const showDate = (date: string): string => fullDay('UTC', `${date}T12:00:00.000Z`)

/** A month 'YYYY-MM': 'November 2026' */
export const showMonth = (of: string): string => month('UTC', `${of}-15T12:00:00.000Z`)

/** A date as much of it as somebody knew: '2019', 'October 2026' or a whole day. */
export const showPartialDate = (known: string): string =>
  known.length > 7 ? showDate(known) : known.length > 4 ? showMonth(known) : known

/** Whole minutes from one instant to another, negative when `to` is earlier; seconds are cut off, not rounded up. */
export const minutesFrom = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)

/**
 * Minutes left until an instant ahead, rounded up, at least one. A clock on a screen is renewed every few seconds: what
 * is due ten minutes after a dose given just now is in 10 minutes, and not in 11 because the clock lags a little.
 */
export const minutesUntil = (due: string, now: string): number =>
  Math.max(1, Math.ceil((Date.parse(due) - Date.parse(now) - 10_000) / 60_000))

/** 75 → '1 h 15 min', 12 → '12 min', 3000 → '2 d 2 h' */
export const showMinutes = (minutes: number): string => {
  if (minutes < 60) return `${minutes} min`
  if (minutes < 1440) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
  return `${Math.floor(minutes / 1440)} d ${Math.floor((minutes % 1440) / 60)} h`
}

const hourMs = 3_600_000

const wallClock = format({
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** '14:05': what the clinic's clock showed, as a field for a time takes it. */
export const clockTime = (at: string, timeZone: string): string => wallClock(timeZone, at).split(', ')[1] ?? ''

/**
 * The moment at which the clinic's clock showed this day ('YYYY-MM-DD') and time ('HH:MM'). Of a time that comes twice
 * the earlier one, which is never ahead of somebody who says when something was; one that clocks jump over comes out an
 * hour later.
 */
export const momentAt = (day: string, time: string, timeZone: string): string => {
  const wanted = Date.parse(`${day}T${time}:00.000Z`)
  const shown = (at: number): number => {
    const [date = '', clock = ''] = wallClock(timeZone, new Date(at).toISOString()).split(', ')
    const [month, dayOfMonth, year] = date.split('/')
    return Date.parse(`${year}-${month}-${dayOfMonth}T${clock}:00.000Z`)
  }
  // The difference between wall and world is that of the moment looked for, so it is looked at once more there.
  const first = wanted - (shown(wanted) - wanted)
  const found = first - (shown(first) - wanted)
  return new Date(shown(found - hourMs) === wanted ? found - hourMs : found).toISOString()
}
