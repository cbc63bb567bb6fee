import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresMajor } from './embedded/folder.ts'
import { migrate } from './migrate.ts'
import { listMigrations } from './migrations.ts'
import { openDatabase } from './open.ts'

const cache = fileURLToPath(new URL('../.cache/test-database/', import.meta.url))
const dayMs = 24 * 60 * 60 * 1000

const keyOf = (): string => {
  const hash = createHash('sha256').update(String(postgresMajor))
  for (const { id, checksum } of listMigrations()) hash.update(id).update(checksum)
  return hash.digest('hex').slice(0, 16)
}

/**
 * Copies a migrated, empty data folder to `dataDir`. Making a cluster takes seconds, so one is kept in `.cache` for
 * each state of the migrations; a changed migration makes a new one.
 */
export const copyTemplate = async (dataDir: string): Promise<void> =>
  cpSync(await template(), dataDir, { recursive: true })

/** Where the migrated, empty data folder is; made now if there is none yet. `npm test` makes it before its parts start. */
export const template = async (): Promise<string> => {
  const folder = join(cache, keyOf())
  if (!existsSync(folder)) await makeTemplate(folder)
  return folder
}

const makeTemplate = async (folder: string): Promise<void> => {
  mkdirSync(cache, { recursive: true })
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    if (Date.now() - statSync(path).mtimeMs > dayMs) rmSync(path, { recursive: true, force: true })
  }
  const fresh = mkdtempSync(join(cache, 'making-'))
  const db = await openDatabase({ dataDir: fresh })
  try {
    await migrate(db)
  } finally {
    await db.close()
  }
  try {
    renameSync(fresh, folder)
  } catch {
    rmSync(fresh, { recursive: true, force: true }) // Another process was faster; its template is the same.
  }
}
