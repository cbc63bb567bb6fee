import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { addMinutes, Instant } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { booked, checked, dosed, normalSet, nothingNew, readyToLeave, recovered, touched } from './test.ts'

type App = Awaited<ReturnType<typeof testApp>>
let app: App
let clinic: Awaited<ReturnType<App['clinicWith']>>
before(async () => {
  app = await testApp()
  clinic = await app.clinicWith()
})

/** Each test has a day of its own, so that one patient's session is not in another's way. */
const newDay = async () => {
  app.clock.now = addMinutes(app.clock.now, 24 * 60)
  await touched(app, clinic)
}
const held = ({ json }: Reply): string[] => ((json as { because?: { id: string }[] }).because ?? []).map(({ id }) => id)
const fields = ({ json }: Reply): Record<string, string> => (json as { fields?: Record<string, string> }).fields ?? {}

describe('a treatment day', () => {
  test('goes from booked to released, and the board follows it', async () => {
    await newDay()
    const session = await booked(app, clinic)
    const phase = async () => {
      const { json } = await clinic.monitor.get('/api/board')
      return (json as { sessions: { id: string; phase: string }[] }).sessions.find(({ id }) => id === session.id)?.phase
    }
    assert.equal(await phase(), 'booked')
    assert.equal((await session.arrive()).status, 200)
    assert.equal(await phase(), 'arrived')
    await session.later(1)
    await session.facts(nothingNew(app.clock.now))
    await session.vitals()
    assert.equal(await phase(), 'checked')
    assert.equal((await session.clear()).status, 200)
    assert.equal(await phase(), 'cleared')
    assert.equal((await session.dose()).status, 200)
    assert.equal(await phase(), 'dosed')
    await session.later(10)
    await session.vitals()
    assert.equal(await phase(), 'observing')
  })

  test('ends with a release to a named adult when every criterion is met', async () => {
    await newDay()
    const session = await recovered(app, clinic)
    assert.equal((await session.release({ toName: ' ' })).status, 422)
    const { status, json } = await session.release()
    assert.equal(status, 200, JSON.stringify(json))
    const list = (await clinic.frontDesk.get('/api/sessions')).json as { sessions: { id: string; phase: string }[] }
    assert.equal(list.sessions.find(({ id }) => id === session.id)?.phase, 'released')
  })
})

describe('a clearance', () => {
  test('waits for everything unknown, and says what', async () => {
    await newDay()
    const session = await booked(app, clinic)
    await session.arrive()
    const reply = await session.clear()
    assert.equal(reply.status, 423)
    for (const rule of ['RL-10', 'B5-baseline', 'CI-27', 'CI-28a', 'RL-34', 'S6-now', 'RL-39', 'RL-38a', 'CI-03c']) {
      assert.ok(held(reply).includes(rule), `${rule} in ${held(reply)}`)
    }
  })
  for (const [systolic, diastolic, rules] of [
    [140, 90, []],
    [141, 90, ['RL-10']],
    [140, 91, ['RL-10']],
    [160, 80, ['RL-10', 'RL-11']],
  ] as const) {
    test(`at ${systolic}/${diastolic} mmHg waits for ${rules.join(', ') || 'nothing'}`, async () => {
      await newDay()
      const session = await checked(app, clinic)
      await session.vitals({ systolic, diastolic })
      const reply = await session.clear()
      assert.deepEqual([reply.status, held(reply)], [rules.length ? 423 : 200, rules])
      if (rules.length === 0) return
      const one = await session.clear([{ rule: 'RL-10', reason: 'Rested, usual for them.' }])
      assert.equal(one.status, rules.length > 1 ? 423 : 200)
    })
  }
  test('is the prescriber’s', async () => {
    await newDay()
    const session = await checked(app, clinic)
    assert.equal((await session.clear([], clinic.monitor)).status, 403)
  })
  test('cannot go past a determination that a new allergy reopened, whatever the reason', async () => {
    await newDay()
    const session = await checked(app, clinic)
    const allergy = {
      id: randomUUID(),
      change: 'recorded',
      fact: { substance: 'An anaesthetic', reaction: 'Rash', severity: 'mild' },
    }
    const path = `/api/patients/${session.patientId}/allergies`
    assert.equal((await clinic.prescriber.post(path, allergy)).status, 200)
    const answers = ['SB-1', 'RL-33'].map((rule) => ({ rule, reason: 'Known.' }))
    const reply = await session.clear(answers)
    assert.deepEqual([reply.status, held(reply)], [423, ['SB-1']])
  })
})

