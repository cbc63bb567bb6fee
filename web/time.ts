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
const shortDay = format({ month: 'short', day: 'numeric' })

/** '2:05 PM' */
export const showTime = (at: string, timeZone: string): string => time(timeZone, at)
/** 'Tue, Nov 24' */
export const showDay = (at: string, timeZone: string): string => day(timeZone, at)
/** 'Tue, Nov 24, 2026, 2:05 PM' */
export const showMoment = (at: string, timeZone: string): string => `${fullDay(timeZone, at)}, ${time(timeZone, at)}`
/** 'Nov 24': for the axis of a plot */
export const showShortDay = (at: string, timeZone: string): string => shortDay(timeZone, at)
/** A calendar day such as a date of birth, which has no zone: 'Tue, Nov 24, 2026' */
export const showDate = (date: string): string => fullDay('UTC', `${date}T12:00:00.000Z`)

/** Whole minutes from one instant to another, negative when `to` is earlier; seconds are cut off, not rounded up. */
export const minutesFrom = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)

/** 75 → '1 h 15 min', 12 → '12 min', 3000 → '2 d 2 h' */
export const showMinutes = (minutes: number): string => {
  if (minutes < 60) return `${minutes} min`
  if (minutes < 1440) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
  return `${Math.floor(minutes / 1440)} d ${Math.floor((minutes % 1440) / 60)} h`
}
