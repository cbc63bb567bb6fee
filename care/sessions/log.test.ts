import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addMinutes, Instant } from '../../science/time.ts'
import type { Kind, SessionEvent } from './event.ts'
import { givenIn } from './given.ts'
import { entriesOf, standingLog } from './log.ts'
import { sessionFrom } from './session.ts'

const start = Instant.parse('2026-11-23T17:00:00.000Z')
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** An entry `minutes` after the start, written down `late` minutes after it happened. */
const at = (
  n: number,
  minutes: number,
  kind: Kind,
  data: object = {},
  more: { corrects?: string; late?: number } = {},
) =>
  ({
    id: uuid(n),
    sessionId: uuid(0),
    kind,
    happenedAt: addMinutes(start, minutes),
    recordedAt: addMinutes(start, minutes + (more.late ?? 0)),
    recordedBy: uuid(999),
    data,
    corrects: more.corrects ?? null,
    seq: n,
  }) as SessionEvent

const dose = { route: 'im', number: 1, mg: 40, clearanceId: uuid(5) }
const day = [
  at(1, 0, 'booked', { roomId: uuid(70), bookedFor: start, minutes: 120 }),
  at(2, 5, 'arrived'),
  at(3, 6, 'facts', { facts: { alcoholToday: false } }),
  at(4, 7, 'vitals', { systolic: 124, diastolic: 78, spo2: 98 }),
  at(5, 9, 'cleared', { findings: [], answers: [] }),
  at(6, 12, 'dose', dose),
  at(7, 22, 'vitals', { systolic: 150, diastolic: 88, spo2: 97, moaas: 4 }),
  at(8, 25, 'side effect', { effect: 'nausea', severity: 'mild' }),
  at(9, 40, 'side effect ended', { effectId: uuid(8) }),
  at(10, 42, 'vitals', { systolic: 130, diastolic: 80 }),
  at(11, 95, 'facts', { facts: { walksSteadily: true } }),
  at(12, 105, 'released', { doseId: uuid(6), toName: 'Sam' }),
]

describe('the phase of a session', () => {
  for (const [entries, phase] of [
    [1, 'booked'],
    [2, 'arrived'],
    [4, 'arrived'],
    [5, 'cleared'],
    [6, 'dosed'],
    [7, 'observing'],
    [12, 'released'],
  ] as const) {
    test(`after ${entries} entries is ${phase}`, () => assert.equal(sessionFrom(day.slice(0, entries)).phase, phase))
  }
  for (const kind of ['cancelled', 'no-show'] as const) {
    test(`${kind} ends a booking`, () => assert.equal(sessionFrom([...day.slice(0, 1), at(20, 1, kind)]).phase, kind))
  }
  test('stopped ends a session that was dosed', () => {
    const session = sessionFrom([
      ...day.slice(0, 7),
      at(20, 30, 'stopped', { as: 'sent to emergency care', reason: 'x' }),
    ])
    assert.equal(session.phase, 'stopped')
  })
  test('"not cleared" after a clearance takes it back', () => {
    const session = sessionFrom([...day.slice(0, 5), at(20, 10, 'not cleared', { findings: [], reason: 'x' })])
    assert.equal(session.clearance, undefined)
    assert.equal(session.clearanceTakenBack, true)
    assert.equal(session.phase, 'arrived')
  })
})

describe('readings', () => {
  test('before the dose are its baseline, after it the latest of each', () => {
    const { baseline, latest } = sessionFrom(day)
    assert.equal(baseline.systolic?.value, 124)
    assert.equal(latest.systolic?.value, 130)
    assert.equal(latest.spo2?.value, 97, 'from the set before, as the last one has none')
    assert.equal(latest.moaas?.value, 4)
    assert.equal(baseline.moaas, undefined, 'not taken is not known')
  })
  test('what concerns leaving counts only when it was said after the dose', () => {
    const before = at(30, 8, 'facts', { facts: { walksSteadily: true } })
    assert.equal(sessionFrom([...day.slice(0, 10), before]).facts.walksSteadily, undefined)
    assert.equal(sessionFrom(day).facts.walksSteadily?.value, true)
  })
  test('null makes a fact unknown again', () => {
    const { facts } = sessionFrom([...day.slice(0, 4), at(30, 8, 'facts', { facts: { alcoholToday: null } })])
    assert.equal(facts.alcoholToday, undefined)
  })
})

