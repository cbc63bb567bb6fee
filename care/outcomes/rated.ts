import { nextMorning } from '../../clinic/links/cover.ts'
import { dayIn } from '../../science/day-in.ts'
import { houseNumbers } from '../../science/house.ts'
import { cgiImprovement, cgiSeverity } from '../../science/instruments/cgi.ts'
import { maniaCheck } from '../../science/instruments/mania-check.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { boundsOf } from '../sessions/booking-time.ts'
import type { Evaluated } from './ahead.ts'
import type { Followed } from './due.ts'
import { daysOf, type Phase, phaseOf, type Rhythm, type Row, rowsNow } from './schedule.ts'

/** What clinicians rate themselves, and when. Pure: read from plan, doses and what was rated, by the clinic's own clock. */

const [madrs, hamd, cssrs] = ['madrs', 'ham-d17', 'c-ssrs-screener'] as const

/** In words that need a license: rated where the clinic holds it, or goes on where somebody was rated with it before. */
export const ofALicence: readonly string[] = [cssrs, madrs, hamd]

/** Rated only when nothing of it is open; "not assessed" is open too. */
export const wholeOnly: readonly string[] = [cgiSeverity.id, cgiImprovement.id, maniaCheck.id, madrs, hamd]

/** What the calendar of a course asks clinicians for. */
export const ratedByCalendar: readonly string[] = [cgiSeverity.id, cgiImprovement.id, madrs, hamd]

const { daysBetweenPhq9, monthly, endOfCourseFrom, endOfCourseTo, ratingLate, baselineDays, nextDayCheckHours } =
  houseNumbers

const monthlyRows: readonly Row[] = [{ asks: [cgiSeverity.id], every: monthly }]

export const ratedSchedule: Readonly<Record<Phase, readonly Row[]>> = {
  induction: [{ asks: [cgiImprovement.id], every: daysBetweenPhq9 }],
  maintenance: monthlyRows,
  'after the course': [{ asks: ratedByCalendar, from: endOfCourseFrom, to: endOfCourseTo }, ...monthlyRows],
  'after stopping': [],
}

export type Why = 'evaluation' | 'before a dose' | 'day after' | Phase

export type Rating = {
  patientId: string
  name: string
  /** Whose work it is: signed the plan, began the evaluation, or is responsible today. Null: nobody who is still here. */
  ownerId: string | null
  instrument: string
  why: Why
  dueAt: Instant
  /** From then on it is overdue. */
  lateAt: Instant
  /** When it was rated last; null: never. */
  lastAt: Instant | null
  about?: { kind: 'session' | 'evaluation' | 'next-day'; id: string }
}
type Whose = Pick<Rating, 'patientId' | 'name' | 'ownerId'>

export type FollowedRated = Followed & {
  ownerId: string | null
  /** When the first session with a dose under this plan was over. */
  firstReleasedAt: Instant | null
}

const ratingOf = (
  { patientId, name, ownerId }: Whose,
  more: Pick<Rating, 'instrument' | 'why' | 'dueAt' | 'about'> & { lastAt: Instant | undefined; lateAt?: Instant },
): Rating => ({
  lateAt: addMinutes(more.dueAt, ratingLate.value * 1440),
  ...more,
  patientId,
  name,
  ownerId,
  lastAt: more.lastAt ?? null,
})

/** CGI is rated of everybody; the others of whoever was rated with them before. */
const isRated = ({ answered }: Followed, instrument: string): boolean =>
  instrument === cgiSeverity.id || instrument === cgiImprovement.id || answered[instrument] !== undefined

/** By the calendar of a course; of each what is due first. */
export const ratedFollowing = (followed: readonly FollowedRated[], clinic: Rhythm, now: Instant): Rating[] =>
  followed.flatMap((one) => {
    const found = rowsNow(one, now, ratedSchedule).flatMap((row) =>
      row.asks
        .filter((instrument) => isRated(one, instrument))
        .flatMap((instrument): Rating[] => {
          const dueAt = dueBy(row, instrument, one, clinic)
          const known = { instrument, why: whyOf(row, one), lastAt: one.answered[instrument] }
          return dueAt === undefined ? [] : [ratingOf(one, { ...known, dueAt })]
        }),
    )
    return firstOfEach(found)
  })

/** Until the end of a course is read it is rated weekly as before, and for that reason. */
const whyOf = (row: Row, one: FollowedRated): Phase =>
  ratedSchedule.induction.includes(row) ? 'induction' : phaseOf(one)

/**
 * The days run from the last rating, and not from the last dose as a patient's do: it is rated at a visit. What was never
 * rated is due since the course began, an improvement since there could be one to rate.
 */
