import { sql } from './sql.ts'
import { transaction } from './transaction.ts'
import type { Database, Query } from './types.ts'

/**
 * Reads as the owner of the tables, one moment in all of them: for migrations, backup and tests of the schema, never
 * for answering a request. `evenkeel.whole` lets the owner list the clinics even where it is no superuser.
 */
export const owning = <T>(
  db: Database,
  run: (query: Query) => Promise<T>,
  mode: 'read' | 'write' = 'read',
): Promise<T> =>
  transaction(
    db,
    mode === 'read'
      ? `begin isolation level repeatable read read only; set local evenkeel.whole = 'yes'`
      : `begin; set local evenkeel.whole = 'yes'`,
    run,
    { readOnly: mode === 'read' },
  )

/** The ids of the clinics kept here, oldest first. Empty before the first one is set up. */
export const listClinicIds = (db: Database): Promise<string[]> =>
  owning(db, async (query) => {
    const rows = await query.all<{ clinicId: string }>(
      sql`select clinic_id as "clinicId" from clinic order by created_at, clinic_id`,
    )
    return rows.map((row) => row.clinicId)
  })

/** The ids of the demo clinics kept here, whole or half-made. */
export const listDemoClinics = (db: Database): Promise<string[]> =>
  owning(db, async (query) => {
    const rows = await query.all<{ clinicId: string }>(
      sql`select clinic_id as "clinicId" from clinic where is_demo order by created_at, clinic_id`,
    )
    return rows.map((row) => row.clinicId)
  })
