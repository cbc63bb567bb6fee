import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { doubted, overheard, testDatabase } from '../../database/test.ts'
import { addMinutes } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { type Booked, dosed } from './test.ts'

// Told of on the embedded engine, presumed on a server: what holds of one must hold of the other.
const own = await testDatabase()
let messages = 0
/** The same database, counting the messages it is sent. */
const db = overheard(own, () => {
  messages += 1
})
const app = await testApp(db)

const sentFor = async (act: () => Promise<Reply>) => {
  const before = messages
  const reply = await act()
  assert.equal(reply.status, 200, JSON.stringify(reply.json))
  return messages - before
}
const raisedIn = ({ json }: Reply) => (json as { raised: { rule: string }[] }).raised.map(({ rule }) => rule)
/** After two sets: what they are judged by is known where it may be. */
const watched = async (): Promise<Booked> => {
  const session = await dosed(app)
  for (let i = 0; i < 2; i++) {
    await session.later(5)
    assert.equal((await session.vitals()).status, 200)
  }
  return session
}

test('from the second set after the dose on, one message stores it, its audit entry and the commit', {
  skip: doubted,
}, async () => {
  const session = await watched()
  assert.equal(await sentFor(() => session.vitals()), 1)
  const trail = await reading(db, session.clinic, (q) =>
    q.all(sql`select action from audit_entry where subject_id = ${session.id} order by seq desc limit 1`),
  )
  assert.deepEqual(trail, [{ action: 'sessions.observe' }])
  const { events } = await session.read()
  assert.equal(events.filter(({ kind }) => kind === 'vitals').length, 4)
})

test('what a set meets is raised, whether or not its measure is known already', async () => {
  const session = await watched()
  assert.deepEqual(raisedIn(await session.vitals({ systolic: 181, diastolic: 90 })), ['RL-12'])
  const open = await reading(db, session.clinic, (q) =>
    q.all<{ rule: string }>(sql`select rule_id as rule from alert where about_id = ${session.id}`),
  )
  assert.deepEqual(open, [{ rule: 'RL-12' }])
})

test('a corrected reading before the dose counts from the next set on', async () => {
  const session = await watched()
  assert.deepEqual(raisedIn(await session.vitals({ systolic: 104, diastolic: 70 })), [])
  const before = (await session.read()).events.find(({ kind }) => kind === 'vitals')
  const corrected = await session.event(
    'correction',
    { reason: 'read 124 for 154', data: { systolic: 154, diastolic: 80 } },
    { corrects: before?.id },
  )
  assert.equal(corrected.status, 200, JSON.stringify(corrected.json))
  assert.deepEqual(raisedIn(await session.vitals({ systolic: 104, diastolic: 70 })), ['RL-14b'])
})

test('a reading from before the dose that comes in late counts from the next set on', async () => {
  const session = await watched()
  assert.deepEqual(raisedIn(await session.vitals({ systolic: 104, diastolic: 70 })), [])
  // The dose was eleven minutes ago or more; this was read just before it, and after the one that the clearance saw.
  const late = addMinutes(app.clock.now, -11)
  assert.equal((await session.vitals({ systolic: 154, diastolic: 80 }, { happenedAt: late })).status, 200)
  assert.deepEqual(raisedIn(await session.vitals({ systolic: 104, diastolic: 70 })), ['RL-14b'])
})

test('a stricter number of the clinic counts from the next set on', async () => {
  const session = await watched()
  assert.deepEqual(raisedIn(await session.vitals({ heartRate: 125 })), [])
  const { owner } = session.clinic
  const limits = { route: 'im', limits: { heartRateAbove: 120 }, why: 'Older.', signedAs: 'O' }
  assert.equal((await owner.post('/api/clinic/limits', limits)).status, 200)
  assert.deepEqual(raisedIn(await session.vitals({ heartRate: 125 })), ['RL-15a'])
})

test('an alert is owned by whoever the patient was handed over to', async () => {
  const session = await watched()
  const to = { toId: session.clinic.prescriber.staffId, toName: 'Petra Prescriber' }
  assert.equal((await session.event('handed over', to)).status, 200)
  assert.deepEqual(raisedIn(await session.vitals({ systolic: 181, diastolic: 90 })), ['RL-12'])
  const owners = await reading(db, session.clinic, (q) =>
    q.all(sql`select owner_id = ${to.toId} as hers from alert where about_id = ${session.id}`),
  )
  assert.deepEqual(owners, [{ hers: true }])
})

test('the same set sent again is stored once, and another one under its id is refused', async () => {
  const session = await watched()
  const id = randomUUID()
  const happenedAt = app.clock.now
  for (let i = 0; i < 2; i++) assert.equal((await session.vitals({}, { id, happenedAt })).status, 200)
  assert.equal((await session.vitals({ heartRate: 80 }, { id, happenedAt })).status, 409)
  const { events } = await session.read()
  assert.equal(events.filter((event) => event.id === id).length, 1)
})

test('after the end nothing is taken in, known or not', async () => {
  const session = await watched()
  const stopped = await session.event(
    'stopped',
    { as: 'left against advice', reason: 'x' },
    {},
    session.clinic.prescriber,
  )
  assert.equal(stopped.status, 200, JSON.stringify(stopped.json))
  await session.later(1)
  assert.equal((await session.vitals()).status, 409)
})
