import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { testApp } from '../../server/test.ts'

test('an owner is told what the clinic still lacks, until it is there', async () => {
  const app = await testApp()
  const { owner, monitor } = await app.clinicWith()
  const steps = async () => (await owner.get('/api/first-steps')).json as Record<string, boolean>
  const before = await steps()
  assert.deepEqual([before.rooms, before.patients], [false, false])
  assert.equal((await owner.post('/api/rooms', { id: randomUUID(), name: 'Room 1', place: 1 })).status, 200)
  assert.deepEqual(await steps(), { ...before, rooms: true })
  assert.equal((await monitor.get('/api/first-steps')).status, 403)
})

test('an owner is told that no mail server is set up; a demo, which sends nothing, is not', async () => {
  const app = await testApp()
  for (const isDemo of [false, true]) {
    const { owner } = await app.clinicWith({ isDemo })
    const { mail } = (await owner.get('/api/first-steps')).json as { mail: boolean }
    assert.equal(mail, isDemo)
  }
})
