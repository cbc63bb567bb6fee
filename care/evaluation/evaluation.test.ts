import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { says } from '../../web/words/en/says/responses.ts'
import { determinationInForce } from './queries.ts'
import { evaluated, evaluationOf, noToAll, nothingFound } from './test.ts'

const app = await testApp()
const tick = () => {
  app.clock.now = addMinutes(app.clock.now, 1)
}
type Refused = {
  says: string
  fields: Record<string, string>
  because: { id: string }[]
  first?: { by: string; at: string }
}
const refusal = ({ json }: { json: unknown }) => json as Refused

describe('an evaluation', () => {
  test('begins with everything unknown, and starting it twice starts one', async () => {
    const as = await app.clinicWith()
    const { patientId, evaluationId, read, path } = await evaluated(as.prescriber, app.clock.now, {})
    const again = await as.monitor.post(`${path}/evaluation`, { id: randomUUID() })
    assert.deepEqual(again.json, { id: evaluationId })
    const { findings, standing, answers } = await read()
    assert.deepEqual(answers, [])
    assert.ok(findings.length > 30)
    assert.deepEqual(
      findings.filter(({ answer }) => answer !== 'unknown').map(({ rule }) => rule),
      ['CI-25', 'CI-26'],
    )
    assert.equal(standing.state, 'none')
    assert.equal(
      (await reading(app.db, as, (q) => determinationInForce(q, patientId, 'im', app.clock.now))).state,
      'none',
    )
  })

  test('keeps every answer, and shows each finding with who said what and when', async () => {
    const as = await app.clinicWith()
    const { read, answer } = await evaluated(as.monitor, app.clock.now)
    tick()
    assert.equal((await answer({ pressureRiseHazard: true })).status, 200)
    const { findings, history } = await read()
    const found = findings.find(({ rule }) => rule === 'CI-01b')
    assert.equal(found?.answer, 'met')
    assert.deepEqual(found?.from, [
      { fact: 'pressureRiseHazard', value: true, source: 'answer', words: '', by: 'Milo Monitor', at: app.clock.now },
    ])
    assert.ok(found?.source.label)
    assert.ok(found?.reviewBy)
    assert.deepEqual(
      history.filter(({ key }) => key === 'pressureRiseHazard').map(({ value }) => value),
      [false, true],
    )
    assert.deepEqual(
      findings.filter(({ answer }) => answer !== 'not met').map(({ rule }) => rule),
      ['CI-01b'],
    )
  })

  test('takes an answer back to not known', async () => {
    const as = await app.clinicWith()
    const { read, answer } = await evaluated(as.monitor, app.clock.now)
    await answer({ pregnancy: null })
    assert.equal((await read()).findings.find(({ rule }) => rule === 'CI-05a')?.answer, 'unknown')
  })

  for (const [key, value, says] of [
    ['systolic', 1200, /1,200 mmHg is not possible/],
    ['spo2', 101, /101% is not possible/],
    ['weight', 5, /not possible/],
    ['systolic', '120', /must be a number/],
    ['pregnancy', 'no', /Choose one/],
    ['ketamineMisuse', 'no', /yes, no or not known/],
    ['asaClass', 9, /highest is 6/],
    ['shoeSize', 42, /not a question/],
  ] as const) {
    test(`refuses ${JSON.stringify(value)} for ${key}, with a sentence, and keeps nothing`, async () => {
      const as = await app.clinicWith()
      const { answer, read } = await evaluated(as.monitor, app.clock.now, {})
      const reply = await answer({ height: 170, [key]: value })
      assert.equal(reply.status, 422)
      assert.match(Object.values(refusal(reply).fields).join(' '), says)
      assert.deepEqual((await read()).answers, [])
    })
  }

  test('asks once more about an unlikely number, and keeps that somebody looked again', async () => {
    const as = await app.clinicWith()
    const { answer, read } = await evaluated(as.monitor, app.clock.now, {})
    const asked = await answer({ systolic: 210, diastolic: 110 })
    assert.equal(asked.status, 422)
    assert.match(refusal(asked).says, /unusual/)
    assert.equal((await answer({ systolic: 210, diastolic: 110 }, { confirmed: true })).status, 200)
    assert.equal((await read()).answers.find(({ key }) => key === 'systolic')?.confirmed, true)
  })

  test('asks about pounds typed as kilograms', async () => {
    const as = await app.clinicWith()
    const { answer } = await evaluated(as.monitor, app.clock.now, {})
    await answer({ height: 165 })
    assert.match(refusal(await answer({ weight: 150 })).says, /pounds/)
  })

  test('notices pressures that were swapped, also when they come one after the other', async () => {
    const as = await app.clinicWith()
    const { answer } = await evaluated(as.monitor, app.clock.now, {})
    assert.equal((await answer({ systolic: 80 })).status, 200)
    assert.match(refusal(await answer({ diastolic: 120 })).says, /swapped/)
  })

  test('stores an answer sent twice once, and refuses other content under its id', async () => {
    const as = await app.clinicWith()
    const { evaluationId, path, read } = await evaluated(as.monitor, app.clock.now, {})
    const one = { id: randomUUID(), key: 'dialysis', value: false, corrects: null }
    const send = (answer: object) => as.monitor.post(`${path}/evaluation/answers`, { evaluationId, answers: [answer] })
    assert.deepEqual(
      [(await send(one)).status, (await send(one)).status, (await send({ ...one, value: true })).status],
      [200, 200, 409],
    )
    assert.deepEqual(
      (await read()).history.map(({ value }) => value),
      [false],
    )
  })

  test('tells the second of two who answer at once', async () => {
    const as = await app.clinicWith()
    const { evaluationId, path } = await evaluated(as.monitor, app.clock.now, {})
    const send = (by: typeof as.monitor, value: boolean) =>
      by.post(`${path}/evaluation/answers`, {
        evaluationId,
        answers: [{ id: randomUUID(), key: 'dialysis', value, corrects: null }],
      })
    const replies = await Promise.all([send(as.monitor, true), send(as.prescriber, false)])
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409])
    const told = replies.find(({ status }) => status === 409)
    assert.match(told ? refusal(told).says : '', /(Milo Monitor|Petra Prescriber) has changed this answer/)
  })

  test('is not for the front desk or a therapist, nor for another clinic', async () => {
    const [as, other] = [await app.clinicWith(), await app.clinicWith()]
    const { path, evaluationId } = await evaluated(as.monitor, app.clock.now, {})
    assert.deepEqual(
      [(await as.frontDesk.get(`${path}/evaluation`)).status, (await as.therapist.get(`${path}/evaluation`)).status],
      [403, 403],
    )
    assert.equal((await other.prescriber.get(`${path}/evaluation`)).status, 404)
    const { id } = await registered(other.prescriber)
    const wrong = { evaluationId, answers: [{ id: randomUUID(), key: 'dialysis', value: false }] }
    assert.equal((await other.prescriber.post(`/api/patients/${id}/evaluation/answers`, wrong)).status, 404)
  })

  test('once closed takes no more answers, and the next one knows nothing of it', async () => {
    const as = await app.clinicWith()
    const { path, evaluationId, answer, read, determine } = await evaluated(as.prescriber, app.clock.now)
    assert.equal((await determine()).status, 200)
    assert.equal(
      (await as.prescriber.post(`${path}/evaluation/close`, { evaluationId, reason: 'Course ended' })).status,
      204,
    )
    const next: string = randomUUID()
    assert.equal((await answer({ dialysis: true })).status, 409)
    await as.prescriber.post(`${path}/evaluation`, { id: next })
    const { answers, findings, standing } = await read()
    assert.deepEqual(answers, [])
    assert.equal(findings.find(({ rule }) => rule === 'CI-24')?.answer, 'unknown')
    assert.equal(standing.state, 'none')
    const later = evaluationOf(as.prescriber, path.split('/').at(-1) ?? '', next)
    assert.equal(
      (await later.determine({ outcome: 'not yet', replaces: (await later.read()).determinations[0]?.id ?? null }))
        .status,
      200,
    )
    assert.equal((await later.read()).standing.state, 'not yet')
  })
})

