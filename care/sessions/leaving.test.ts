import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { testApp } from '../../server/test.ts'
import { booked, checked, dosed, held, nextDay, normalSet, readyToLeave, recovered } from './test.ts'

type App = Awaited<ReturnType<typeof testApp>>
let app: App
let clinic: Awaited<ReturnType<App['clinicWith']>>
before(async () => {
  app = await testApp()
  clinic = await app.clinicWith()
})

const newDay = () => nextDay(app, clinic)

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
  test('waits for a pressure of which only is said why it was not taken', async () => {
    await newDay()
    const session = await dosed(app, clinic)
    for (const wait of [10, 10, 10, 15, 15, 15]) {
      await session.later(wait)
      await session.vitals()
    }
    await session.later(15)
    const declined = {
      systolic: undefined,
      diastolic: undefined,
      notTaken: { bloodPressure: { why: 'patient declined' } },
    }
    assert.equal((await session.vitals(declined)).status, 200)
    await session.facts(readyToLeave)
    assert.deepEqual(held(await session.release()), ['B6-observations'])
    await session.later(1)
    await session.vitals()
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
