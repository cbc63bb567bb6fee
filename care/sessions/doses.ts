import { sql } from '../../database/sql.ts'
import type { Statement } from '../../database/types.ts'

/** The entry `of` as its corrections left it: `at` and `data`; no row when it was withdrawn. Few were corrected, and only those are followed. */
export const standingEntry = (of: 'e' | 'p'): Statement =>
  sql.raw(`
  select ${of}.happened_at as at, ${of}.data
  where not exists (select from session_event c where c.clinic_id = ${of}.clinic_id and c.corrects = ${of}.id)
  union all (
    with recursive said as (
      select c.id, coalesce((c.data ->> 'happenedAt')::timestamptz, ${of}.happened_at) as at,
             coalesce(c.data -> 'data', ${of}.data) as data, coalesce((c.data ->> 'withdrawn')::boolean, false) as withdrawn
      from session_event c where c.clinic_id = ${of}.clinic_id and c.corrects = ${of}.id
      union all
      select c.id, coalesce((c.data ->> 'happenedAt')::timestamptz, k.at), coalesce(c.data -> 'data', k.data),
             coalesce((c.data ->> 'withdrawn')::boolean, false)
      from said k join session_event c on c.clinic_id = ${of}.clinic_id and c.corrects = k.id)
    select k.at, k.data from said k
    where exists (select from session_event c where c.clinic_id = ${of}.clinic_id and c.corrects = ${of}.id)
      and not k.withdrawn
      and not exists (select from session_event c where c.clinic_id = ${of}.clinic_id and c.corrects = k.id))`)

/**
 * Of the dose `e` of a session, as it stands in `given`: whether the patient had something of it, or may have had. It is known that
 * they had nothing where a device gave nothing, and where a pump was stopped before it ever ran; as in `receivedMg`.
 * Of nearly every infusion the first look is enough: nothing was done to its pump by its start, and no such entry was corrected.
 */
const wasHad = (session: 's' | 'd'): Statement =>
  sql`case ${sql.raw(session)}.route
    when 'esketamine' then given.data ->> 'gave' is distinct from 'nothing'
    when 'iv' then not exists (
      select from session_event p
      where p.clinic_id = e.clinic_id and p.session_id = e.session_id and p.kind = 'infusion changed'
        and (p.happened_at <= given.at
          or exists (select from session_event c where c.clinic_id = p.clinic_id and c.corrects = p.id)))
    or not exists (
      select from session_event p cross join lateral (${standingEntry('p')}) pump
      where p.clinic_id = e.clinic_id and p.session_id = e.session_id and p.kind = 'infusion changed'
        and pump.data ->> 'doseId' = e.id::text
      having bool_or(pump.data ->> 'what' = 'stopped') and not bool_or(pump.data ->> 'what' = 'resumed')
        and min(pump.at) filter (where pump.data ->> 'what' in ('paused', 'stopped')) <= given.at)
    else true end`

/**
 * What was given, over many sessions at once and without reading their logs. To be said after `with recursive`:
 * `recorded`, one row for each dose that stands, and `dose`, one for each session in which the patient had something of one, or
 * may have had, with the moment of the first. A dose counts as its corrections left it, and one that was withdrawn was never
 * given, as in `log.ts`. Corrections are few, so they are followed first and doses looked at once.
 * @param of which sessions, called `s`
 */
export const standingDoses = (of: Statement = sql`true`): Statement => sql`
  corrected as (
    select d.id as dose, c.id as newest, coalesce((c.data ->> 'happenedAt')::timestamptz, d.happened_at) as at,
           coalesce(c.data -> 'data', d.data) as data, coalesce((c.data ->> 'withdrawn')::boolean, false) as withdrawn
    from session_event c
    join session_event d on d.clinic_id = c.clinic_id and d.id = c.corrects and d.kind = 'dose'
    join session s on s.clinic_id = d.clinic_id and s.id = d.session_id
    where c.corrects is not null and ${of}
    union all
    select k.dose, c.id, coalesce((c.data ->> 'happenedAt')::timestamptz, k.at), coalesce(c.data -> 'data', k.data),
           coalesce((c.data ->> 'withdrawn')::boolean, false)
    from corrected k join session_event c on c.corrects = k.newest),
  standing as (
    select k.* from corrected k where not exists (select from session_event c where c.corrects = k.newest)),
  recorded as (
    select s.patient_id, s.plan_id, s.route, s.id as session_id, given.at, ${wasHad('s')} as had
    from session_event e
    join session s on s.clinic_id = e.clinic_id and s.id = e.session_id
    left join standing k on k.dose = e.id
    cross join lateral (select coalesce(k.at, e.happened_at) as at, coalesce(k.data, e.data) as data) given
    where e.kind = 'dose' and k.withdrawn is not true and ${of}),
  dose as (
    select patient_id, plan_id, route, session_id, min(at) as at from recorded
    where had group by patient_id, plan_id, route, session_id)`

/** Whether the patient had something of a dose of this session, or may have had. `session` is an alias of it. */
export const wasDosed = (session: 's' | 'd'): Statement => sql`exists (
  select from session_event e cross join lateral (${standingEntry('e')}) given
  where e.clinic_id = ${sql.raw(session)}.clinic_id and e.session_id = ${sql.raw(session)}.id and e.kind = 'dose'
    and ${wasHad(session)})`
