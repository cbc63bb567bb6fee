import type { Chance } from './chance.ts'
import type { VitalSigns } from './course/vital-signs.ts'
import type { Attempt, Course } from './person.ts'

export const inductionSessions = 6
const daysInMaintenance = 21

/** One booking of a course. `doseIn`: today, in so many minutes. */
export type Booking = { day: number; attempt: Attempt; doseIn?: number; room?: number; misses?: readonly number[] }

/** The bookings of a course, earliest first: every three or four days up to the last one, or to the next. */
export const bookingsOf = ({ attempts, last, next, maintenance = 0 }: Course): Booking[] => {
  const gap = (index: number) => (index % 2 === 0 ? 3 : 4)
  const end = next === undefined ? (last ?? -30) : 'day' in next ? Math.min(-1, next.day - 4) : -gap(attempts.length)
  let day = end
  const induction = attempts
    .map((_, i) => attempts.length - 1 - i)
    .map((index): Booking => {
      const booking: Booking = { day, attempt: attempts[index] ?? 'given' }
      day -= gap(index)
      return booking
    })
  const further = Array.from({ length: maintenance > 0 ? maintenance + 1 : 0 }, (_, i): Booking => {
    const due = end + (i + 1) * daysInMaintenance
    return { day: i === maintenance ? Math.max(3, due) : due, attempt: 'given' }
  })
  const following: Booking[] =
    next === undefined
      ? []
      : 'day' in next
        ? [{ day: next.day, attempt: 'given' }]
        : [{ day: 0, attempt: 'given', ...next }]
  return [...induction.reverse(), ...further, ...following]
}

const calmer = { systolic: 134, diastolic: 82 }

export const firstDay = (course: Course): number => bookingsOf(course)[0]?.day ?? 0

/** A made-up total after so many sessions: on the way from the first to the last, with some ups and downs. */
export const totalAfter = ({ phq9: { from, to } }: Course, given: number, chance: Chance): number => {
  if (given === 0) return Math.min(27, Math.max(0, from + chance.whole(-1, 1)))
  const left = given >= inductionSessions ? 0 : Math.exp((-2.2 * given) / inductionSessions)
  return Math.min(27, Math.max(0, Math.round(to + (from - to) * left) + chance.whole(-1, 1)))
}

/** What is out of the ordinary in the readings of one session, by minutes after the dose; -12 is the baseline. */
export const readingsOf = (twist: Course['twist'], given: number): Record<number, Partial<VitalSigns>> => {
  if (twist === 'high pressure' && given === 1) return { 20: { systolic: 184, diastolic: 108 } }
  if (twist === 'high pressure' && given === 2) {
    return { [-12]: { systolic: 146, diastolic: 89 }, 75: calmer, 90: calmer }
  }
  if (twist === 'slow to wake' && given === 0) return { 20: { moaas: 4, spo2: 94 } }
  return {}
}
