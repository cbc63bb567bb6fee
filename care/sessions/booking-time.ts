import { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { sayTime } from '../../web/words/words.ts'

/** Which of two: when clocks go back, the same wall time happens twice. */
export type Which = 'earlier' | 'later'
export type ClinicTime = { at: Instant } | { refuse: string } | { ask: string; earlier: Instant; later: Instant }

const instantOf = (zoned: Temporal.ZonedDateTime): Instant =>
  Instant.parse(zoned.toInstant().toString({ fractionalSecondDigits: 3 }))

/**
 * A wall time in the clinic's zone as a moment. A time that clocks jump over does not exist and is refused; one that
 * happens twice is asked about, unless `which` says.
 */
export const clinicTime = (day: string, time: string, timeZone: string, which?: Which): ClinicTime => {
  const local = Temporal.PlainDateTime.from(`${day}T${time}`)
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' })
  if (earlier.equals(later)) return { at: instantOf(earlier) }
  if (!earlier.toPlainDateTime().equals(local)) {
    const next = later.toPlainTime().toString({ smallestUnit: 'minute' })
    return { refuse: says.noSuchTime(sayTime(time), day, sayTime(next)) }
  }
  if (which) return { at: instantOf(which === 'earlier' ? earlier : later) }
  return { ask: says.timeTwice(sayTime(time), day), earlier: instantOf(earlier), later: instantOf(later) }
}

/** From the first moment of a calendar day in the clinic's zone to the first of the next: 23, 24 or 25 hours. */
export const boundsOf = (day: string, timeZone: string): { from: Instant; until: Instant } => {
  const date = Temporal.PlainDate.from(day)
  return {
    from: instantOf(date.toZonedDateTime(timeZone)),
    until: instantOf(date.add({ days: 1 }).toZonedDateTime(timeZone)),
  }
}
