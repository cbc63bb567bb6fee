import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { current, standing } from '../../clinic/records/fact.ts'
import { listRows } from '../../clinic/records/queries.ts'
import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import { dayIn } from '../../science/day-in.ts'
import type { Route } from '../../science/decide.ts'
import { urinary } from '../../science/instruments/urinary.ts'
import { liverTests } from '../../science/tests/tests.ts'
import { Day, type Instant } from '../../science/time.ts'
import type { Outcomes } from '../outcomes/queries.ts'
import { listPlanSessions, planInForce } from '../plans/queries.ts'
import { standingEntry } from '../sessions/doses.ts'
import { type Done, type Elsewhere, type LongTerm, longTermOf } from './long-term.ts'

/** What repeated treatment asks for, of one patient, as it stands now. */
export const readLongTerm = async (
  q: Query,
  patientId: string,
  { series, doses }: Pick<Outcomes, 'series' | 'doses'>,
  now: Instant,
): Promise<LongTerm> => {
  const [clinic, plan, done, elsewhere, supplies, losses] = await Promise.all([
    findClinic(q),
    planInForce(q, patientId),
    findDone(q, patientId),
    listElsewhere(q, patientId),
    listRows(q, 'supply', patientId),
    listRows(q, 'loss', patientId),
  ])
  const timeZone = clinic?.timeZone ?? 'UTC'
  const sessions = plan.state === 'in force' ? await listPlanSessions(q, plan.plan.id) : []
  const given = doses.map(({ sessionId, at, route, receivedMg: mg }) => ({
    sessionId,
    at,
    on: Day.parse(dayIn(timeZone, at)),
    route: route as Route,
    mg,
  }))
  return longTermOf({
    today: Day.parse(dayIn(timeZone, now)),
    given,
    phq9: series.find(({ instrument }) => instrument === 'phq-9'),
    plan: plan.state === 'in force' ? plan.version : undefined,
    doneOfPlan: sessions.filter(({ dosedOn }) => dosedOn !== null).length,
    done,
    elsewhere,
    supplies: current(standing(supplies)),
    losses: current(standing(losses)).map(({ what, units, lostOn }) => ({ what, units, on: lostOn })),
  })
}

/** When each was last done: the day it was taken, looked into or answered, of entries that stand and are complete. The bladder questions are asked at a session, or behind a link. */
const findDone = (q: Query, patientId: string): Promise<Done> =>
  q.one<Done>(sql`
    with entry as (
      select n.kind, n.content from evaluation_entry n
      join evaluation e on e.clinic_id = n.clinic_id and e.id = n.evaluation_id
      where e.patient_id = ${patientId} and n.change <> 'entered in error'
        and not exists (select from evaluation_entry c where c.clinic_id = n.clinic_id and c.corrects = n.id)),
    liver as (
      select content ->> 'test' as test, max((content ->> 'takenOn')::date) as newest from entry
      where kind = 'result' and content ->> 'test' = any(${[...liverTests]}) group by 1),
    bladder as (
      select distinct on (e.session_id) v.at, coalesce(nullif(v.data #> '{facts,urinary}', 'null'), '{}') as answers
      from session_event e join session s on s.clinic_id = e.clinic_id and s.id = e.session_id
      cross join lateral (${standingEntry('e')}) v
      where s.patient_id = ${patientId} and e.kind = 'facts' and jsonb_exists(v.data -> 'facts', 'urinary')
      order by e.session_id, v.at desc, e.recorded_at desc)
    select
      greatest(
        (select max((r.answered_at at time zone c.time_zone)::date) from response_standing r
         where r.patient_id = ${patientId} and r.instrument = 'urinary' and r.missing = 0),
        (select max((u.at at time zone c.time_zone)::date) from bladder u
         where (select count(*) from jsonb_each(u.answers) said where said.value <> 'null') = ${urinary.items.length})) as bladder,
      (select case when count(*) = ${liverTests.length} then min(newest) end from liver) as liver,
      (select max((v.at at time zone c.time_zone)::date) from session_event e
       join session s on s.clinic_id = e.clinic_id and s.id = e.session_id
       cross join lateral (${standingEntry('e')}) v
       where s.patient_id = ${patientId} and e.kind = 'vitals' and v.data ->> 'systolic' is not null) as "blood pressure",
      (select max((content ->> 'takenOn')::date) from entry where kind = 'result' and content ->> 'test' = 'moca') as cognition,
      (select max((content ->> 'queriedOn')::date) from entry where kind = 'pdmp') as dependence
    from clinic c`)

const asked = ['otherKetaminePrescriber', 'ketamineMisuse'] as const

/** What the newest answers of an evaluation say about ketamine from elsewhere. */
const listElsewhere = (q: Query, patientId: string): Promise<Elsewhere[]> =>
  q.all<Elsewhere>(sql`
    select distinct on (f.key) f.key, f.value, f.recorded_at as "recordedAt"
    from evaluation_fact f join evaluation e on e.clinic_id = f.clinic_id and e.id = f.evaluation_id
    where e.patient_id = ${patientId} and f.key = any(${[...asked]})
    order by f.key, f.recorded_at desc, f.seq desc`)
