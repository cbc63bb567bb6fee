import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { owning } from '../../database/owner.ts'
import { sql } from '../../database/sql.ts'
import type { Database } from '../../database/types.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/accounts.ts'
import { Problem } from '../request/problem.ts'
import { hashOf, newToken } from './secrets.ts'

type Pending = { hash: string; until: Instant }

const hours = 24
const fileIn = (folder: string): string => join(folder, 'setup.json')
const takenIn = (folder: string): string => join(folder, 'setup.taken.json')

/** Databases that have a clinic: one that exists never goes away, so it is asked only until then. */
const setUp = new WeakSet<Database>()

/** Whether a clinic was set up here. A demo clinic is none. */
export const hasClinic = async (db: Database): Promise<boolean> => {
  if (setUp.has(db)) return true
  const found = await owning(db, (q) => q.maybe(sql`select clinic_id from clinic where not is_demo limit 1`))
  if (found) setUp.add(db)
  return found !== undefined
}

/**
 * While there is no clinic: a new link for its owner, good for a day. The one printed at an earlier start stops
 * working. Only the hash of its token is kept, in the data folder, in a file its owner alone can read.
 */
export const ensureFirstRun = async (
  db: Database,
  dataDir: string,
  now: Instant,
): Promise<{ token: string } | undefined> => {
  rmSync(takenIn(dataDir), { force: true })
  if (await hasClinic(db)) {
    rmSync(fileIn(dataDir), { force: true })
    return undefined
  }
  const token = newToken()
  const pending: Pending = { hash: hashOf(token), until: addMinutes(now, hours * 60) }
  writeFileSync(fileIn(dataDir), JSON.stringify(pending), { mode: 0o600 })
  // The mode above counts only for a file that is new.
  chmodSync(fileIn(dataDir), 0o600)
  return { token }
}

/** Whether a link to set up the clinic was printed and not used yet. */
export const isWaiting = (folder: string | undefined): boolean => folder !== undefined && existsSync(fileIn(folder))

/** @throws Problem when this is not the link that was printed last, or a clinic is there already */
export const checkFirstRun = async (
  db: Database,
  folder: string | undefined,
  token: string,
  now: Instant,
): Promise<{ until: Instant }> => {
  if (await hasClinic(db)) throw new Problem('conflict', says.setUpPleaseSignIn)
  const pending = folder ? readPending(folder) : undefined
  if (!pending || pending.hash !== hashOf(token)) {
    throw new Problem('not-found', says.notTheLastStart)
  }
  if (pending.until <= now) throw new Problem('conflict', says.olderThanADay)
  return { until: pending.until }
}

/**
 * Runs `setUpClinic` for one holder of the link only: the file is moved away first, which of two at once one can do.
 * If setting up fails, the link works again.
 */
export const spendFirstRun = async <T>(folder: string | undefined, setUpClinic: () => Promise<T>): Promise<T> => {
  const taken = new Problem('conflict', says.settingUpNow)
  if (!folder) throw taken
  try {
    renameSync(fileIn(folder), takenIn(folder))
  } catch {
    throw taken
  }
  try {
    const result = await setUpClinic()
    rmSync(takenIn(folder), { force: true })
    return result
  } catch (error) {
    renameSync(takenIn(folder), fileIn(folder))
    throw error
  }
}

const readPending = (folder: string): Pending | undefined => {
  if (!existsSync(fileIn(folder))) return undefined
  try {
    return JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Pending
  } catch {
    return undefined
  }
}
