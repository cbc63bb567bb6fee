import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reading } from '../../database/read.ts'
import { testApp } from '../../server/test.ts'
import { readSessions } from './kept-logs.ts'
import { listEvents } from './queries.ts'
import { sessionFrom } from './session.ts'
import { booked, checked, normalSet } from './test.ts'

const app = await testApp()

test('what is kept of a log is what the log says, after every kind of entry', async () => {
  const session = await checked(app)
  const { clinicId } = session.clinic
  const compare = () =>
    reading(app.db, { clinicId }, async (q) => {
      const kept = await readSessions(app.db, clinicId, q, [session.id])
      assert.deepEqual(kept.get(session.id), sessionFrom(await listEvents(q, session.id)))
      return kept.get(session.id)
    })
  const first = await compare()
  assert.equal(await compare(), first, 'nothing was added, so nothing is read again')
  await session.clear()
  await compare()
  await session.later(1)
  await session.dose()
  await compare()
  await session.later(1)
  const { id } = (await session.event('vitals', normalSet)).json as { id: string }
  await session.event('vitals', { heartRate: 70 })
  await compare()
  await session.event('correction', { reason: 'Wrong arm', withdrawn: true }, { corrects: id })
  const last = await compare()
  assert.notEqual(last, first)
  assert.equal(last?.vitals.filter(({ id: one }) => one === id).length, 0)
})

test('another clinic is told nothing of it, also while it is kept', async () => {
  const session = await checked(app)
  const other = await app.clinicWith()
  const ask = (clinicId: string) =>
    reading(app.db, { clinicId }, (q) => readSessions(app.db, clinicId, q, [session.id]))
  assert.equal((await ask(session.clinic.clinicId)).get(session.id)?.phase, 'arrived')
  assert.equal((await ask(other.clinicId)).get(session.id)?.phase, 'booked')
})

test('where two clinics have a session of the same id, each is told its own', async () => {
  const mine = await booked(app)
  const theirs = await booked(app, undefined, { id: mine.id })
  const kept = (clinicId: string) =>
    reading(app.db, { clinicId }, async (q) => {
      const found = (await readSessions(app.db, clinicId, q, [mine.id])).get(mine.id)
      assert.deepEqual(found, sessionFrom(await listEvents(q, mine.id)))
      return found
    })
  assert.notDeepEqual(await kept(mine.clinic.clinicId), await kept(theirs.clinic.clinicId))
})