describe('a correction', () => {
  const corrected = [
    ...day.slice(0, 7),
    at(
      40,
      23,
      'correction',
      { reason: 'typed 150 for 115', data: { systolic: 115, diastolic: 75 } },
      { corrects: uuid(7) },
    ),
  ]
  test('stands, and the original stays to be seen', () => {
    const entry = entriesOf(standingLog(corrected), 'vitals').at(-1)
    assert.equal(entry?.data.systolic, 115)
    assert.equal(entry?.original?.data.systolic, 150)
    assert.equal(entry?.corrections.length, 1)
    assert.equal(sessionFrom(corrected).latest.systolic?.value, 115)
  })
  test('of a correction stands instead of it', () => {
    const again = at(
      41,
      24,
      'correction',
      { reason: '116', data: { systolic: 116, diastolic: 75 } },
      { corrects: uuid(40) },
    )
    const entry = entriesOf(standingLog([...corrected, again]), 'vitals').at(-1)
    assert.deepEqual([entry?.data.systolic, entry?.corrections.length], [116, 2])
  })
  test('that withdraws leaves the entry visible and counting for nothing', () => {
    const withdrawn = [
      ...corrected,
      at(42, 24, 'correction', { reason: 'other patient', withdrawn: true }, { corrects: uuid(40) }),
    ]
    assert.equal(sessionFrom(withdrawn).latest.systolic, undefined)
    assert.equal(standingLog(withdrawn).find(({ id }) => id === uuid(7))?.withdrawn, true)
  })
  test('of the time moves the entry', () => {
    const moved = [
      ...day,
      at(43, 106, 'correction', { reason: 'clock', happenedAt: addMinutes(start, 13) }, { corrects: uuid(6) }),
    ]
    assert.equal(sessionFrom(moved).firstDoseAt, addMinutes(start, 13))
  })
})

test('an entry written down later than it happened is marked late, one that was not is not', () => {
  const log = standingLog([
    at(1, 0, 'remark', { words: 'x' }, { late: 3 }),
    at(2, 1, 'remark', { words: 'y' }, { late: 3.1 }),
  ])
  assert.deepEqual(
    log.map(({ late }) => late),
    [false, true],
  )
})

test('what was entered before the end and arrived after it is listed for whoever ended it', () => {
  const late = at(50, 60, 'vitals', { systolic: 190, diastolic: 100 }, { late: 50 })
  const { afterwards, phase } = sessionFrom([...day, late])
  assert.deepEqual(
    afterwards.map(({ id }) => id),
    [uuid(50)],
  )
  assert.equal(phase, 'released')
})

test('entries in any order, any of them any number of times, give the same session', () => {
  const all = [
    ...day,
    at(60, 23, 'correction', { reason: 'a', data: { systolic: 115, diastolic: 75 } }, { corrects: uuid(7) }),
    at(61, 24, 'correction', { reason: 'b', data: { systolic: 116, diastolic: 76 } }, { corrects: uuid(60) }),
    at(62, 22, 'vitals', { heartRate: 88 }),
    at(63, 22, 'facts', { facts: { alcoholToday: true } }),
    at(64, 22, 'facts', { facts: { alcoholToday: null, dizzy: true } }),
    at(65, 30, 'vitals', { systolic: 180, diastolic: 99 }, { late: 90 }),
    at(66, 110, 'addendum', { words: 'later' }),
  ]
  sameInAnyOrder(all)
})

test('so do entries that reach the clinic in another order than they were made, none of a kind at one moment', () => {
  const all = [
    ...day,
    at(60, 97, 'correction', { reason: 'a', data: { systolic: 115, diastolic: 75 } }, { corrects: uuid(7) }),
    at(61, 98, 'correction', { reason: 'b', data: { systolic: 116, diastolic: 76 } }, { corrects: uuid(60) }),
    at(62, 23, 'vitals', { heartRate: 88 }, { late: 80 }),
    at(63, 24, 'facts', { facts: { alcoholToday: true } }),
    at(64, 96, 'facts', { facts: { alcoholToday: null, walksSteadily: false } }, { late: 20 }),
    at(65, 30, 'vitals', { systolic: 180, diastolic: 99 }, { late: 90 }),
  ]
  assert.equal(tied(all), false)
  sameInAnyOrder(all)
})

