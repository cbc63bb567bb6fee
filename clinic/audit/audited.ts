import { sql } from '../../database/sql.ts'
import type { Database, Tx } from '../../database/types.ts'
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
  writing(db, { clinicId: act.clinicId }, change, () => entry(act))

/** As `audited`, where what was done (which subject, which numbers) is known only when it has been done. */
export const auditedAs = <T>(
  db: Database,
  clinicId: string,
  change: (tx: Tx) => Promise<T>,
  act: (result: T) => Omit<Act, 'clinicId'>,
): Promise<T> => writing(db, { clinicId }, change, (result) => entry({ ...act(result), clinicId }))

const nothingToWrite = new Error('nothing to write')

/**
 * As `auditedAs`, where it shows only under its lock whether there is anything to change. A change that answers undefined
 * is undone and leaves no entry.
 */
export const auditedIfChanged = async <T>(
  db: Database,
  clinicId: string,
  change: (tx: Tx) => Promise<T | undefined>,
  act: (result: T) => Omit<Act, 'clinicId'>,
): Promise<void> => {
  const changed = async (tx: Tx): Promise<T> => {
    const done = await change(tx)
    if (done === undefined) throw nothingToWrite
    return done
  }
  await auditedAs(db, clinicId, changed, act).catch((error: unknown) => {
    if (error !== nothingToWrite) throw error
  })
}

const entry = (act: Act) => sql`select append_audit(
  ${act.at}::timestamptz, ${act.actor.kind}, ${act.actor.id}::uuid, ${act.action},
  ${act.subject?.kind ?? null}, ${act.subject?.id ?? null}::text, ${act.patientId ?? null}::uuid,
  ${JSON.stringify(act.detail ?? {})}::jsonb)`
