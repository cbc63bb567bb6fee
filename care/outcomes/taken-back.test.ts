import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { makeLink } from '../../clinic/links/changes.ts'
import { registered } from '../../clinic/records/test.ts'
import { listAlertsOf } from '../../clinic/safety/queries.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { booked } from '../sessions/test.ts'
import type { AnswersOfPatient } from './answers.ts'
import { listFollowed, type Outcomes } from './queries.ts'
import { listBooked } from './queries-of-asking.ts'
import { asqNo, phq9Answers, treated } from './test.ts'

// Answers that were entered in the wrong chart, or wrongly: what still counts, what is still shown, and what they raised.
const app = await testApp()
const now = Instant.parse('2026-11-23T17:00:00.000Z')
const ago = (days: number) => addMinutes(now, -days * 1440)
const ok = ({ status, json }: Reply): void => assert.ok(status < 300, JSON.stringify(json))
const why = 'Entered in the wrong chart'
const bladderNone = {
  frequency: 'none',
  urgency: 'none',
  nocturia: 'none',
  dysuria: 'none',
  pain: 'none',
  blood: 'none',
}

/** Somebody treated ten days ago, and not asked since. */
const start = async () => {
  app.clock.now = now
  const as = await app.clinicWith()
  const { clinicId } = as
  const { id: patientId } = await registered(as.prescriber)
  const { sessionId } = await treated(app.db, { clinicId, patientId, staffId: as.prescriber.staffId, dosedAt: ago(10) })
  const path = `/api/patients/${patientId}/responses`
  const send = (more: object) => as.monitor.post(path, { id: randomUUID(), contextKind: 'between', ...more })
  const enter = async (more: object) => {
    const id = randomUUID() as string
    ok(await send({ id, ...more }))
    return id
  }
  const scored = (total: number, answeredAt: Instant) =>
    enter({ instrument: 'phq-9', answers: phq9Answers(total), answeredAt })
  const takeBack = (of: string, more: object = {}) =>
    as.monitor.post(`${path}/${of}/take-back`, { id: randomUUID(), why, ...more })
  const listed = async () => ((await as.monitor.get(path)).json as AnswersOfPatient).answers
  const totals = async () =>
    ((await as.monitor.get(`/api/patients/${patientId}/outcomes`)).json as Outcomes).series
      .find(({ instrument }) => instrument === 'phq-9')
      ?.points.map(({ score }) => score)
  const alerts = () => reading(app.db, { clinicId }, (q) => listAlertsOf(q, patientId, app.clock.now))
  const raised = async () => (await alerts()).map(({ ruleId, about }) => [ruleId, about.id]).reverse()
  const answered = () =>
    reading(app.db, { clinicId }, async (q) => (await listFollowed(q, now))[0]?.answered['phq-9'] ?? null)
  return { ...as, patientId, sessionId, path, send, enter, scored, takeBack, listed, totals, alerts, raised, answered }
}

