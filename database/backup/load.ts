import { createHash } from 'node:crypto'
import { StartProblem } from '../errors.ts'
import { migrationTable, scriptOf } from '../migrate.ts'
import { listMigrations, type Migration } from '../migrations.ts'
import type { Connection } from '../types.ts'
import type { Header } from './format.ts'
import { readBackup, spoiled } from './read.ts'
import { insertInto, linesOf, type Table } from './tables.ts'
import { tablesOn } from './target.ts'

/** The migrations this version has that made the schema the backup was taken with. */
export const migrationsOf = ({ migrations }: Header, path: string): Migration[] => {
  const known = listMigrations()
  return migrations.map((wanted, i) => {
    const found = known[i]
    if (!found || found.id !== wanted.id)
      throw new StartProblem(
        `The backup ${path} was made by a newer Evenkeel (it has migration ${wanted.id}_${wanted.name}); nothing was restored. Restore it with that version or a later one.`,
      )
    if (found.checksum !== wanted.checksum)
      throw new StartProblem(
        `Migration ${wanted.id}_${wanted.name} is not the one the backup ${path} was made with; nothing was restored. Restore it with the version that made it.`,
      )
    return found
  })
}

/**
 * Makes the schema, puts every line back, and reads all of it again: every count and every hash has to agree before the
 * one transaction is committed. References and triggers are set aside meanwhile, and checked when they return.
 */
export const load = async (
  connection: Connection,
  header: Header,
  path: string,
  passphrase: string | undefined,
): Promise<{ tables: number; rows: number }> => {
  await connection.send([{ text: `begin; set local evenkeel.whole = 'yes'; ${migrationTable}` }])
  for (const migration of migrationsOf(header, path)) await connection.send([{ text: scriptOf(migration) }])
  const { tables, aside, back } = await tablesOn(connection)
  await connection.send(aside.map((text) => ({ text })))
  const rows = await fillTables(connection, tables, header, path, passphrase)
  await connection.send(back.map((text) => ({ text })))
  for (const { table, column, last, called } of header.sequences)
    await connection.send([
      {
        text: 'select setval(pg_get_serial_sequence($1, $2), $3::bigint, $4::boolean)',
        values: [table, column, String(last), String(called)],
      },
    ])
  await connection.send([{ text: 'commit' }])
  return { tables: tables.length, rows }
}

const fillTables = async (
  connection: Connection,
  tables: readonly Table[],
  header: Header,
  path: string,
  passphrase: string | undefined,
): Promise<number> => {
  const left = new Map(tables.map((table) => [table.name, table]))
  let table: Table | undefined
  let total = 0
  for await (const part of readBackup(path, passphrase)) {
    if (part.kind === 'table') {
      table = left.get(part.table)
      left.delete(part.table)
      if (part.columns.join() !== table?.columns.join()) throw spoiled(path, `${part.table} has other columns`)
    }
    if (part.kind === 'lines' && table)
      await connection.send([{ text: insertInto(table), values: [`[${part.lines.join(',')}]`] }])
    if (part.kind === 'end' && table) {
      total += part.rows
      const found = await readBack(connection, table, header.clinicIds)
      if (found.rows !== part.rows || found.sha256 !== part.sha256)
        throw spoiled(path, `${table.name} came back otherwise than it was written`)
    }
  }
  if (left.size > 0) throw spoiled(path, `${[...left.keys()].join(', ')} missing`)
  return total
}

/** What a backup of the table would hold now. */
const readBack = async (
  connection: Connection,
  table: Table,
  clinicIds: readonly string[],
): Promise<{ rows: number; sha256: string }> => {
  const hash = createHash('sha256')
  let rows = 0
  for (const clinicId of clinicIds) {
    await connection.send([
      { text: `select set_config('evenkeel.clinic_id', $1, true)`, values: [clinicId] },
      { text: `declare restored no scroll cursor for ${linesOf(table).text}`, values: [] },
    ])
    for (let more = true; more; ) {
      const [page] = await connection.send([{ text: 'fetch 2000 from restored', values: [] }])
      const lines = (page?.rows ?? []) as { line: string }[]
      for (const { line } of lines) hash.update(line).update('\n')
      rows += lines.length
      more = lines.length === 2000
    }
    await connection.send([{ text: 'close restored' }])
  }
  return { rows, sha256: hash.digest('hex') }
}
