import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import type { Instant } from '../../science/time.ts'
import type { SessionEvent } from '../sessions/event.ts'
import { receivedMgOf } from '../sessions/given.ts'
import { entriesOf, mgOf } from '../sessions/log.ts'
import { listDosing } from '../sessions/queries.ts'
import { sessionFrom } from '../sessions/session.ts'

/** How one session of a plan was borne: what was written down, and whether it was broken off. */
export type Borne = {
  sessionId: string
  dosedAt: Instant
  /** Of all doses of the session together, as they were meant to go in. */
  mg: number
  /** What of it the patient had, by the entries. Null where it is not known. */
  receivedMg: number | null
  route: Route
  stopped: boolean
  effects: { effect: string; severity: string }[]
}

/** Every session of a plan with a dose, oldest first, from its log as it stands after corrections. */
export const listBorne = async (q: Query, planId: string): Promise<Borne[]> => {
  const logs = await listDosing(q, sql`s.plan_id = ${planId}`, ['side effect', 'stopped'])
  return [...logs]
    .flatMap(([sessionId, events]) => borneOf(sessionId, events))
    .sort((a, b) => a.dosedAt.localeCompare(b.dosedAt))
}

const borneOf = (sessionId: string, events: readonly SessionEvent[]): Borne[] => {
  const session = sessionFrom(events)
  const { doses, ended } = session
  const [first] = doses
  if (!first) return []
  const effects = entriesOf(session.log, 'side effect').map(({ data: { effect, severity } }) => ({ effect, severity }))
  const { happenedAt: dosedAt, data } = first
  const receivedMg = receivedMgOf(session)
  return [
    { sessionId, dosedAt, mg: mgOf(doses), receivedMg, route: data.route, stopped: ended?.kind === 'stopped', effects },
  ]
}
