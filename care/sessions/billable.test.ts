import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMinutes } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { billableFacts } from './billable.ts'
import { sessionFrom } from './session.ts'
import { type Booked, checked } from './test.ts'

const app = await testApp()
const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))
const read = async (session: Booked) => sessionFrom((await session.read()).events as never)

test('minutes of an infusion leave out its pause, observation begins at its end, and each has their own time', async () => {
  const session = await checked(app, undefined, {}, { route: 'iv' })
  const { clinic } = session
  const arrived = (await read(session)).arrivedAt
  ok(await session.clear())
  ok(await session.event('line placed', { site: 'forearm', side: 'left', gauge: 22 }))
  await session.later(1)
  ok(await session.dose())
  const startedAt = app.clock.now
  const doseId = (await session.read()).events.findLast(({ kind }) => kind === 'dose')?.id
  const pump = (data: object) => session.event('infusion changed', { doseId, ...data })
  await session.later(10)
  ok(await session.vitals())
  ok(await pump({ what: 'paused', reason: 'Felt sick.' }))
  await session.later(5)
  ok(await pump({ what: 'resumed' }))
  await session.later(10)
  ok(await pump({ what: 'stopped', reason: 'Enough.' }))
  const stoppedAt = app.clock.now
  await session.later(20)
  ok(await session.event('handed over', { toId: clinic.prescriber.staffId, toName: 'Petra Prescriber' }))
  const handedAt = app.clock.now
  assert.deepEqual(billableFacts(await read(session)).infusions, [], 'nothing is counted before the end')
  await session.later(7)
  ok(await session.event('stopped', { as: 'sent to emergency care', reason: 'Chest pain.' }))
  const endedAt = app.clock.now

  const facts = billableFacts(await read(session))
  assert.deepEqual(facts.infusions, [{ from: startedAt, until: stoppedAt, ranMinutes: 20 }])
  assert.deepEqual(facts.observation, { from: stoppedAt, until: endedAt, minutes: 27 })
  assert.deepEqual(
    facts.responsible.map(({ staffId, from, until }) => [staffId, from, until]),
    [
      [clinic.monitor.staffId, arrived, handedAt],
      [clinic.prescriber.staffId, handedAt, endedAt],
    ],
  )
  const [cleared] = facts.entered.filter(({ staffId }) => staffId === clinic.prescriber.staffId)
  assert.deepEqual(
    [cleared?.entries, cleared?.first, cleared?.last],
    [1, addMinutes(startedAt, -1), addMinutes(startedAt, -1)],
  )
  const { json } = await clinic.prescriber.get(`/api/patients/${session.patientId}/sessions/${session.id}/note`)
  assert.match(JSON.stringify(json), /running 20 min.*27 min.*Petra Prescriber was responsible from .* 7 min/)
})
