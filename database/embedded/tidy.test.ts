import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openDatabase } from '../open.ts'
import { copyTemplate } from '../test-template.ts'
import type { Connection } from '../types.ts'
import { checkpointWhenDue, keepTidy, vacuumTables } from './tidy.ts'

const count = async (connection: Connection, text: string): Promise<number> => {
  const [answer] = await connection.send([{ text: `select (${text})::int as n`, values: [] }])
  return (answer?.rows[0] as { n: number } | undefined)?.n ?? -1
}

test('dead rows are cleared away, plans get their numbers, and the log is let go', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-tidy-'))
  await copyTemplate(dataDir)
  const db = await openDatabase({ dataDir })
  const using = async <T>(run: (connection: Connection) => Promise<T>): Promise<T> => {
    const connection = await db.connect()
    return run(connection).finally(() => connection.release())
  }
  const size = `pg_relation_size('filled')`
  const refill = `update filled set body = repeat(md5(n::text), 20)`
  const logFiles = (): number => {
    const folder = join(dataDir, 'database/pg_wal')
    return readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile()).length
  }
  const grown = await using(async (connection) => {
    await connection.send([
      { text: `create table filled as select n, repeat('x', 600) as body from generate_series(1, 20000) n` },
    ])
    await connection.send([{ text: refill }])
    return count(connection, size)
  })
  assert.ok((await vacuumTables(db)) > 40)
  assert.equal(await checkpointWhenDue(db), true)
  assert.equal(await checkpointWhenDue(db), false, 'nothing is due right after')
  const after = logFiles()
  await using(async (connection) => {
    assert.equal(await count(connection, `select reltuples from pg_class where relname = 'filled'`), 20000)
    for (let round = 0; round < 3; round++) {
      await connection.send([{ text: refill }, { text: 'vacuum filled' }])
    }
    assert.ok((await count(connection, size)) <= grown * 1.1, 'the room of dead rows is used again')
  })
  await checkpointWhenDue(db)
  assert.ok(logFiles() <= after + 4, `${logFiles()} log files after ${after}`)
  await db.close()
  rmSync(dataDir, { recursive: true })
})

test('it tidies by itself once enough has changed', async () => {
  const asked: string[] = []
  const done = Promise.withResolvers<void>()
  const connection: Connection = {
    send: async ([step]) => {
      asked.push(step?.text ?? '')
      if (step?.text.includes('pg_control_checkpoint')) done.resolve()
      return [{ rows: step?.text.includes('pg_tables') ? [{ name: 'public.patient' }] : [], affected: 0, tag: '' }]
    },
    release: () => {},
  }
  const stop = keepTidy({ connect: async () => connection }, () => 2000, 5)
  const alive = setTimeout(() => {}, 10_000) // The timer of the tidying keeps no process alive.
  await done.promise
  clearTimeout(alive)
  stop()
  assert.equal(asked[1], 'vacuum (analyze, skip_locked) public.patient')
})