describe('a dose', () => {
  test('waits for a clearance', async () => {
    await newDay()
    const session = await checked(app, clinic)
    assert.equal((await session.dose()).status, 423)
  })
  test('that differs from the plan needs a reason; an impossible one is refused', async () => {
    await newDay()
    const session = await checked(app, clinic)
    await session.clear()
    assert.ok(fields(await session.dose({ mg: 35 }))['data.differsBecause'])
    assert.ok(fields(await session.dose({ mg: 5000 }))['data.mg'])
    assert.ok(fields(await session.dose({ mg: 200, differsBecause: 'x' }))['data.mg'], 'unlikely: asked once more')
    assert.ok(fields(await session.dose({ concentrationMgPerMl: 100, volumeMl: 4 }))['data.volumeMl'])
    assert.ok(fields(await session.dose({ drug: 'esketamine' }))['data.drug'])
    assert.equal((await session.dose({ mg: 35, differsBecause: 'Felt too much last time.' })).status, 200)
  })
  test('from a tablet whose clock is seconds behind is at the clearance, not before it; more is refused', async () => {
    await newDay()
    const session = await checked(app, clinic)
    await session.later(1)
    await session.clear()
    const at = (seconds: number) => ({ happenedAt: addMinutes(app.clock.now, -seconds / 60) })
    assert.ok(fields(await session.dose({}, at(6))).happenedAt)
    const reply = await session.dose({}, at(5))
    assert.deepEqual(
      [reply.status, (reply.json as { happenedAt: string }).happenedAt],
      [200, app.clock.now],
      JSON.stringify(reply.json),
    )
  })
  test('waits when the baseline has grown old, until it is taken again', async () => {
    await newDay()
    const session = await checked(app, clinic)
    await session.clear()
    await session.later(14)
    await session.later(2)
    const reply = await session.dose()
    assert.deepEqual([reply.status, held(reply)], [423, ['B5-baseline']])
    await session.vitals()
    assert.equal((await session.dose()).status, 200)
  })
  test('waits for each part of the baseline: nobody looked at alertness, dissociation or nausea is not known', async () => {
    await newDay()
    const session = await booked(app, clinic)
    await session.arrive()
    await session.later(1)
    await session.facts(nothingNew(app.clock.now))
    const parts = { moaas: undefined, dissociation: undefined, nausea: undefined }
    await session.vitals(parts)
    for (const part of ['moaas', 'dissociation', 'nausea'] as const) {
      const unrated = part === 'moaas' ? ['RL-18a', 'RL-18b', 'RL-19'] : []
      assert.deepEqual(held(await session.clear()), [...unrated, 'B5-baseline'])
      await session.event('vitals', { [part]: normalSet[part] })
    }
    assert.equal((await session.clear()).status, 200)
  })
  test('waits when the pressure rose after the clearance; a monitor cannot answer that, a prescriber can', async () => {
    await newDay()
    const session = await checked(app, clinic)
    await session.clear()
    await session.later(2)
    await session.vitals({ systolic: 150, diastolic: 85 })
    const answers = { answers: [{ rule: 'RL-10', reason: 'Anxious about the needle.' }] }
    assert.equal((await session.dose({}, answers)).status, 423)
    assert.equal((await session.dose({}, answers, clinic.prescriber)).status, 200)
  })
  test('may be a second injection, with its own number', async () => {
    await newDay()
    const session = await checked(app, clinic)
    await session.clear()
    assert.equal((await session.dose({ mg: 20, differsBecause: 'First of two.' })).status, 200)
    await session.later(5)
    assert.equal((await session.dose({ mg: 20, side: 'right' })).status, 409, 'number 1 is taken')
    assert.equal((await session.dose({ mg: 20, number: 3 })).status, 409, 'number 2 comes first')
    assert.equal((await session.dose({ mg: 20, number: 2, side: 'right' })).status, 200)
  })
})

