import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DatabaseError, DatabaseGone } from './errors.ts'
import { isUntrue, presume, presuming, stillSo } from './presumed.ts'
import { glancing, reading } from './read.ts'
import { sql } from './sql.ts'
import { newClinic, overheard, testDatabase } from './test.ts'

let messages: (readonly string[])[] = []
const db = overheard(await testDatabase(), (steps) => messages.push(steps.map(({ text }) => text)))
const clinicId = await newClinic(db)

/** True as long as `holds`: what a changed row would do, without a row. */
const look = (holds: boolean) => (holds ? sql`select 1 as looked` : stillSo('sign-in', 'nobody', 'somebody'))

test('what is presumed is looked at in the message of the first transaction, and in no other', async () => {
  messages = []
  const seen = await presuming(async () => {
    assert.equal(presume(look(true)), true)
    const first = await reading(db, { clinicId }, (q) => q.one<{ n: number }>(sql`select 1 as n`))
    const second = await glancing<{ n: number }>(db, { clinicId }, sql`select 2 as n`)
    return [first.n, second?.n]
  })
  assert.deepEqual(seen, [1, 2])
  const looks = messages.map((texts) => texts.filter((text) => text.includes('looked')).length)
  assert.equal(looks[0], 1)
  assert.equal(
    looks.reduce((a, b) => a + b),
    1,
  )
})

test('what does not hold is done again, and not presumed again; nothing was read by it', async () => {
  const turns: boolean[] = []
  const read: number[] = []
  const result = await presuming(async () => {
    turns.push(presume(look(false)))
    const { n } = await reading(db, { clinicId }, (q) => q.one<{ n: number }>(sql`select 3 as n`))
    read.push(n)
    return n
  })
  assert.equal(result, 3)
  assert.deepEqual(turns, [true, false])
  assert.deepEqual(read, [3])
})

test('a look through a single statement counts as well', async () => {
  let turns = 0
  const row = await presuming(async () => {
    turns += 1
    presume(look(false))
    return glancing<{ n: number }>(db, { clinicId }, sql`select 4 as n`)
  })
  assert.deepEqual([row, turns], [{ n: 4 }, 2])
})

test('an answer or a refusal that asked nothing is given only once it is known', async () => {
  const answers: string[] = []
  const answer = await presuming(async () => {
    answers.push(presume(look(true)) ? 'presumed' : 'asked')
    return answers.at(-1)
  })
  assert.equal(answer, 'asked')
  const refused = presuming(async () => {
    throw new Error(presume(look(true)) ? 'presumed' : 'asked')
  })
  await assert.rejects(refused, /asked/)
})

test('a failure behind something that held is told as it is, once', async () => {
  let turns = 0
  const failing = presuming(async () => {
    turns += 1
    presume(look(true))
    await reading(db, { clinicId }, (q) => q.one(sql`select 1 as n`))
    throw new Error('of its own')
  })
  await assert.rejects(failing, /of its own/)
  assert.equal(turns, 1)
})

test('what was refused behind something that held, or was lost, is not done again', async () => {
  const failures: [RegExp, () => Promise<unknown>][] = [
    [/division by zero/, () => reading(db, { clinicId }, (q) => q.one(sql`select 1 / 0 as n`))],
    [/not answer/, () => Promise.reject(new DatabaseGone('The server does not answer'))],
  ]
  for (const [says, fails] of failures) {
    let turns = 0
    const failing = presuming(async () => {
      turns += 1
      presume(look(true))
      await fails()
    })
    await assert.rejects(failing, says)
    assert.equal(turns, 1)
  }
})

test('of two at once, one of which held, nothing is done again', async () => {
  let turns = 0
  const failing = presuming(async () => {
    turns += 1
    presume(look(true))
    await reading(db, { clinicId }, (q) => q.one(sql`select 1 as n`))
    await reading(db, { clinicId }, (q) => q.run(look(false)))
  })
  await assert.rejects(failing, isUntrue)
  assert.equal(turns, 1)
})

test('nothing is presumed outside of it, nor by whoever goes on behind it', async () => {
  assert.equal(presume(look(true)), false)
  const failing = reading(db, { clinicId }, (q) => q.run(look(false)))
  await assert.rejects(failing, (error) => error instanceof DatabaseError && isUntrue(error))
})
