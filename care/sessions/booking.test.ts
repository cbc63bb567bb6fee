import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { addMinutes } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { determined } from '../plans/test.ts'
import { type Booked, booked, touched } from './test.ts'

type App = Awaited<ReturnType<typeof testApp>>
let app: App
let clinic: Awaited<ReturnType<App['clinicWith']>>
let first: Booked
before(async () => {
  app = await testApp()
  clinic = await app.clinicWith()
  first = await booked(app, clinic)
})

const book = (more: object = {}): Promise<Reply> =>
  clinic.frontDesk.post('/api/sessions', { ...first.booking, id: randomUUID(), eventId: randomUUID(), ...more })
const aRoom = async () => {
  const id = randomUUID()
  await clinic.owner.post('/api/rooms', { id, name: `Room ${id}` })
  return id
}
const fields = ({ json }: Reply) => (json as { fields?: Record<string, string> }).fields ?? {}

describe('a booking', () => {
  test('of a room that is taken is refused, with who has it', async () => {
    const other = await booked(app, clinic)
    const reply = await book({ roomId: other.roomId })
    assert.equal(reply.status, 409)
    assert.equal((reply.json as { first: { by: string } }).first.by, 'Fred Frontdesk')
  })
  test('of a patient who is somewhere else at that time is refused', async () => {
    const reply = await book({ roomId: await aRoom() })
    assert.equal(reply.status, 409)
    assert.match((reply.json as { says: string }).says, /patient/)
  })
  test('right after another one is taken', async () => {
    const reply = await book({ time: '14:00' })
    assert.equal(reply.status, 200, JSON.stringify(reply.json))
    assert.equal((await book({ time: '15:59' })).status, 409)
  })
  test('sent twice is there once', async () => {
    assert.equal((await clinic.frontDesk.post('/api/sessions', first.booking)).status, 200)
    assert.equal((await clinic.frontDesk.post('/api/sessions', { ...first.booking, minutes: 90 })).status, 409)
  })
  test('waits for determination, consent and plan', async () => {
    const { patientId } = await determined(clinic, app.clock.now)
    const reply = await book({ patientId, roomId: await aRoom() })
    assert.equal(reply.status, 423)
    assert.deepEqual(
      (reply.json as { because: { id: string }[] }).because.map(({ id }) => id),
      ['SB-2', 'SB-3'],
    )
  })
  test('at a time that does not exist, that is over, or that happens twice is refused beside the field', async () => {
    assert.ok(fields(await book({ day: '2027-03-14', time: '02:30' })).time)
    assert.ok(fields(await book({ day: '2026-11-22' })).day)
    assert.ok(fields(await book({ day: '2028-03-14' })).day)
    assert.ok(fields(await book({ day: '2027-11-07', time: '01:30' })).which)
    assert.equal((await book({ day: '2027-11-07', time: '01:30', which: 'later' })).status, 200)
    assert.ok(fields(await book({ time: '25:00' })).time)
    assert.ok(fields(await book({ minutes: 5 })).minutes)
  })
  test('in a room or for a patient that does not exist is refused', async () => {
    assert.equal((await book({ roomId: randomUUID(), day: '2027-01-10' })).status, 404)
    assert.equal((await book({ patientId: randomUUID(), day: '2027-01-10' })).status, 404)
    assert.equal((await book({ responsibleId: randomUUID(), day: '2027-01-10' })).status, 404)
  })
  test('moves with a reason, frees its old place, and keeps both in its log', async () => {
    const session = await booked(app, clinic)
    const move = { ...session.booking, id: randomUUID(), day: '2027-01-11', time: '10:00', reason: 'Patient asked.' }
    const { id: _, eventId: __, patientId: ___, responsibleId: ____, ...slot } = move
    const path = `${session.path}/reschedule`
    assert.ok(fields(await clinic.frontDesk.post(path, { ...slot, id: move.id, reason: ' ' })).reason)
    assert.equal((await clinic.frontDesk.post(path, { ...slot, id: move.id })).status, 200)
    assert.equal((await clinic.frontDesk.post(path, { ...slot, id: move.id })).status, 200, 'twice')
    const { row, events } = await session.read()
    assert.equal(row.bookedFor, '2027-01-11T15:00:00.000Z')
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['booked', 'rescheduled'],
    )
    assert.equal((await book({ roomId: session.roomId, patientId: session.patientId })).status, 200)
    const back = { ...slot, id: randomUUID(), day: session.booking.day, time: session.booking.time }
    assert.equal((await clinic.frontDesk.post(path, back)).status, 409, 'its old place is taken now')
  })
  test('is not moved by somebody who looked before a colleague moved it', async () => {
    const session = await booked(app, clinic)
    const { roomId, minutes } = session.booking
    const { row } = await session.read()
    const from = { roomId: session.roomId, bookedFor: row.bookedFor }
    const path = `${session.path}/reschedule`
    const move = (as: typeof clinic.owner, time: string) =>
      as.post(path, { id: randomUUID(), roomId, minutes, from, day: '2027-01-12', time, reason: 'Asked for it.' })
    assert.equal((await move(clinic.monitor, '10:00')).status, 200)
    const { status, json } = await move(clinic.frontDesk, '14:00')
    assert.equal(status, 409)
    assert.deepEqual((json as { first: object }).first, { by: 'Milo Monitor', at: app.clock.now })
    assert.equal((await session.read()).row.bookedFor, '2027-01-12T15:00:00.000Z')
  })
  test('that is cancelled frees its place and stays in the list', async () => {
    const session = await booked(app, clinic)
    const cancel = { id: randomUUID(), happenedAt: app.clock.now, reason: 'Flu.' }
    assert.equal((await clinic.frontDesk.post(`${session.path}/cancel`, cancel)).status, 200)
    assert.equal((await clinic.frontDesk.post(`${session.path}/cancel`, cancel)).status, 200, 'twice')
    assert.equal((await session.arrive()).status, 409)
    assert.equal((await book({ roomId: session.roomId, patientId: session.patientId })).status, 200)
  })
  test('is for the next day in the clinic, after midnight in UTC', async () => {
    app.clock.now = addMinutes(app.clock.now, 11 * 60)
    await touched(app, clinic)
    const { day, sessions } = (await clinic.frontDesk.get('/api/sessions')).json as { day: string; sessions: unknown[] }
    assert.equal(day, '2026-11-23', `${app.clock.now} in New York`)
    assert.ok(sessions.length > 0)
  })
})

describe('a room', () => {
  test('has a name of its own until it is retired', async () => {
    const add = (name: string) => clinic.owner.post('/api/rooms', { id: randomUUID(), name })
    const id = randomUUID()
    await clinic.owner.post('/api/rooms', { id, name: 'Willow' })
    assert.ok(fields(await add('willow')).name)
    assert.equal((await clinic.owner.post(`/api/rooms/${id}`, { name: 'Willow', place: 1, retired: true })).status, 200)
    assert.equal((await add('willow')).status, 200)
  })
})
