import { belongingTo, listReferences } from './belonging.ts'
import { owning } from './owner.ts'
import { sql } from './sql.ts'
import type { Database } from './types.ts'

/** Never leaves: what opens doors. Whoever reads an export must not be able to sign in with it. */
const secret = new Set([
  'password',
  'totp',
  'recovery_code',
  'passkey',
  'sign_in',
  'sign_in_attempt',
  'invitation',
  'patient_link',
])

const rowsAtOnce = 500

/**
 * Every row of one clinic, or of one patient in it, as one JSON object in pieces:
 * `{ format, clinicId, patientId?, tables: { name: [row] } }`. One moment in all tables. A patient's export holds what
 * has their `patient_id` and whatever hangs on it (`belonging.ts`).
 */
export async function* exportClinic(db: Database, clinicId: string, patientId?: string): AsyncGenerator<string> {
  const pieces = await owning(
    db,
    async (q) => {
      const columns = await q.all<{ table: string; column: string }>(sql`
      select c.table_name as table, c.column_name as column
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' order by c.table_name, c.ordinal_position`)
      const tables = Map.groupBy(columns, (row) => row.table)
      const columnsOf = new Map([...tables].map(([table, has]) => [table, has.map(({ column }) => column)]))
      const belonging = patientId === undefined ? undefined : belongingTo(patientId, columnsOf, await listReferences(q))
      const out: string[] = []
      for (const [table, names] of columnsOf) {
        if (secret.has(table) || !names.includes('clinic_id')) continue
        const mine = belonging ? belonging(table) : sql`true`
        if (!mine) continue
        const rows: string[] = []
        for (let from = 0; ; from += rowsAtOnce) {
          const page = await q.all<{ row: unknown }>(sql`
          select to_jsonb(t) as row from ${sql.raw(`"${table}"`)} t
          where clinic_id = ${clinicId} and ${mine} order by ctid limit ${rowsAtOnce} offset ${from}`)
          rows.push(...page.map(({ row }) => JSON.stringify(row)))
          if (page.length < rowsAtOnce) break
        }
        out.push(`${JSON.stringify(table)}: [${rows.map((row) => `\n    ${row}`).join(',')}]`)
      }
      return out
    },
    'read',
    clinicId,
  )
  yield `{\n  "format": "evenkeel export 1",\n  "clinicId": ${JSON.stringify(clinicId)},\n`
  if (patientId !== undefined) yield `  "patientId": ${JSON.stringify(patientId)},\n`
  yield '  "tables": {\n'
  for (const [i, piece] of pieces.entries()) yield `  ${piece}${i < pieces.length - 1 ? ',' : ''}\n`
  yield '  }\n}\n'
}

/** Whether this clinic has a patient of this id, whatever was typed for one. */
export const hasPatient = async (db: Database, clinicId: string, patientId: string): Promise<boolean> => {
  const found = await owning(
    db,
    (q) => q.maybe(sql`select id from patient where clinic_id = ${clinicId} and id::text = lower(${patientId})`),
    'read',
    clinicId,
  )
  return found !== undefined
}
