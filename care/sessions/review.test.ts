import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { addMinutes, Instant } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { booked, type Clinic, dosed, normalSet, touched } from './test.ts'

const app = await testApp()
const fields = ({ json }: Reply): Record<string, string> => (json as { fields?: Record<string, string> }).fields ?? {}

/** One patient and one room a day: tests of one clinic would stand in each other's way. */
const clinicAnew = async (): Promise<Clinic> => {
  app.clock.now = Instant.parse('2026-11-23T17:00:00.000Z')
  return app.clinicWith()
}

describe('a correction of a dose', () => {
  test('keeps what the dose rests on, whatever was sent', async () => {
    const session = await dosed(app, await clinicAnew())
    const find = async () => (await session.read()).events.find(({ kind }) => kind === 'dose')
    const given = await find()
    const { mg, site, drug, route } = { ...given?.data } as Record<string, unknown>
    const body = { reason: 'Left, not right.', data: { mg, site, drug, route, side: 'right', planMg: 1, extra: 'x' } }
    const more = { id: randomUUID(), corrects: given?.id }
    const sent = () => session.event('correction', body, more, session.clinic.prescriber)
    assert.equal((await sent()).status, 200)
    assert.equal((await sent()).status, 200, 'the same once more is harmless')
    const stored = (await session.read()).events.find(({ id }) => id === more.id)?.data as { data: object }
    assert.deepEqual(stored.data, { ...given?.data, side: 'right' })
    const note = await session.clinic.monitor.get(`/api/patients/${session.patientId}/sessions/${session.id}/note`)
    assert.equal(note.status, 200, JSON.stringify(note.json))
  })
})

describe('a correction of a time', () => {
  test('cannot go into the future', async () => {
    const session = await dosed(app, await clinicAnew())
    await session.later(10)
    const id = randomUUID()
    await session.event('vitals', normalSet, { id })
    const at = (minutes: number) => ({ reason: 'x', happenedAt: addMinutes(app.clock.now, minutes) })
    const ahead = await session.event('correction', at(1), { corrects: id })
    assert.deepEqual([ahead.status, Object.keys(fields(ahead))], [422, ['data.happenedAt']])
    assert.equal((await session.event('correction', at(-1), { corrects: id })).status, 200)
  })
})

describe('a further injection', () => {
  test('waits when consent was taken back after the first', async () => {
    const session = await dosed(app, await clinicAnew())
    const { patientId, clinic } = session
    const { json } = await clinic.prescriber.get(`/api/patients/${patientId}/consent?route=im`)
    const { requestId } = (json as { standing: { requestId: string } }).standing
    const said = { id: randomUUID(), reason: 'Does not want more.' }
    const path = `/api/patients/${patientId}/consent/${requestId}/withdraw`
    assert.equal((await clinic.monitor.post(path, said)).status, 200)
    await session.later(5)
    const second = await session.dose({ number: 2, mg: 10, differsBecause: 'Little effect.', confirmed: true })
    const because = (second.json as { because: { id: string }[] }).because.map(({ id }) => id)
    assert.deepEqual([second.status, because], [423, ['SB-2']])
  })
})

describe('what a newer set leaves out', () => {
  test('still shows what the one before it showed', async () => {
    const session = await dosed(app, await clinicAnew())
    await session.later(10)
    await session.vitals({ systolic: 190 })
    await session.later(1)
    assert.equal((await session.event('vitals', { heartRate: 72 })).status, 200)
    const shown = async (as = session.clinic.monitor) => {
      const { sessions } = (await as.get('/api/board')).json as {
        sessions: { id: string; alerts: { rule: string; severity: string; says: string }[] }[]
      }
      return sessions.find(({ id }) => id === session.id)?.alerts ?? []
    }
    assert.deepEqual(
      (await shown()).map(({ rule }) => rule),
      ['RL-12'],
    )
    assert.deepEqual(await shown(session.clinic.frontDesk), [{ rule: '', severity: 'review', says: '' }])
    await session.later(1)
    await session.vitals({ systolic: 130 })
    assert.deepEqual(await shown(), [])
  })
})

