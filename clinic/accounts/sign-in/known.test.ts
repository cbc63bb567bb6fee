import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { doubted, overheard, testDatabase } from '../../../database/test.ts'
import { addMinutes } from '../../../science/time.ts'
import { testApp } from '../../../server/test.ts'
import { aRegistration } from '../../records/test.ts'
import { idleMinutes } from './who.ts'

// Told of on the embedded engine, presumed on a server: what holds of one must hold of the other.
const own = await testDatabase()
let asked = 0
/** The same database, counting how often it is asked who holds a sign-in. */
const db = overheard(own, (steps) => {
  asked += steps.filter(({ text }) => text.includes('enter_by_sign_in')).length
})
const app = await testApp(db)

const askedFor = async (act: () => Promise<unknown>): Promise<number> => {
  const before = asked
  await act()
  return asked - before
}

test('whoever was let in a moment ago is not asked about again', { skip: doubted }, async () => {
  const { monitor } = await app.clinicWith()
  await monitor.get('/api/rooms')
  assert.equal(await askedFor(() => monitor.get('/api/rooms')), 0)
})

test('what was sent is read once, though who sent it is asked again after a touch', async () => {
  const { owner } = await app.clinicWith()
  await owner.get('/api/rooms')
  assert.ok((await owner.post('/api/sign-in/active')).status < 300)
  const added = await owner.post('/api/rooms', { id: randomUUID(), name: 'Room with a view' })
  assert.ok(added.status < 300, JSON.stringify(added.json))
  assert.match(JSON.stringify((await owner.get('/api/rooms')).json), /Room with a view/)
})

test('whoever lost a role writes nothing with it', async () => {
  const { owner, frontDesk } = await app.clinicWith()
  const added = await frontDesk.post('/api/patients', aRegistration({ familyName: 'Before' }))
  assert.equal(added.status, 200, JSON.stringify(added.json))
  assert.ok((await owner.post(`/api/staff/${frontDesk.staffId}/roles`, { roles: ['therapist'] })).status < 300)
  assert.equal((await frontDesk.post('/api/patients', aRegistration({ familyName: 'After' }))).status, 403)
})

test('whoever is signed in and tries another account has as many tries as anybody', async () => {
  const { monitor } = await app.clinicWith()
  await monitor.get('/api/rooms')
  const email = `${randomUUID()}@nowhere.example`
  const statuses: number[] = []
  for (let i = 0; i < 6; i++)
    statuses.push((await monitor.post('/api/sign-in', { email, password: 'wrong', code: '000000' })).status)
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429])
})

test('a role that was taken away counts at once', async () => {
  const { owner, monitor } = await app.clinicWith()
  assert.equal((await monitor.get('/api/patients')).status, 200)
  await owner.get('/api/staff')
  assert.ok((await owner.post(`/api/staff/${monitor.staffId}/roles`, { roles: ['owner'] })).status < 300)
  assert.equal((await monitor.get('/api/patients')).status, 403)
})

test('somebody who signed out, or was sent out, is nobody at once', async () => {
  const { owner, monitor, frontDesk } = await app.clinicWith()
  for (const person of [monitor, frontDesk]) assert.equal((await person.get('/api/rooms')).status, 200)
  assert.ok((await frontDesk.post('/api/sign-out')).status < 300)
  assert.equal((await frontDesk.get('/api/rooms')).status, 401)
  assert.ok((await owner.post(`/api/staff/${monitor.staffId}/deactivate`)).status < 300)
  assert.equal((await monitor.get('/api/rooms')).status, 401)
})

test('a screen that nobody touches locks by the clock, though nothing was asked meanwhile', async () => {
  const { monitor } = await app.clinicWith()
  assert.equal((await monitor.get('/api/rooms')).status, 200)
  const { now } = app.clock
  app.clock.now = addMinutes(now, idleMinutes)
  assert.equal((await monitor.get('/api/rooms')).status, 401)
  app.clock.now = now
})

test('a token that nobody holds is asked about every time', async () => {
  const stranger = app.holding('nobody')
  assert.equal((await stranger.get('/api/rooms')).status, 401)
})