describe('observations', () => {
  test('past a limit raise one owned alert and show the clinic’s own plan', async () => {
    await newDay()
    const session = await dosed(app, clinic)
    await session.later(10)
    const reply = await session.vitals({ systolic: 185, diastolic: 100 })
    const { raised, emergencyPlan } = reply.json as { raised: { rule: string }[]; emergencyPlan: string }
    assert.deepEqual(
      raised.map(({ rule }) => rule),
      ['RL-12'],
    )
    assert.equal(typeof emergencyPlan, 'string')
    await session.later(5)
    await session.vitals({ systolic: 190, diastolic: 100 })
    const alerts = (await clinic.monitor.get('/api/alerts')).json as {
      alerts: { ruleId: string; about: { id: string } }[]
    }
    const own = alerts.alerts.filter(({ about }) => about.id === session.id)
    assert.deepEqual(
      own.map(({ ruleId }) => ruleId),
      ['RL-12'],
    )
  })
  test('a list of questions without one answer is refused: it would stand there as asked', async () => {
    await newDay()
    const session = await booked(app, clinic)
    await session.arrive()
    for (const facts of [{ suicide: {} }, { mania: { mood: null } }, { urinary: {} }, { sinceLast: {} }]) {
      const reply = await session.facts(facts)
      assert.equal(reply.status, 422)
      assert.match(JSON.stringify(reply.json), new RegExp(says.noFact))
    }
  })
  for (const [now, level] of [
    ['yes', 'urgent'],
    ['no', 'high'],
    ['declined', 'urgent'],
  ] as const) {
    test(`a positive suicide screen, thoughts right now: ${now}, raises an ${level} alert that somebody owns`, async () => {
      await newDay()
      const session = await booked(app, clinic)
      await session.arrive()
      await session.facts({ suicide: { '1': 'yes', '2': 'no', '3': 'no', '4': 'no', '5': now } })
      type Alerts = { alerts: { ruleId: string; level: string; about: { id: string } }[] }
      const { alerts } = (await clinic.monitor.get('/api/alerts')).json as Alerts
      const own = alerts.filter(({ about }) => about.id === session.id)
      assert.deepEqual(
        own.map((alert) => [alert.ruleId, alert.level]),
        [['S6', level]],
      )
      assert.equal((await session.clear()).status, 423)
    })
  }
  test('are refused when they cannot be, beside the field', async () => {
    await newDay()
    const session = await dosed(app, clinic)
    const reply = await session.vitals({ systolic: 1200 })
    assert.equal(reply.status, 422)
    assert.match(fields(reply)['data.systolic'] ?? '', /not possible/)
  })
  test('in the future, before the arrival or without one are refused', async () => {
    await newDay()
    const session = await booked(app, clinic)
    assert.equal((await session.vitals()).status, 423)
    await session.arrive()
    const at = (minutes: number) =>
      session.event('vitals', normalSet, { happenedAt: addMinutes(app.clock.now, minutes) })
    assert.ok(fields(await at(3)).happenedAt)
    assert.ok(fields(await at(-2)).happenedAt)
    assert.equal((await at(1)).status, 200, 'a clock that is a minute ahead')
  })
  test('sent twice are there once; the same id with other content is refused', async () => {
    await newDay()
    const session = await dosed(app, clinic)
    await session.later(10)
    const id = randomUUID()
    const happenedAt = app.clock.now
    const send = (data: object = normalSet) => session.event('vitals', data, { id, happenedAt })
    assert.deepEqual([(await send()).status, (await send()).status], [200, 200])
    assert.equal((await send({ ...normalSet, systolic: 125 })).status, 409)
    const { events } = await session.read()
    assert.equal(events.filter((event) => event.id === id).length, 1)
  })
  test('sent again after the release answer with what is stored', async () => {
    await newDay()
    const session = await recovered(app, clinic)
    const id = randomUUID()
    const happenedAt = app.clock.now
    const send = () => session.event('vitals', normalSet, { id, happenedAt })
    await send()
    await session.release()
    assert.equal((await send()).status, 200)
  })
})

