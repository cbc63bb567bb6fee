import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import type { Route } from '../../science/decide.ts'
import { addMinutes } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { givenIn } from './given.ts'
import { entrySentence } from './note/sentence.ts'
import { sessionFrom } from './session.ts'
import type { SessionLine } from './session-view.ts'
import { type Booked, type Clinic, checked, readyToLeave, type Shown, sprayReady, touched } from './test.ts'

let app: Awaited<ReturnType<typeof testApp>>
let clinic: Clinic
before(async () => {
  app = await testApp()
  clinic = await app.clinicWith()
})
/** A day of its own for each, and a sign-in that has not grown old meanwhile. */
const checkedBy = async (route: Route, mg?: number): Promise<Booked> => {
  app.clock.now = addMinutes(app.clock.now, 24 * 60)
  await touched(app, clinic)
  return checked(app, clinic, {}, { route, mg })
}

const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))
const saysOf = ({ json }: Reply): string => (json as { says: string }).says
const rulesOf = ({ json }: Reply): string[] =>
  ((json as { because?: { id: string }[] }).because ?? []).map(({ id }) => id)
const idOf = async (session: Booked, kind: string) =>
  (await session.read()).events.findLast((one) => one.kind === kind)?.id ?? ''
const read = async (session: Booked) => sessionFrom((await session.read()).events as never)

/** Observed every few minutes for so long. */
const watch = async (session: Booked, minutes: readonly number[]) => {
  for (const wait of minutes) {
    await session.later(wait)
    ok(await session.vitals())
  }
}

type OnBoard = Pick<SessionLine, 'id' | 'clock' | 'infusion'>
const onBoard = async ({ id, clinic }: Booked) => {
  const { sessions } = (await clinic.display.get('/api/board')).json as { sessions: OnBoard[] }
  return sessions.find((one) => one.id === id)
}

const line = (session: Booked) => session.event('line placed', { site: 'forearm', side: 'left', gauge: 22 })

