import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { addMinutes } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { type Booked, type Clinic, checked, sprayReady, touched } from './test.ts'

let app: Awaited<ReturnType<typeof testApp>>
let clinic: Clinic
before(async () => {
  app = await testApp()
  clinic = await app.clinicWith()
})

const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))
const idOf = async (session: Booked, kind: string) =>
  (await session.read()).events.findLast((event) => event.kind === kind)?.id
const rulesOf = ({ json }: Reply): string[] =>
  ((json as { because?: { id: string }[] }).because ?? []).map(({ id }) => id)

/** Two devices given, watched for two hours, everything answered and nothing left that holds the release. */
const readyAfterSpray = async (): Promise<Booked> => {
  app.clock.now = addMinutes(app.clock.now, 24 * 60)
  await touched(app, clinic)
  const session = await checked(app, clinic, {}, { route: 'esketamine' })
  ok(await session.clear())
  ok(await session.dose())
  await session.later(6)
  ok(await session.dose({ number: 2 }))
  for (const wait of [10, 14, 14, 14, 14, 14, 14, 14, 12]) {
    await session.later(wait)
    ok(await session.vitals())
  }
  ok(await session.facts(sprayReady))
  await session.later(1)
  return session
}

describe('a release waits for what was seen later than the answer', () => {
  test('spray: dissociation after “back to the usual self”, until it is seen gone', async () => {
    const session = await readyAfterSpray()
    ok(await session.vitals({ dissociation: 'clearly' }))
    assert.deepEqual(rulesOf(await session.release()), ['B6-dissociation', 'RL-22'])
    await session.later(1)
    ok(await session.vitals({ dissociation: 'none' }))
    ok(await session.release())
  })

  test('spray: dissociation, and the answer said anew', async () => {
    const session = await readyAfterSpray()
    ok(await session.vitals({ dissociation: 'a little' }))
    await session.later(1)
    ok(await session.facts({ backToUsualSelf: true }))
    ok(await session.release())
  })

  test('spray: slow breathing after “breathing is as before”, whose alert somebody closed', async () => {
    const session = await readyAfterSpray()
    ok(await session.vitals({ respiratoryRate: 7, confirmed: ['respiratoryRate'] }))
    assert.deepEqual(rulesOf(await session.release()), ['RL-22'])
    await session.later(1)
    ok(await session.vitals({ respiratoryRate: 8 }))
    ok(await session.release())
  })

  test('spray: slow breathing is not over because a later set has a saturation and no breaths', async () => {
    const session = await readyAfterSpray()
    ok(await session.vitals({ respiratoryRate: 7, confirmed: ['respiratoryRate'] }))
    await session.later(1)
    ok(await session.vitals({ respiratoryRate: undefined, spo2: 98 }))
    assert.deepEqual(rulesOf(await session.release()), ['RL-22'])
    await session.later(1)
    ok(await session.facts({ breathingResolved: true }))
    ok(await session.release())
  })

  test('spray: dissociation seen at the very moment of the answer', async () => {
    const session = await readyAfterSpray()
    ok(await session.facts({ backToUsualSelf: true }))
    ok(await session.vitals({ dissociation: 'a little' }))
    assert.deepEqual(rulesOf(await session.release()), ['B6-dissociation', 'RL-22'])
  })

  for (const [effect, held] of [
    ['dissociation', ['B6-dissociation', 'RL-22']],
    ['change of perception', ['B6-dissociation', 'RL-22']],
    ['confusion', ['B6-dissociation', 'RL-22']],
    ['sleepiness', ['B6-alert', 'RL-22']],
    ['dizziness', ['B6-walking']],
    ['vomiting', ['B6-comfort']],
  ] as const)
    test(`${effect} that is still open as a side effect; a headache may be`, async () => {
      const session = await readyAfterSpray()
      ok(await session.event('side effect', { effect: 'headache', severity: 'mild' }))
      ok(await session.event('side effect', { effect, severity: 'mild' }))
      const effectId = await idOf(session, 'side effect')
      ok(await session.facts(sprayReady))
      assert.deepEqual(rulesOf(await session.release()), held)
      await session.later(1)
      ok(await session.event('side effect ended', { effectId }))
      ok(await session.release())
    })

  test('vomiting after “nausea is under control”', async () => {
    const session = await readyAfterSpray()
    ok(await session.vitals({ nausea: 'vomiting' }))
    assert.deepEqual(rulesOf(await session.release()), ['B6-comfort'])
    await session.later(1)
    ok(await session.facts({ nauseaControlled: true }))
    ok(await session.release())
  })
})
