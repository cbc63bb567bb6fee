import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { DatabaseError, DatabaseGone } from './errors.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open.ts'
import { reading } from './read.ts'
import { begin, beginRead, confine } from './scope.ts'
import { together, wholeWriteOf } from './server-together.ts'
import { sql } from './sql.ts'
import { newClinic } from './test.ts'
import { serverIsThere, startServerForTests, type TestServer } from './test-server.ts'
import type { Answer, Database, Step } from './types.ts'
import { writing } from './write.ts'

const clinicId = randomUUID()
const commit: Step = { text: 'commit', values: [] }
const whole = (...done: string[]): Step[] => [
  begin,
  confine({ clinicId }),
  ...done.map((text) => ({ text, values: [] })),
  commit,
]
const said = (steps: readonly Step[]) =>
  steps.slice(2, -1).map(({ text }) => text.replace(/.*lock_timeout.*/, 'patience'))
const echo = (steps: readonly Step[]): Answer[] => steps.map(({ text }) => ({ rows: [text], affected: 0, tag: text }))
const rowsOf = (answers: Answer[]) => answers.slice(2, -1).flatMap(({ rows }) => rows)
const refused = (code: string) => new DatabaseError({ message: 'no', code })

/** Sends nothing until told; `fails` says with what a message fails. */
const sending = (fails: (texts: string[]) => unknown = () => undefined) => {
  const sent: string[][] = []
  const turns: (() => void)[] = []
  const send = together(async (steps) => {
    const texts = said(steps)
    sent.push(texts)
    await new Promise<void>((resolve) => turns.push(resolve))
    const failure = fails(texts)
    if (failure) throw failure
    return echo(steps)
  })
  const answerAll = async () => {
    for (let quiet = 0; quiet < 3; quiet++) {
      await new Promise((resolve) => setImmediate(resolve))
      if (turns.length > 0) quiet = -1
      for (const turn of turns.splice(0)) turn()
    }
  }
  const sendOf = (clinic: string, ...done: string[]) => send(clinic, whole(...done))
  return { sent, answerAll, sendOf, send: (...done: string[]) => sendOf(clinicId, ...done) }
}

test('a write that is whole in one message is known by its beginning, its clinic and its end', () => {
  assert.equal(wholeWriteOf(whole('insert', 'audit')), clinicId)
  assert.equal(wholeWriteOf(whole('audit')), undefined)
  assert.equal(wholeWriteOf(whole('insert', 'audit').slice(0, -1)), undefined)
  assert.equal(wholeWriteOf([beginRead, ...whole('look', 'look').slice(1)]), undefined)
  assert.equal(wholeWriteOf([begin, confine({ knock: 'door' }), ...whole('a', 'b').slice(2)]), undefined)
  assert.equal(wholeWriteOf([begin, { text: 'insert', values: [] }, ...whole('a', 'b').slice(2)]), undefined)
})

test('what comes while one is on its way leaves together, audit entries last, and each hears what was answered to it', async () => {
  const { sent, send, answerAll } = sending()
  const all = [send('a', 'audit a'), send('b1', 'b2', 'audit b'), send('c', 'audit c')]
  await answerAll()
  assert.deepEqual(sent, [
    ['patience', 'a', 'audit a'],
    ['patience', 'b1', 'b2', 'c', 'audit b', 'audit c'],
  ])
  assert.deepEqual((await Promise.all(all)).map(rowsOf), [
    ['a', 'audit a'],
    ['b1', 'b2', 'audit b'],
    ['c', 'audit c'],
  ])
  assert.deepEqual(
    (await Promise.all(all)).map((answers) => answers.at(-1)?.tag),
    ['commit', 'commit', 'commit'],
  )
})

test('never more than sixteen leave together, and whoever comes later leaves later', async () => {
  const { sent, send, answerAll } = sending()
  const all = Array.from({ length: 40 }, (_, i) => send(`${i}`, `audit ${i}`))
  await answerAll()
  await Promise.all(all)
  assert.deepEqual(
    sent.map((texts) => (texts.length - 1) / 2),
    [1, 16, 16, 7],
  )
})

test('one that is refused fails alone: the others are sent again, each for itself', async () => {
  const { sent, send, answerAll } = sending((texts) => (texts.includes('bad') ? refused('23505') : undefined))
  const all = [send('a', 'audit a'), send('b', 'audit b'), send('bad', 'audit bad'), send('c', 'audit c')]
  const ended = Promise.allSettled(all)
  await answerAll()
  assert.deepEqual(
    (await ended).map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  )
  assert.deepEqual(sent.slice(2).toSorted(), [
    ['b', 'audit b'],
    ['bad', 'audit bad'],
    ['c', 'audit c'],
  ])
})

