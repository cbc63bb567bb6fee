import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import type { PatientRecord } from '../../clinic/records/record.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { says as linkSays } from '../../web/words/en/says/links.ts'
import type { Asked } from '../intake/questions.ts'
import { questions } from '../intake/questions.ts'
import { askedIntake } from '../intake/test.ts'
import type { Value } from '../intake/value.ts'
import { becomes, openConcerns, type Reported } from './reported.ts'
import { evaluated } from './test.ts'

const app = await testApp()
const start = app.clock.now

/** A patient who told this on the phone, and an evaluation in which nothing is answered. */
const told = async (values: Partial<Record<Asked, Value>>, lines: [Asked, object][] = []) => {
  app.clock.now = start
  const as = await app.clinicWith()
  const it = await evaluated(as.prescriber, start, {})
  const phone = await askedIntake(as.frontDesk, app.holding as never, it.patientId)
  await phone.answers(values, start)
  for (const [question, line] of lines) await phone.answer(question, line, start, { entry: randomUUID() })
  const item = async (question: Asked, line = false) => {
    const found = (await it.read()).reported?.items.find(
      ({ now }) => now.question === question && (now.entry !== null) === line,
    )
    assert.ok(found, question)
    return found
  }
  const bodyFor = (answerId: string, more: object = {}) => ({
    id: randomUUID(),
    becameId: randomUUID(),
    evaluationId: it.evaluationId,
    answerId,
    how: 'as said',
    ...more,
  })
  const send = (body: object, by = as.prescriber) => by.post(`${it.path}/evaluation/reported`, body)
  const confirm = async (question: Asked, more: object = {}, by = as.prescriber) => {
    const { now } = await item(question, questions[question].kind === 'list' && lines.some(([one]) => one === question))
    return send(bodyFor(now.id, more), by)
  }
  const fact = async (key: string) => (await it.read()).answers.find((answer) => answer.key === key)
  const finding = async (rule: string) => (await it.read()).findings.find((one) => one.rule === rule)?.answer
  const record = async () => (await as.prescriber.get(it.path)).json as PatientRecord
  return { ...as, ...it, phone, item, bodyFor, send, confirm, fact, finding, record }
}

