import { z } from 'zod'

/** A moment, as ISO 8601 in UTC with milliseconds: `2026-11-23T17:05:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'instant'>()
export type Instant = z.infer<typeof Instant>

/** A calendar date without a zone: `2026-11-23`. */
export const Day = z.iso.date().brand<'day'>()
export type Day = z.infer<typeof Day>

const minuteMs = 60_000
const dayMs = 86_400_000

/** Minutes from the first instant to the second; negative when the second is earlier; not rounded. */
export const minutesBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / minuteMs

/** The instant so many minutes later (or earlier, when negative). */
export const addMinutes = (at: Instant, minutes: number): Instant =>
  Instant.parse(new Date(Date.parse(at) + minutes * minuteMs).toISOString())

/** Whole days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** The date so many days later (or earlier, when negative). */
export const addDays = (day: Day, days: number): Day =>
  Day.parse(new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10))

/**
 * Age in completed years on a given day. Somebody born on 29 February turns a year older on 1 March in a common year.
 * A birth date after the day gives undefined: an age nobody can have is not an age.
 */
export const ageOn = (born: Day, today: Day): number | undefined => {
  if (born > today) return undefined
  const hadBirthday = today.slice(5) >= born.slice(5)
  return Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (hadBirthday ? 0 : 1)
}

/** Whether the clock knows this IANA zone, written as the list writes it. */
export const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^[A-Z]/.test(zone)
  } catch {
    return false
  }
}