const sameInAnyOrder = (all: readonly SessionEvent[]): void => {
  const expected = sessionFrom(all)
  const given = givenIn(expected, addMinutes(start, 100))
  const delivered = fc
    .shuffledSubarray([...all], { minLength: all.length })
    .chain((order) => fc.tuple(fc.constant(order), fc.shuffledSubarray([...all])))
    .chain(([order, twice]) => fc.shuffledSubarray([...order, ...twice], { minLength: order.length + twice.length }))
  fc.assert(
    fc.property(delivered, (events) => {
      const session = sessionFrom(events)
      assert.deepEqual(session, expected)
      assert.deepEqual(givenIn(session, addMinutes(start, 100)), given)
      if (tied(all)) return
      // As it is when they reach the clinic in that order: which came first settles nothing but two of one kind at one moment.
      const arrived = [...new Set(events.map(({ id }) => id))]
      const renumbered = events.map((event) => ({ ...event, seq: arrived.indexOf(event.id) + 1 }))
      assert.deepEqual(withoutSeq(sessionFrom(renumbered)), withoutSeq(expected))
    }),
    { numRuns: 300 },
  )
}

const tied = (all: readonly SessionEvent[]): boolean =>
  new Set(all.map(({ happenedAt, kind }) => `${happenedAt} ${kind}`)).size < all.length
const withoutSeq = (session: object): unknown =>
  JSON.parse(JSON.stringify(session, (key, value: unknown) => (key === 'seq' ? undefined : value)))

const before = day.slice(0, 5)

test('an infusion is the same in any order too: two stops count as the earlier, and lines as they came out', () => {
  const pump = { route: 'iv', number: 1, mg: 40, volumeMl: 50, rateMlPerH: 75, minutes: 40, clearanceId: uuid(5) }
  const doseId = uuid(81)
  const all = [
    ...before,
    at(80, 10, 'line placed', { site: 'hand', side: 'left', gauge: 22 }),
    at(81, 12, 'dose', pump),
    at(82, 20, 'infusion changed', { doseId, what: 'paused' }),
    at(83, 24, 'infusion changed', { doseId, what: 'resumed' }),
    at(84, 30, 'infusion changed', { doseId, what: 'rate changed', rateMlPerH: 30 }),
    at(85, 50, 'infusion changed', { doseId, what: 'stopped', reason: 'a' }, { late: 40 }),
    at(86, 51, 'infusion changed', { doseId, what: 'stopped', reason: 'b' }),
    at(87, 55, 'vitals', { systolic: 130, diastolic: 80 }),
    at(88, 60, 'line removed', { lineId: uuid(80) }),
    at(
      89,
      62,
      'correction',
      { reason: 'typed 30 for 40', data: { doseId, what: 'rate changed', rateMlPerH: 40 } },
      { corrects: uuid(84) },
    ),
  ]
  sameInAnyOrder(all)
  const session = sessionFrom(all)
  assert.equal(session.givenAt, addMinutes(start, 50))
  assert.equal(session.lines[0]?.removedAt, addMinutes(start, 60))
  // 8 and 6 minutes at 75 mL/h, then 20 at 40: 30.83 mL of 0.8 mg.
  assert.equal(givenIn(session, addMinutes(start, 100))[0]?.infusion?.deliveredMg, 24.67)
})

test('so are a lozenge, and devices with what was decided about them', () => {
  const doseId = uuid(91)
  sameInAnyOrder([
    ...before,
    at(91, 12, 'dose', { route: 'lozenge', number: 1, mg: 200, strengthMg: 100, count: 2, clearanceId: uuid(5) }),
    at(92, 20, 'lozenge ended', { doseId, as: 'spat out', whole: false }, { late: 60 }),
    at(93, 30, 'vitals', { systolic: 130, diastolic: 80 }),
  ])
  const device = { route: 'esketamine', mg: 28, gave: 'part', clearanceId: uuid(5) }
  sameInAnyOrder([
    ...before,
    at(94, 12, 'dose', { ...device, number: 1 }),
    at(95, 18, 'decided', { about: 'device', doseId: uuid(94), words: 'Go on.' }),
    at(96, 18, 'dose', { ...device, number: 2, gave: 'both sprays' }),
    at(97, 58, 'vitals', { systolic: 130, diastolic: 80 }),
  ])
})
