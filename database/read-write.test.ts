import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { DatabaseError } from './errors.ts'
import { owning } from './owner.ts'
import { glancing, reading } from './read.ts'
import { sql } from './sql.ts'
import { newClinic, overheard, ownDatabase, testDatabase } from './test.ts'
import { writing } from './write.ts'

const db = await testDatabase()
const staff = (clinicId: string, email: string) =>
  sql`insert into staff (clinic_id, id, name, email, roles) values (${clinicId}, ${randomUUID()}, 'Ann', ${email}, ${['owner']})`

test('what was written is read, by its own clinic only', async () => {
  const [mine, theirs] = [await newClinic(db), await newClinic(db)]
  await writing(db, { clinicId: mine }, (tx) => tx.run(staff(mine, 'a@example.org')))
  const count = (clinicId: string) =>
    reading(db, { clinicId }, (q) => q.one<{ n: number }>(sql`select count(*) as n from staff`))
  assert.deepEqual(await count(mine), { n: 1 })
  assert.deepEqual(await count(theirs), { n: 0 })
  await assert.rejects(
    writing(db, { clinicId: theirs }, (tx) => tx.run(staff(mine, 'b@example.org'))),
    (error) => error instanceof DatabaseError && error.code === '42501',
  )
})

test('a knock opens no clinic', async () => {
  await newClinic(db)
  const seen = await reading(db, { knock: 'abc' }, (q) =>
    q.one<{ n: number; knock: string; clinic: string | null }>(
      sql`select (select count(*) from clinic) as n, evenkeel_knock() as knock, evenkeel_clinic() as clinic`,
    ),
  )
  assert.deepEqual(seen, { n: 0, knock: 'abc', clinic: null })
})

test('a read cannot write', async () => {
  const clinicId = await newClinic(db)
  await assert.rejects(
    reading(db, { clinicId }, (q) => q.run(staff(clinicId, 'c@example.org'))),
    (error) => error instanceof DatabaseError && error.code === '25006',
  )
})

test('a refused statement says which rule refused it, and undoes the whole transaction', async () => {
  const clinicId = await newClinic(db)
  await writing(db, { clinicId }, (tx) => tx.run(staff(clinicId, 'd@example.org')))
  await assert.rejects(
    writing(db, { clinicId }, async (tx) => {
      await tx.run(staff(clinicId, 'e@example.org'))
      await tx.run(staff(clinicId, 'd@example.org'))
    }),
    (error) =>
      error instanceof DatabaseError && error.code === '23505' && error.constraint === 'staff_clinic_id_email_key',
  )
  const emails = await reading(db, { clinicId }, (q) => q.all(sql`select email from staff`))
  assert.deepEqual(emails, [{ email: 'd@example.org' }])
})

test('a refusal that was caught is not forgotten: the commit fails with it', async () => {
  const clinicId = await newClinic(db)
  await assert.rejects(
    writing(db, { clinicId }, async (tx) => {
      await tx.run(staff(clinicId, 'f@example.org'))
      await tx.run(staff(clinicId, 'f@example.org')).catch(() => 0)
    }),
    (error) => error instanceof DatabaseError && error.code === '23505',
  )
})

test('answers stay in step after a failure among statements asked together', async () => {
  const clinicId = await newClinic(db)
  await assert.rejects(
    reading(db, { clinicId }, (q) =>
      Promise.all([q.one(sql`select 1 as a`), q.one(sql`select 1 / ${0} as b`), q.one(sql`select 3 as c`)]),
    ),
    (error) => error instanceof DatabaseError && error.code === '22012',
  )
  const rows = await reading(db, { clinicId }, (q) =>
    Promise.all([q.one(sql`select ${'x'}::text as a`), q.all(sql`select 2 as b union select 3`), q.run(sql`select 1`)]),
  )
  assert.deepEqual(rows, [{ a: 'x' }, [{ b: 2 }, { b: 3 }], 1])
})

