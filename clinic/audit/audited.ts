import type { Database, Tx } from '../../database/types.ts'
import { sql } from '../../database/sql.ts'
import { writing } from '../../database/write.ts'
import type { Instant } from '../../science/time.ts'
import type { Actor } from '../accounts/actor.ts'

export type Act = {
  clinicId: string
  actor: Pick<Actor, 'kind' | 'id'>
  /** Stage and verb, as in the permission: `sessions.clear`, `chart.open`. */
  action: string
  at: Instant
  subject?: { kind: string; id: string }
  patientId?: string
  /** Numbers, ids and codes that make the entry readable later. Never a patient's words. */
  detail?: Record<string, unknown>
}

/**
 * Writes, and writes down who wrote, in one transaction: both are there or neither is. The only maker of a `Tx`, so a
 * change that nobody could trace does not compile. The entry is chained to the one before it by its hash
 * (`append_audit` in migrations/0001), and its commit tells every open screen that something changed.
 */
export const audited = <T>(db: Database, act: Act, change: (tx: Tx) => Promise<T>): Promise<T> =>
  writing(db, { clinicId: act.clinicId }, async (tx) => {
    const result = await change(tx)
    await tx.run(entry(act))
    return result
  })

/** For work that also has to write somewhere else in the same breath, such as several acts at once. */
export const entry = (act: Act) => sql`select append_audit(
  ${act.at}::timestamptz, ${act.actor.kind}, ${act.actor.id}::uuid, ${act.action},
  ${act.subject?.kind ?? null}, ${act.subject?.id ?? null}::text, ${act.patientId ?? null}::uuid,
  ${JSON.stringify(act.detail ?? {})}::jsonb)`
