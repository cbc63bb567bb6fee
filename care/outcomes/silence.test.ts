import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { listAlertsOf } from '../../clinic/safety/queries.ts'
import { reading } from '../../database/read.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import type { Followed } from './due.ts'
import { silenceOf } from './silence.ts'
import { noticeSilence } from './silence-sender.ts'
import { phq9Answers, treated } from './test.ts'

const start = Instant.parse('2026-03-02T17:00:00.000Z')
const day = (days: number, minutes = 0) => addMinutes(start, days * 1440 + minutes)
const person: Followed = {
  patientId: 'p',
  name: 'Sam',
  phone: '',
  email: '',
  reachBy: [],
  textsStopped: false,
  timeZone: null,
  hour: null,
  wantsAsking: true,
  sessionId: 's',
  releasedAt: day(9),
  plan: 'in force',
  done: 3,
  planned: 6,
  daysBetweenLeast: 3,
  asked: {},
  answered: {},
}

describe('Q2, silence while treatment goes on', () => {
  const maintenance = { ...person, daysBetweenLeast: 14 }
  test('in induction more than 14 days, in maintenance more than 35; on the day itself not yet', () => {
    for (const [one, days] of [
      [person, 14],
      [maintenance, 35],
    ] as const) {
      const answered = { 'phq-9': day(5) }
      assert.equal(silenceOf({ ...one, answered }, start, day(5 + days)), undefined)
      assert.deepEqual(silenceOf({ ...one, answered }, start, day(5 + days, 1))?.since, day(5))
    }
  })
  test('whoever never answered is silent since the first dose, not since the last', () => {
    assert.equal(silenceOf(person, start, day(14)), undefined)
    assert.deepEqual(silenceOf(person, start, day(14, 1))?.since, start)
  })
  test('after a course, after stopping and before a new one has begun it is not raised', () => {
    for (const one of [
      { ...person, done: 6 },
      { ...person, done: 0 },
      { ...person, plan: 'stopped' as const },
    ]) {
      assert.equal(silenceOf(one, start, day(300)), undefined)
    }
  })
})

const app = await testApp()

test('it becomes a task once, and again only after the patient has answered and fallen silent anew', async () => {
  app.clock.now = day(14)
  const as = await app.clinicWith()
  const { clinicId } = as
  const { id: patientId } = await registered(as.prescriber)
  await treated(app.db, { clinicId, patientId, staffId: as.prescriber.staffId, dosedAt: start })
  const notice = () => noticeSilence({ db: app.db, clock: () => app.clock.now }, clinicId)
  const raised = async () =>
    (await reading(app.db, { clinicId }, (q) => listAlertsOf(q, patientId, app.clock.now))).map((alert) => [
      alert.ruleId,
      alert.level,
      alert.ownerRole,
    ])
  assert.equal(await notice(), 0)
  app.clock.now = day(14, 1)
  assert.equal(await notice(), 1)
  assert.equal(await notice(), 0)
  assert.deepEqual(await raised(), [['Q2', 'review', 'monitor']])
  const answers = { id: randomUUID(), instrument: 'phq-9', answers: phq9Answers(9), contextKind: 'between' }
  const sent = await as.monitor.post(`/api/patients/${patientId}/responses`, { ...answers, answeredAt: app.clock.now })
  assert.equal(sent.status, 200)
  app.clock.now = day(28, 1)
  assert.equal(await notice(), 0)
  app.clock.now = day(28, 2)
  assert.equal(await notice(), 1)
  assert.equal((await raised()).filter(([rule]) => rule === 'Q2').length, 2)
})
