import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import { testApp } from '../../../server/test.ts'
import type { Room } from './room.ts'

const app = await testApp()

const begin = async () => {
  const clinic = await app.clinicWith()
  const other = await clinic.another(['owner'], 'Oscar Owner')
  const id = randomUUID()
  assert.equal((await clinic.owner.post('/api/rooms', { id, name: 'Willow', place: 1 })).status, 200)
  const found = async () => {
    const { json } = await clinic.owner.get('/api/rooms')
    return (json as { rooms: (Room & { mark: string })[] }).rooms.find((room) => room.id === id) ?? assert.fail()
  }
  const change = { name: 'Willow', place: 1, retired: false }
  return { clinic, other, path: `/api/rooms/${id}`, found, change }
}

test('of two who change one room the second is told who was first, and what it was stays in the trail', async () => {
  const { clinic, other, path, found, change } = await begin()
  const { mark: seen } = await found()
  assert.equal((await other.post(path, { ...change, retired: true, seen })).status, 200)
  const late = await clinic.owner.post(path, { ...change, name: 'Ash', seen })
  assert.equal(late.status, 409)
  assert.deepEqual((late.json as { first: object }).first, { by: 'Oscar Owner', at: app.clock.now })
  const { name, retired, mark } = await found()
  assert.deepEqual([name, retired], ['Willow', true], 'nothing of the first is undone')
  assert.equal((await clinic.owner.post(path, { ...change, name: 'Ash', retired: true, seen: mark })).status, 200)
  const trail = await reading(app.db, { clinicId: clinic.clinicId }, (q) =>
    q.all<{ retired: boolean }>(sql`
      select (detail #>> '{before,retired}')::boolean as retired from audit_entry where action = 'rooms.change' order by seq`),
  )
  assert.deepEqual(trail, [{ retired: false }, { retired: true }])
})

test('a change whose answer was lost is made once, however often it is sent', async () => {
  const { clinic, path, found, change } = await begin()
  const { mark: seen } = await found()
  const send = async (name: string) => (await clinic.owner.post(path, { ...change, name, seen })).status
  assert.deepEqual([await send('Ash'), await send('Ash'), await send('Birch')], [200, 200, 409])
  const trail = await reading(app.db, { clinicId: clinic.clinicId }, (q) =>
    q.all(sql`select from audit_entry where action = 'rooms.change'`),
  )
  assert.equal(trail.length, 1)
})

test('of two at the same moment one wins', { skip: app.db.engine !== 'server' && 'needs a server' }, async () => {
  for (let round = 0; round < 5; round += 1) {
    const { clinic, other, path, found, change } = await begin()
    const { mark: seen } = await found()
    const replies = await Promise.all([
      clinic.owner.post(path, { ...change, name: 'Ash', seen }),
      other.post(path, { ...change, name: 'Birch', seen }),
    ])
    assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 409])
  }
})
