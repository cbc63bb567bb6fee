import type { Instant } from '../../science/time.ts'
import type { CoverHours } from '../accounts/settings/clinic-settings.ts'
import { weekdays } from '../accounts/settings/clinic-settings.ts'

/**
 * Whether somebody reads messages at this moment, by the clinic's own clock: its zone, its daylight-saving changes.
 * Undefined when the clinic has not said: that is not the same as "no", and never "yes".
 */
export const coverAt = (
  hours: readonly CoverHours[] | undefined,
  timeZone: string,
  now: Instant,
): boolean | undefined => {
  if (!hours || hours.length === 0) return undefined
  const local = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone)
  const today = weekdays[local.dayOfWeek - 1]
  const time = local.toPlainTime().toString().slice(0, 5)
  return hours.some(
    ({ days, from, until }) => today !== undefined && days.includes(today) && from <= time && time < until,
  )
}

/** Nothing is sent to a patient's phone at night. Clinic's own clock. Clinic policy, no published figure. */
export const quiet = { from: '20:00', until: '08:00' } as const

/** The first moment at or after `at` outside the quiet hours. */
export const afterQuiet = (at: Instant, timeZone: string): Instant => {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)
  const time = local.toPlainTime().toString().slice(0, 5)
  if (time >= quiet.until && time < quiet.from) return at
  const day = time < quiet.until ? local.toPlainDate() : local.toPlainDate().add({ days: 1 })
  return at00(day, quiet.until, timeZone)
}

/** The morning so many days after `at`, by the clinic's clock. Where the clock skips that hour, just after it. */
export const nextMorning = (at: Instant, timeZone: string, time = '09:00', days = 1): Instant =>
  at00(Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().add({ days }), time, timeZone)

const at00 = (day: Temporal.PlainDate, time: string, timeZone: string): Instant =>
  day
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 }) as Instant
