import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { isGood, listPacks } from '../../clinic/responses/packs.ts'
import type { Answered } from '../../clinic/responses/response.ts'
import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'
import { dayIn } from '../../science/day-in.ts'
import { cgiImprovement, cgiSeverity } from '../../science/instruments/cgi.ts'
import type { Instant } from '../../science/time.ts'
import { hasArrived } from '../sessions/arrived.ts'
import { boundsOf } from '../sessions/booking-time.ts'
import { wasDosed } from '../sessions/doses.ts'
import { sessionsDue } from './ahead.ts'
import { questionnairesDue } from './due.ts'
import { listFollowed } from './queries.ts'
import { counts, listBooked, listEvaluated } from './queries-of-asking.ts'
import {
  dayAfterHours,
  firstOfEach,
  ofALicence,
  type RatedDayAfter,
  type Rating,
  type RatingState,
  ratedBeforeDose,
  ratedDayAfter,
  ratedEvaluating,
  ratedFollowing,
  stateOf,
  type ToBeDosed,
} from './rated.ts'
import { rhythmOf } from './schedule.ts'

export type RatingShown = Rating & { state: RatingState }

/** Of one patient, or of whoever is this person's: whose owner left is everybody's who signs plans. */
type Whose = { patientId: string } | { staffId: string; prescriber: boolean }

const patientIs = (column: string, whose: Whose): Statement =>
  'patientId' in whose ? sql`${sql.raw(column)} = ${whose.patientId}` : sql`true`

const staffIs = (column: string, { staffId, prescriber }: Extract<Whose, { staffId: string }>): Statement => {
  const gone = sql`exists (select from staff o where o.clinic_id = evenkeel_clinic() and o.id = ${sql.raw(column)} and not o.active)`
  return sql`(${sql.raw(column)} = ${staffId} or (${prescriber} and ${gone}))`
}

const isTheirs = ({ ownerId }: Pick<Rating, 'ownerId'>, whose: Whose): boolean =>
  'patientId' in whose || ownerId === whose.staffId || (ownerId === null && whose.prescriber)

/** What is to be rated, the earliest first; what is ahead is among it. */
export const listRatings = async (q: Query, now: Instant, whose: Whose): Promise<RatingShown[]> => {
  const clinic = await findClinic(q)
  if (!clinic) return []
  const day = boundsOf(dayIn(clinic.timeZone, now), clinic.timeZone)
  const planned =
    'patientId' in whose
      ? patientIs('s.patient_id', whose)
      : sql`s.patient_id in (select v.patient_id from plan_version v where ${staffIs('v.signed_by', whose)})`
  const begun = 'patientId' in whose ? patientIs('v.patient_id', whose) : staffIs('v.started_by', whose)
  const [packs, followed, evaluated, today, treated] = await Promise.all([
    listPacks(q),
    listFollowed(q, now, { rated: true, only: planned }),
    listEvaluated(q, now, begun),
    listToBeDosed(q, day, whose),
    listDayAfter(q, now, planned),
  ])
  const licensed = ofALicence.filter((id) =>
    packs.some((pack) => pack.instrument === id && pack.pack?.language === 'en' && isGood(pack, now)),
  )
  const here = rhythmOf(clinic)
  const found = [
    ...ratedBeforeDose(today, licensed, clinic.timeZone, now),
    ...ratedDayAfter(treated, here),
    ...ratedEvaluating(evaluated, licensed, now),
    ...ratedFollowing(followed, here, now),
  ]
  return firstOfEach(found.filter((one) => isTheirs(one, whose))).map((one) => ({
    ...one,
    state: stateOf(one, now, day.until),
  }))
}

/**
 * Sessions without a dose, of today or of whoever has arrived and is still here after midnight, and when the patient was
 * last rated with C-SSRS.
 */
