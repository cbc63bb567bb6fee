import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { testApp } from '../../server/test.ts'
import { lengthOf } from './length.ts'
import { booked } from './test.ts'

test('a booking follows the route; the clinic’s own length counts, for the nasal spray only when it is longer', () => {
  assert.equal(lengthOf('im', {}).minutes, 120)
  assert.equal(lengthOf('im', { bookingMinutes: { im: 100 } }).minutes, 100)
  assert.equal(lengthOf('im', { limits: { im: { minimumStayMinutes: 120 } } }).minutes, 150, 'its own stricter stay')
  assert.equal(lengthOf('esketamine', { bookingMinutes: { esketamine: 120 } }).minutes, 160)
  assert.equal(lengthOf('esketamine', { bookingMinutes: { esketamine: 180 } }, { mg: 56 }).minutes, 180)
  for (const policy of [null, 'x', { bookingMinutes: 'long' }, { bookingMinutes: { im: 5 } }])
    assert.equal(lengthOf('im', policy).minutes, 120, JSON.stringify(policy))
})

test('the desk is told how long to book for the plan in force, and nothing without one', async () => {
  const app = await testApp()
  const { clinic, patientId } = await booked(app, undefined, { minutes: 180 }, { route: 'esketamine', mg: 56 })
  const { json } = await clinic.frontDesk.get(`/api/patients/${patientId}/session-length`)
  const { length, window } = json as { length: { minutes: number; route: string }; window: unknown }
  assert.equal(window, null, 'the first session falls on any day')
  assert.deepEqual([length.route, length.minutes], ['esketamine', 155])
  const { id } = await registered(clinic.prescriber, { name: 'Nobody Planned' } as never)
  assert.deepEqual((await clinic.frontDesk.get(`/api/patients/${id}/session-length`)).json, {
    length: null,
    window: null,
  })
})

test('an infusion is booked for as long as its plan says', async () => {
  const app = await testApp()
  const { clinic, patientId } = await booked(app, undefined, { minutes: 180 }, { route: 'iv', infusionMinutes: 90 })
  const { json } = await clinic.frontDesk.get(`/api/patients/${patientId}/session-length`)
  assert.equal((json as { length: { minutes: number } }).length.minutes, 30 + 90 + 60)
  const { minutes, parts, ownMinutes } = lengthOf('iv', { bookingMinutes: { iv: 130 } }, { infusionMinutes: 90 })
  assert.deepEqual([minutes, ownMinutes], [130, 130], 'the clinic’s own length counts …')
  assert.equal(
    parts.reduce((sum, part) => sum + part.minutes, 0),
    180,
    '… and the screen says by how much it is shorter',
  )
})

test('the clinic cannot settle on less for the nasal spray than its programme takes', async () => {
  const app = await testApp()
  const { owner } = await app.clinicWith()
  const { policy, ...clinic } = (await owner.get('/api/clinic')).json as { policy: object }
  const saved = await owner.post('/api/clinic', {
    ...clinic,
    policy: { ...policy, bookingMinutes: { esketamine: 120 } },
  })
  assert.equal(saved.status, 422)
  assert.match(JSON.stringify(saved.json), /policy\.bookingMinutes\.esketamine.*160/)
})