test('a questionnaire without a single answer is refused with a sentence, and is still not asked', async () => {
  const as = await app.clinicWith()
  const of = await evaluated(as.prescriber, app.clock.now, {})
  const { length } = (await of.read()).responses
  for (const instrument of ['phq-9', 'asq']) {
    const sent = { id: randomUUID(), evaluationId: of.evaluationId, instrument, answeredAt: app.clock.now }
    const refused = await as.prescriber.post(`${of.path}/evaluation/responses`, { ...sent, answers: { '1': null } })
    assert.deepEqual([refused.status, refusal(refused).says], [422, says.nothingAnswered])
  }
  assert.equal((await of.read()).responses.length, length)
})

describe('the suicide screen in the clinic', () => {
  test('raises an alert when it is acute, and an open question never reads as no', async () => {
    const as = await app.clinicWith()
    const of = await evaluated(as.prescriber, app.clock.now, {})
    const open = await of.screen({ '1': 'no', '2': 'no', '3': null, '4': 'no' }, app.clock.now)
    assert.deepEqual(
      (open.json as { flags: { id: string }[] }).flags.map(({ id }) => id),
      ['S2'],
    )
    assert.equal((await of.read()).findings.find(({ rule }) => rule === 'CI-24')?.answer, 'unknown')
    tick()
    await of.screen({ ...noToAll, '5': 'yes' }, app.clock.now)
    assert.equal((await of.read()).findings.find(({ rule }) => rule === 'CI-24')?.answer, 'met')
    const alerts = await reading(app.db, as, (q) =>
      q.all<{ rule_id: string; level: string }>(sql`select rule_id, level from alert order by raised_at`),
    )
    assert.deepEqual(
      alerts.map(({ rule_id, level }) => [rule_id, level]),
      [
        ['S2', 'review'],
        ['S6', 'urgent'],
      ],
    )
  })
})

describe('the trail', () => {
  test('names every step without a word of anybody’s', async () => {
    const as = await app.clinicWith()
    const of = await evaluated(as.prescriber, app.clock.now, { ...nothingFound, history: 'Secret words' })
    await of.determine({ reasons: 'Secret reason' })
    const trail = await reading(app.db, as, (q) =>
      q.all<{ action: string; detail: object }>(
        sql`select action, detail from audit_entry where patient_id = ${of.patientId} order by seq`,
      ),
    )
    const actions = new Set(trail.map(({ action }) => action))
    for (const action of [
      'evaluation.start',
      'evaluation.answer',
      'evaluation.response',
      'evaluation.determine',
      'evaluation.open',
    ]) {
      assert.ok(actions.has(action), action)
    }
    assert.equal(/Secret/.test(JSON.stringify(trail)), false)
  })
})