describe('what the patient reported', () => {
  test('answers no finding: neither its yes nor its no', async () => {
    const it = await told({ sleepApnea: true, brainBleed: false })
    assert.equal(await it.finding('CI-16'), 'unknown')
    assert.equal(await it.finding('CI-11'), 'unknown')
    assert.equal((await it.read()).answers.length, 0)
  })

  test('a yes is a concern at its question at once, until somebody has gone through it', async () => {
    const it = await told({ sleepApnea: true, brainBleed: false, bladder: null })
    const concerns = async (key: string) => openConcerns((await it.read()).reported as Reported, key).length
    assert.deepEqual(
      [
        await concerns('sleepApnoea'),
        await concerns('intracerebralHaemorrhage'),
        await concerns('unexplainedUrinarySymptoms'),
      ],
      [1, 0, 0],
    )
    assert.equal((await it.confirm('sleepApnea')).status, 200)
    assert.equal(await concerns('sleepApnoea'), 0)
  })

  test('confirmed with one tap it is the evaluation’s answer, by a named clinician, naming where it came from', async () => {
    const it = await told({ sleepApnea: true, brainBleed: false })
    assert.equal((await it.confirm('sleepApnea', {}, it.monitor)).status, 200)
    assert.equal((await it.confirm('brainBleed')).status, 200)
    assert.equal(await it.finding('CI-16'), 'met')
    assert.equal(await it.finding('CI-11'), 'not met')
    const answer = await it.fact('sleepApnoea')
    assert.deepEqual([answer?.value, answer?.recordedBy], [true, 'Milo Monitor'])
    const { now } = await it.item('sleepApnea')
    assert.deepEqual(now.confirmed, {
      became: 'answer',
      becameId: answer?.id,
      changed: false,
      by: 'Milo Monitor',
      at: start,
    })
  })

  test('"not sure" confirmed is recorded as not known and holds', async () => {
    const it = await told({ brainBleed: null })
    assert.equal((await it.confirm('brainBleed')).status, 200)
    assert.equal((await it.fact('intracerebralHaemorrhage'))?.value, null)
    assert.equal(await it.finding('CI-11'), 'unknown')
  })

  test('the clinician records something else, and both stay side by side', async () => {
    const it = await told({ brainBleed: false })
    assert.equal((await it.confirm('brainBleed', { how: 'own', value: true })).status, 200)
    assert.equal((await it.fact('intracerebralHaemorrhage'))?.value, true)
    const { now } = await it.item('brainBleed')
    assert.deepEqual([now.value, now.confirmed?.changed], [false, true])
  })

  test('an answer that stands is replaced only by who saw it', async () => {
    const it = await told({ brainBleed: false })
    assert.equal((await it.answer({ intracerebralHaemorrhage: true })).status, 200)
    assert.equal((await it.confirm('brainBleed')).status, 409)
    assert.equal((await it.fact('intracerebralHaemorrhage'))?.value, true)
    assert.equal((await it.item('brainBleed')).now.confirmed, null)
    const corrects = (await it.fact('intracerebralHaemorrhage'))?.id
    assert.equal((await it.confirm('brainBleed', { corrects })).status, 200)
  })

  test('a mental state, a measurement or a history is talked about and never becomes an answer', async () => {
    const it = await told({ hearsOrSees: false, weight: { unit: 'lb', amount: 150 }, goals: 'Sleep' })
    for (const question of ['hearsOrSees', 'weight', 'goals'] as const) {
      assert.equal((await it.confirm(question, { how: 'own', value: true })).status, 422)
      assert.equal((await it.confirm(question)).status, 200)
      assert.equal((await it.item(question)).now.confirmed?.became, 'talked about')
    }
    assert.equal((await it.read()).answers.length, 0)
  })

  test('pregnancy: yes is pregnant, "cannot" is that, and "not that I know" settles nothing', async () => {
    const said = (question: Asked, value: Value) => becomes({ question, value, entry: null })
    assert.deepEqual(said('pregnant', true), { as: 'answer', key: 'pregnancy', value: 'pregnant' })
    assert.deepEqual(said('canBecomePregnant', false), {
      as: 'answer',
      key: 'pregnancy',
      value: 'cannot become pregnant',
    })
    assert.deepEqual(said('pregnant', false), { as: 'talked about' })
    assert.deepEqual(said('canBecomePregnant', true), { as: 'talked about' })
  })

  test('lines become entries of the record’s lists, as they are or completed by the clinician', async () => {
    const it = await told({ medicines: true, allergies: true, conditions: true, escort: true, coverage: true }, [
      ['medicines', { name: 'Lisinopril', dose: '10 mg', often: 'mornings', since: '2024' }],
      ['allergies', { substance: 'Latex', reaction: 'Rash' }],
      ['conditions', { words: 'Asthma', since: 'childhood' }],
      ['escort', { name: 'Kim Sample' }],
      ['coverage', { payer: 'Placeholder Health Plan' }],
    ])
    assert.equal((await it.confirm('medicines')).status, 200)
    assert.equal((await it.confirm('allergies', { how: 'own', fact: { substance: 'Latex gloves' } })).status, 200)
    assert.equal((await it.confirm('conditions')).status, 200)
    assert.equal((await it.confirm('coverage')).status, 200)
    const short = await it.confirm('escort')
    assert.equal(short.status, 422)
    assert.match(JSON.stringify(short.json), /fact\.phone/)
    const whole = { kind: 'escort', name: 'Kim Sample', phone: '503 555 0101', isAdult: true }
    assert.equal((await it.confirm('escort', { how: 'own', fact: whole })).status, 200)
    const { clinical, contacts, coverage } = await it.record()
    const { name, dose, frequency, started } = clinical?.medicine.facts[0]?.now ?? {}
    assert.deepEqual([name, dose, frequency, started], ['Lisinopril', '10 mg', 'mornings', '2024'])
    assert.equal(clinical?.allergy.facts[0]?.now.substance, 'Latex gloves')
    assert.deepEqual([clinical?.problem.facts[0]?.now.words, clinical?.problem.facts[0]?.now.onset], ['Asthma', null])
    assert.equal(coverage[0]?.now.payer, 'Placeholder Health Plan')
    assert.ok(contacts.some(({ now }) => now.name === 'Kim Sample' && now.isAdult === true))
  })

  test('that there are none is known only when a clinician says so', async () => {
    const it = await told({ medicines: false, allergies: false, conditions: false })
    assert.equal((await it.record()).clinical?.allergy.known.is, 'unknown')
    assert.equal((await it.confirm('allergies')).status, 200)
    const { clinical } = await it.record()
    assert.equal(clinical?.allergy.known.is, 'none known')
    assert.equal(clinical?.medicine.known.is, 'unknown')
    // Of other illnesses: the question leaves out all that was asked before it.
    assert.equal((await it.confirm('conditions')).status, 200)
    assert.equal((await it.record()).clinical?.problem.known.is, 'unknown')
  })
})

