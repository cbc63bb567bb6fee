import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Route } from '../decide.ts'
import { Day } from '../time.ts'
import { esketamineProtocol } from './esketamine.ts'
import type { Line } from './lines.ts'
import type { ObservationKind, Protocol, Slot } from './protocol.ts'
import { protocols } from './protocols.ts'
import { tighten } from './tighten.ts'

const every = Route.options.map((route) => protocols[route])
const slotsOf = ({ during = [], schedule }: Protocol): Slot[] => [...during, ...schedule]
const linesOf = ({ beforeDose, instructions: { before, after, getHelp } }: Protocol): Line[] => [
  ...beforeDose,
  ...before,
  ...after,
  ...getHelp,
]

describe('every protocol', () => {
  for (const protocol of every)
    test(`${protocol.title}: each line and number has a source, its status and a day of review, and its own id`, () => {
      const said = [...slotsOf(protocol), ...linesOf(protocol), ...Object.values(protocol.limits)]
      for (const { source, reviewBy, ...rest } of said) {
        assert.ok(source.label.length > 10, JSON.stringify(rest))
        assert.match(source.status, /^(verified|secondary|memory|policy)$/)
        assert.ok(source.status !== 'verified' || 'address' in source, 'what was seen was seen somewhere')
        assert.equal(Day.parse(reviewBy), reviewBy)
      }
      const ids = [...slotsOf(protocol), ...linesOf(protocol)].map(({ id }) => id)
      assert.deepEqual(new Set(ids).size, ids.length)
      assert.ok(
        linesOf(protocol).every(({ says }) => !says.includes('{')),
        'every number stands in its sentence',
      )
    })
})

const at = (protocol: Protocol, minutes: number, slots = protocol.schedule): readonly ObservationKind[] =>
  slots.find((slot) => slot.minutes === minutes)?.what ?? []
const numbers: readonly ObservationKind[] = ['bloodPressure', 'heartRate', 'spo2', 'respiratoryRate']

/** Table B5 of the reference (racemic), A5 and RL-20 (esketamine). */
describe('what is observed', () => {
  test('before any dose: pressure, pulse, breaths, SpO2, alertness, nausea, and how far away the patient is', () => {
    for (const { baseline } of every)
      assert.deepEqual([...baseline].sort(), [...numbers, 'dissociation', 'sedation', 'sideEffects'].sort())
  })

  for (const [route, minutes] of [
    ['iv', 0],
    ['im', 10],
    ['im', 20],
    ['lozenge', 30],
    ['lozenge', 45],
    ['esketamine', 40],
  ] as const)
    test(`at the peak, ${route} at ${minutes} min: pressure, pulse, SpO2, alertness and dissociation`, () => {
      for (const kind of ['bloodPressure', 'heartRate', 'spo2', 'sedation', 'dissociation'] as const)
        assert.ok(at(protocols[route], minutes).includes(kind), kind)
    })

  test('while an infusion runs: pressure and pulse at least every 15 minutes', () => {
    const times = [0, ...(protocols.iv.during ?? []).map(({ minutes }) => minutes)]
    for (const [index, minutes] of times.slice(1).entries()) assert.ok(minutes - (times[index] ?? 0) <= 15)
    for (const slot of protocols.iv.during ?? []) assert.ok(numbers.every((kind) => slot.what.includes(kind)))
  })

  test('in recovery every 15 minutes after racemic ketamine, until release', () => {
    for (const route of ['iv', 'im', 'lozenge'] as const) {
      const times = [0, ...protocols[route].schedule.map(({ minutes }) => minutes)]
      for (const [index, minutes] of times.slice(1).entries()) assert.ok(minutes - (times[index] ?? 0) <= 15, route)
      assert.equal(protocols[route].limits.repeatEveryMinutes.value, 15)
    }
  })

  test('after the spray, each time: sedation, dissociation and breathing with oximetry, and pressure at 40 minutes', () => {
    for (const { what } of esketamineProtocol.schedule)
      for (const kind of ['sedation', 'dissociation', 'respiratoryRate', 'spo2'] as const)
        assert.ok(what.includes(kind))
    assert.ok(at(esketamineProtocol, 40).includes('bloodPressure'))
  })

  test('up to the shortest stay, at which everything is looked at', () => {
    for (const protocol of every) {
      const last = protocol.schedule.at(-1)
      assert.deepEqual([last?.minutes, last?.what], [protocol.limits.minimumStayMinutes.value, protocol.repeated])
    }
  })
})

/** B5 (stays), A5 and I1 (fasting), J2 (thresholds): the reference’s own numbers. */
describe('the numbers', () => {
  const values = (protocol: Protocol) =>
    Object.fromEntries(Object.entries(protocol.limits).map(([key, limit]) => [key, limit.value]))
  const ofEvery = {
    preDoseSystolicAbove: 140,
    preDoseDiastolicAbove: 90,
    noStartSystolicFrom: 160,
    noStartDiastolicFrom: 100,
    highSystolicFrom: 180,
    highDiastolicFrom: 110,
    highRepeatMinutes: 5,
    lowSystolicBelow: 90,
    systolicFallAbovePercent: 30,
    heartRateAbove: 130,
    heartRateBelow: 45,
    spo2Below: 94,
    spo2FallFrom: 3,
    spo2EmergencyBelow: 90,
    breathingEmergencyBelow: 8,
    baselineWithinMinutes: 15,
    releasePressureWithinPercent: 20,
    releaseScoreFrom: 9,
  }
  const ofRoute = {
    iv: { minimumStayMinutes: 60, foodFreeMinutes: 240, drinkFreeMinutes: 120 },
    im: { minimumStayMinutes: 90, foodFreeMinutes: 240, drinkFreeMinutes: 120 },
    lozenge: { minimumStayMinutes: 120, foodFreeMinutes: 240, drinkFreeMinutes: 120 },
    esketamine: {
      minimumStayMinutes: 120,
      foodFreeMinutes: 120,
      drinkFreeMinutes: 30,
      nasalSprayFreeMinutes: 60,
      deviceRestMinutes: 5,
    },
  }
  for (const route of Route.options)
    test(`of ${route}`, () => {
      const found = values(protocols[route])
      for (const [key, value] of Object.entries({ ...ofEvery, ...ofRoute[route] })) assert.equal(found[key], value, key)
    })
})

describe('the label of esketamine', () => {
  const keys = Object.keys(esketamineProtocol.limits) as (keyof typeof esketamineProtocol.limits)[]
  for (const key of keys)
    test(`${key} can be tightened by a clinic and never loosened`, () => {
      const limit = esketamineProtocol.limits[key]
      assert.ok(limit)
      const loosened = tighten(esketamineProtocol, { [key]: limit.value - Math.sign(limit.tightest - limit.value) })
      assert.deepEqual(loosened.protocol.limits, esketamineProtocol.limits)
      assert.match(loosened.refused[key] ?? '', /cannot be set/)
      const tightened = tighten(esketamineProtocol, { [key]: limit.tightest })
      assert.equal(tightened.protocol.limits[key]?.value, limit.tightest)
      assert.deepEqual(tightened.refused, {})
    })

  test('a clinic’s stricter pressure also stands in the step before the dose', () => {
    const step = (protocol: Protocol) => protocol.beforeDose.find(({ id }) => id === 'ESK-5')?.says ?? ''
    assert.match(step(esketamineProtocol), /above 140\/90 mmHg/)
    assert.match(step(tighten(esketamineProtocol, { preDoseSystolicAbove: 130 }).protocol), /above 130\/90 mmHg/)
  })
})
