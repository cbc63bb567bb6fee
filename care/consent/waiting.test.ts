import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { reading } from '../../database/read.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { planned } from '../plans/test.ts'
import { listWaiting } from './queries-of-waiting.ts'
import { published } from './test.ts'

const app = await testApp()

test('under a plan somebody is listed for a newer text however long ago they signed, until the plan is stopped', async () => {
  const clinic = await app.clinicWith()
  const { patientId, planId } = await planned(clinic, app.holding, app.clock.now)
  await published(clinic.owner, 1)
  const inAYear = addMinutes(app.clock.now, 365 * 1440)
  const listed = () => reading(app.db, { clinicId: clinic.clinicId }, (q) => listWaiting(q, null, inAYear))
  assert.deepEqual(
    (await listed()).map((one) => [one.patientId, one.waitsFor]),
    [[patientId, 'asking again']],
  )
  const stop = {
    id: randomUUID(),
    point: 'at another time',
    afterSession: 0,
    decision: 'stop',
    reason: 'Moves away',
    version: 1,
  }
  const reply = await clinic.prescriber.post(`/api/patients/${patientId}/plan/${planId}/review`, stop)
  assert.equal(reply.status, 200, JSON.stringify(reply.json))
  assert.deepEqual(await listed(), [])
})
