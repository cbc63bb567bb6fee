import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { clinicWords, consented } from '../care/consent/test.ts'
import { aPlan, determined, planned, prescribed } from '../care/plans/test.ts'
import { system } from '../clinic/accounts/actor.ts'
import { audited } from '../clinic/audit/audited.ts'
import { aRegistration } from '../clinic/records/test.ts'
import { raiseAlert } from '../clinic/safety/changes.ts'
import { type Reply, testApp } from './test.ts'

/**
 * A form keeps its id until it hears that it was stored. When the answer got lost and the person changed something
 * before sending again, the server has the first version: saying "stored" to the second would lose what was changed.
 */
const app = await testApp()
const clinic = await app.clinicWith()
const statuses = (...replies: Reply[]) => replies.map(({ status }) => status)

describe('sent again, the same is stored once and answered alike; something else under the same id is refused:', () => {
  test('a plan', async () => {
    const { patientId } = await determined(clinic, app.clock.now)
    await consented(clinic, app.holding as never, patientId)
    const plan = aPlan()
    const send = (change: object = {}) =>
      clinic.prescriber.post(`/api/patients/${patientId}/plan?route=im`, { ...plan, ...change })
    const replies = [await send(), await send(), await send({ prescribed: prescribed({ doseMg: 60 }) })]
    assert.deepEqual(statuses(...replies, await send({ why: 'Another reason' })), [200, 200, 409, 409])
  })
  test('a decision about a plan', async () => {
    const { patientId, planId } = await planned(clinic, app.holding as never, app.clock.now)
    const review = {
      id: randomUUID(),
      point: 'at another time',
      afterSession: 0,
      decision: 'continue',
      reason: 'Well.',
      version: 1,
    }
    const send = (change: object = {}) =>
      clinic.prescriber.post(`/api/patients/${patientId}/plan/${planId}/review`, { ...review, ...change })
    assert.deepEqual(statuses(await send(), await send(), await send({ decision: 'stop' })), [200, 200, 409])
  })
  test('a registration, and a change of who somebody is', async () => {
    const body = aRegistration({ familyName: 'Zweimal', birthDate: '1971-01-09', phone: '212 555 0199' })
    const send = (identity: object = {}) =>
      clinic.frontDesk.post('/api/patients', { ...body, identity: { ...body.identity, ...identity } })
    assert.deepEqual(statuses(await send(), await send(), await send({ phone: '212 555 0198' })), [200, 200, 409])
    const change = { id: randomUUID(), after: 1, identity: { ...body.identity, pronouns: 'she/her' }, why: 'Said so.' }
    const alter = (more: object = {}) =>
      clinic.frontDesk.post(`/api/patients/${body.id}/identity`, {
        ...change,
        identity: { ...change.identity, ...more },
      })
    assert.deepEqual(
      statuses(await alter(), await alter(), await alter({ address: { city: 'Reno' } })),
      [200, 200, 409],
    )
  })
  test('a consent document', async () => {
    const fresh = await app.clinicWith()
    const body = { id: randomUUID(), expected: 0, additions: clinicWords, whatChanged: 'First' }
    const send = (change: object = {}) => fresh.prescriber.post('/api/consent/documents/im', { ...body, ...change })
    const other = { ...clinicWords, own: [{ heading: 'Parking', text: 'Behind the house.' }] }
    assert.deepEqual(statuses(await send(), await send(), await send({ additions: other })), [200, 200, 409])
  })
  test('what somebody did about an alert', async () => {
    const { id: patientId } = (await clinic.frontDesk.post('/api/patients', aRegistration({ familyName: 'Alarm' })))
      .json as { id: string }
    const raised = { patientId, ruleId: 'S1', level: 'high', about: { kind: 'response', id: randomUUID() } } as const
    const act = { clinicId: clinic.clinicId, actor: system, action: 'test.raise', at: app.clock.now }
    const raise = () =>
      audited(app.db, act, (tx) =>
        raiseAlert(tx, { ...raised, now: app.clock.now, dueMinutes: 60, ownerRole: 'prescriber', inputs: {} }),
      )
    const [one, two] = [await raise(), await raise()]
    const note = { id: randomUUID(), kind: 'note', words: 'Called, no answer.' }
    const send = (alert: { id: string }, change: object = {}) =>
      clinic.monitor.post(`/api/alerts/${alert.id}/events`, { ...note, ...change })
    const replies = [await send(one), await send(one), await send(one, { words: 'Called, spoke to them.' })]
    assert.deepEqual(statuses(...replies, await send(two)), [200, 200, 409, 409])
  })
})