describe('what was tried', () => {
  test('becomes a trial; a number is taken only where it is plainly one, the rest stays in the patient’s words', async () => {
    const it = await told({ tried: true }, [
      ['tried', { medicine: 'Zoloft', perDay: '150 mg', weeks: '10', result: 'did not help', whyStopped: 'No use' }],
    ])
    assert.equal((await it.confirm('tried')).status, 200)
    const trial = (await it.read()).entries.trial[0]?.now
    assert.deepEqual(
      [trial?.medicine, trial?.what, trial?.mgPerDay, trial?.weeks, trial?.result, trial?.inEpisode],
      ['Zoloft', 'antidepressant', 150, 10, 'no response', null],
    )
    assert.equal(trial?.note, 'A day: 150 mg. Did it help: Did not help. Why stopped: No use')
    const line = (more: object) => {
      const meant = becomes({ question: 'tried', entry: randomUUID(), value: { medicine: 'Zoloft', ...more } })
      assert.ok(meant.as === 'entry')
      return meant.fact
    }
    assert.equal(line({ perDay: '75 mg twice' }).mgPerDay, null)
    assert.equal(line({ result: 'helped a lot' }).result, null)
    assert.equal(line({}).weeks, null)
  })

  test('that nobody recognises is completed by the clinician', async () => {
    const it = await told({ tried: true }, [['tried', { medicine: 'The white pill' }]])
    assert.equal((await it.confirm('tried')).status, 422)
    const own = { medicine: 'Sertraline', what: 'antidepressant' }
    assert.equal((await it.confirm('tried', { how: 'own', fact: own })).status, 200)
    assert.equal((await it.read()).entries.trial[0]?.now.medicine, 'Sertraline')
  })
})

describe('what does not fit together is shown side by side', () => {
  const sides = async (...told_: Parameters<typeof told>) =>
    (await (await told(...told_)).read()).contradictions.map(({ sides: [one, other] }) => `${one} | ${other}`)

  test('no high blood pressure, and a medicine for it', async () => {
    const lines: [Asked, object][] = [['medicines', { name: 'lisinopril 10 mg' }]]
    const denied = { highBloodPressure: false, heartTrouble: false, medicines: true }
    assert.match((await sides(denied, lines)).join(), /blood pressure\? No.*heart trouble.* No.*\| .*lisinopril 10 mg/)
    assert.deepEqual(await sides({ ...denied, highBloodPressure: null }, lines), [])
    assert.equal(
      (await sides({ highBloodPressure: false, medicines: true }, lines)).length,
      1,
      'heart trouble left open',
    )
    assert.deepEqual(await sides({ ...denied, heartTrouble: true }, lines), [])
    assert.deepEqual(await sides(denied, [['medicines', { name: 'Vitamin D' }]]), [])
  })

  test('cannot become pregnant, and is; no medicines, and a list of them', async () => {
    assert.equal((await sides({ canBecomePregnant: false, pregnant: true })).length, 1)
    assert.equal((await sides({ medicines: false }, [['medicines', { name: 'Vitamin D' }]])).length, 1)
  })

  test('what the patient denies, and what stands on the lists, until somebody has gone through it', async () => {
    const it = await told({ highBloodPressure: false, pregnant: false })
    const add = (list: string, fact: object) =>
      it.monitor.post(`${it.path}/${list}`, { change: 'recorded', id: randomUUID(), fact })
    for (const name of ['Lisinopril', 'Norvasc', 'HCTZ']) assert.equal((await add('medicines', { name })).status, 200)
    assert.equal((await add('problems', { words: 'High blood pressure', code: 'I10', status: 'active' })).status, 200)
    assert.equal((await it.answer({ dueDate: '2027-03-01' })).status, 200)
    const found = async () =>
      (await it.read()).contradictions.map(({ sides: [one, other] }) => `${one} | ${other}`).join('\n')
    assert.match(await found(), /blood pressure\? No.* \| On the list of medicines: HCTZ, Lisinopril, Norvasc/)
    assert.match(await found(), /blood pressure\? No.* \| On the list: High blood pressure \(I10\)/)
    assert.match(await found(), /pregnant now\? No.* \| Due date.*March 1, 2027/)
    assert.equal((await it.confirm('highBloodPressure', { how: 'talked about' })).status, 200)
    assert.doesNotMatch(await found(), /blood pressure/)
  })

  test('a clinician’s No and a patient’s Yes, until somebody has gone through it', async () => {
    const it = await told({ sleepApnea: true })
    assert.equal((await it.answer({ sleepApnoea: false })).status, 200)
    const [found] = (await it.read()).contradictions
    assert.match(found?.sides.join(' | ') ?? '', /No, per Petra Prescriber.* \| .*sleep apnea\? Yes, per the patient/)
    assert.equal(await it.finding('CI-16'), 'unknown', 'STOP-BANG is still open')
    assert.equal((await it.confirm('sleepApnea', { how: 'talked about' })).status, 200)
    assert.deepEqual((await it.read()).contradictions, [])
  })
})

