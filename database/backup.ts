import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { seal } from './backup/envelope.ts'
import type { Header, TableEnd, TableStart } from './backup/format.ts'
import { verifyBackup } from './backup/read.ts'
import { confineTo, listSequences, listTables, pagesOf, type Table } from './backup/tables.ts'
import { fsyncPath } from './embedded/fsync.ts'
import { codeOf, StartProblem } from './errors.ts'
import { owning } from './owner.ts'
import { sql } from './sql.ts'
import type { Database, Query } from './types.ts'

export type BackupDone = {
  path: string
  rows: number
  tables: number
  encrypted: boolean
  /** Whether the installation's key is in it: what it sealed opens with no other. */
  holdsKey: boolean
}

/**
 * Writes everything to the file `to`, from one moment in all tables, while others go on using the database (on the
 * embedded engine they wait for it). Encrypted when a passphrase is given. The file appears under its name only when it
 * is on disk and was read back whole; an existing file is never overwritten. Throws `StartProblem` with one sentence.
 * @param dataDir where `secret.key` lies, which is part of the backup
 */
export const backUp = async (
  db: Database,
  { to, dataDir, passphrase, now }: { to: string; dataDir: string; passphrase?: string | undefined; now: Date },
): Promise<BackupDone> => {
  const path = resolve(to)
  if (existsSync(path)) throw new StartProblem(`The file ${path} exists already; give the backup another name.`)
  const unfinished = `${path}.unfinished-${process.pid}`
  try {
    const sealed = passphrase === undefined ? [] : [await seal(passphrase)]
    const done = await owning(db, async (query) => {
      const header = await headerOf(query, db, dataDir, now)
      await pipeline([
        Readable.from(linesFor(query, header)),
        createGzip({ level: 3 }),
        ...sealed,
        createWriteStream(unfinished, { mode: 0o600, flags: 'wx', flush: true }),
      ])
      const holdsKey = header.secretKey !== undefined
      return { tables: Object.keys(header.rows).length, rows: sum(header.rows), holdsKey }
    })
    await verifyBackup(unfinished, passphrase)
    renameSync(unfinished, path)
    if (process.platform !== 'win32') fsyncPath(dirname(path), 'r')
    return { path, ...done, encrypted: passphrase !== undefined }
  } catch (error) {
    rmSync(unfinished, { force: true })
    const code = codeOf(error)
    if (code?.startsWith('E'))
      throw new StartProblem(
        code === 'ENOSPC'
          ? `The disk holding ${dirname(path)} is full; no backup was written.`
          : `The backup could not be written to ${path} (${code}); name a folder that exists and may be written to.`,
        { cause: error },
      )
    throw error
  }
}

const sum = (rows: Header['rows']): number => Object.values(rows).reduce((total, count) => total + count, 0)

const headerOf = async (query: Query, db: Database, dataDir: string, now: Date): Promise<Header> => {
  const [tables, clinics, migrations] = await Promise.all([
    listTables(query),
    query.all<{ id: string }>(sql`select clinic_id as id from clinic order by clinic_id`),
    query.all<Header['migrations'][number]>(sql`select id, name, checksum from migration order by id`),
  ])
  const rows: Header['rows'] = Object.fromEntries(tables.map((table) => [table.name, 0]))
  for (const { id } of clinics) {
    await query.all(confineTo(id))
    for (const { name } of tables) {
      const counted = sql.raw(`select count(*) as count from ${name} where clinic_id = evenkeel_clinic()`)
      rows[name] = (rows[name] ?? 0) + (await query.one<{ count: number }>(counted)).count
    }
  }
  const keyFile = join(dataDir, 'secret.key')
  return {
    evenkeel: 'backup',
    version: 1,
    takenAt: now.toISOString(),
    engine: db.engine,
    clinicIds: clinics.map(({ id }) => id),
    migrations,
    rows,
    sequences: await listSequences(query),
    ...(existsSync(keyFile) ? { secretKey: readFileSync(keyFile, 'utf8').trim() } : {}),
  }
}

async function* linesFor(query: Query, header: Header): AsyncGenerator<string> {
  yield `${JSON.stringify(header)}\n`
  const tables = await listTables(query)
  for (const table of tables) yield* linesForTable(query, table, header)
  yield `${JSON.stringify({ done: true, tables: tables.length, rows: sum(header.rows) })}\n`
}

async function* linesForTable(query: Query, table: Table, header: Header): AsyncGenerator<string> {
  yield `${JSON.stringify({ table: table.name, columns: table.columns } satisfies TableStart)}\n`
  const hash = createHash('sha256')
  let rows = 0
  for await (const page of pagesOf(query, table, header.clinicIds)) {
    const text = `${page.join('\n')}\n`
    hash.update(text)
    rows += page.length
    yield text
  }
  if (rows !== header.rows[table.name])
    throw new Error(`${table.name} had ${header.rows[table.name]} rows at first and ${rows} when they were read`)
  yield `${JSON.stringify({ end: table.name, rows, sha256: hash.digest('hex') } satisfies TableEnd)}\n`
}