describe('an infusion', () => {
  const started = async (): Promise<{ session: Booked; doseId: string }> => {
    const session = await checkedBy('iv')
    ok(await session.clear())
    ok(await line(session))
    await session.later(1)
    ok(await session.dose())
    return { session, doseId: await idOf(session, 'dose') }
  }

  test('waits for a line, and for numbers that agree', async () => {
    const session = await checkedBy('iv')
    ok(await session.clear())
    const without = await session.dose()
    assert.deepEqual([without.status, saysOf(without)], [423, 'No line is in place. Record the line first.'])
    ok(await line(session))
    const wrong = await session.dose({ rateMlPerH: 60 })
    assert.equal(wrong.status, 422)
    assert.match(JSON.stringify(wrong.json), /60 mL\/h for 40 min is 40 mL, not 50 mL/)
    ok(await session.dose())
  })

  test('at another pace than the plan’s waits for a reason, which the note says with what was planned', async () => {
    const session = await checkedBy('iv')
    ok(await session.clear())
    ok(await line(session))
    // The plan’s amount, in a quarter of its time.
    const fast = { rateMlPerH: 300, minutes: 10 }
    const refused = await session.dose(fast)
    assert.equal(refused.status, 422)
    assert.deepEqual((refused.json as { fields: object }).fields, {
      'data.differsBecause': 'The pump runs for 10 min; the plan says 40 min. Say why.',
    })
    // Half of it at the plan’s own pace is another amount and no other pace.
    const half = await session.dose({ mg: 20, volumeMl: 25, rateMlPerH: 75, minutes: 20, confirmed: true })
    assert.equal(saysOf(half), '20 mg is not the plan’s 40 mg. Say why.')
    ok(await session.dose({ ...fast, differsBecause: 'Said so at the bedside.' }))
    const [given] = (await read(session)).doses
    assert.ok(given)
    assert.match(
      entrySentence(given, (at) => at),
      /Plan 40 mg over 40 min, different because: Said so at the bedside\./,
    )
  })

  test('adds up from what was entered, and waits for its end and the line before release', async () => {
    const { session, doseId } = await started()
    await watch(session, [10])
    const change = (data: object) => session.event('infusion changed', { doseId, ...data })
    ok(await change({ what: 'rate changed', rateMlPerH: 37.5 }))
    await watch(session, [10])
    ok(await change({ what: 'paused', reason: 'Felt sick.' }))
    // Across the room, too, nobody takes a pump that stands for one that runs.
    assert.equal((await onBoard(session))?.infusion?.paused, true)
    await watch(session, [10])
    ok(await change({ what: 'resumed' }))
    assert.equal((await onBoard(session))?.infusion?.paused, false)
    assert.equal((await onBoard(session))?.clock?.from, 'infusionStart')
    await watch(session, [10, 10])
    assert.deepEqual(givenIn(await read(session), app.clock.now as never)[0]?.infusion?.deliveredMg, 25)
    ok(await session.facts(readyToLeave))
    assert.ok(rulesOf(await session.release()).includes('IV-ended'))
    await session.later(1)
    ok(await change({ what: 'stopped', reason: 'Enough for today.' }))
    const { clock, infusion } = (await onBoard(session)) ?? {}
    assert.deepEqual([clock, infusion], [{ since: app.clock.now, from: 'infusionEnd' }, null])
    await watch(session, [1, 14, 15, 15, 16])
    ok(await session.facts(readyToLeave))
    const held = await session.release()
    assert.deepEqual([held.status, rulesOf(held)], [423, ['IV-line']])
    ok(await session.event('line removed', { lineId: await idOf(session, 'line placed') }))
    ok(await session.release())
    assert.equal(givenIn(await read(session), app.clock.now as never)[0]?.infusion?.deliveredMg, 25.5)
  })

  test('is not started again while it has no end, and a change names an infusion of this session', async () => {
    const { session } = await started()
    const again = await session.dose({ number: 2, mg: 1, volumeMl: 1.25, minutes: 1, differsBecause: 'x' })
    assert.deepEqual([again.status, saysOf(again)], [423, 'The previous infusion has no recorded end. Stop it first.'])
    assert.equal((await session.event('infusion changed', { doseId: randomUUID(), what: 'paused' })).status, 404)
  })

  test('is corrected like any entry: where the line was, why the pump paused; and only with what is of this session', async () => {
    const { session, doseId } = await started()
    const lineId = await idOf(session, 'line placed')
    await session.later(5)
    const correct = (corrects: string, data: object, more: object = {}) =>
      session.event('correction', { reason: 'Typed wrong.', data, ...more }, { corrects })
    ok(await session.event('line removed', { lineId }))
    ok(await session.event('infusion changed', { doseId, what: 'paused', reason: 'Sick.' }))
    ok(await session.event('side effect', { effect: 'nausea', severity: 'mild' }))
    ok(await session.event('side effect ended', { effectId: await idOf(session, 'side effect') }))
    const [removed, paused, effect] = await Promise.all(
      ['line removed', 'infusion changed', 'side effect'].map((kind) => idOf(session, kind)),
    )
    ok(await correct(lineId, { site: 'hand', side: 'right', gauge: 20 }))
    ok(await correct(paused ?? '', { doseId, what: 'paused', reason: 'Blood pressure.' }))
    ok(await correct(effect ?? '', { effect: 'vomiting', severity: 'severe', action: 'Called Petra.' }))
    assert.equal((await correct(removed ?? '', { lineId: randomUUID() })).status, 404)
    const ended = { happenedAt: addMinutes(app.clock.now, -3) }
    const early = await correct(await idOf(session, 'side effect ended'), { effectId: effect }, ended)
    assert.deepEqual([early.status, saysOf(early)], [422, 'It cannot end before it began.'])
    const { lines, pump, sideEffects, log } = await read(session)
    assert.deepEqual(lines[0]?.entry.data, { site: 'hand', side: 'right', gauge: 20 })
    assert.deepEqual(log.find(({ id }) => id === lineId)?.original?.data, { site: 'forearm', side: 'left', gauge: 22 })
    assert.deepEqual(
      [pump[0]?.data, sideEffects[0]?.entry.data.severity],
      [{ doseId, what: 'paused', reason: 'Blood pressure.' }, 'severe'],
    )
  })

  test('takes an entry of a tablet that was without contact, after the release too', async () => {
    const { session, doseId } = await started()
    const paused = app.clock.now
    await watch(session, [10, 10, 10, 10])
    ok(await session.event('infusion changed', { doseId, what: 'stopped', reason: 'Empty.' }))
    ok(await session.event('line removed', { lineId: await idOf(session, 'line placed') }))
    await watch(session, [1, 14, 15, 15, 16])
    ok(await session.facts(readyToLeave))
    ok(await session.release())
    await session.later(1)
    ok(await session.event('infusion changed', { doseId, what: 'paused' }, { happenedAt: paused }))
    const { afterwards, log } = await read(session)
    assert.deepEqual(
      afterwards.map(({ kind }) => kind),
      ['infusion changed'],
    )
    assert.equal(log.filter(({ kind }) => kind === 'infusion changed').length, 2)
  })
})

describe('a lozenge', () => {
  test('holds release until it is known what became of it, and counts the stay from there', async () => {
    const session = await checkedBy('lozenge')
    ok(await session.clear())
    assert.equal((await session.dose({ count: 3 })).status, 422, 'three of 100 are not 200 mg')
    ok(await session.dose())
    const doseId = await idOf(session, 'dose')
    await watch(session, [15, 15, 15, 15, 15, 15, 15, 15])
    ok(await session.facts(readyToLeave))
    assert.ok(rulesOf(await session.release()).includes('LZ-ended'))
    const twelve = { happenedAt: (await read(session)).vitals[1]?.happenedAt }
    ok(await session.event('lozenge ended', { doseId, as: 'spat out', whole: false }, twelve))
    const held = await session.release()
    assert.deepEqual(rulesOf(held), ['B6-time'])
    await watch(session, [15])
    ok(await session.facts(readyToLeave))
    ok(await session.release())
  })
})

