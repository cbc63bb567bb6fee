import type { Instant } from '../science/time.ts'
import { begin, beginRead, setClinic } from './scope.ts'
import { sql } from './sql.ts'
import { transaction } from './transaction.ts'
import type { Database, Query } from './types.ts'

/**
 * Reads as the owner of the tables, one moment in all of them: for migrations, backup, the audit check and tests of the
 * schema, never for answering a request. Where the owner is no superuser it is held to row-level security as well: then
 * it sees the list of clinics, and the rows of `clinicId` when one is named.
 */
export const owning = <T>(
  db: Database,
  run: (query: Query) => Promise<T>,
  mode: 'read' | 'write' = 'read',
  clinicId?: string,
): Promise<T> => {
  const whole = { text: `select set_config('evenkeel.whole', 'yes', true)`, values: [] }
  const opening = [mode === 'read' ? beginRead : begin, whole, ...(clinicId === undefined ? [] : [setClinic(clinicId)])]
  return transaction(db, opening, run, { readOnly: mode === 'read' })
}

/** The ids of the clinics kept here, oldest first. Empty before the first one is set up. */
export const listClinicIds = (db: Database): Promise<string[]> =>
  owning(db, async (query) => {
    const rows = await query.all<{ clinicId: string }>(
      sql`select clinic_id as "clinicId" from clinic order by created_at, clinic_id`,
    )
    return rows.map((row) => row.clinicId)
  })

/** The drill clinics kept here, and whose staff train in each (migrations/0029). */
export const listDrillClinics = (db: Database): Promise<{ clinicId: string; drillOf: string; createdAt: Instant }[]> =>
  owning(db, (query) =>
    query.all(sql`
      select clinic_id as "clinicId", drill_of as "drillOf", created_at as "createdAt" from clinic
      where drill_of is not null order by created_at, clinic_id`),
  )

/** The ids of the demo clinics kept here, whole or half-made. */
export const listDemoClinics = (db: Database): Promise<string[]> =>
  owning(db, async (query) => {
    const rows = await query.all<{ clinicId: string }>(
      sql`select clinic_id as "clinicId" from clinic where is_demo and drill_of is null order by created_at, clinic_id`,
    )
    return rows.map((row) => row.clinicId)
  })
