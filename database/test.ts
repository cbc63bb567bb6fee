import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { after } from 'node:test'
import { DatabaseError } from './errors.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open.ts'
import { sql } from './sql.ts'
import { startServerForTests, type TestServer } from './test-server.ts'
import { copyTemplate } from './test-template.ts'
import type { Database, Step } from './types.ts'
import { writing } from './write.ts'

/**
 * The real database, migrated, one for all tests of this process; each test makes a clinic of its own.
 * Embedded on a folder of its own, or a real server with EVENKEEL_TEST_DATABASE=server. Closed after the last test.
 */
export const testDatabase = (): Promise<Database> => {
  shared ??= open()
  return shared
}
let shared: Promise<Database> | undefined

let close: () => Promise<void> = async () => undefined
// Registered here, outside any test, so that it runs after the last test of the process and not after the first.
// A measurement of bench/ borrows the test clinic and closes it itself: it is no test, and would be counted as none.
const isMeasurement = process.argv[1]?.includes(`${sep}bench${sep}`)
if (!isMeasurement)
  after(async () => {
    over = true
    await close()
    await stopUnused()
  })

const open = async (): Promise<Database> => {
  const own = await ownDatabase()
  close = own.close
  return doubted ? doubting(own.db) : own.db
}

/** Whether nothing presumed holds here, in `npm run test:long`: a test that counts what is spared by it has nothing to count. */
export const doubted = process.env.EVENKEEL_TEST_DOUBT !== undefined

/** As `db`, where nothing presumed holds: whatever goes by memory is refused once, and done again (`presumed.ts`). */
const doubting = (db: Database): Database => ({
  ...db,
  connect: async () => {
    const connection = await db.connect()
    return {
      ...connection,
      send: async (steps) => {
        if (steps.some(({ text }) => text.startsWith('select presume(')))
          throw new DatabaseError({ message: 'doubted by a test', code: 'EK001' })
        return connection.send(steps)
      },
    }
  },
})

/** A database that nobody else has, on the same engine, for tests that count the clinics of a database. Close it. */
export const ownDatabase = async (): Promise<{ db: Database; close: () => Promise<void> }> => {
  if (process.env.EVENKEEL_TEST_DATABASE === 'server') return serverDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-test-'))
  await copyTemplate(dataDir)
  const db = await openDatabase({ dataDir })
  await migrate(db)
  const close = async () => {
    await db.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { db, close }
}

const serverDatabase = async (): Promise<{ db: Database; close: () => Promise<void> }> => {
  migrated ??= startMigrated()
  inUse += 1
  const own = await (await migrated).copy()
  const db = await openDatabase({ url: own.url })
  const close = async () => {
    await db.close()
    await own.stop()
    inUse -= 1
    await stopUnused()
  }
  return { db, close }
}

/** One server a process; what each of its databases begins as. */
let migrated: Promise<TestServer> | undefined
const startMigrated = async (): Promise<TestServer> => {
  const server = await startServerForTests()
  const db = await openDatabase({ url: server.url })
  await migrate(db)
  await db.close()
  return server
}

let inUse = 0
let over = false
/** Some file closes its own database only after the last test, and after this one’s. */
const stopUnused = async (): Promise<void> => {
  if (!over || inUse > 0) return
  const server = migrated
  // Once: what closes the last database of a process may be the end of the process too.
  migrated = undefined
  await (await server)?.stop()
}

/** The same database, which tells what it is sent, message by message. */
export const overheard = (db: Database, hear: (steps: readonly Step[]) => void): Database => ({
  ...db,
  connect: async () => {
    const connection = await db.connect()
    return {
      ...connection,
      send: (steps) => {
        hear(steps)
        return connection.send(steps)
      },
    }
  },
})

/** A fresh clinic and its id: what one test writes, no other sees. */
export const newClinic = async (
  db: Database,
  { isDemo = false, timeZone = 'America/New_York' } = {},
): Promise<string> => {
  const clinicId = randomUUID()
  await writing(db, { clinicId }, (tx) =>
    tx.run(sql`insert into clinic (clinic_id, name, time_zone, is_demo)
               values (${clinicId}, 'Test clinic', ${timeZone}, ${isDemo})`),
  )
  return clinicId
}
