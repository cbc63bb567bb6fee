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
 * `{ format, clinicId, patientId?, tables: { name: [row] } }`. One moment in all tables. A table belongs to a patient
 * when it has a `patient_id` (or is `patient` itself); others are left out of a patient's export, except what hangs
 * on a session, an evaluation, an alert or a plan of that patient.
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
      const out: string[] = []
      for (const [table, has] of tables) {
        const names = has.map((row) => row.column)
        if (secret.has(table) || !names.includes('clinic_id')) continue
        const mine = patientId === undefined ? sql`true` : belongs(table, names, patientId)
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

const parents = ['session', 'intake', 'evaluation', 'alert', 'plan', 'determination', 'consent_document'] as const

const belongs = (table: string, columns: string[], patientId: string) => {
  if (table === 'patient') return sql`id = ${patientId}`
  if (columns.includes('patient_id')) return sql`patient_id = ${patientId}`
  const consent = ofConsent(columns, patientId)
  if (consent) return consent
  const parent = parents.find((name) => columns.includes(`${name}_id`))
  if (!parent || parent === 'consent_document') return undefined
  const column = sql.raw(`"${parent}_id"`)
  return parent === 'determination'
    ? sql`${column} in (select d.id from determination d join evaluation e on e.clinic_id = d.clinic_id and e.id = d.evaluation_id where e.patient_id = ${patientId})`
    : sql`${column} in (select p.id from ${sql.raw(`"${parent}"`)} p where p.patient_id = ${patientId})`
}

/** What hangs on a consent that a patient was asked for: links, questions, answers, signatures, what was taken back. */
const ofConsent = (columns: string[], patientId: string) => {
  const asked = sql`(select r.id from consent_request r where r.patient_id = ${patientId})`
  if (columns.includes('request_id')) return sql`request_id in ${asked}`
  if (columns.includes('question_id'))
    return sql`question_id in (select n.id from consent_question n where n.request_id in ${asked})`
  if (columns.includes('signature_id'))
    return sql`signature_id in (select g.id from consent_signature g where g.request_id in ${asked})`
  return undefined
}
