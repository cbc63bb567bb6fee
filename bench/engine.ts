import { randomUUID } from 'node:crypto'
import type { Database } from '../database/types.ts'
import { rate } from './timing.ts'

const table = `create table if not exists bench_row (id uuid primary key, session_id uuid not null, kind text not null,
  at timestamptz not null, data jsonb not null)`
const insert = 'insert into bench_row (id, session_id, kind, at, data) values ($1, $2, $3, $4, $5)'
const data = JSON.stringify({ systolic: 124, diastolic: 78 })
const row = () => ({
  text: insert,
  values: [randomUUID(), '00000000-0000-4000-8000-000000000000', 'vitals', '2026-11-23T17:00:00Z', data],
})

const using = async (db: Database, steps: () => Parameters<Awaited<ReturnType<Database['connect']>>['send']>[0]) => {
  const connection = await db.connect()
  try {
    await connection.send(steps())
  } finally {
    connection.release()
  }
}

/** What the engine itself does, without us: nothing between the statement and the disk. */
export const engineAlone = async (db: Database) => {
  await using(db, () => [{ text: table }])
  return {
    /** Bare durable INSERTs a second, one client, each its own transaction. */
    insert: (seconds: number) => rate(1, seconds, () => using(db, () => [row()])),
    /** Transactions of ten rows a second, sixteen clients. */
    tenRows: (seconds: number) =>
      rate(16, seconds, () =>
        using(db, () => [{ text: 'begin' }, ...Array.from({ length: 10 }, row), { text: 'commit' }]),
      ),
  }
}
