import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
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

describe('a determination', () => {
  test('of suitable stands once nothing is met and nothing unknown', async () => {
    const as = await app.clinicWith()
    const { patientId, determine, read } = await evaluated(as.prescriber, app.clock.now)
    const made = await determine()
    assert.equal(made.status, 200, JSON.stringify(made.json))
    assert.equal((await read()).standing.state, 'in force')
    const found = await reading(app.db, as, (q) => determinationInForce(q, patientId, 'im', app.clock.now))
    assert.equal(found.state, 'in force')
    assert.equal(found.determination?.by, 'Petra Prescriber')
    for (const other of ['iv', 'lozenge', 'esketamine'] as const) {
      assert.equal(
        (await reading(app.db, as, (q) => determinationInForce(q, patientId, other, app.clock.now))).state,
        'none',
      )
    }
  })

  test('of suitable is held while something is unknown and not spoken to', async () => {
    const as = await app.clinicWith()
    const { determine, read } = await evaluated(as.prescriber, app.clock.now, {})
    const held = await determine()
    assert.equal(held.status, 423)
    const { findings } = await read()
    const unknowns = findings.filter(({ answer }) => answer === 'unknown').map(({ rule }) => rule)
    assert.deepEqual(
      refusal(held).because.map(({ id }) => id),
      unknowns,
    )
    assert.match(refusal(held).fields['addressed.CI-05a'] ?? '', /not known/)
    const allButOne = Object.fromEntries(unknowns.slice(1).map((rule) => [rule, 'Known from the referral']))
    assert.equal((await determine({ addressed: allButOne })).status, 423)
    assert.equal((await read()).standing.state, 'none')
  })

  for (const outcome of ['not suitable', 'not yet']) {
    test(`of ${outcome} needs one reason and no more`, async () => {
      const as = await app.clinicWith()
      const { determine, read } = await evaluated(as.prescriber, app.clock.now, {})
      assert.equal((await determine({ outcome, reasons: ' ' })).status, 422)
      assert.equal((await determine({ outcome })).status, 200)
      assert.equal((await read()).standing.state, outcome)
    })
  }

  test('is a prescriber’s', async () => {
    const as = await app.clinicWith()
    const { determine } = await evaluated(as.monitor, app.clock.now)
    assert.equal((await determine({ outcome: 'not yet' })).status, 403)
  })

  test('with an absolute finding waits for a second act by somebody else', async () => {
    const as = await app.clinicWith()
    const other = await as.another(['prescriber'], 'Pia Prescriber')
    const { patientId, evaluationId, determine, read, confirm } = await evaluated(as.prescriber, app.clock.now, {
      ...nothingFound,
      pressureRiseHazard: true,
    })
    const made = await determine({ addressed: { 'CI-01b': 'Discussed with the cardiologist; monitored.' } })
    assert.deepEqual([made.status, (made.json as { needsConfirmation: boolean }).needsConfirmation], [200, true])
    assert.equal((await read()).standing.state, 'awaiting confirmation')
    const { id } = made.json as { id: string }
    assert.equal((await confirm(id)).status, 403)
    assert.equal((await read()).standing.state, 'awaiting confirmation')
    const theirs = evaluationOf(other, patientId, evaluationId)
    assert.equal((await theirs.confirm(id, { reason: '' })).status, 422)
    assert.equal((await theirs.confirm(id)).status, 200)
    const { standing } = await read()
    assert.equal(standing.state, 'in force')
    assert.equal(standing.determination?.confirmation?.by, 'Pia Prescriber')
    assert.equal(standing.determination?.confirmation?.bySamePerson, false)
    assert.equal((await theirs.confirm(id, { answer: 'not confirmed' })).status, 409)
  })

  test('alone in a clinic is confirmed by the same person in a step of its own, and says so', async () => {
    const as = await app.clinicWith()
    const { determine, read, confirm } = await evaluated(as.prescriber, app.clock.now, {
      ...nothingFound,
      ketamineMisuse: true,
    })
    const { id } = (await determine({ addressed: { 'CI-03b': 'Single use in 2009.' } })).json as { id: string }
    assert.equal((await read()).standing.state, 'awaiting confirmation')
    assert.equal((await confirm(id)).status, 200)
    const { standing } = await read()
    assert.equal(standing.state, 'in force')
    assert.equal(standing.determination?.confirmation?.bySamePerson, true)
  })

  test('is not confirmed upon findings that have changed since', async () => {
    const as = await app.clinicWith()
    const { determine, read, confirm, answer } = await evaluated(as.prescriber, app.clock.now, {
      ...nothingFound,
      ketamineMisuse: true,
    })
    const { id } = (await determine({ addressed: { 'CI-03b': 'Single use in 2009.' } })).json as { id: string }
    await answer({ currentPsychosis: true })
    assert.equal((await read()).standing.state, 'reopened')
    const refused = await confirm(id)
    assert.equal(refused.status, 409)
    assert.match(refusal(refused).says, /CI-02a/)
  })

  test('that was not confirmed never counts', async () => {
    const as = await app.clinicWith()
    const { determine, read, confirm } = await evaluated(as.prescriber, app.clock.now, {
      ...nothingFound,
      ketamineMisuse: true,
    })
    const { id } = (await determine({ addressed: { 'CI-03b': 'Single use in 2009.' } })).json as { id: string }
    await confirm(id, { answer: 'not confirmed' })
    assert.equal((await read()).standing.state, 'not confirmed')
  })

  test('without an absolute finding takes no confirmation', async () => {
    const as = await app.clinicWith()
    const { determine, confirm } = await evaluated(as.prescriber, app.clock.now)
    assert.equal((await confirm(((await determine()).json as { id: string }).id)).status, 409)
  })

  test('tells the second of two prescribers who determine at once who was first, and when', async () => {
    const as = await app.clinicWith()
    const other = await as.another(['prescriber'], 'Pia Prescriber')
    const one = await evaluated(as.prescriber, app.clock.now)
    const two = evaluationOf(other, one.patientId, one.evaluationId)
    const replies = await Promise.all([one.determine(), two.determine({ outcome: 'not yet' })])
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409])
    const told = replies.find(({ status }) => status === 409)
    assert.match(told ? refusal(told).says : '', /(Petra|Pia) Prescriber has recorded a determination/)
    assert.equal(told ? refusal(told).first?.at : '', app.clock.now)
    assert.equal((await one.read()).determinations.length, 1)
  })

  test('upon findings that changed meanwhile is refused, with what changed', async () => {
    const as = await app.clinicWith()
    const { determine, read, answer } = await evaluated(as.prescriber, app.clock.now)
    const seen = (await read()).findings.map(({ rule, answer }) => ({ rule, answer }))
    await answer({ currentPsychosis: true })
    const refused = await determine({ seen })
    assert.equal(refused.status, 409)
    assert.deepEqual(
      refusal(refused).because.map(({ id }) => id),
      ['CI-02a'],
    )
  })

  test('sent twice is one', async () => {
    const as = await app.clinicWith()
    const { determine, read } = await evaluated(as.prescriber, app.clock.now)
    const again = { id: randomUUID(), replaces: null }
    assert.deepEqual([(await determine(again)).status, (await determine(again)).status], [200, 200])
    assert.equal((await read()).determinations.length, 1)
  })

  test('replaces the earlier one, which stays readable', async () => {
    const as = await app.clinicWith()
    const { determine, read } = await evaluated(as.prescriber, app.clock.now)
    await determine({ outcome: 'not yet', reasons: 'Waiting for the letter' })
    tick()
    assert.equal((await determine()).status, 200)
    const { determinations, standing } = await read()
    assert.deepEqual(
      determinations.map(({ outcome, reasons }) => [outcome, reasons.length > 0]),
      [
        ['suitable', true],
        ['not yet', true],
      ],
    )
    assert.equal(standing.state, 'in force')
  })
})

