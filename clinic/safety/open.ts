import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'

/** Of an alert called `a` in the statement: nobody has closed it. */
export const stillOpen = sql`not exists (
  select from alert_event c where c.clinic_id = a.clinic_id and c.alert_id = a.id and c.kind = 'close')`

/** Of an alert called `a`: nobody has acknowledged it since it was raised or last handed on, nor closed it. */
export const stillWaits = sql`not exists (
  select from alert_event e where e.clinic_id = a.clinic_id and e.alert_id = a.id and (e.kind = 'close'
    or (e.kind = 'acknowledge' and not exists (
      select from alert_event h
      where h.clinic_id = e.clinic_id and h.alert_id = e.alert_id and h.kind = 'reassign' and h.seq > e.seq))))`

type About = { kind: string; id: string }

/** By which rules an alert about this is open: one stands for all that comes of it until somebody closes it. */
export const listOpenRules = (q: Query, about: About, patientId: string) => listRules(q, about, patientId, stillOpen)

/** The same of those that nobody has acknowledged yet. Whoever has acknowledged one does not know what came after it. */
export const listWaitingRules = (q: Query, about: About, patientId: string) =>
  listRules(q, about, patientId, stillWaits)

const listRules = async (q: Query, { kind, id }: About, patientId: string, which: Statement): Promise<string[]> => {
  const found = await q.all<{ rule: string }>(sql`
    select a.rule_id as rule from alert a
    where a.about_kind = ${kind} and a.about_id = ${id} and a.patient_id = ${patientId} and ${which}`)
  return found.map(({ rule }) => rule)
}
