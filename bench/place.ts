import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { startServerForTests } from '../database/test-server.ts'
import type { Database } from '../database/types.ts'

export type Engine = 'embedded' | 'server'

/** A database to measure on: opened here to be filled, closed, and then served by a process of its own. */
export type Place = {
  engine: Engine
  dataDir: string
  env: Record<string, string>
  open: () => Promise<Database>
  /** A second, empty database on the same engine, for what the engine does alone. */
  alone: () => Promise<{ db: Database; close: () => Promise<void> }>
  stop: () => Promise<void>
}

export const newPlace = async (engine: Engine): Promise<Place> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-bench-'))
  const forget = (folder: string) => rmSync(folder, { recursive: true, force: true })
  const opened = async (at: { dataDir: string } | { url: string }) => {
    const db = await openDatabase(at)
    await migrate(db)
    return db
  }
  if (engine === 'embedded') {
    return {
      engine,
      dataDir,
      env: { DATA_DIR: dataDir, DATABASE_URL: '' },
      open: () => opened({ dataDir }),
      alone: async () => {
        const folder = mkdtempSync(join(tmpdir(), 'evenkeel-bench-'))
        const db = await opened({ dataDir: folder })
        return { db, close: () => db.close().then(() => forget(folder)) }
      },
      stop: async () => forget(dataDir),
    }
  }
  const server = await startServerForTests({ durable: true })
  return {
    engine,
    dataDir,
    env: { DATA_DIR: dataDir, DATABASE_URL: server.url },
    open: () => opened({ url: server.url }),
    alone: async () => {
      const db = await opened({ url: server.url })
      return { db, close: () => db.close() }
    },
    stop: async () => {
      await server.stop()
      forget(dataDir)
    },
  }
}