test('one that is refused when it left by itself is not sent again', async () => {
  const { sent, send, answerAll } = sending(() => refused('23505'))
  const ended = assert.rejects(send('bad', 'audit'), { code: '23505' })
  await answerAll()
  await ended
  assert.equal(sent.length, 1)
})

test('after a lost connection nobody knows what was stored: all are told, and nothing is sent again', async () => {
  const lost = new DatabaseGone('gone')
  const { sent, send, answerAll } = sending((texts) => (texts.includes('b') ? lost : undefined))
  const ended = Promise.allSettled([send('a', 'audit a'), send('b', 'audit b'), send('c', 'audit c')])
  await answerAll()
  assert.deepEqual(
    (await ended).map((end) => (end.status === 'rejected' ? end.reason : 'stored')),
    ['stored', lost, lost],
  )
  assert.equal(sent.length, 2)
})

test('one that waits for a lock waits for itself, and the next ones go on', async () => {
  const waiting = Promise.withResolvers<void>()
  const stored: string[] = []
  const send = together(async (steps) => {
    const texts = said(steps)
    if (texts.includes('patience') && texts.includes('locked')) throw refused('55P03')
    if (texts.includes('locked')) await waiting.promise
    stored.push(...texts.filter((text) => text !== 'patience'))
    return echo(steps)
  })
  const locked = send(clinicId, whole('locked', 'audit'))
  await Promise.all([send(clinicId, whole('a', 'audit a')), send(clinicId, whole('b', 'audit b'))])
  assert.deepEqual(stored, ['a', 'b', 'audit a', 'audit b'])
  waiting.resolve()
  await locked
  assert.deepEqual(stored.slice(4), ['locked', 'audit'])
})

test('one clinic does not wait for another', async () => {
  const { sent, sendOf, answerAll } = sending()
  const all = [sendOf(randomUUID(), 'a', 'audit a'), sendOf(randomUUID(), 'b', 'audit b')]
  assert.equal(sent.length, 2)
  await answerAll()
  await Promise.all(all)
})

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
  const entry = (action: string) =>
    sql`select append_audit(now(), 'staff', null, ${action}, null, null, null, '{}'::jsonb)`
  const add = (clinic: string, id: string, name: string) =>
    writing(
      db,
      { clinicId: clinic },
      async (tx) =>
        tx.leave(sql`insert into staff (clinic_id, id, name, email, roles)
                     values (${clinic}, ${id}, ${name}, ${`${id}@example.org`}, ${['owner']})`),
      () => entry(`test.${name}`),
    )

  test('forty at once, one of them there already: thirty-nine are stored once, in few transactions, with their entries', async () => {
    const clinic = await newClinic(db)
    const there = randomUUID()
    await add(clinic, there, 'first')
    const ids = Array.from({ length: 40 }, (_, i) => (i === 20 ? there : randomUUID()))
    const ended = await Promise.allSettled(ids.map((id, i) => add(clinic, id, `number ${i}`)))
    const failed = ended.flatMap((end, i) => (end.status === 'rejected' ? [[i, end.reason.code]] : []))
    assert.deepEqual(failed, [[20, '23505']])
    const found = await reading(db, { clinicId: clinic }, (q) =>
      q.one<{ staff: number; entries: number; last: number; transactions: number }>(sql`
        select (select count(*) from staff where name like 'number %')::int as staff, count(*)::int as entries,
               max(seq)::int as last, count(distinct xmin::text)::int as transactions
        from audit_entry where action like 'test.number %'`),
    )
    assert.deepEqual([found.staff, found.entries], [39, 39])
    assert.ok(found.transactions < 39, `${found.transactions} transactions`)
  })

  test('whoever waits for a row that somebody holds holds up nobody else of the clinic', async () => {
    const clinic = await newClinic(db)
    const id = randomUUID()
    await add(clinic, id, 'held')
    const [isHeld, othersAreStored] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const holder = writing(
      db,
      { clinicId: clinic },
      async (tx) => {
        await tx.run(sql`update staff set name = 'holder' where id = ${id}`)
        isHeld.resolve()
        await othersAreStored.promise
      },
      () => entry('test.holder'),
    )
    await isHeld.promise
    const late = writing(
      db,
      { clinicId: clinic },
      async (tx) => tx.leave(sql`update staff set name = 'late' where id = ${id}`),
      () => entry('test.late'),
    )
    await Promise.all([add(clinic, randomUUID(), 'one'), add(clinic, randomUUID(), 'two')])
    othersAreStored.resolve()
    await Promise.all([holder, late])
    const row = await reading(db, { clinicId: clinic }, (q) => q.one(sql`select name from staff where id = ${id}`))
    assert.deepEqual(row, { name: 'late' })
  })
})