describe('answers that were taken back', () => {
  test('count nowhere any more, and are due again', async () => {
    const as = await start()
    const kept = await as.scored(14, ago(12))
    const wrong = await as.scored(3, ago(1))
    assert.deepEqual([await as.totals(), await as.answered()], [[14, 3], ago(1)])
    ok(await as.takeBack(wrong))
    assert.deepEqual([await as.totals(), await as.answered()], [[14], ago(12)])
    ok(await as.takeBack(kept))
    assert.deepEqual([await as.totals(), await as.answered()], [[], null], 'unknown, not zero')
  })

  test('stay on the list as they were, with who took them back and why', async () => {
    const as = await start()
    const wrong = await as.scored(3, ago(1))
    app.clock.now = addMinutes(now, 5)
    ok(await as.takeBack(wrong))
    const [only, ...more] = await as.listed()
    assert.deepEqual(more, [], 'taking back is no answering')
    assert.deepEqual([only?.score, only?.answers['1'], only?.by], [3, 3, 'Milo Monitor'])
    assert.deepEqual(only?.ended, { is: 'taken back', why, by: 'Milo Monitor', at: addMinutes(now, 5) })
  })

  test('need a reason', async () => {
    const as = await start()
    const wrong = await as.scored(3, ago(1))
    const refused = await as.takeBack(wrong, { why: '  ' })
    assert.equal(refused.status, 422)
    assert.deepEqual(await as.totals(), [3])
  })

  test('are taken back once, however often it is sent; of two people the first wins and the second hears who', async () => {
    const as = await start()
    const wrong = await as.scored(3, ago(1))
    const id = randomUUID()
    ok(await as.takeBack(wrong, { id }))
    ok(await as.takeBack(wrong, { id }))
    const { status, json } = await as.takeBack(wrong)
    assert.equal(status, 409)
    assert.deepEqual((json as { first: object }).first, { by: 'Milo Monitor', at: now })
    const correcting = { instrument: 'phq-9', answers: phq9Answers(5), answeredAt: ago(1), corrects: wrong, why: 'x' }
    assert.equal((await as.send(correcting)).status, 409, 'nor corrected any more')
    assert.deepEqual(await as.totals(), [])
  })

  test('are this patient’s: nobody takes back another’s, nor what took something back', async () => {
    const [as, other] = [await start(), await start()]
    const theirs = await other.scored(3, ago(1))
    assert.equal((await as.takeBack(theirs)).status, 404)
    const own = await as.scored(3, ago(1))
    const id = randomUUID()
    ok(await as.takeBack(own, { id }))
    assert.equal((await as.takeBack(id)).status, 404)
    assert.equal((await as.therapist.post(`${as.path}/${own}/take-back`, { id: randomUUID(), why })).status, 403)
  })

  test('leave what they raised open, and it says so', async () => {
    const as = await start()
    const wrong = await as.enter({ instrument: 'phq-9', answers: phq9Answers(3, 2), answeredAt: ago(1) })
    const before = await as.alerts()
    assert.deepEqual(
      before.map(({ ruleId, answers }) => [ruleId, answers]),
      [['S1', null]],
    )
    ok(await as.takeBack(wrong))
    const [alert] = await as.alerts()
    assert.equal(alert?.standing.state, 'waiting')
    assert.deepEqual(alert?.answers, { is: 'taken back', why, by: 'Milo Monitor', at: now })
  })

  test('the patient may have given themselves: they can be taken back, and nobody puts others in their place', async () => {
    const as = await start()
    const { url } = (await as.monitor.post(`/api/patients/${as.patientId}/ask`, { asks: 'phq-9', by: 'here' }))
      .json as {
      url: string
    }
    const link = app.holding(url)
    const id = randomUUID() as string
    ok(
      await link.post('/api/link/answers', {
        responses: [{ id, instrument: 'phq-9', answers: phq9Answers(9) }],
        answeredAt: now,
      }),
    )
    const { status, json } = await as.send({
      instrument: 'phq-9',
      answers: phq9Answers(2),
      answeredAt: now,
      corrects: id,
      why: 'They meant less',
    })
    assert.deepEqual([status, await as.totals()], [422, [9]], JSON.stringify(json))
    ok(await as.takeBack(id, { why: 'Her sister had the phone' }))
    assert.deepEqual([await as.totals(), (await as.listed())[0]?.by], [[], null])
  })
})

test('what came through the link for a session and is taken back has not been answered: it is on the list again', async () => {
  const { clinic, patientId, id: sessionId } = await booked(app)
  const { clinicId } = clinic
  const { now: at } = app.clock
  const about = { clinicId, patientId, purpose: 'questionnaires', subjectId: sessionId, asks: ['phq-9'] } as const
  const { url } = await audited(app.db, { clinicId, actor: system, action: 'test.link', at }, (tx) =>
    makeLink(tx, { ...about, now: at, hours: 48, madeBy: system.id, origin: app.origin }),
  )
  const id = randomUUID() as string
  const responses = [{ id, instrument: 'phq-9', answers: phq9Answers(9) }]
  const done = () =>
    reading(app.db, clinic, async (q) =>
      (await listBooked(q, addMinutes(app.clock.now, -60), sql`s.id = ${sessionId}`)).map((one) => one.done),
    )
  ok(await app.holding(url).post('/api/link/answers', { responses, answeredAt: app.clock.now }))
  assert.deepEqual(await done(), [true])
  const path = `/api/patients/${patientId}/responses/${id}/take-back`
  ok(await clinic.monitor.post(path, { id: randomUUID(), why: 'Her sister had the phone' }))
  assert.deepEqual(await done(), [false])
})

