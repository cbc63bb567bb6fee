import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { askedToSign, consented, published, signature, understoodBy } from '../care/consent/test.ts'
import { phq9Answers } from '../care/outcomes/test.ts'
import { aPlan, determined, planned, prescribed } from '../care/plans/test.ts'
import { booked, checked, normalSet } from '../care/sessions/test.ts'
import { type Reply, testApp } from './test.ts'

/** The embedded engine has one connection, so nobody can be at once there. */
const skip = process.env.EVENKEEL_TEST_DATABASE === 'server' ? false : 'two at once need a PostgreSQL server'

type First = { first?: { by?: string; at?: string } }

/** One of them got through; everybody else was told who did, and when. */
const oneOf = (replies: Reply[]): void => {
  const told = replies.map(({ status, json }) => `${status} ${JSON.stringify(json)}`).join('\n')
  const statuses = replies.map(({ status }) => status).toSorted()
  assert.deepEqual(statuses, [200, ...replies.slice(1).map(() => 409)], told)
  for (const { status, json } of replies) {
    if (status !== 409) continue
    const { first } = json as First
    assert.ok(first?.by && first.at, told)
  }
}

describe('of several at once one gets through and the others are told who', { skip }, () => {
  test('arriving, and cancelling meanwhile', async () => {
    const app = await testApp()
    const session = await booked(app)
    const { frontDesk, monitor } = session.clinic
    const at = () => ({ id: randomUUID(), happenedAt: app.clock.now })
    oneOf(
      await Promise.all([
        frontDesk.post(`${session.path}/arrive`, at()),
        monitor.post(`${session.path}/arrive`, at()),
        frontDesk.post(`${session.path}/cancel`, { ...at(), reason: 'x' }),
      ]),
    )
  })
  test('moving one booking', async () => {
    const app = await testApp()
    const session = await booked(app)
    const { frontDesk, monitor, prescriber } = session.clinic
    const { row } = await session.read()
    const from = { roomId: session.roomId, bookedFor: row.bookedFor }
    const { roomId, minutes, day } = session.booking
    const move = (as: typeof monitor, time: string) =>
      as.post(`${session.path}/reschedule`, { id: randomUUID(), roomId, minutes, day, time, from, reason: 'x' })
    oneOf(await Promise.all([move(frontDesk, '20:00'), move(monitor, '21:00'), move(prescriber, '22:00')]))
  })
  test('correcting one entry', async () => {
    const app = await testApp()
    const session = await checked(app)
    const id = randomUUID()
    await session.event('vitals', normalSet, { id })
    const correct = (systolic: number, as = session.clinic.monitor) =>
      session.event('correction', { reason: 'x', data: { ...normalSet, systolic } }, { corrects: id }, as)
    oneOf(await Promise.all([correct(120), correct(121, session.clinic.prescriber), correct(122)]))
  })
  test('ending a session in two ways', async () => {
    const app = await testApp()
    const session = await checked(app)
    const stop = (as: string) => session.event('stopped', { as, reason: 'x' })
    oneOf(await Promise.all([stop('not treated today'), stop('patient changed their mind')]))
  })
  test('signing a plan, changing it, and deciding about it', async () => {
    const app = await testApp()
    const clinic = await app.clinicWith()
    const other = await clinic.another(['prescriber'], 'Paul Prescriber')
    const { patientId } = await determined(clinic, app.clock.now)
    await consented(clinic, app.holding as never, patientId)
    const sign = (as: typeof other, more: object = {}) =>
      as.post(`/api/patients/${patientId}/plan?route=im`, aPlan(more))
    const signed = await Promise.all([sign(clinic.prescriber), sign(other)])
    oneOf(signed)
    const { json } = await other.get(`/api/patients/${patientId}/plan?route=im`)
    const { planId } = (json as { stands: { version: { planId: string } } }).stands.version
    const change = (as: typeof other, doseMg: number) =>
      sign(as, { planId, expected: 1, prescribed: prescribed({ doseMg }), why: 'Less.' })
    oneOf(await Promise.all([change(clinic.prescriber, 30), change(other, 35)]))
    const stop = (as: typeof other) =>
      as.post(`/api/patients/${patientId}/plan/${planId}/review`, {
        id: randomUUID(),
        point: 'at another time',
        afterSession: 0,
        decision: 'stop',
        reason: 'x',
        version: 2,
      })
    const stopped = await Promise.all([stop(clinic.prescriber), stop(other)])
    assert.deepEqual(stopped.map(({ status }) => status).toSorted(), [200, 409])
  })
  test('asking, signing, countersigning and taking back a consent', async () => {
    const app = await testApp()
    const clinic = await app.clinicWith()
    const other = await clinic.another(['prescriber'], 'Paul Prescriber')
    await published(clinic.prescriber)
    const { patientId } = await determined(clinic, app.clock.now)
    const { requestId, url } = await askedToSign(clinic.monitor, patientId)
    const patient = app.holding(url)
    const { textHash } = await understoodBy(patient)
    const sign = () => patient.post('/api/link/consent/sign', signature(textHash))
    const signed = await Promise.all([sign(), sign()])
    assert.deepEqual(signed.map(({ status }) => status).toSorted(), [200, 409], JSON.stringify(signed))
    const path = `/api/patients/${patientId}/consent/${requestId}`
    const counter = (as: typeof other) => as.post(`${path}/countersign`, { id: randomUUID(), textHash })
    oneOf(await Promise.all([counter(clinic.prescriber), counter(other)]))
    const back = (as: typeof other) => as.post(`${path}/withdraw`, { id: randomUUID(), reason: 'x' })
    oneOf(await Promise.all([back(clinic.monitor), back(clinic.frontDesk)]))
  })
  test('answering a patient’s question', async () => {
    const app = await testApp()
    const clinic = await app.clinicWith()
    await published(clinic.prescriber)
    const { patientId } = await determined(clinic, app.clock.now)
    const { requestId, url } = await askedToSign(clinic.monitor, patientId)
    const questionId = randomUUID()
    const asked = { id: questionId, section: 'why', words: 'Does it hurt?' }
    assert.equal((await app.holding(url).post('/api/link/consent/question', asked)).status < 300, true)
    const answer = (as: typeof clinic.monitor, words: string) =>
      as.post(`/api/patients/${patientId}/consent/${requestId}/answer`, { id: randomUUID(), questionId, words })
    oneOf(await Promise.all([answer(clinic.monitor, 'A little.'), answer(clinic.prescriber, 'A prick.')]))
  })
  test('answering through one link, from two tabs', async () => {
    const app = await testApp()
    const clinic = await app.clinicWith()
    const { patientId } = await planned(clinic, app.holding as never, app.clock.now)
    const made = await clinic.monitor.post(`/api/patients/${patientId}/ask`, { asks: 'phq-9', by: 'here' })
    const phone = app.holding((made.json as { url: string }).url)
    const send = (total: number) =>
      phone.post('/api/link/answers', {
        answeredAt: app.clock.now,
        responses: [{ id: randomUUID(), instrument: 'phq-9', answers: phq9Answers(total) }],
      })
    oneOf(await Promise.all([send(4), send(9)]))
  })
  test('one registration sent twice registers once', async () => {
    const app = await testApp()
    const clinic = await app.clinicWith()
    const identity = { givenName: 'Twice', familyName: 'Sent', birthDate: '1980-03-05' }
    const body = { id: randomUUID(), identityId: randomUUID(), identity }
    const send = () => clinic.frontDesk.post('/api/patients', body)
    const replies = await Promise.all([send(), send(), send()])
    assert.deepEqual(new Set(replies.map(({ json }) => (json as { number: number }).number)).size, 1)
  })
})
