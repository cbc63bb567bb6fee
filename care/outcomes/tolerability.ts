import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import type { Instant } from '../../science/time.ts'
import type { SessionEvent } from '../sessions/event.ts'
import { infusedMgOf } from '../sessions/given.ts'
import { entriesOf, mgOf } from '../sessions/log.ts'
import { sessionFrom } from '../sessions/session.ts'

/** How one session of a plan was borne: what was written down, and whether it was broken off. */
export type Borne = {
  sessionId: string
  dosedAt: Instant
  /** Of all doses of the session together, as they were meant to go in. */
  mg: number
  /** Of infusions that all have an end: what went in by the entries. Null where it is not known, or is no infusion. */
  infusedMg: number | null
  route: Route
  stopped: boolean
  effects: { effect: string; severity: string }[]
}

type Row = SessionEvent & { endedAs: string | null }

/** Every session of a plan with a dose, oldest first, from its log as it stands after corrections. */
export const listBorne = async (q: Query, planId: string): Promise<Borne[]> => {
  const rows = await q.all<Row>(sql`
    select e.id, e.session_id as "sessionId", e.kind, e.happened_at as "happenedAt", e.recorded_at as "recordedAt",
           e.recorded_by as "recordedBy", e.data, e.corrects, s.ended_as as "endedAs"
    from session_event e join session s on s.clinic_id = e.clinic_id and s.id = e.session_id
    where s.plan_id = ${planId} and e.kind in ('dose', 'side effect', 'infusion changed', 'correction')`)
  const sessions = Map.groupBy(rows, ({ sessionId }) => sessionId)
  return [...sessions.entries()]
    .flatMap(([sessionId, events]) => borneOf(sessionId, events))
    .sort((a, b) => a.dosedAt.localeCompare(b.dosedAt))
}

const borneOf = (sessionId: string, events: readonly Row[]): Borne[] => {
  const session = sessionFrom(events)
  const { doses } = session
  const [first] = doses
  if (!first) return []
  const effects = entriesOf(session.log, 'side effect').map(({ data: { effect, severity } }) => ({ effect, severity }))
  const stopped = events.some(({ endedAs }) => endedAs === 'stopped')
  const { happenedAt: dosedAt, data } = first
  const infusedMg = infusedMgOf(session)
  return [{ sessionId, dosedAt, mg: mgOf(doses), infusedMg, route: data.route, stopped, effects }]
}