describe('a correction', () => {
  test('says why, and stands beside what it corrects', async () => {
    const as = await start()
    const wrong = await as.scored(3, ago(1))
    const correcting = { instrument: 'phq-9', answers: phq9Answers(13), answeredAt: ago(1), corrects: wrong }
    assert.equal((await as.send(correcting)).status, 422)
    ok(await as.send({ ...correcting, why: 'Question 2 read as 0' }))
    const [right, was] = await as.listed()
    assert.deepEqual([right?.score, right?.ended], [13, null])
    assert.deepEqual(was?.ended, { is: 'corrected', why: 'Question 2 read as 0', by: 'Milo Monitor', at: now })
    assert.deepEqual(await as.totals(), [13])
    const { status, json } = await as.send({ ...correcting, why: 'Mine' })
    assert.equal(status, 409)
    assert.deepEqual((json as { first: object }).first, { by: 'Milo Monitor', at: now })
  })

  test('is compared with what stands, not with what it corrects', async () => {
    const as = await start()
    await as.scored(10, ago(5))
    const wrong = await as.scored(3, ago(3))
    // Dated wrongly as well: it would be a rise of eight since itself.
    await as.enter({
      instrument: 'phq-9',
      answers: phq9Answers(11),
      answeredAt: ago(2),
      corrects: wrong,
      why: 'Typed 3',
    })
    assert.deepEqual(await as.raised(), [])
  })
})

describe('what nobody was told of while the wrong answers stood', () => {
  test('a rise that they hid', async () => {
    const as = await start()
    await as.scored(4, ago(6))
    const wrong = await as.scored(8, ago(4))
    const newest = await as.scored(10, ago(2))
    assert.deepEqual(await as.raised(), [])
    ok(await as.takeBack(wrong))
    assert.deepEqual(await as.raised(), [['RL-06', newest]])
  })

  test('a rise that shows once they are corrected, or entered late, and is told of once', async () => {
    const as = await start()
    const wrong = await as.scored(10, ago(6))
    const newest = await as.scored(11, ago(2))
    const late = { instrument: 'phq-9', answers: phq9Answers(5), answeredAt: ago(4) }
    await as.enter(late)
    assert.deepEqual(await as.raised(), [['RL-06', newest]])
    await as.enter({ ...late, answeredAt: ago(6), corrects: wrong, why: 'Typed 10' })
    assert.deepEqual(await as.raised(), [['RL-06', newest]])
  })

  test('answers worse than a baseline that was another’s', async () => {
    const as = await start()
    await as.scored(9, ago(13))
    const wrong = await as.scored(13, ago(11))
    await as.scored(12, ago(5))
    const newest = await as.scored(15, ago(1))
    assert.deepEqual(await as.raised(), [])
    ok(await as.takeBack(wrong))
    assert.deepEqual(await as.raised(), [['W1', newest]])
  })

  test('bladder symptoms that were there the time before, too', async () => {
    const as = await start()
    const bladder = (urgency: string, answeredAt: Instant) =>
      as.enter({ instrument: 'urinary', answers: { ...bladderNone, urgency }, answeredAt })
    await bladder('new', ago(9))
    const wrong = await bladder('none', ago(6))
    const newest = await bladder('worse', ago(3))
    assert.deepEqual(await as.raised(), [])
    ok(await as.takeBack(wrong))
    assert.deepEqual(await as.raised(), [['U1', newest]])
  })
})

test('an ASQ that is taken back leaves the evaluation without one', async () => {
  const as = await start()
  const evaluationId = randomUUID()
  const path = `/api/patients/${as.patientId}/evaluation`
  ok(await as.prescriber.post(path, { id: evaluationId }))
  const id = randomUUID()
  const sent = { id, evaluationId, instrument: 'asq', answers: asqNo, answeredAt: now }
  ok(await as.prescriber.post(`${path}/responses`, sent))
  const asked = async () => {
    const { json } = await as.prescriber.get(`${path}?route=im`)
    return (json as { responses: { instrument: string }[] }).responses.map(({ instrument }) => instrument)
  }
  assert.deepEqual(await asked(), ['asq'])
  ok(await as.takeBack(id))
  assert.deepEqual(await asked(), [])
})