describe('a release', () => {
  test('waits for each criterion, and says which', async () => {
    await newDay()
    const session = await dosed(app, clinic)
    await session.later(14)
    const reply = await session.release()
    assert.equal(reply.status, 423)
    for (const rule of [
      'B6-alert',
      'B6-time',
      'B6-walking',
      'B6-suicide',
      'B6-observations',
      'B6-instructions',
      'RL-23',
    ]) {
      assert.ok(held(reply).includes(rule), `${rule} in ${held(reply)}`)
    }
  })
  for (const [fact, value, rule] of [
    ['walksSteadily', false, 'B6-walking'],
    ['walksSteadily', null, 'B6-walking'],
    ['escortPresent', false, 'RL-23'],
    ['suicideRiskAssessed', null, 'B6-suicide'],
    ['dizzy', true, 'B6-walking'],
    ['backToUsualSelf', false, 'B6-dissociation'],
    ['instructionsGiven', null, 'B6-instructions'],
    ['instructionsGiven', false, 'B6-instructions'],
  ] as const) {
    test(`waits for ${rule} when ${fact} is ${value}`, async () => {
      await newDay()
      const session = await recovered(app, clinic)
      await session.facts({ [fact]: value })
      const reply = await session.release()
      assert.deepEqual([reply.status, held(reply)], [423, [rule]])
    })
  }
  test('that the instructions were given is said once, with how', async () => {
    await newDay()
    const session = await recovered(app, clinic)
    await session.facts({ instructionsGiven: null })
    const said = await session.facts({ instructionsGiven: 'sent' })
    assert.equal(said.status, 200, JSON.stringify(said.json))
    const reply = await session.release({ instructions: 'sent' })
    assert.equal(reply.status, 200, JSON.stringify(reply.json))
  })
  test('a minute early waits for the minimum stay', async () => {
    await newDay()
    const session = await dosed(app, clinic)
    for (const wait of [10, 10, 10, 15, 15, 15, 14]) {
      await session.later(wait)
      await session.vitals()
    }
    await session.facts(readyToLeave)
    assert.deepEqual(held(await session.release()), ['B6-time'])
    await session.later(1)
    assert.equal((await session.release()).status, 200)
  })
  test('closes the log but for addenda, corrections and what was seen before it', async () => {
    await newDay()
    const session = await recovered(app, clinic)
    const seen = app.clock.now
    await session.later(1)
    await session.release()
    await session.later(1)
    const after = await session.vitals()
    assert.equal(after.status, 409)
    assert.equal((after.json as { first?: { by: string } }).first?.by, 'Milo Monitor')
    assert.equal(
      (await session.event('vitals', normalSet, { happenedAt: seen })).status,
      200,
      'a tablet without contact',
    )
    assert.equal((await session.event('addendum', { words: 'Called home.' })).status, 200)
    assert.equal((await session.event('stopped', { as: 'left against advice', reason: 'x' })).status, 409)
    assert.equal((await session.dose({ number: 2 })).status, 409)
  })
})

describe('an ending without release', () => {
  test('before a dose the patient goes home untreated', async () => {
    await newDay()
    const session = await checked(app, clinic)
    assert.equal((await session.event('stopped', { as: 'left against advice', reason: 'x' })).status, 422)
    assert.equal((await session.event('stopped', { as: 'not treated today', reason: '' })).status, 422)
    assert.equal((await session.event('stopped', { as: 'not treated today', reason: 'Fever.' })).status, 200)
    assert.equal((await session.clear()).status, 409)
  })
  test('a booking is cancelled or missed, but not after the arrival', async () => {
    await newDay()
    const session = await booked(app, clinic)
    await session.arrive()
    const cancel = { id: randomUUID(), happenedAt: app.clock.now, reason: 'x' }
    const reply = await clinic.frontDesk.post(`${session.path}/cancel`, cancel)
    assert.equal(reply.status, 409)
    assert.equal((reply.json as { first?: { by: string } }).first?.by, 'Fred Frontdesk')
  })
})

