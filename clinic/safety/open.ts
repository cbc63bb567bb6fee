import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'

/** Of an alert called `a` in the statement: nobody has closed it. */
export const stillOpen = sql`not exists (
  select from alert_event c where c.clinic_id = a.clinic_id and c.alert_id = a.id and c.kind = 'close')`

/** By which rules an alert about this is open: one stands for all that comes of it until somebody closes it. */
export const listOpenRules = async (q: Query, { kind, id }: { kind: string; id: string }, patientId: string) => {
  const open = await q.all<{ rule: string }>(sql`
    select a.rule_id as rule from alert a
    where a.about_kind = ${kind} and a.about_id = ${id} and a.patient_id = ${patientId} and ${stillOpen}`)
  return open.map(({ rule }) => rule)
}
