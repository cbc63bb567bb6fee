import type { Actor } from '../../clinic/accounts/actor.ts'
import type { Permission } from '../../clinic/accounts/permissions.ts'
import { seesEveryPatient } from '../../clinic/records/access.ts'
import { stillOpen } from '../../clinic/safety/open.ts'
import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { standingDoses } from '../sessions/doses.ts'
import type { Answered, Treatment } from './everyone.ts'

/** Whom this person sees: everybody, or a therapist their own. */
const seen = (actor: Actor, to: Permission, patient: Statement) => sql`(${seesEveryPatient(actor, to)} or exists (
  select from care_team t where t.patient_id = ${patient} and t.staff_id = ${actor.id} and t.ended_at is null))`

/** Everybody this person sees, in one statement. */
export const listTreatments = (q: Query, actor: Actor): Promise<Treatment[]> =>
  q.all<Treatment>(sql`
    with recursive ${standingDoses()},
    plans as (
      select distinct on (n.patient_id) n.patient_id, n.id, n.route, v.sessions, v.days_between_least, v.days_between_most,
             v.per_week_most, v.review_after, x.plan_id is not null as stopped
      from plan n
      join plan_version v on v.clinic_id = n.clinic_id and v.plan_id = n.id
      left join (select distinct plan_id from plan_review where decision = 'stop') x on x.plan_id = n.id
      order by n.patient_id, stopped, n.made_at desc, v.number desc),
    reviewed as (
      select plan_id, jsonb_agg(jsonb_build_object('point', point, 'afterSession', after_session, 'decision', decision)) as done
      from plan_review group by plan_id),
    course as (
      select d.plan_id, array_agg((d.at at time zone c.time_zone)::date order by d.at) as days
      from dose d cross join clinic c group by d.plan_id),
    booking as (
      select s.plan_id, array_agg((s.booked_for at time zone c.time_zone)::date) as days from session s cross join clinic c
      where s.ended_at is null and not exists (select from dose d where d.session_id = s.id) group by s.plan_id),
    given as (
      select patient_id, count(*) as doses, min(at) as first, max(at) as last from dose group by patient_id),
    unsent as (
      select d.patient_id, jsonb_agg(jsonb_build_object('sessionId', d.session_id, 'dosedAt', ${sql.instant('d.at')}) order by d.at) as forms
      from (select patient_id, session_id, min(at) as at from recorded where route = 'esketamine' group by patient_id, session_id) d
      where not exists (select from rems_sending r where r.session_id = d.session_id)
      group by d.patient_id),
    alerts as (select a.patient_id, count(*) as open from alert a where ${stillOpen} group by a.patient_id)
    select p.id as "patientId", p.number, p.display_name as name,
           case when n.id is not null then jsonb_build_object(
             'route', n.route, 'stopped', n.stopped, 'sessions', n.sessions, 'daysBetweenLeast', n.days_between_least,
             'daysBetweenMost', n.days_between_most, 'perWeekMost', n.per_week_most, 'reviewAfter', n.review_after,
             'reviews', coalesce(w.done, '[]')) end as plan,
           coalesce(c.days, '{}') as "dosedOn", coalesce(b.days, '{}') as "openOn", coalesce(g.doses, 0) as doses,
           g.first as "firstDoseAt", g.last as "lastDoseAt", coalesce(u.forms, '[]') as unsent,
           coalesce(a.open, 0) as alerts
    from patient_now p
    left join plans n on n.patient_id = p.id
    left join reviewed w on w.plan_id = n.id
    left join course c on c.plan_id = n.id
    left join booking b on b.plan_id = n.id
    left join given g on g.patient_id = p.id
    left join unsent u on u.patient_id = p.id
    left join alerts a on a.patient_id = p.id
    where ${seen(actor, 'registry.read', sql`p.id`)}
    order by p.number`)

/** How many answers to one questionnaire each patient has, those that were corrected among them. */
export const countAnswers = async (q: Query, instrument: string): Promise<Map<string, number>> => {
  const rows = await q.all<{ patientId: string; count: number }>(sql`
    select patient_id as "patientId", count(*) as count from response where instrument = ${instrument} group by patient_id`)
  return new Map(rows.map(({ patientId, count }) => [patientId, count]))
}

/**
 * These patients' answers to one questionnaire that stand, the oldest first. One statement, without the words. They
 * come as one text a patient, `when,total,lowest,highest;…`: of a million answers each as a row, or as arrays, most of
 * the time goes into reading them. When is in whole milliseconds; the fraction is for what a double cannot hold exactly.
 */
export const listAnswered = async (
  q: Query,
  instrument: string,
  patientIds: readonly string[],
): Promise<Map<string, Answered[]>> => {
  const rows = await q.all<{ patientId: string; line: string }>(sql`
    select r.patient_id as "patientId",
           string_agg(concat(floor(date_part('epoch', r.answered_at) * 1000 + 0.0005)::bigint, ',',
                             r.score, ',', r.lowest, ',', r.highest), ';' order by r.answered_at, r.id) as line
    from response_standing r
    where r.instrument = ${instrument} and r.patient_id = any(${patientIds}::uuid[])
    group by r.patient_id`)
  return new Map(rows.map(({ patientId, line }) => [patientId, line.split(';').map(answeredFrom)]))
}

const whole = (text: string | undefined): number | null => (text ? Number(text) : null)

const answeredFrom = (text: string): Answered => {
  const [at, score, low, high] = text.split(',')
  const moment = new Date(Number(at)).toISOString() as Instant
  return { at: moment, score: whole(score), low: whole(low), high: whole(high) }
}