describe('going through it', () => {
  test('sent twice is done once; of two clinicians the first wins and the second is told who', async () => {
    const it = await told({ brainBleed: true })
    const body = it.bodyFor((await it.item('brainBleed')).now.id)
    assert.deepEqual([(await it.send(body)).status, (await it.send(body)).status], [200, 200])
    const second = await it.send({ ...body, id: randomUUID(), becameId: randomUUID() }, it.monitor)
    assert.equal(second.status, 409)
    assert.match(JSON.stringify(second.json), /Petra Prescriber/)
    assert.equal((await it.read()).history.length, 1)
  })

  test('an answer that was given again is looked at first', async () => {
    const it = await told({ brainBleed: false })
    const { now } = await it.item('brainBleed')
    app.clock.now = addMinutes(start, 1)
    await it.phone.answers({ brainBleed: true }, app.clock.now)
    const reply = await it.send(it.bodyFor(now.id))
    assert.equal(reply.status, 409)
    assert.equal((await it.read()).answers.length, 0)
  })

  test('the patient can change it until then; what was typed before and came late is kept and shown as newer', async () => {
    const it = await told({ brainBleed: false, stroke: false })
    app.clock.now = addMinutes(start, 3)
    assert.equal((await it.confirm('brainBleed')).status, 200)
    const { answers } = await it.phone.read()
    assert.deepEqual(
      answers.map(({ question, closed }) => [question, closed]),
      [
        ['brainBleed', true],
        ['stroke', false],
      ],
    )
    app.clock.now = addMinutes(start, 6)
    const late = await it.phone.answer('brainBleed', true, app.clock.now)
    assert.equal((late.json as { closed: string[] }).closed.length, 1)
    assert.equal((await it.item('brainBleed')).now.value, false)
    const typedBefore = await it.phone.answer('brainBleed', null, addMinutes(start, 2))
    assert.equal((typedBefore.json as { stored: string[] }).stored.length, 1)
    const item = await it.item('brainBleed')
    assert.deepEqual([item.now.value, item.now.confirmed, item.before[0]?.confirmed?.became], [null, null, 'answer'])
    assert.equal((await it.fact('intracerebralHaemorrhage'))?.value, false, 'the clinician’s answer stands')
  })

  test('words that speak of suicide in an answer that was gone through are refused like others, and somebody is told to call', async () => {
    const it = await told({ story: 'I sleep badly.' })
    app.clock.now = addMinutes(start, 3)
    assert.equal((await it.confirm('story', { how: 'talked about' })).status, 200)
    app.clock.now = addMinutes(start, 6)
    const alerts = async () =>
      ((await it.prescriber.get('/api/alerts')).json as { alerts: { ruleId: string; says: string }[] }).alerts
    const say = async (words: string, answeredAt = app.clock.now) =>
      (await it.phone.answer('story', words, answeredAt)).json as { closed: string[] }
    assert.equal((await say('I sleep badly and eat little.')).closed.length, 1)
    assert.deepEqual(await alerts(), [])
    for (let sent = 0; sent < 2; sent += 1) assert.equal((await say('I want to die.')).closed.length, 1)
    assert.deepEqual(
      (await alerts()).map(({ ruleId, says }) => [ruleId, says.endsWith(linkSays.wordsRefused)]),
      [['RL-07', true]],
    )
  })

  test('the front desk and therapists go through nothing, and no other patient’s answer is reached', async () => {
    const it = await told({ brainBleed: true })
    const body = it.bodyFor((await it.item('brainBleed')).now.id)
    assert.equal((await it.send(body, it.frontDesk)).status, 403)
    assert.equal((await it.send(body, it.therapist)).status, 403)
    const other = await told({ brainBleed: true })
    const astray = { ...body, evaluationId: other.evaluationId }
    assert.equal((await other.send(astray)).status, 404)
    assert.equal((await it.read()).answers.length, 0)
  })
})
