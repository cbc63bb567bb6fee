import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { addMinutes, Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { booked, checked, dosed, fields, held, nextDay, normalSet, nothingNew, recovered, touched } from './test.ts'

type App = Awaited<ReturnType<typeof testApp>>
let app: App
let clinic: Awaited<ReturnType<App['clinicWith']>>
before(async () => {
  app = await testApp()
  clinic = await app.clinicWith()
})

const newDay = () => nextDay(app, clinic)

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
  /** Whose sessions stand on the list of a day, as everybody at the desk sees it; today's unless one is named. */
  const listed = async (day?: string) => {
    const { json } = await clinic.frontDesk.get(`/api/sessions${day ? `?day=${day}` : ''}`)
    return (json as { sessions: { id: string }[] }).sessions.map(({ id }) => id)
  }
  const at = async (now: string) => {
    app.clock.now = Instant.parse(now)
    await touched(app, clinic)
  }

  test('a session across midnight stays on the board and on the list of today until the day is over in which it ended', async () => {
    // 23:40 in New York; it ends at 1:12.
    await at('2027-11-05T03:40:00.000Z')
    const session = await recovered(app, clinic)
    const neverCame = await booked(app, clinic, { day: '2027-11-04', time: '23:50' })
    assert.ok((await listed()).includes(session.id), 'the day has changed under it')
    assert.ok((await listed('2027-11-04')).includes(session.id), 'the day it was booked for')
    assert.ok(!(await listed()).includes(neverCame.id), 'booked yesterday, and nobody came')
    const board = (await clinic.monitor.get('/api/board')).json as { sessions: { id: string }[] }
    assert.ok(board.sessions.some(({ id }) => id === session.id))
    assert.equal((await session.release()).status, 200)
    assert.ok((await listed()).includes(session.id), 'released: its note is still to be signed')
    assert.ok(!(await listed('2027-11-06')).includes(session.id))
    await at('2027-11-06T16:00:00.000Z')
    assert.ok(!(await listed()).includes(session.id))
    assert.ok((await listed('2027-11-05')).includes(session.id), 'the day in which it ended')
  })
  test('a session across the end of daylight saving counts real minutes', async () => {
    // 0:40 in New York; clocks go back from 2:00 to 1:00 at 06:00Z.
    await at('2027-11-07T04:40:00.000Z')
    const session = await recovered(app, clinic)
    const { status, json } = await session.release()
    assert.equal(status, 200, JSON.stringify(json))
    assert.equal(app.clock.now, '2027-11-07T06:12:00.000Z')
  })
  test('a session across the beginning of daylight saving counts real minutes', async () => {
    // 1:30 in New York; clocks go on from 2:00 to 3:00 at 07:00Z.
    await at('2028-03-12T06:30:00.000Z')
    const session = await recovered(app, clinic)
    const { status, json } = await session.release()
    assert.equal(status, 200, JSON.stringify(json))
    assert.equal(app.clock.now, '2028-03-12T08:02:00.000Z')
    assert.ok((await listed('2028-03-12')).includes(session.id))
    assert.ok(!(await listed('2028-03-11')).includes(session.id))
  })
})