describe('a correction', () => {
  test('keeps the original, and what it now shows raises what it meets', async () => {
    await newDay()
    const session = await dosed(app, clinic)
    await session.later(10)
    const id = randomUUID()
    await session.event('vitals', normalSet, { id })
    const wrong = await session.event(
      'correction',
      { reason: 'x', data: { systolic: 1200, diastolic: 80 } },
      { corrects: id },
    )
    assert.ok(fields(wrong)['data.data.systolic'], JSON.stringify(wrong.json))
    const data = { ...normalSet, systolic: 188 }
    const right = await session.event('correction', { reason: 'typed 124 for 188', data }, { corrects: id })
    assert.deepEqual(
      (right.json as { raised: { rule: string }[] }).raised.map(({ rule }) => rule),
      ['RL-12'],
    )
    const second = await session.event('correction', { reason: 'y', data }, { corrects: id })
    assert.equal(second.status, 409)
    assert.equal((second.json as { first: { by: string } }).first.by, 'Milo Monitor')
  })
  test('of a dose is a prescriber’s, and cannot go before the clearance', async () => {
    await newDay()
    const session = await dosed(app, clinic)
    const { events } = await session.read()
    const given = events.find(({ kind }) => kind === 'dose')
    const send = (data: object, as = clinic.prescriber) =>
      session.event('correction', { reason: 'Left, not right.', ...data }, { corrects: given?.id }, as)
    assert.equal((await send({ data: { ...given?.data, side: 'right' } }, clinic.monitor)).status, 403)
    assert.ok(fields(await send({ happenedAt: addMinutes(app.clock.now, -2) }))['data.happenedAt'])
    assert.equal((await send({ data: { ...given?.data, side: 'right', planMg: 1 } })).status, 200)
  })
  test('of a clearance does not exist', async () => {
    await newDay()
    const session = await dosed(app, clinic)
    const { events } = await session.read()
    const cleared = events.find(({ kind }) => kind === 'cleared')
    assert.equal((await session.event('correction', { reason: 'x', data: {} }, { corrects: cleared?.id })).status, 422)
  })
})

describe('what the front desk and a wall may see', () => {
  test('no readings at the desk, initials on the wall', async () => {
    await newDay()
    const session = await dosed(app, clinic)
    await session.later(10)
    await session.vitals({ systolic: 185 })
    assert.equal((await clinic.frontDesk.get(session.path)).status, 403)
    const desk = JSON.stringify((await clinic.frontDesk.get('/api/sessions')).json)
    // As a value: ids and fractions of a second may hold the same digits.
    assert.doesNotMatch(desk, /RL-12|[:[,]185[,}\]]/)
    type Wall = { sessions: { id: string; patient: object; alerts: { rule: string }[] }[] }
    const wall = (await clinic.display.get('/api/board')).json as Wall
    const shown = wall.sessions.find(({ id }) => id === session.id)
    assert.deepEqual(shown?.patient, { id: '', number: 0, name: 'T. S.', initials: 'T. S.' })
    assert.deepEqual(
      shown?.alerts.map(({ rule }) => rule),
      ['RL-12'],
    )
    assert.ok(!JSON.stringify(wall).includes('Sample') && !JSON.stringify(wall).includes('Milo'))
  })
  test('another clinic sees nothing of it', async () => {
    const session = await dosed(app, clinic)
    const other = await app.clinicWith()
    assert.equal((await other.monitor.get(session.path)).status, 404)
    assert.equal(
      (
        await other.monitor.post(`${session.path}/events`, {
          id: randomUUID(),
          happenedAt: app.clock.now,
          kind: 'vitals',
          data: normalSet,
        })
      ).status,
      404,
    )
    assert.deepEqual(((await other.monitor.get('/api/board')).json as { sessions: [] }).sessions, [])
  })
})

describe('time', () => {
  test('a session across midnight and the end of daylight saving counts real minutes', async () => {
    // 31 October 23:30 in New York; clocks go back at 02:00 on 1 November.
    app.clock.now = Instant.parse('2027-11-07T03:30:00.000Z')
    await touched(app, clinic)
    const session = await recovered(app, clinic)
    const board = (await clinic.monitor.get('/api/board')).json as { sessions: { id: string }[] }
    assert.ok(
      board.sessions.some(({ id }) => id === session.id),
      'still on the board after midnight',
    )
    const { status, json } = await session.release()
    assert.equal(status, 200, JSON.stringify(json))
    assert.equal(app.clock.now, '2027-11-07T05:02:00.000Z')
  })
})