describe('who watches a session', () => {
  test('works here and may write into its log', async () => {
    const clinic = await clinicAnew()
    const session = await booked(app, clinic)
    const again = (change: object) =>
      clinic.frontDesk.post('/api/sessions', { ...session.booking, id: randomUUID(), eventId: randomUUID(), ...change })
    const elsewhere = { day: '2026-12-24' }
    for (const staffId of [clinic.display.staffId, clinic.frontDesk.staffId, clinic.therapist.staffId]) {
      const reply = await again({ ...elsewhere, responsibleId: staffId })
      assert.deepEqual([reply.status, Object.keys(fields(reply))], [422, ['responsibleId']])
    }
    const gone = await clinic.another(['monitor'])
    await clinic.owner.post(`/api/staff/${gone.staffId}/deactivate`)
    assert.equal((await again({ ...elsewhere, responsibleId: gone.staffId })).status, 422)
    const strangers = await app.clinicWith()
    assert.equal((await again({ ...elsewhere, responsibleId: strangers.monitor.staffId })).status, 404)
  })
  test('is named as they are called here', async () => {
    const session = await dosed(app, await clinicAnew())
    const { clinic } = session
    const to = (toId: string, toName: string) => session.event('handed over', { toId, toName })
    assert.equal((await to(clinic.prescriber.staffId, 'Somebody Else')).status, 422)
    assert.equal((await to(clinic.display.staffId, 'Wall')).status, 422)
    assert.equal((await to(clinic.prescriber.staffId, 'Petra Prescriber')).status, 200)
  })
})

describe('a booking', () => {
  test('sent twice is one, and another one under its id is refused', async () => {
    const session = await booked(app, await clinicAnew())
    const send = (change: object) => session.clinic.frontDesk.post('/api/sessions', { ...session.booking, ...change })
    assert.equal((await send({})).status, 200)
    assert.equal((await send({ time: '23:15' })).status, 409)
    const other = await booked(app, session.clinic)
    assert.equal((await send({ patientId: other.patientId })).status, 409)
  })
  test('is not made in a room that is no longer used', async () => {
    const clinic = await clinicAnew()
    const session = await booked(app, clinic)
    const retired = { name: 'Old room', place: 0, retired: true }
    assert.equal((await clinic.owner.post(`/api/rooms/${session.roomId}`, retired)).status, 200)
    const anew = { ...session.booking, id: randomUUID(), eventId: randomUUID(), day: '2026-12-24' }
    assert.equal((await clinic.frontDesk.post('/api/sessions', anew)).status, 422)
    await touched(app, clinic)
  })
})

describe('a clock that is wrong', () => {
  test('cannot move an arrival or a cancellation into another year', async () => {
    const session = await booked(app, await clinicAnew())
    const at = (minutes: number) => ({ id: randomUUID(), happenedAt: addMinutes(app.clock.now, minutes), reason: 'x' })
    for (const way of ['arrive', 'cancel', 'no-show']) {
      const reply = await session.clinic.frontDesk.post(`${session.path}/${way}`, at(-24 * 60 - 1))
      assert.deepEqual([reply.status, Object.keys(fields(reply))], [422, ['happenedAt']], way)
    }
    const arrival = at(-30)
    assert.equal((await session.clinic.frontDesk.post(`${session.path}/arrive`, arrival)).status, 200)
    const move = (minutes: number) =>
      session.event(
        'correction',
        { reason: 'x', happenedAt: addMinutes(app.clock.now, minutes) },
        { corrects: arrival.id },
      )
    assert.equal((await move(-24 * 60 - 1)).status, 422)
    assert.equal((await move(-20)).status, 200)
  })
})
