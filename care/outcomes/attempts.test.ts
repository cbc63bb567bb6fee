import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { reading } from '../../database/read.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import type { RegistryAnswer } from '../registry/routes.ts'
import { booked } from '../sessions/test.ts'
import type { Outcomes } from './queries.ts'
import { listAttempts } from './queries-of-attempts.ts'
import { asqNo, phq9Answers, treated } from './test.ts'

const app = await testApp()
const start = app.clock.now
const tried = { ...asqNo, 4: 'yes' }

const arrived = async () => {
  app.clock.now = start
  const session = await booked(app)
  assert.equal((await session.arrive()).status, 200)
  const { clinic, patientId } = session
  const answer = async (instrument: string, answers: object, days: number, more: object = {}) => {
    const id = randomUUID()
    const answeredAt = addMinutes(start, -days * 1440)
    const sent = { id, instrument, answers, answeredAt, contextKind: 'between', ...more }
    const { status, json } = await clinic.monitor.post(`/api/patients/${patientId}/responses`, sent)
    assert.equal(status, 200, JSON.stringify(json))
    return id
  }
  const told = async () =>
    (await reading(app.db, { clinicId: clinic.clinicId }, (q) => listAttempts(q))).get(patientId) ?? []
  return { ...session, answer, told }
}

describe('an attempt is told of', () => {
  test('behind a link or by staff in the suicide questions since the last contact, and not in those of the whole life', async () => {
    const here = await arrived()
    await here.answer('asq', { ...tried, 5: 'no' }, 9)
    await here.answer('asq-since-last', asqNo, 8)
    await here.answer('asq-since-last', { ...asqNo, 4: null, 1: 'yes' }, 7)
    assert.deepEqual(await here.told(), [])
    await here.answer('asq-since-last', tried, 6)
    assert.deepEqual(await here.told(), [addMinutes(start, -6 * 1440)])
    const other = await app.clinicWith()
    assert.equal((await reading(app.db, { clinicId: other.clinicId }, (q) => listAttempts(q))).size, 0)
  })

  test('in the room, where the newest answer of the session counts, as it was corrected', async () => {
    const here = await arrived()
    const entered = { id: randomUUID(), happenedAt: app.clock.now, kind: 'facts', data: { facts: { suicide: tried } } }
    assert.equal((await here.clinic.monitor.post(`${here.path}/events`, entered)).status, 200)
    assert.deepEqual(await here.told(), [app.clock.now])
    await here.later(1)
    assert.equal((await here.facts({ alcoholToday: false })).status, 200)
    assert.equal((await here.told()).length, 1, 'another fact says nothing of it')
    const again = { id: randomUUID(), happenedAt: app.clock.now, kind: 'facts', data: { facts: { suicide: asqNo } } }
    assert.equal((await here.clinic.monitor.post(`${here.path}/events`, again)).status, 200)
    assert.deepEqual(await here.told(), [], 'asked again in the same session')
    await here.later(1)
    const data = { reason: 'The other patient', data: { facts: { suicide: tried } } }
    const corrected = await here.event('correction', data, { corrects: again.id })
    assert.equal(corrected.status, 200, JSON.stringify(corrected.json))
    assert.equal((await here.told()).length, 1, 'a correction says so')
  })
})

test('after improvement it is a relapse at once, on the chart and in the registry alike', async () => {
  const here = await arrived()
  const { clinicId, prescriber } = here.clinic
  await here.answer('phq-9', phq9Answers(20), 40)
  await treated(app.db, {
    clinicId,
    patientId: here.patientId,
    staffId: prescriber.staffId,
    dosedAt: addMinutes(start, -39 * 1440),
  })
  await here.answer('phq-9', phq9Answers(4), 20)
  const standing = async () => {
    const outcomes = (await prescriber.get(`/api/patients/${here.patientId}/outcomes`)).json as Outcomes
    const { rows } = (await prescriber.get('/api/registry')).json as RegistryAnswer
    const row = rows.find(({ patientId }) => patientId === here.patientId)
    return [outcomes.series[0]?.relapse?.state, row?.change.state, row?.reasons.includes('worse')]
  }
  assert.deepEqual(await standing(), ['no', 'not worse', false])
  await here.answer('asq-since-last', tried, 5)
  assert.deepEqual(await standing(), ['attempted', 'relapse attempted', true])
  await here.answer('phq-9', phq9Answers(12), 3)
  assert.deepEqual(await standing(), ['attempted', 'relapse attempted', true])
  await here.answer('phq-9', phq9Answers(4), 1)
  assert.deepEqual(await standing(), ['no', 'not worse', false])
})
