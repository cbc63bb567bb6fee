import { system } from '../../clinic/accounts/actor.ts'
import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'
import { houseNumbers } from '../../science/house.ts'
import { phq9 } from '../../science/instruments/phq9.ts'
import type { Instant } from '../../science/time.ts'
import { wasDosed } from '../sessions/doses.ts'
import type { Booked } from './ahead.ts'
import type { Sendings } from './due.ts'
import { type EvaluatedRated, wholeOnly } from './rated.ts'

/** Of a patient `p` with the choice `ch`: how to reach them, and how they want to be asked. */
export const reach = sql.raw(`
  p.id as "patientId", p.display_name as name, p.phone, p.email,
  case when n.number is null then p.reach_by else array_remove(p.reach_by, 'sms') end as "reachBy",
  n.number is not null as "textsStopped", coalesce(ch.time_zone, p.time_zone) as "timeZone", ch.hour,
  coalesce(ch.asked, true) as "wantsAsking"`)

export const chosen = sql.raw(`
  left join asking_now ch on ch.clinic_id = p.clinic_id and ch.patient_id = p.id
  left join texts_stopped n on n.clinic_id = p.clinic_id and n.number = p.phone_digits`)

/** Of a response `r`: it is not one that was passed over as a whole, which answers nothing. */
export const answeredAtAll = sql.raw(`jsonb_strip_nulls(r.answers) <> '{}'::jsonb`)

/** Of a response `r` that stands: it counts as answered. A clinician's rating does when nothing of it was left open. */
export const counts = sql`(${answeredAtAll} and (r.missing = 0 or r.instrument <> all(${[...wholeOnly]}::text[])))`

/** By questionnaire, the last answers of the patient `p`. Ahead of a dose a PHQ-9 that cannot be read is none. */
const answered = sql`
  coalesce((select jsonb_object_agg(i.instrument, ${sql.instant('i.at')}) from (
    select r.instrument, max(r.answered_at) as at from response_standing r
    where r.clinic_id = p.clinic_id and r.patient_id = p.id and ${counts}
      and (r.lowest is not null or r.instrument <> ${phq9.id}) group by r.instrument) i), '{}') as answered`

/** When a link about this was sent last, and not taken back. */
const askedAbout = (subject: string) => sql`
  (select max(l.made_at) from patient_link l where l.clinic_id = p.clinic_id and l.patient_id = p.id
     and l.purpose = 'questionnaires' and l.subject_id = ${sql.raw(subject)} and l.withdrawn_at is null) as "askedAt"`

const aheadDays = houseNumbers.daysBetweenPhq9.value + 1

/** The sessions of the next days whose patient has not arrived. */
export const listBooked = (q: Query, now: Instant, only: Statement = sql`true`): Promise<Booked[]> =>
  q.all<Booked>(sql`
    select ${reach}, s.id as "sessionId", s.booked_for as "bookedFor", ${answered}, ${askedAbout('s.id')},
           exists (select from patient_link l where l.clinic_id = s.clinic_id and l.patient_id = s.patient_id
             and l.purpose = 'questionnaires' and l.subject_id = s.id and l.used_at is not null
             and not exists (select from response g join response b on b.clinic_id = g.clinic_id and b.corrects = g.id
               where g.clinic_id = l.clinic_id and g.link_id = l.id and b.takes_back)) as done,
           exists (select from session e where e.clinic_id = s.clinic_id and e.patient_id = s.patient_id
             and e.ended_as in ('released', 'stopped') and e.ended_at <= ${now}) as "treatedBefore"
    from session s
    join patient_now p on p.clinic_id = s.clinic_id and p.id = s.patient_id
    ${chosen}
    where s.ended_at is null and s.booked_for > ${now} and ${only}
      and s.booked_for <= ${now}::timestamptz + make_interval(days => ${aheadDays})
      and not exists (select from session_event a where a.clinic_id = s.clinic_id and a.session_id = s.id
        and a.kind = 'arrived')
    order by s.booked_for, s.id`)

/** Whoever is being evaluated, or was and waits for the first dose of the course with a session booked. `only`: of evaluations `v`. */
export const listEvaluated = (q: Query, now: Instant, only: Statement = sql`true`): Promise<EvaluatedRated[]> =>
  q.all<EvaluatedRated>(sql`
    select ${reach}, e.id as "sessionId", e.id as "evaluationId", e.started_at as "startedAt", ${answered},
           (select o.id from staff o where o.clinic_id = e.clinic_id and o.id = e.started_by and o.active) as "ownerId",
           ${askedAbout('e.id')}, f.first as "firstSessionAt",
           coalesce((select array_agg(distinct b.code) from problem b where b.clinic_id = p.clinic_id and b.patient_id = p.id
             and b.code is not null and b.change in ('recorded', 'corrected') and b.status = 'active'
             and not exists (select from problem c where c.clinic_id = b.clinic_id and c.corrects = b.id)), '{}') as codes
    from (select distinct on (v.patient_id) v.* from evaluation v
          where (v.closed_at is null or v.closed_at > ${now}::timestamptz - make_interval(days => ${houseNumbers.waitsForFirstDose.value}))
            and ${only} order by v.patient_id, v.started_at desc) e
    join patient_now p on p.clinic_id = e.clinic_id and p.id = e.patient_id
    ${chosen}
    cross join lateral (select min(s.booked_for) as first from session s where s.clinic_id = e.clinic_id
      and s.patient_id = e.patient_id and s.ended_at is null and s.booked_for > ${now}) f
    where (e.closed_at is null or f.first is not null) and e.started_at <= ${now}
      and not exists (select from session d join session_event g on g.clinic_id = d.clinic_id and g.session_id = d.id
        where d.clinic_id = e.clinic_id and d.patient_id = e.patient_id and g.kind = 'dose' and g.happened_at > e.started_at
          and ${wasDosed('d')})
    order by e.started_at, e.id`)

/**
 * What was sent to these by itself in the last year or so, and how much of it in a row nobody answered. What was taken
 * back because it went to a number or an address that is not theirs was not sent to them.
 */
export const listSendings = async (
  q: Query,
  now: Instant,
  patientIds: readonly string[],
): Promise<Map<string, Sendings>> => {
  if (patientIds.length === 0) return new Map()
  const rows = await q.all<Sendings & { patientId: string }>(sql`
    with sent as (
      select l.patient_id, l.purpose, l.made_at, l.used_at, l.expires_at, l.withdrawn_at,
             max(l.used_at) over (partition by l.patient_id) as heard_at
      from patient_link l
      where l.patient_id = any(${[...patientIds]}::uuid[]) and l.made_by = ${system.id} and l.purpose in ('next-day', 'phq-9', 'questionnaires')
        and l.made_at > ${now}::timestamptz - make_interval(days => ${houseNumbers.followedDays.value})
        and not (l.withdrawn_at is not null and exists (
          select from message m join patient_now p on p.clinic_id = m.clinic_id and p.id = m.patient_id
          where m.clinic_id = l.clinic_id and m.link_id = l.id and m.recipient not in (p.phone, p.email))))
    select patient_id as "patientId", max(made_at) as "lastSentAt",
           count(*) filter (where used_at is null and purpose <> 'next-day' and made_at > coalesce(heard_at, '-infinity')
             and (expires_at <= ${now} or withdrawn_at is not null)) as unanswered
    from sent group by patient_id`)
  return new Map(rows.map(({ patientId, ...sendings }) => [patientId, sendings]))
}
