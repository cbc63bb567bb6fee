import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { evaluated, noToAll } from '../evaluation/test.ts'
import { booked, checked, dosed } from '../sessions/test.ts'
import { calmDay } from './test.ts'

const app = await testApp()

type Due = { due: { asks: string; sessionId: string }[] }

describe('after a session that ended without release', () => {
  test('somebody who was dosed is asked how they are; somebody who was not is not', async () => {
    const clinic = await app.clinicWith()
    const [left, untreated] = [await dosed(app, clinic), await checked(app, clinic)]
    assert.equal((await left.event('stopped', { as: 'left against advice', reason: 'Walked out.' })).status, 200)
    assert.equal((await untreated.event('stopped', { as: 'not treated today', reason: 'Fever.' })).status, 200)
    await left.later(1)
    const { due } = (await clinic.frontDesk.get('/api/outcomes/due')).json as Due
    // The other's evaluation asks on, ahead of a first dose.
    const afterwards = due.filter(({ asks }) => asks !== 'questionnaires')
    assert.deepEqual(afterwards.map(({ asks, sessionId }) => [asks, sessionId]).sort(), [
      ['next-day', left.id],
      ['phq-9', left.id],
    ])
  })
})

describe('a dose that was withdrawn', () => {
  test('is no session of the course', async () => {
    const session = await dosed(app)
    const { clinic, patientId } = session
    const done = async () =>
      ((await clinic.prescriber.get(`/api/patients/${patientId}/plan?route=im`)).json as { course: { done: number } })
        .course.done
    assert.equal(await done(), 1)
    const given = (await session.read()).events.find(({ kind }) => kind === 'dose')
    const correct = async (data: object, corrects: string | undefined) => {
      const id = randomUUID()
      const reply = await session.event('correction', { reason: 'x', ...data }, { id, corrects }, clinic.prescriber)
      assert.equal(reply.status, 200)
      return id
    }
    const sided = await correct({ data: { ...given?.data, side: 'right' } }, given?.id)
    assert.equal(await done(), 1)
    await correct({ withdrawn: true }, sided)
    assert.equal(await done(), 0)
  })
})

describe('answers about something', () => {
  test('of another patient are refused, wherever they come from', async () => {
    const clinic = await app.clinicWith()
    const [mine, other] = [await booked(app, clinic), await booked(app, clinic)]
    const send = (contextKind: string, contextId: string) =>
      clinic.monitor.post(`/api/patients/${mine.patientId}/responses`, {
        id: randomUUID(),
        instrument: 'next-day',
        answers: calmDay,
        answeredAt: app.clock.now,
        contextKind,
        contextId,
      })
    for (const [kind, id] of [
      ['next-day', other.id],
      ['session', randomUUID()],
      ['evaluation', other.id],
    ] as const) {
      const { status, json } = await send(kind, id)
      assert.deepEqual([status, (json as { fields: object }).fields], [422, { contextId: 'Not found.' }])
    }
    assert.equal((await send('next-day', mine.id)).status, 200)
  })
  test('of a time to come are refused beside the time', async () => {
    const clinic = await app.clinicWith()
    const evaluation = await evaluated(clinic.prescriber, app.clock.now)
    const reply = await evaluation.screen(noToAll, addMinutes(app.clock.now, 60))
    assert.deepEqual([reply.status, Object.keys((reply.json as { fields: object }).fields)], [422, ['answeredAt']])
  })
})

describe('a suicide screen', () => {
  test('that is corrected counts as corrected, also when the correction is about an earlier hour', async () => {
    const clinic = await app.clinicWith()
    const { patientId, evaluationId, read } = await evaluated(clinic.prescriber, app.clock.now, { weight: 80 })
    const first = (await read()).responses.find(({ instrument }) => instrument === 'asq')
    const corrected = await clinic.prescriber.post(`/api/patients/${patientId}/responses`, {
      id: randomUUID(),
      contextKind: 'evaluation',
      contextId: evaluationId,
      instrument: 'asq',
      answers: { ...noToAll, '3': 'yes', '5': 'yes' },
      answeredAt: addMinutes(app.clock.now, -60),
      corrects: first?.id,
      why: 'Question 3 was a yes',
    })
    assert.equal(corrected.status, 200, JSON.stringify(corrected.json))
    const found = (await read()).findings.flatMap(({ from }) => from).find(({ fact }) => fact === 'suicideScreen')
    assert.equal(found?.value, 'acute positive')
  })
  test('that is positive before a dose is owned by somebody, once, whatever becomes of the session', async () => {
    const session = await checked(app)
    const { clinic } = session
    const answer = (five: string) => session.facts({ suicide: { ...noToAll, '3': 'yes', '5': five } })
    for (const five of ['no', 'no', 'yes', 'yes', 'no']) {
      await session.later(1)
      assert.equal((await answer(five)).status, 200)
    }
    assert.equal((await session.event('stopped', { as: 'patient changed their mind', reason: 'x' })).status, 200)
    type Alerts = { alerts: { ruleId: string; level: string; ownerId: string; patientId: string }[] }
    const { alerts } = (await clinic.monitor.get('/api/alerts')).json as Alerts
    assert.deepEqual(
      alerts.map(({ ruleId, level, ownerId, patientId }) => [ruleId, level, ownerId, patientId]),
      [
        ['S6', 'urgent', clinic.monitor.staffId, session.patientId],
        ['S6', 'high', clinic.monitor.staffId, session.patientId],
      ],
    )
  })
})
