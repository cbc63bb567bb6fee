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
  /** Doses, observations before them, and corrections; no observations while there is no dose to compare with. */
  events: SessionEvent[] | null
  /** Over all of it. */
  digest: string
}

/** One statement, on the path that is taken every few minutes in every room (function in 0007_sessions.sql). */
export const findVitalsContext = (q: Query, sessionId: string): Promise<VitalsContext | undefined> =>
  q.maybe<VitalsContext>(sql`
    select patient_id as "patientId", responsible_id as "responsibleId", route, policy, time_zone as "timeZone",
           emergency_plan as "emergencyPlan", events, md5(c::text) as digest
    from session_vitals_context(${sessionId}) c`)