const dueBy = (row: Row, instrument: string, one: FollowedRated, clinic: Rhythm): Instant | undefined => {
  const rated = one.answered[instrument]
  const morning = (at: Instant, days: number) => nextMorning(at, clinic.timeZone, clinic.morning, days)
  if ('every' in row) {
    const days = daysOf(row.every, clinic)
    if (rated) return morning(rated, days)
    return morning(one.firstReleasedAt ?? one.releasedAt, instrument === cgiImprovement.id ? days : 0)
  }
  if (!('from' in row)) return undefined
  const start = morning(one.releasedAt, row.from.value)
  return rated !== undefined && rated >= start ? undefined : start
}

export type EvaluatedRated = Evaluated & { ownerId: string | null }

/** While somebody is evaluated, and once more where it would be too old for a baseline on the day of the first dose. */
export const ratedEvaluating = (
  evaluated: readonly EvaluatedRated[],
  licensed: readonly string[],
  now: Instant,
): Rating[] =>
  evaluated.flatMap((one) => {
    const { evaluationId: id, startedAt, firstSessionAt, answered } = one
    if (firstSessionAt && firstSessionAt <= now) return []
    const opens = firstSessionAt && addMinutes(firstSessionAt, -baselineDays.value * 1440)
    const dueAt = opens && opens > startedAt ? opens : startedAt
    const late = addMinutes(dueAt, ratingLate.value * 1440)
    const lateAt = firstSessionAt && firstSessionAt < late ? firstSessionAt : late
    return [cgiSeverity.id, maniaCheck.id, ...licensed]
      .filter((instrument) => (answered[instrument] ?? '') < dueAt)
      .map((instrument) => {
        const about = { kind: 'evaluation' as const, id }
        return ratingOf(one, { instrument, why: 'evaluation', dueAt, lateAt, lastAt: answered[instrument], about })
      })
  })

/** Somebody whose session is today, or began before midnight and goes on, and who has had no dose yet. */
export type ToBeDosed = Whose & { sessionId: string; bookedFor: Instant; askedAt: Instant | null }

/**
 * C-SSRS on the day of a session, where the clinic holds it; the mania check is one of the room's own questions. Of a
 * session that midnight falls into, the day is the one it was booked for: midnight makes nothing undone, and nothing done.
 */
export const ratedBeforeDose = (
  today: readonly ToBeDosed[],
  licensed: readonly string[],
  timeZone: string,
  now: Instant,
): Rating[] =>
  licensed.includes(cssrs)
    ? today.flatMap((one) => {
        const began = dayBegan(one, timeZone, now)
        if (one.askedAt !== null && one.askedAt >= began) return []
        const about = { kind: 'session' as const, id: one.sessionId }
        const known = { instrument: cssrs, why: 'before a dose' as const, lastAt: one.askedAt ?? undefined, about }
        return [ratingOf(one, { ...known, dueAt: began, lateAt: one.bookedFor })]
      })
    : []

/** A session that somebody forgot to end goes on for days: its day is today. */
const dayBegan = ({ bookedFor }: Pick<ToBeDosed, 'bookedFor'>, timeZone: string, now: Instant): Instant => {
  const sameNight = bookedFor < now && bookedFor > addMinutes(now, -sameNightMinutes)
  return boundsOf(dayIn(timeZone, sameNight ? bookedFor : now), timeZone).from
}
const sameNightMinutes = 12 * 60

/** Somebody treated in the last days who was rated with MADRS on the day after an earlier session. */
export type RatedDayAfter = Whose & { sessionId: string; releasedAt: Instant; ratedAt: Instant | null }

export const ratedDayAfter = (treated: readonly RatedDayAfter[], { timeZone, morning }: Rhythm): Rating[] =>
  treated
    .filter(({ ratedAt, releasedAt }) => ratedAt === null || ratedAt < releasedAt)
    .map((one) => {
      const dueAt = nextMorning(one.releasedAt, timeZone, morning)
      const lateAt = addMinutes(dueAt, 1440)
      const about = { kind: 'next-day' as const, id: one.sessionId }
      return ratingOf(one, {
        instrument: madrs,
        why: 'day after',
        dueAt,
        lateAt,
        lastAt: one.ratedAt ?? undefined,
        about,
      })
    })

/** Hours in which the day after a session can still be rated. */
export const dayAfterHours = nextDayCheckHours.value

/** One of each instrument and patient: what is due first. */
export const firstOfEach = (ratings: readonly Rating[]): Rating[] => {
  const first = new Map<string, Rating>()
  for (const rating of ratings.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))) {
    const key = `${rating.patientId} ${rating.instrument}`
    if (!first.has(key)) first.set(key, rating)
  }
  return [...first.values()]
}

export type RatingState = 'ahead' | 'due' | 'overdue'

/** Whatever comes due in the course of today is due: who is here this morning is rated this morning. */
export const stateOf = (
  { dueAt, lateAt }: Pick<Rating, 'dueAt' | 'lateAt'>,
  now: Instant,
  dayEnds: Instant,
): RatingState => (lateAt <= now ? 'overdue' : dueAt < dayEnds ? 'due' : 'ahead')
