import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { DatabaseError } from './errors.ts'
import { owning } from './owner.ts'
import { sql } from './sql.ts'
import { ownDatabase } from './test.ts'
import type { Query, Statement } from './types.ts'

// Its own: it locks every table, and whoever makes a clinic meanwhile would wait for it while it waits for them.
const { db, close } = await ownDatabase()
after(close)

/** Rows that are a state, not a fact: a new row here needs a reason why a correction could not be a row of its own. */
const mayChange: Record<string, string> = {
  audit_head: '*',
  care_team: 'ended_at, ended_by',
  clinic: '*',
  evaluation: 'close_reason, closed_at, closed_by',
  invitation: '*',
  message: 'attempts, claimed_until, gave_up_at, last_problem, next_try_at, sealed_body, sent_at',
  passkey: '*',
  password: '*',
  patient_link: 'opened_at, used_at, withdrawn_at',
  recovery_code: '*',
  registered_location: 'address, closed_at, dea_number, name, rems_certified',
  room: 'location_id, name, place, retired_at',
  session: 'booked_for, ended_as, ended_at, ends_at, minutes, responsible_id, room_id',
  sign_in: '*',
  staff: '*',
  totp: '*',
}

type Table = { oid: number; name: string; secured: boolean; forced: boolean; firstColumn: string; keyStart: string }

const here = sql`(select oid from pg_namespace where nspname = current_schema())`
const listTables = (query: Query) =>
  query.all<Table>(sql`
    select c.oid, c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
      (select a.attname || case when a.attnotnull then '' else ' may be null' end || ' ' || a.atttypid::regtype
       from pg_attribute a where a.attrelid = c.oid and a.attnum = 1)::text as "firstColumn",
      coalesce((select a.attname from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
                where k.conrelid = c.oid and k.contype = 'p'), 'none')::text as "keyStart"
    from pg_class c where c.relnamespace = ${here} and c.relkind = 'r' and c.relname <> 'migration' order by c.relname`)
const tables = await owning(db, listTables)

describe('every table keeps clinics apart', () => {
  test('there are tables to look at', () => assert.ok(tables.length >= 4))
  for (const table of tables)
    test(table.name, () => {
      assert.equal(table.firstColumn, 'clinic_id uuid', 'clinic_id uuid not null comes first')
      assert.equal(table.keyStart, 'clinic_id', 'the primary key starts with clinic_id')
      assert.ok(table.secured && table.forced, 'row-level security is on and forced')
    })
})

test('every policy asks for the clinic; the few for a knock only let one row be read', async () => {
  const policies = await owning(db, (query) =>
    query.all<{ tablename: string; cmd: string; qual: string | null; check: string | null; permissive: string }>(
      sql`select tablename, cmd, qual, with_check as check, permissive from pg_policies where schemaname = current_schema()`,
    ),
  )
  const own = '(clinic_id = evenkeel_clinic())'
  const doors = policies.filter(({ qual, check }) => qual !== own || (check !== null && check !== own))
  for (const { tablename, cmd, qual } of doors) {
    assert.equal(cmd, 'SELECT', tablename)
    assert.match(qual ?? '', /^\(.* = evenkeel_knock\(\)\)$|CURRENT_USER <> 'evenkeel_app'/, tablename)
  }
  for (const { name } of tables)
    assert.equal(policies.filter((p) => p.tablename === name && p.qual === own && p.cmd === 'ALL').length, 1, name)
})

test('facts are added, never changed or removed', async () => {
  const rows = await owning(db, (query) =>
    query.all<{ name: string; removes: boolean; changes: string | null }>(sql`
      select c.relname as name,
        has_table_privilege('evenkeel_app', c.oid, 'delete, truncate, references, trigger') as removes,
        case when has_table_privilege('evenkeel_app', c.oid, 'update') then '*'
             else (select string_agg(a.attname, ', ' order by a.attname) from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                     and has_column_privilege('evenkeel_app', c.oid, a.attnum, 'update')) end as changes
      from pg_class c where c.relnamespace = ${here} and c.relkind in ('r', 'v', 'm', 'f', 'p')`),
  )
  assert.deepEqual(
    rows.filter((row) => row.removes).map((row) => row.name),
    [],
  )
  assert.deepEqual(
    Object.fromEntries(rows.filter((row) => row.changes).map((row) => [row.name, row.changes])),
    mayChange,
  )
})

