import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { reading } from '../../database/read.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { booked, checked } from '../sessions/test.ts'
import { beforeSession } from './ahead.ts'
import { type DueHere, listFollowed } from './queries.ts'
import { listBooked, listEvaluated } from './queries-of-asking.ts'
import { asqNo, calmDay, phq9Answers, treated } from './test.ts'

// What counts as having been answered: it puts the next asking off, and ends a silence.
const app = await testApp()
const now = Instant.parse('2026-11-23T17:00:00.000Z')
const ago = (days: number) => addMinutes(now, -days * 1440)
const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))

/** Somebody treated yesterday. */
const start = async () => {
  app.clock.now = now
  const as = await app.clinicWith()
  const { clinicId } = as
  const { id: patientId } = await registered(as.prescriber)
  const { sessionId } = await treated(app.db, { clinicId, patientId, staffId: as.prescriber.staffId, dosedAt: ago(1) })
  const enterAny = async (more: object) => {
    const sent = { id: randomUUID() as string, contextKind: 'between', ...more }
    const reply = await as.monitor.post(`/api/patients/${patientId}/responses`, sent)
    ok(reply)
    return { ...reply, id: sent.id }
  }
  const enter = async (more: object) => (await enterAny(more)).id
  const due = async () =>
    ((await as.monitor.get('/api/outcomes/due')).json as DueHere).due.map(({ asks, askedAt }) => [asks, askedAt])
  const answered = () =>
    reading(app.db, { clinicId }, async (q) => (await listFollowed(q, app.clock.now)).map((one) => one.answered))
  return { ...as, patientId, sessionId, enter, enterAny, due, answered }
}

test('answers that were corrected are no newer than what corrects them says', async () => {
  const as = await start()
  const paper = { instrument: 'phq-9', answers: phq9Answers(12) }
  const corrects = await as.enter({ ...paper, answeredAt: ago(0) })
  await as.enter({ ...paper, answeredAt: ago(30), corrects, why: 'Dated today' })
  assert.deepEqual(await as.answered(), [{ 'phq-9': ago(30) }], 'dated today by mistake')
})

test('ahead of a dose a PHQ-9 with too much left open to be read is none: it is asked whole', async () => {
  const { clinic, patientId } = await booked(app)
  const enter = async (open: object) => {
    const said = { id: randomUUID(), contextKind: 'between', instrument: 'phq-9', answeredAt: app.clock.now }
    const answers = { ...phq9Answers(12), ...open }
    ok(await clinic.monitor.post(`/api/patients/${patientId}/responses`, { ...said, answers }))
  }
  const before = addMinutes(app.clock.now, -60)
  const asked = () =>
    reading(app.db, { clinicId: clinic.clinicId }, async (q) =>
      (await listBooked(q, before)).map((one) => beforeSession(one)[0]),
    )
  await enter({ 1: null, 2: null, 3: null })
  assert.deepEqual(await asked(), ['phq-9'])
  await enter({ 1: null })
  assert.deepEqual(await asked(), ['phq-2-and-9'], 'one open question leaves bounds')
})

describe('what lies before the newest answers and is entered after them', () => {
  const flagsOf = async (as: Awaited<ReturnType<typeof start>>, total: number, answeredAt: Instant) => {
    const { json } = await as.enterAny({ instrument: 'phq-9', answers: phq9Answers(total), answeredAt })
    return (json as { flags: { id: string }[] }).flags.map(({ id }) => id)
  }
  test('a baseline that makes them worse raises it', async () => {
    const as = await start()
    assert.deepEqual(await flagsOf(as, 22, ago(0)), [])
    assert.deepEqual(await flagsOf(as, 12, ago(2)), ['W1'])
  })
  test('an improvement that is lost by them raises the suicide-risk check, once', async () => {
    const as = await start()
    await flagsOf(as, 24, ago(2))
    assert.deepEqual(await flagsOf(as, 20, ago(0)), [])
    assert.deepEqual(await flagsOf(as, 4, ago(0.8)), ['RL-08'])
    assert.ok(!(await flagsOf(as, 6, ago(0.7))).includes('RL-08'))
  })
})

describe('the check on the day after a session', () => {
  const asked = async (as: Awaited<ReturnType<typeof start>>) => {
    const by = { asks: 'next-day', sessionId: as.sessionId, by: 'here' }
    const { json } = await as.monitor.post(`/api/patients/${as.patientId}/ask`, by)
    return app.holding((json as { url: string }).url)
  }
  const day = (next: object, asq: object) => ({
    answeredAt: app.clock.now,
    responses: [
      { id: randomUUID(), instrument: 'next-day', answers: next },
      { id: randomUUID(), instrument: 'asq-since-last', answers: asq },
    ],
  })
  const nothing = Object.fromEntries(Object.keys(calmDay).map((id) => [id, null]))
  const checks = async (as: Awaited<ReturnType<typeof start>>) =>
    (await as.due()).filter(([asks]) => asks === 'next-day').length

  test('is answered when its own list is', async () => {
    const as = await start()
    assert.equal(await checks(as), 1)
    ok(await (await asked(as)).post('/api/link/answers', day(calmDay, asqNo)))
    assert.equal(await checks(as), 0)
  })
  test('is not where its own list was passed over', async () => {
    const as = await start()
    ok(await (await asked(as)).post('/api/link/answers', day(nothing, asqNo)))
    assert.equal(await checks(as), 1, 'nobody knows how they are')
  })
  test('is not where a clinician rated them that day', async () => {
    const as = await start()
    const about = { contextKind: 'next-day', contextId: as.sessionId }
    await as.enter({ instrument: 'madrs', total: 20, answeredAt: ago(0), ...about })
    assert.equal(await checks(as), 1)
  })
})

test('a dose that was withdrawn was none: what is measured before the first goes on being asked', async () => {
  const session = await checked(app)
  const { clinic } = session
  const evaluated = () =>
    reading(app.db, { clinicId: clinic.clinicId }, async (q) => (await listEvaluated(q, app.clock.now)).length)
  assert.equal(await evaluated(), 1)
  ok(await session.clear())
  const doseId = randomUUID()
  ok(await session.dose({}, { id: doseId }))
  assert.equal(await evaluated(), 0)
  const withdrawn = { reason: 'Written down for somebody else', withdrawn: true }
  ok(await session.event('correction', withdrawn, { corrects: doseId }, clinic.prescriber))
  assert.equal(await evaluated(), 1)
})