describe('the nasal spray', () => {
  const cleared = async (mg?: number): Promise<Booked> => {
    const session = await checkedBy('esketamine', mg)
    ok(await session.clear())
    return session
  }
  const rested = async (session: Booked, number: number, more: object = {}) => {
    await session.later(5)
    return session.dose({ number, ...more })
  }

  test('waits for enrolment, certificate and prescriber, and no reason opens that', async () => {
    const session = await checkedBy('esketamine')
    for (const value of [null, false]) {
      ok(await session.facts({ remsEnrolled: value }))
      const held = await session.clear([{ rule: 'CI-30', reason: 'I know the patient.' }])
      assert.deepEqual([held.status, rulesOf(held)], [423, ['CI-30']])
    }
    ok(await session.facts({ remsEnrolled: true, prescriberOnSite: null }))
    assert.deepEqual(rulesOf(await session.clear([{ rule: 'CI-30', reason: 'x' }])), ['CI-30'])
    ok(await session.facts({ prescriberOnSite: true }))
    ok(await session.clear())
  })

  test('goes device by device: five minutes apart, in date, never beyond the plan', async () => {
    const session = await cleared()
    const old = await session.dose({ expiry: '2026-11-22' })
    assert.deepEqual([old.status, saysOf(old)], [422, 'This lot expired on November 22, 2026. It cannot be used.'])
    assert.equal((await session.dose({ mg: 56 })).status, 422)
    ok(await session.dose())
    await session.later(4)
    const early = await session.dose({ number: 2 })
    assert.deepEqual([early.status, saysOf(early)], [423, 'Devices are given at least 5 minutes apart.'])
    await session.later(1)
    ok(await session.dose({ number: 2 }))
    const more = await rested(session, 3)
    assert.equal(more.status, 423)
    assert.match(saysOf(more), /The plan’s 56 mg are used up/)
  })

  test('puts a device that did not give its dose to the prescriber, and nobody else decides', async () => {
    const session = await cleared(84)
    ok(await session.dose({ gave: 'part' }))
    const held = await rested(session, 2)
    assert.deepEqual(
      [held.status, saysOf(held)],
      [423, 'A device did not deliver its full dose. A prescriber records a decision first.'],
    )
    const decision = {
      about: 'device',
      doseId: await idOf(session, 'dose'),
      words: 'Go on with the second as planned.',
    }
    assert.equal((await session.event('decided', decision)).status, 403)
    ok(await session.event('decided', decision, {}, session.clinic.prescriber))
    ok(await session.dose({ number: 2 }))
    ok(await rested(session, 3))
    const fourth = await rested(session, 4)
    assert.ok([422, 423].includes(fourth.status), 'no device in place of the failed one')
  })

  test('is released after two hours and not before, with the pressure at 40 minutes', async () => {
    const session = await cleared()
    ok(await session.dose())
    ok(await rested(session, 2))
    await watch(session, [10, 14, 14, 14, 14, 14, 14, 14, 11])
    ok(await session.facts(sprayReady))
    const early = await session.release()
    assert.deepEqual([early.status, rulesOf(early)], [423, ['RL-21', 'B6-time']])
    await session.later(1)
    ok(await session.vitals())
    ok(await session.facts({ breathingResolved: false }))
    assert.deepEqual(rulesOf(await session.release()), ['RL-22'])
    ok(await session.facts({ breathingResolved: true }))
    ok(await session.release())
  })

  test('without the pressure at 40 minutes waits for a prescriber’s words', async () => {
    const session = await cleared()
    ok(await session.dose())
    ok(await rested(session, 2))
    await watch(session, [10, 14, 22, 14, 14, 14, 14, 14, 4])
    ok(await session.facts(sprayReady))
    assert.deepEqual(rulesOf(await session.release()), ['RL-20'])
    const decision = { about: 'pressure at 40 minutes', words: 'Missed; 125/80 at 46 minutes.' }
    ok(await session.event('decided', decision, {}, session.clinic.prescriber))
    ok(await session.release())
  })
})

test('a dose of another route is refused', async () => {
  const session = await checkedBy('lozenge')
  ok(await session.clear())
  const reply = await session.dose({ route: 'im', mg: 40, site: 'deltoid', side: 'left' })
  assert.equal(reply.status, 422)
})

test('the log of every route reads the same whatever the order of delivery', async () => {
  const session = await checkedBy('iv')
  ok(await session.clear())
  ok(await line(session))
  ok(await session.dose())
  const { events } = (await session.read()) as Shown
  assert.deepEqual(sessionFrom([...events].reverse() as never), sessionFrom([...events, ...events] as never))
})