test('the application role has no way around', async () => {
  const found = await owning(db, (query) =>
    query.one(sql`
      select (select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin
              from pg_roles where rolname = 'evenkeel_app') as mighty,
        (select count(*) from pg_class where relnamespace = ${here} and pg_get_userbyid(relowner) = 'evenkeel_app') as owns,
        (select count(*) from pg_auth_members where member = 'evenkeel_app'::regrole) as belongs,
        (select count(*) from pg_proc where pronamespace = ${here} and prosecdef) as "definerFunctions",
        (select count(*) from pg_class where relnamespace = ${here} and relkind = 'v'
           and not 'security_invoker=true' = any(coalesce(reloptions, '{}'))) as "definerViews",
        has_table_privilege('evenkeel_app', 'migration', 'select, insert, update, delete') as migrations`),
  )
  assert.deepEqual(found, {
    mighty: false,
    owns: 0,
    belongs: 0,
    definerFunctions: 0,
    definerViews: 0,
    migrations: false,
  })
})

test('a reference to another row stays within the clinic', async () => {
  const astray = await owning(db, (query) =>
    query.all(sql`
      select k.conname from pg_constraint k
      join pg_attribute own on own.attrelid = k.conrelid and own.attnum = k.conkey[1]
      join pg_attribute other on other.attrelid = k.confrelid and other.attnum = k.confkey[1]
      where k.contype = 'f' and k.connamespace = ${here} and (own.attname, other.attname) <> ('clinic_id', 'clinic_id')`),
  )
  assert.deepEqual(astray, [])
})

type Column = { name: string; type: string }

/** Any value of the column's type will do: the test takes the checks away and undoes everything at the end. */
const anything = ({ name, type }: Column, clinicId: string): Statement => {
  const cast = sql.raw(`::${type}`)
  if (name === 'clinic_id') return sql`${clinicId}::uuid`
  if (type === 'uuid') return sql`${randomUUID()}::uuid`
  if (type.endsWith('[]')) return sql`'{}'${cast}`
  if (type === 'jsonb') return sql`'{}'::jsonb`
  if (type === 'boolean') return sql`true`
  if (/^(timestamp|date)/.test(type)) return sql`now()${cast}`
  if (/int|numeric|double|real/.test(type)) return sql`1${cast}`
  return sql`${randomUUID()}::text${cast}`
}

const insert = async (query: Query, table: Table, clinicId: string): Promise<Statement> => {
  const columns = await query.all<Column>(sql`
    select quote_ident(attname) as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table.oid} and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`)
  return sql`insert into ${sql.raw(table.name)} (${sql.raw(columns.map((c) => c.name).join(', '))})
    values (${sql.join(columns.map((column) => anything(column, clinicId)))})`
}

const loosen = async (query: Query): Promise<void> => {
  await query.run(sql`set local session_replication_role = replica`)
  const checks = await query.all<{ text: string }>(sql`
    select 'alter table ' || conrelid::regclass || ' drop constraint ' || quote_ident(conname) as text
    from pg_constraint where connamespace = ${here} and contype in ('c', 'x') and conrelid <> 0`)
  for (const { text } of checks) await query.run(sql.raw(text))
}

const refused = async (query: Query, statement: Statement): Promise<string> => {
  await query.run(sql`savepoint attempt`)
  try {
    const count = await query.run(statement)
    return `${count} rows`
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    return error.code
  } finally {
    await query.run(sql`rollback to savepoint attempt`)
  }
}

test('with a row of two clinics in every table, each sees and touches its own only', async () => {
  const [mine, theirs] = [randomUUID(), randomUUID()]
  const done = Symbol('undo it')
  const seen: Record<string, unknown> = {}
  const attempt = async (query: Query): Promise<never> => {
    await loosen(query)
    const theirRow: [Table, Statement][] = []
    for (const table of tables) {
      await query.run(await insert(query, table, mine))
      await query.run(await insert(query, table, theirs))
      theirRow.push([table, await insert(query, table, theirs)])
    }
    await query.run(sql`set local role evenkeel_app`)
    for (const [table, row] of theirRow) {
      const name = sql.raw(table.name)
      const clinics = async (clinicId: string): Promise<string[]> => {
        await query.all(sql`select set_config('evenkeel.clinic_id', ${clinicId}, true)`)
        const rows = await query.all<{ clinic_id: string }>(sql`select clinic_id from ${name}`)
        return rows.map((one) => one.clinic_id)
      }
      seen[table.name] = {
        nobody: await clinics(''),
        theirs: (await clinics(theirs)).every((id) => id === theirs),
        mine: await clinics(mine),
        insert: await refused(query, row),
        change: ['42501', '0 rows'].includes(
          await refused(query, sql`update ${name} set clinic_id = clinic_id where clinic_id = ${theirs}`),
        ),
        remove: await refused(query, sql`delete from ${name}`),
      }
    }
    throw done
  }
  await assert.rejects(owning(db, attempt, 'write'), (error) => error === done || Promise.reject(error))
  assert.deepEqual(
    seen,
    Object.fromEntries(
      tables.map(({ name }) => [
        name,
        { nobody: [], theirs: true, mine: [mine], insert: '42501', change: true, remove: '42501' },
      ]),
    ),
  )
})
