import type { Connection, Database } from '../types.ts'

/**
 * What PostgreSQL's background processes do and PGlite has none of: vacuum, analyze (without it plans go by guesses)
 * and checkpoints (without them the write-ahead log grows for ever, and so does the start after a crash). Everything
 * waits while a step runs, so each step is one table, and others get their turn in between.
 */
const changesWorthIt = 2_000
const dayMs = 24 * 60 * 60 * 1000
const logWorthIt = 16 * 1024 * 1024

type Tidied = { tables: number; checkpoint: boolean }

const all = async <Row>(connection: Connection, text: string): Promise<Row[]> => {
  const [answer] = await connection.send([{ text, values: [] }])
  return (answer?.rows ?? []) as Row[]
}

const holding = async <T>(db: Pick<Database, 'connect'>, run: (connection: Connection) => Promise<T>): Promise<T> => {
  const connection = await db.connect()
  try {
    return await run(connection)
  } finally {
    connection.release()
  }
}

/** Vacuums and analyzes every table, one at a time. */
export const vacuumTables = async (db: Pick<Database, 'connect'>): Promise<number> => {
  const tables = await holding(db, (connection) =>
    all<{ name: string }>(
      connection,
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = current_schema()`,
    ),
  )
  for (const { name } of tables)
    await holding(db, (connection) => connection.send([{ text: `vacuum (analyze, skip_locked) ${name}` }]))
  return tables.length
}

/** Writes what is only in the log to its place when the log has grown; returns whether it did. */
export const checkpointWhenDue = (db: Pick<Database, 'connect'>, least = logWorthIt): Promise<boolean> =>
  holding(db, async (connection) => {
    const [log] = await all<{ bytes: number }>(
      connection,
      'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) as bytes from pg_control_checkpoint()',
    )
    if ((log?.bytes ?? 0) < least) return false
    await connection.send([{ text: 'checkpoint' }])
    return true
  })

/**
 * Looks once a minute whether there is something to tidy: 2,000 rows changed since the last time, or any since
 * yesterday. `changed` counts rows changed since the start. Returns how to stop.
 */
export const keepTidy = (db: Pick<Database, 'connect'>, changed: () => number, everyMs = 60_000): (() => void) => {
  let seen = 0
  let last = 0
  let running = false
  const look = async (): Promise<Tidied> => {
    const due = changed() - seen >= changesWorthIt || (changed() > seen && Date.now() - last > dayMs)
    let tables = 0
    if (due) {
      seen = changed()
      last = Date.now()
      tables = await vacuumTables(db)
    }
    return { tables, checkpoint: await checkpointWhenDue(db) }
  }
  const timer = setInterval(() => {
    if (running) return
    running = true
    look()
      .catch(() => undefined) // The database was closed or lost meanwhile: whoever uses it is told.
      .finally(() => {
        running = false
      })
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
