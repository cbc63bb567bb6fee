import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { booked, dosed, fields, nextDay, normalSet, recovered } from './test.ts'

type App = Awaited<ReturnType<typeof testApp>>
let app: App
let clinic: Awaited<ReturnType<App['clinicWith']>>
before(async () => {
  app = await testApp()
  clinic = await app.clinicWith()
})

const newDay = () => nextDay(app, clinic)

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
