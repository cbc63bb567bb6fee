import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Header } from './backup/format.ts'
import { load, migrationsOf } from './backup/load.ts'
import { verifyBackup } from './backup/read.ts'
import { expectEmpty } from './backup/target.ts'
import { fsyncPath } from './embedded/fsync.ts'
import { codeOf, StartProblem } from './errors.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open.ts'
import type { Database } from './types.ts'

export type RestoreDone = { place: string; takenAt: string; tables: number; rows: number }

/** An embedded database in a new `dataDir`, or the empty one at `url` with the key in `dataDir`. */
export type Target = { dataDir: string; url?: string | undefined }

/**
 * Puts a backup into an empty place. Done means: every table was read back and its count and hash agree with what was
 * written, and the schema was brought to this version. Otherwise it throws `StartProblem` with one sentence and leaves
 * nothing behind.
 */
export const restore = async (
  path: string,
  target: Target,
  { passphrase }: { passphrase?: string | undefined } = {},
): Promise<RestoreDone> => {
  const dataDir = resolve(target.dataDir)
  try {
    const header = await verifyBackup(path, passphrase)
    migrationsOf(header, path)
    const from: Source = { path, passphrase, header }
    return target.url === undefined ? await intoFolder(from, dataDir) : await intoServer(from, target.url, dataDir)
  } catch (error) {
    const code = codeOf(error)
    if (!code?.startsWith('E')) throw error
    throw new StartProblem(
      `The backup ${path} could not be restored to ${dataDir} (${code}); nothing was left behind.`,
      {
        cause: error,
      },
    )
  }
}

type Source = { path: string; passphrase: string | undefined; header: Header }

/** Built beside the folder and renamed when it is whole, so that a restore cut short is never mistaken for one. */
const intoFolder = async (source: Source, dataDir: string): Promise<RestoreDone> => {
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new StartProblem(
      `The folder ${dataDir} is not empty; nothing was restored. Give an empty one with DATA_DIR, so that nothing can be overwritten.`,
    )
  const parent = dirname(dataDir)
  mkdirSync(parent, { recursive: true })
  const building = join(parent, `.${basename(dataDir)}.restoring-${process.pid}`)
  try {
    const db = await openDatabase({ dataDir: building })
    const done = await fill(db, source).finally(() => db.close())
    writeKey(building, source.header)
    if (existsSync(dataDir)) rmdirSync(dataDir)
    renameSync(building, dataDir)
    if (process.platform !== 'win32') fsyncPath(parent, 'r')
    return { place: dataDir, ...done }
  } catch (error) {
    rmSync(building, { recursive: true, force: true })
    throw error
  }
}

const intoServer = async (source: Source, url: string, dataDir: string): Promise<RestoreDone> => {
  expectKey(dataDir, source.header)
  const db = await openDatabase({ url })
  try {
    await expectEmpty(db)
    const done = await fill(db, source)
    writeKey(dataDir, source.header)
    return { place: db.place, ...done }
  } finally {
    await db.close()
  }
}

const fill = async (db: Database, { path, passphrase, header }: Source): Promise<Omit<RestoreDone, 'place'>> => {
  const connection = await db.connect()
  try {
    const done = await load(connection, header, path, passphrase)
    connection.release()
    await migrate(db)
    return { takenAt: header.takenAt, ...done }
  } catch (error) {
    await connection.send([{ text: 'rollback' }]).catch(() => {})
    connection.release()
    throw error
  }
}

const keyFile = (dataDir: string): string => join(dataDir, 'secret.key')

/** Another installation's key must not be overwritten, nor the data put beside a key that does not open it. */
const expectKey = (dataDir: string, { secretKey }: Header): void => {
  if (!existsSync(keyFile(dataDir)) || readFileSync(keyFile(dataDir), 'utf8').trim() === secretKey) return
  throw new StartProblem(
    `${keyFile(dataDir)} is another installation's key; nothing was restored. Give an empty folder with DATA_DIR.`,
  )
}

const writeKey = (dataDir: string, { secretKey }: Header): void => {
  if (secretKey === undefined) return
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(keyFile(dataDir), secretKey, { mode: 0o600, flush: true })
}
