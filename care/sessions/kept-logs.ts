import { sql } from '../../database/sql.ts'
import type { Database, Query } from '../../database/types.ts'
import { listEventsOf } from './queries.ts'
import { type Session, sessionFrom } from './session.ts'

type Kept = { entries: number; session: Session }

/** More than clinics have open at a time; beyond it everything is forgotten and read anew. */
const most = 1000
const keptIn = new WeakMap<Database, Map<string, Kept>>()

/** Ids are made on devices: two clinics may have the same one, and neither is told of the other. */
const keyOf = (clinicId: string, id: string): string => `${clinicId} ${id}`

/**
 * What the logs of these sessions say. A board is asked for again with every entry of any room, so what was read last is
 * kept and read again only where there are entries more than then: entries are only ever added, and how many there are is
 * asked each time in the reading clinic's own name, so this holds on every engine and however many servers write.
 */
export const readSessions = async (
  db: Database,
  clinicId: string,
  q: Query,
  sessionIds: readonly string[],
): Promise<Map<string, Session>> => {
  const before = keptIn.get(db)
  const kept = before && before.size + sessionIds.length <= most ? before : new Map<string, Kept>()
  keptIn.set(db, kept)
  const counts = await countEntries(q, sessionIds)
  const same = new Map(
    sessionIds.flatMap((id) => {
      const known = kept.get(keyOf(clinicId, id))
      return known && known.entries === (counts.get(id) ?? 0) ? [[id, known.session] as const] : []
    }),
  )
  const anew = sessionIds.filter((id) => !same.has(id))
  const logs = await listEventsOf(q, anew)
  for (const id of anew) {
    const log = logs.get(id) ?? []
    const session = sessionFrom(log)
    kept.set(keyOf(clinicId, id), { entries: log.length, session })
    same.set(id, session)
  }
  return same
}

const countEntries = async (q: Query, sessionIds: readonly string[]): Promise<Map<string, number>> => {
  if (sessionIds.length === 0) return new Map()
  const rows = await q.all<{ id: string; entries: number }>(sql`
    select session_id as id, count(*) as entries from session_event
    where session_id = any(${sessionIds}::uuid[]) group by session_id`)
  return new Map(rows.map(({ id, entries }) => [id, entries]))
}
