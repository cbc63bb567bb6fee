import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { seedClinic } from './backup/seed.ts'
import { backUp } from './backup.ts'
import { DatabaseError, DatabaseGone } from './errors.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open.ts'
import { listClinicIds, owning } from './owner.ts'
import { reading } from './read.ts'
import { restore } from './restore.ts'
import { sql } from './sql.ts'
import { newClinic } from './test.ts'
import { serverIsThere, startServerForTests, type TestServer } from './test-server.ts'
import type { Database, Query } from './types.ts'
import { writing } from './write.ts'

test('a server is there to test with', () => assert.ok(serverIsThere(), 'install postgresql or set DATABASE_URL'))

describe('on a real server', { skip: !serverIsThere() }, () => {
  let server: TestServer
  let db: Database
  before(async () => {
    server = await startServerForTests()
    db = await openDatabase({ url: server.url })
    await migrate(db)
  })
  after(async () => {
    await db.close()
    await server.stop()
  })
  const admin = async (text: string): Promise<void> => {
    const client = new pg.Client(server.url)
    await client.connect()
    await client.query(text).finally(() => client.end())
  }
  const endAll = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'evenkeel'`
  const rename = (id: string, name: string) => sql`update staff set name = ${name} where id = ${id}`
  const twoStaff = async (clinicId: string): Promise<[string, string]> => {
    const ids: [string, string] = [randomUUID(), randomUUID()]
    await writing(db, { clinicId }, (tx) =>
      Promise.all(
        ids.map((id) =>
          tx.run(sql`insert into staff (clinic_id, id, name, email, roles)
                     values (${clinicId}, ${id}, 'before', ${`${id}@example.org`}, ${['owner']})`),
        ),
      ),
    )
    return ids
  }

  test('two that wait for each other both succeed: the one undone is done again', async () => {
    const clinicId = await newClinic(db)
    const [first, second] = await twoStaff(clinicId)
    const bothHold = Promise.withResolvers<void>()
    let holding = 0
    let attempts = 0
    const crosswise = (one: string, other: string) =>
      writing(db, { clinicId }, async (tx) => {
        attempts++
        await tx.run(rename(one, 'after'))
        if (++holding >= 2) bothHold.resolve()
        await bothHold.promise
        await tx.run(rename(other, 'after'))
      })
    await Promise.all([crosswise(first, second), crosswise(second, first)])
    assert.ok(attempts >= 3, `${attempts} attempts`)
    const names = await reading(db, { clinicId }, (q) => q.all(sql`select distinct name from staff`))
    assert.deepEqual(names, [{ name: 'after' }])
  })

  test('entries of one clinic written by sixteen at once make one chain without a gap', async () => {
    const clinicId = await newClinic(db)
    const entry = () =>
      sql`select append_audit(now(), 'staff', null, 'test.race', null, null, null, ${{ at: randomUUID() }}::jsonb)`
    await Promise.all(Array.from({ length: 80 }, () => writing(db, { clinicId }, (tx) => tx.run(entry()))))
    const chain = await reading(db, { clinicId }, (q) =>
      q.one(sql`select count(*) as entries, max(seq) as last, count(*) filter (where previous_hash <> before) as broken
        from (select seq, previous_hash, lag(hash, 1, '\\x') over (order by seq) as before from audit_entry) e`),
    )
    assert.deepEqual(chain, { entries: 80, last: 80, broken: 0 })
  })

  test('a lost connection undoes its transaction, says so, and the next one works', async () => {
    const clinicId = await newClinic(db)
    const [id] = await twoStaff(clinicId)
    await assert.rejects(
      writing(db, { clinicId }, async (tx) => {
        await tx.run(rename(id, 'lost'))
        await admin(endAll)
        await tx.run(rename(id, 'lost again'))
      }),
      (error) => {
        assert.ok(error instanceof DatabaseGone, String(error))
        assert.match(error.message, /does not answer; what was not confirmed was not saved\. [^\n]*\.$/)
        return true
      },
    )
    // Connections that lay idle were ended too; the pool hears of each a moment later.
    await setTimeout(200)
    const seen = await reading(db, { clinicId }, (q) => q.one(sql`select name from staff where id = ${id}`))
    assert.deepEqual(seen, { name: 'before' })
  })

  test('a listener hears again after its connection was lost', async () => {
    const clinicId = await newClinic(db)
    const heard = Promise.withResolvers<string>()
    const stop = await db.listen((payload) => payload.includes(clinicId) && heard.resolve(payload))
    await admin(endAll)
    const entry = sql`select append_audit(now(), 'staff', null, 'test.heard', null, null, null, '{}')`
    const calling = setInterval(() => void writing(db, { clinicId }, (tx) => tx.run(entry)).catch(() => {}), 300)
    await heard.promise
    clearInterval(calling)
    await stop()
  })

  test('an owner who is no superuser is held to row-level security, and can migrate, back up and restore', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'evenkeel-owner-'))
    const role = `owner_${randomUUID().slice(0, 8)}`
    const urls = [`${role}_a`, `${role}_b`].map((name) => {
      const url = new URL(server.url)
      ;[url.username, url.password, url.pathname] = [role, 'secret', `/${name}`]
      return url.href
    })
    await admin(`create role ${role} login createrole password 'secret'`)
    for (const name of [`${role}_a`, `${role}_b`]) await admin(`create database ${name} owner ${role}`)
    const [from = '', to = ''] = urls
    const source = await openDatabase({ url: from })
    await migrate(source)
    await seedClinic(source, 2)
    await seedClinic(source, 1)
    const count = (of: Database) =>
      owning(of, (q) => q.one<{ n: number }>(sql`select count(*) as n from patient`)).then(({ n }) => n)
    assert.equal(await count(source), 0, 'outside of a clinic even the owner sees nothing')
    const clinics = await listClinicIds(source)
    assert.equal(clinics.length, 2)
    const { path, rows } = await backUp(source, { to: join(folder, 'b'), dataDir: folder, now: new Date() })
    await source.close()
    const done = await restore(path, { url: to, dataDir: folder })
    assert.deepEqual([done.rows, rows], [rows, 38])
    const copy = await openDatabase({ url: to })
    assert.equal(await count(copy), 0, 'row-level security is forced again')
    assert.deepEqual((await listClinicIds(copy)).sort(), clinics.sort())
    await copy.close()
    for (const name of [`${role}_a`, `${role}_b`]) await admin(`drop database ${name} with (force)`)
    rmSync(folder, { recursive: true })
  })

  test('a role that may not make the application role is told so in one sentence', async () => {
    const role = `plain_${randomUUID().slice(0, 8)}`
    await admin(`create role ${role} login; create schema ${role} authorization ${role}`)
    const url = new URL(server.url)
    ;[url.username, url.password] = [role, '']
    url.searchParams.set('options', `-c search_path=${role}`)
    const plain = await openDatabase({ url: url.href })
    await assert.rejects(migrate(plain), { name: 'StartProblem', message: /could not be applied \([^\n]*\)[^\n]*\.$/ })
    await plain.close()
  })

  test('a refusal names its constraint, as on the embedded engine', async () => {
    const clinicId = await newClinic(db)
    const add = (q: Query) =>
      q.run(sql`insert into clinic (clinic_id, name, time_zone) values (${clinicId}, 'x', 'UTC')`)
    await assert.rejects(writing(db, { clinicId }, add), (error) => {
      assert.ok(error instanceof DatabaseError)
      assert.deepEqual([error.code, error.constraint, error.table], ['23505', 'clinic_pkey', 'clinic'])
      return true
    })
  })
})