test('values come back as they went in', async () => {
  const clinicId = await newClinic(db)
  const uuid = randomUUID()
  const row = await reading(db, { clinicId }, (q) =>
    q.one(sql`select ${'2026-03-08T06:59:59.123Z'}::timestamptz as at, ${'2026-03-08'}::date as day, ${2 ** 40}::bigint as big,
      ${1.25}::numeric as numeric, ${{ a: [1, null, 'é"\\'] }}::jsonb as json, ${sql.json([1, 2])}::jsonb as list,
      ${uuid}::uuid as id, ${['a,b', '"q"', '', 'NULL', '\\']}::text[] as words, ${[true, false]}::boolean[] as truths,
      ${Buffer.from([0, 255])}::bytea as bytes, ${null}::text as nothing, ${true}::boolean as yes,
      ${'2026-01-01T00:00:00Z'}::timestamptz as round`),
  )
  assert.deepEqual(row, {
    at: '2026-03-08T06:59:59.123Z',
    day: '2026-03-08',
    big: 2 ** 40,
    numeric: 1.25,
    json: { a: [1, null, 'é"\\'] },
    list: [1, 2],
    id: uuid,
    words: ['a,b', '"q"', '', 'NULL', '\\'],
    truths: [true, false],
    bytes: Buffer.from([0, 255]),
    nothing: null,
    yes: true,
    round: '2026-01-01T00:00:00.000Z',
  })
})

test('an undefined value is refused before it is sent', () => {
  assert.throws(() => sql`select ${undefined}`, TypeError)
})

test('fragments nest and their parameters keep their order', async () => {
  const clinicId = await newClinic(db)
  const condition = sql`${2} = ${2}::int and ${sql`${'b'} = ${'b'}::text`}`
  const row = await reading(db, { clinicId }, (q) =>
    q.one(sql`select ${'a'}::text as a where ${condition} and ${3} = 3`),
  )
  assert.deepEqual(row, { a: 'a' })
})

test('one row means one row', async () => {
  const clinicId = await newClinic(db)
  await reading(db, { clinicId }, async (q) => {
    await assert.rejects(q.one(sql`select 1 where false`), /exactly one row, got 0/)
    await assert.rejects(q.maybe(sql`select generate_series(1, 2)`), /at most one row, got 2/)
    assert.equal(await q.maybe(sql`select 1 where false`), undefined)
  })
})

test('a transaction inside a transaction is refused instead of waiting for ever', async () => {
  const clinicId = await newClinic(db)
  await assert.rejects(
    writing(db, { clinicId }, () => reading(db, { clinicId }, (q) => q.one(sql`select 1`))),
    /inside a transaction/,
  )
})

test('what a transaction sets going but does not wait for may use the database afterwards', async () => {
  const clinicId = await newClinic(db)
  const ask = () => reading(db, { clinicId }, (q) => q.one(sql`select 1 as one`))
  const ended = Promise.withResolvers<void>()
  const later = await writing(db, { clinicId }, async () => ({ promise: ended.promise.then(ask) }))
  ended.resolve()
  assert.deepEqual(await later.promise, { one: 1 })
})

test('transactions asked for at once all finish', async () => {
  const clinicId = await newClinic(db)
  await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      writing(db, { clinicId }, (tx) => tx.run(staff(clinicId, `many${i}@example.org`))),
    ),
  )
  const { n } = await reading(db, { clinicId }, (q) => q.one<{ n: number }>(sql`select count(*) as n from staff`))
  assert.equal(n, 40)
})

test('the last statement rides with the commit, and its failure undoes everything', async () => {
  const clinicId = await newClinic(db)
  const email = 'last@example.org'
  await assert.rejects(
    writing(
      db,
      { clinicId },
      (tx) => tx.run(staff(clinicId, email)),
      () => sql`select 1 / ${0}`,
    ),
    (error) => error instanceof DatabaseError && error.code === '22012',
  )
  const { n } = await reading(db, { clinicId }, (q) => q.one<{ n: number }>(sql`select count(*) as n from staff`))
  assert.equal(n, 0)
})