describe('a determination is reopened', () => {
  const add = (fact: object) => ({ change: 'recorded', id: randomUUID() as string, fact })
  for (const [what, act, because] of [
    ['a corrected answer', (of) => of.answer({ pastPsychosis: true }), /CI-02b was not met and is met/],
    ['a pregnancy', (of) => of.answer({ pregnancy: 'pregnant' }), /CI-05a was not met and is met/],
    ['an answer taken back', (of) => of.answer({ pregnancy: null }), /CI-05a was not met and is unknown/],
    ['a raised pressure', (of) => of.answer({ systolic: 150 }), /CI-01a/],
    ['an acute suicide screen', (of) => of.screen({ ...noToAll, '5': 'yes' }, app.clock.now), /CI-24/],
    [
      'an absolute contraindication',
      (of, as) => as.post(`${of.path}/allergies`, add({ substance: 'Ketamine', reaction: 'Hives' })),
      /CI-12 was not met and is met/,
    ],
    [
      'a problem with a code',
      (of, as) => as.post(`${of.path}/problems`, add({ words: 'Aneurysm', code: 'I71.4', status: 'active' })),
      /CI-10/,
    ],
    [
      'a problem without a code',
      (of, as) => as.post(`${of.path}/problems`, add({ words: 'Something new', status: 'active' })),
      /list of problems/,
    ],
    ['a new medicine', (of, as) => as.post(`${of.path}/medicines`, add({ name: 'Samplomycin' })), /list of medicines/],
  ] as [
    string,
    (
      of: Awaited<ReturnType<typeof evaluated>>,
      as: Awaited<ReturnType<typeof app.clinicWith>>['monitor'],
    ) => Promise<{ status: number }>,
    RegExp,
  ][]) {
    test(`by ${what}`, async () => {
      const as = await app.clinicWith()
      const of = await evaluated(as.prescriber, app.clock.now)
      assert.equal((await of.determine()).status, 200)
      assert.equal((await of.read()).standing.state, 'in force')
      tick()
      assert.equal((await act(of, as.monitor)).status, 200)
      const { state, because: reasons } = (await of.read()).standing
      assert.equal(state, 'reopened')
      assert.match(reasons.join(' '), because)
      assert.equal(
        (await reading(app.db, as, (q) => determinationInForce(q, of.patientId, 'im', app.clock.now))).state,
        'reopened',
      )
    })
  }

  test('and stands again only after a new determination', async () => {
    const as = await app.clinicWith()
    const of = await evaluated(as.prescriber, app.clock.now)
    await of.determine()
    tick()
    await as.monitor.post(`${of.path}/medicines`, add({ name: 'Samplomycin' }))
    assert.equal((await of.read()).standing.state, 'reopened')
    assert.equal((await of.determine()).status, 200)
    assert.equal((await of.read()).standing.state, 'in force')
  })

  test('by a birthday', async () => {
    const as = await app.clinicWith()
    const { id: patientId } = await registered(as.prescriber, { birthDate: '1961-12-24' })
    const evaluationId: string = randomUUID()
    await as.prescriber.post(`/api/patients/${patientId}/evaluation`, { id: evaluationId })
    const of = evaluationOf(as.prescriber, patientId, evaluationId)
    await of.answer(nothingFound)
    await of.screen(noToAll, app.clock.now)
    assert.equal((await of.determine()).status, 200)
    const state = async (now: string) =>
      (await reading(app.db, as, (q) => determinationInForce(q, patientId, 'im', now as typeof app.clock.now))).state
    assert.equal(await state('2026-12-24T04:59:00.000Z'), 'in force')
    assert.equal(await state('2026-12-24T05:01:00.000Z'), 'reopened')
  })
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
