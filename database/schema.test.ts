import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { printSchema } from './catalog/schema.ts'
import { migrate } from './migrate.ts'
import { listMigrations } from './migrations.ts'
import { owning } from './owner.ts'
import { sql } from './sql.ts'
import { testDatabase } from './test.ts'
import type { Query } from './types.ts'

const db = await testDatabase()
const written = readFileSync(new URL('./schema.sql', import.meta.url), 'utf8')

/** Runs in an empty schema of its own, and leaves nothing behind. */
const inEmptySchema = async <T>(run: (query: Query) => Promise<T>): Promise<T> => {
  const done = Symbol('undo it')
  let result: T | undefined
  try {
    await owning(
      db,
      async (query) => {
        await query.run(sql`create schema beside`)
        await query.run(sql`set local search_path = beside`)
        result = await run(query)
        throw done
      },
      'write',
    )
  } catch (error) {
    if (error !== done) throw error
  }
  return result as T
}

/** One statement that runs a whole script: a parameter of `execute`, so that nothing has to be split. */
const script = (text: string) => {
  const tag = '$a_script_of_the_schema_test$'
  return sql.raw(`do ${tag} begin execute $inner$${text.replaceAll('$inner$', '$in$')}$inner$; end ${tag}`)
}

test('the migrations add up to schema.sql', {
  skip: db.engine === 'server' && 'two majors print differently',
}, async () => {
  const now = await owning(db, printSchema)
  assert.equal(now, written, 'Run: node bin/run.mjs database/write-schema.ts')
})

test('schema.sql makes the schema it describes', async () => {
  const migrated = await owning(db, printSchema)
  const made = await inEmptySchema(async (query) => {
    await query.run(script(migrated))
    return printSchema(query)
  })
  assert.equal(made, migrated)
})

test('a schema printed is not an empty one', () => {
  for (const migration of listMigrations())
    for (const [, name] of migration.text.matchAll(/^create table (\w+)/gm))
      assert.match(written, new RegExp(`create table ${name} \\(`), `${name} of ${migration.id} is not in schema.sql`)
})

test('migrating again changes nothing', async () => {
  assert.deepEqual(await migrate(db), [])
})

test('a migration changed after it was applied is refused with one sentence', async () => {
  const [first, ...rest] = listMigrations()
  assert.ok(first)
  await assert.rejects(migrate(db, [{ ...first, checksum: 'other' }, ...rest]), {
    name: 'StartProblem',
    message: /^Migration 0001_clinic was changed after it was applied .*; nothing was changed\. /,
  })
})

test('data of a newer version is refused with one sentence', async () => {
  await assert.rejects(migrate(db, listMigrations().slice(0, -1)), {
    name: 'StartProblem',
    message: /was written by a newer Evenkeel \(it has migration \d{4}_.*nothing was changed\. /,
  })
})

test('a migration that fails leaves nothing of itself', async () => {
  const bad = { id: '9999', name: 'bad', checksum: 'x', text: 'create table half_made (id int); select 1 / 0' }
  await assert.rejects(migrate(db, [...listMigrations(), bad]), {
    name: 'StartProblem',
    message: /^Migration 9999_bad could not be applied \(division by zero\)/,
  })
  const left = await owning(db, (query) =>
    query.one(
      sql`select to_regclass('half_made') as half, (select count(*) from migration where id = '9999') as noted`,
    ),
  )
  assert.deepEqual(left, { half: null, noted: 0 })
})
