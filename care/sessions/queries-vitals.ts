import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import type { SessionEvent } from './event.ts'

/** What a set of observations is judged against: the session's baseline, without reading its whole log. */
export type VitalsContext = {
  patientId: string
  responsibleId: string
  route: Route
  policy: unknown
  timeZone: string
  emergencyPlan: string
  /** Doses, observations before the first of them, and what corrects those. */
  events: SessionEvent[] | null
}

/** JSON made by the database writes moments in its own way; this writes them as the rest of the program does. */
const at = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** One statement, on the path that is taken every few minutes in every room. */
export const findVitalsContext = (q: Query, sessionId: string): Promise<VitalsContext | undefined> =>
  q.maybe<VitalsContext>(sql`
    select s.patient_id as "patientId", s.responsible_id as "responsibleId", s.route, c.policy, c.time_zone as "timeZone",
           c.emergency_plan as "emergencyPlan",
           (select jsonb_agg(jsonb_build_object('id', e.id, 'sessionId', e.session_id, 'kind', e.kind,
              'happenedAt', ${at('e.happened_at')}, 'recordedAt', ${at('e.recorded_at')}, 'recordedBy', e.recorded_by,
              'data', e.data - 'findings' - 'answers', 'corrects', e.corrects, 'seq', e.seq))
            from session_event e
            where e.clinic_id = s.clinic_id and e.session_id = s.id and (e.kind in ('dose', 'correction') or (e.kind = 'vitals'
              and e.happened_at <= coalesce((select min(d.happened_at) from session_event d
                where d.clinic_id = s.clinic_id and d.session_id = s.id and d.kind = 'dose'), 'infinity')))) as events
    from session s join clinic c on c.clinic_id = s.clinic_id where s.id = ${sessionId}`)
