import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { type Reply, testApp } from '../../server/test.ts'
import { booked, checked, normalSet, recovered, setLimit } from './test.ts'

const beyondLimit = 'A double day.'

/** The embedded engine has one connection, so nobody can be at once there. */
const skip = process.env.EVENKEEL_TEST_DATABASE === 'server' ? false : 'two at once need a PostgreSQL server'

const statuses = (replies: Reply[]): number[] => replies.map(({ status }) => status).toSorted()
const firstOf = (replies: Reply[]) =>
  replies.map(({ json }) => (json as { first?: { by: string; at: string } }).first).find(Boolean)

describe('of two people at once the first wins and the second is told who and when', { skip }, () => {
  test('clearing', async () => {
    const app = await testApp()
    const session = await checked(app)
    const other = await session.clinic.another(['prescriber'], 'Paul Prescriber')
    const replies = await Promise.all([session.clear(), session.clear([], other)])
    assert.deepEqual(statuses(replies), [200, 409])
    const first = firstOf(replies)
    assert.match(first?.by ?? '', /Prescriber/)
    assert.equal(first?.at, app.clock.now)
  })
  test('giving the dose', async () => {
    const app = await testApp()
    const session = await checked(app)
    await session.clear()
    const replies = await Promise.all([session.dose(), session.dose({}, {}, session.clinic.prescriber)])
    assert.deepEqual(statuses(replies), [200, 409])
    assert.ok(firstOf(replies)?.by)
    assert.equal((await session.read()).events.filter(({ kind }) => kind === 'dose').length, 1)
  })
  test('releasing', async () => {
    const app = await testApp()
    const session = await recovered(app)
    const replies = await Promise.all([session.release(), session.release({}, session.clinic.prescriber)])
    assert.deepEqual(statuses(replies), [200, 409])
  })
  test('booking one room', async () => {
    const app = await testApp()
    const session = await booked(app)
    const later = { ...session.booking, day: '2026-12-24' }
    const book = () =>
      session.clinic.frontDesk.post('/api/sessions', { ...later, id: randomUUID(), eventId: randomUUID() })
    assert.deepEqual(statuses(await Promise.all([book(), book(), book()])), [200, 409, 409])
  })
  test('giving one person their last patient: who is second is told the count, and a reason lets it be', async () => {
    const app = await testApp()
    const clinic = await app.clinicWith()
    await setLimit(clinic, 1)
    const to = { toId: clinic.monitor.staffId, toName: 'Milo Monitor' }
    const sessions = []
    for (let i = 0; i < 3; i++)
      sessions.push(
        await booked(
          app,
          { ...clinic, frontDesk: clinic.monitor },
          { responsibleId: clinic.prescriber.staffId, beyondLimit },
        ),
      )
    for (const session of sessions) assert.equal((await session.arrive()).status, 200)
    const handOvers = await Promise.all(sessions.map((session) => session.event('handed over', to)))
    assert.deepEqual(statuses(handOvers), [200, 423, 423])
    assert.match(JSON.stringify(handOvers.map(({ json }) => json)), /Milo Monitor watches 2 of at most 1 patients/)
  })
  test('booking two patients with one person at the same time', async () => {
    const app = await testApp()
    const clinic = await app.clinicWith()
    await setLimit(clinic, 1)
    const [one, two] = [
      await booked(app, clinic),
      await booked(app, { ...clinic, frontDesk: clinic.monitor }, { beyondLimit }),
    ]
    const at = (session: typeof one, more: object = {}) =>
      clinic.monitor.post('/api/sessions', {
        ...session.booking,
        beyondLimit: undefined,
        day: '2026-12-24',
        id: randomUUID(),
        eventId: randomUUID(),
        ...more,
      })
    const replies = await Promise.all([at(one), at(two)])
    assert.deepEqual(statuses(replies), [200, 423])
    const refused = replies[0]?.status === 423 ? one : two
    assert.equal((await at(refused, { beyondLimit })).status, 200)
  })
  test('releasing and observing: either the set is before the release, or it is refused', async () => {
    const app = await testApp()
    const session = await recovered(app)
    const set = () => session.event('vitals', normalSet)
    const replies = await Promise.all([session.release(), set(), set()])
    assert.ok(
      replies.every(({ status }) => status === 200 || status === 409),
      JSON.stringify(statuses(replies)),
    )
    const { events } = await session.read()
    assert.equal(events.filter(({ kind }) => kind === 'released').length, 1)
  })
  test('sending one entry twice at once', async () => {
    const app = await testApp()
    const session = await checked(app)
    const id = randomUUID()
    const set = () => session.event('vitals', normalSet, { id, happenedAt: app.clock.now })
    assert.deepEqual(statuses(await Promise.all([set(), set(), set()])), [200, 200, 200])
    assert.equal((await session.read()).events.filter((event) => event.id === id).length, 1)
  })
})