test('what is left rides with the commit in one message, and its failure undoes everything', async () => {
  const clinicId = await newClinic(db)
  let messages = 0
  const counted = overheard(db, () => {
    messages += 1
  })
  const leaving = (emails: readonly string[]) =>
    writing(
      counted,
      { clinicId },
      async (tx) => {
        for (const email of emails) tx.leave(staff(clinicId, email))
      },
      () => staff(clinicId, `last-of-${emails.length}@example.org`),
    )
  await leaving(['left@example.org'])
  assert.equal(messages, 1)
  await assert.rejects(
    leaving(['other@example.org', 'left@example.org']),
    (error) => error instanceof DatabaseError && error.constraint === 'staff_clinic_id_email_key',
  )
  // Asked after it: the answer sees what was left before.
  const seen = await writing(db, { clinicId }, (tx) => {
    tx.leave(staff(clinicId, 'before@example.org'))
    return tx.all<{ email: string }>(sql`select email from staff order by email`)
  })
  const emails = ['before@example.org', 'last-of-1@example.org', 'left@example.org']
  assert.deepEqual(
    seen,
    emails.map((email) => ({ email })),
  )
})

test('a listener hears of an audited change once it is committed', async () => {
  const clinicId = await newClinic(db)
  const heard = Promise.withResolvers<string>()
  const stop = await db.listen((payload) => payload.includes(clinicId) && heard.resolve(payload))
  const patient = randomUUID()
  await writing(
    db,
    { clinicId },
    async () => {},
    () =>
      sql`select append_audit(now(), ${'staff'}, ${null}::uuid, ${'test.heard'}, ${null}, ${'s1'}, ${patient}::uuid, ${{}}::jsonb)`,
  )
  assert.deepEqual(JSON.parse(await heard.promise), { clinic: clinicId, action: 'test.heard', subject: 's1', patient })
  stop()
})

test('an audit entry cannot be changed by the clinic, nor by the owner of the table', async () => {
  const clinicId = await newClinic(db)
  const add = sql`select append_audit(now(), ${'staff'}, ${null}::uuid, ${'test.kept'}, ${null}, ${null}, ${null}::uuid, ${{}}::jsonb)`
  await writing(db, { clinicId }, (tx) => tx.run(add))
  for (const change of [sql`update audit_entry set action = 'x'`, sql`delete from audit_entry`]) {
    await assert.rejects(
      writing(db, { clinicId }, (tx) => tx.run(change)),
      (error) => error instanceof DatabaseError && error.code === '42501',
    )
    await assert.rejects(
      owning(db, (q) => q.run(change), 'write'),
      (error) => error instanceof DatabaseError && error.code === '23001',
    )
  }
})

test('one look is one message, sees only its scope, writes nothing, and leaves nothing open when it fails', async () => {
  const [here, there] = [await newClinic(db), await newClinic(db)]
  const counted = { sends: 0 }
  const watched = overheard(db, () => {
    counted.sends += 1
  })
  const name = sql`select clinic_id as id from clinic where clinic_id = any(${[here, there]}::uuid[])`
  assert.deepEqual(await glancing(watched, { clinicId: here }, name), { id: here })
  assert.equal(counted.sends, 1)
  await assert.rejects(
    glancing(db, { clinicId: here }, sql`update clinic set name = ${'x'} returning name`),
    (error) => error instanceof DatabaseError && error.code === '25006',
  )
  await assert.rejects(
    glancing(db, { clinicId: here }, sql`select generate_series(1, ${2}::integer)`),
    /at most one row/,
  )
  assert.deepEqual(await glancing(db, { clinicId: there }, name), { id: there })
  await assert.rejects(
    reading(db, { clinicId: here }, () => glancing(db, { clinicId: here }, name)),
    /inside a transaction/,
  )
})

test('whoever begins to listen while somebody else is at work hears, also when that work is undone', async () => {
  const own = await ownDatabase()
  const connection = await own.db.connect()
  await connection.send([{ text: 'begin' }])
  const heard = Promise.withResolvers<string>()
  const listening = own.db.listen((payload) => heard.resolve(payload))
  await connection.send([{ text: 'rollback' }])
  connection.release()
  const stop = await listening
  const telling = await own.db.connect()
  await telling.send([{ text: `select pg_notify('evenkeel', 'said')` }])
  telling.release()
  assert.equal(await heard.promise, 'said')
  await stop()
  await own.close()
})
