import { sql } from '../../database/sql.ts'
import type { Statement } from '../../database/types.ts'

/**
 * What was given, over many sessions at once and without reading their logs. To be said after `with recursive`:
 * `dose`, one row for each session in which a dose was given, with the moment of the first that stands. A dose counts as
 * its corrections left it, and one that was withdrawn was never given, as in `log.ts`. Corrections are few, so they are
 * followed first and doses looked at once.
 * @param of which sessions, called `s`
 */
export const standingDoses = (of: Statement = sql`true`): Statement => sql`
  corrected as (
    select d.id as dose, c.id as newest, coalesce((c.data ->> 'happenedAt')::timestamptz, d.happened_at) as at,
           coalesce((c.data ->> 'withdrawn')::boolean, false) as withdrawn
    from session_event c
    join session_event d on d.clinic_id = c.clinic_id and d.id = c.corrects and d.kind = 'dose'
    join session s on s.clinic_id = d.clinic_id and s.id = d.session_id
    where c.corrects is not null and ${of}
    union all
    select k.dose, c.id, coalesce((c.data ->> 'happenedAt')::timestamptz, k.at),
           coalesce((c.data ->> 'withdrawn')::boolean, false)
    from corrected k join session_event c on c.corrects = k.newest),
  standing as (
    select k.* from corrected k where not exists (select from session_event c where c.corrects = k.newest)),
  dose as (
    select s.patient_id, s.plan_id, s.route, s.id as session_id, min(coalesce(k.at, d.happened_at)) as at
    from session_event d
    join session s on s.clinic_id = d.clinic_id and s.id = d.session_id
    left join standing k on k.dose = d.id
    where d.kind = 'dose' and k.withdrawn is not true and ${of}
    group by s.patient_id, s.plan_id, s.route, s.id)`

/** Whether a dose stands in this session: one that was withdrawn was never given. `session` is an alias of it. */
export const wasDosed = (session: 's' | 'd'): Statement =>
  sql.raw(`exists (
  select from session_event given
  where given.clinic_id = ${session}.clinic_id and given.session_id = ${session}.id and given.kind = 'dose' and not exists (
    with recursive said as (
      select c.clinic_id, c.id, c.data from session_event c where c.clinic_id = given.clinic_id and c.corrects = given.id
      union all
      select c.clinic_id, c.id, c.data from said k
      join session_event c on c.clinic_id = k.clinic_id and c.corrects = k.id)
    select from said k where (k.data ->> 'withdrawn')::boolean
      and not exists (select from session_event c where c.clinic_id = k.clinic_id and c.corrects = k.id)))`)