const listToBeDosed = (q: Query, day: { from: Instant; until: Instant }, whose: Whose): Promise<ToBeDosed[]> =>
  q.all<ToBeDosed>(sql`
    select p.id as "patientId", p.display_name as name, s.id as "sessionId", s.booked_for as "bookedFor",
           (select o.id from staff o where o.clinic_id = s.clinic_id and o.id = s.responsible_id and o.active) as "ownerId",
           (select max(r.answered_at) from response_standing r where r.clinic_id = s.clinic_id and r.patient_id = s.patient_id
              and r.instrument = 'c-ssrs-screener' and ${counts}) as "askedAt"
    from session s join patient_now p on p.clinic_id = s.clinic_id and p.id = s.patient_id
    where s.ended_at is null
      and ((s.booked_for >= ${day.from} and s.booked_for < ${day.until}) or ${hasArrived})
      and ${'patientId' in whose ? patientIs('s.patient_id', whose) : staffIs('s.responsible_id', whose)}
      and not ${wasDosed('s')}
    order by s.booked_for, s.id`)

/** Whoever was treated in the last days, and was rated with MADRS in the days after an earlier session. */
const listDayAfter = (q: Query, now: Instant, only: Statement): Promise<RatedDayAfter[]> =>
  q.all<RatedDayAfter>(sql`
    select p.id as "patientId", p.display_name as name, s.id as "sessionId", s.ended_at as "releasedAt", r.last as "ratedAt",
           (select o.id from staff o join plan_version v on v.clinic_id = o.clinic_id and v.signed_by = o.id
              where o.clinic_id = s.clinic_id and v.id = s.plan_version_id and o.active) as "ownerId"
    from session s join patient_now p on p.clinic_id = s.clinic_id and p.id = s.patient_id
    cross join lateral (
      select max(r.answered_at) as last from response_standing r where r.clinic_id = s.clinic_id and r.patient_id = s.patient_id
        and r.instrument = 'madrs' and ${counts}) r
    where s.ended_as in ('released', 'stopped') and ${wasDosed('s')} and ${only}
      and s.ended_at >= ${now}::timestamptz - make_interval(hours => ${dayAfterHours}) and s.ended_at <= ${now}
      and exists (select from response_standing r join session b on b.clinic_id = r.clinic_id and b.patient_id = r.patient_id
        where r.clinic_id = s.clinic_id and r.patient_id = s.patient_id and r.instrument = 'madrs' and ${counts}
          and b.ended_at < s.ended_at and b.ended_as in ('released', 'stopped') and r.answered_at > b.ended_at
          and r.answered_at <= b.ended_at + make_interval(hours => ${dayAfterHours}))
    order by s.ended_at, s.id`)

/** What a patient was asked, and has not answered although its time has come. */
export type OpenAsked = { instruments: readonly string[]; dueAt: Instant }

export const listOpenAsked = async (q: Query, now: Instant, patientId: string): Promise<OpenAsked[]> => {
  const clinic = await findClinic(q)
  if (!clinic) return []
  const here = rhythmOf(clinic)
  const [followed, booked] = await Promise.all([
    listFollowed(q, now, { only: sql`s.patient_id = ${patientId}` }),
    listBooked(q, now, sql`s.patient_id = ${patientId}`),
  ])
  return [...questionnairesDue(followed, here, now), ...sessionsDue(booked, here, now)]
    .filter(({ dueAt }) => dueAt <= now)
    .map(({ instruments, dueAt }) => ({ instruments, dueAt }))
}

/** One rating that was made, by whom, as the instrument says it. */
export type Rated = { id: string; instrument: string; at: Instant; by: string; score: number | null; answers: Answered }

/** CGI of one patient, the oldest first; the other scales are among the scores. */
export const listRated = (q: Query, patientId: string): Promise<Rated[]> =>
  q.all<Rated>(sql`
    select r.id, r.instrument, r.answered_at as at, w.name as by, r.score, r.answers
    from response_standing r join staff w on w.clinic_id = r.clinic_id and w.id = r.answered_by
    where r.patient_id = ${patientId} and r.instrument = any(${[cgiSeverity.id, cgiImprovement.id]}::text[]) order by r.answered_at, r.id`)
