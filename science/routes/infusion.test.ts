import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addMinutes, Instant } from '../time.ts'
import { infusionAt, type PumpChange, programmeAgrees } from './infusion.ts'

const start = Instant.parse('2026-11-23T15:00:00.000Z')
const at = (minutes: number) => addMinutes(start, minutes)
/** 40 mg in 50 mL over 40 minutes. */
const programme = { mg: 40, volumeMl: 50, rateMlPerH: 75 }
const after = (minutes: number, changes: PumpChange[] = []) => infusionAt(programme, start, changes, at(minutes))

describe('an infusion', () => {
  test('runs at its rate: half the time, half the amount', () => {
    const { state, deliveredMg, deliveredMl } = after(20)
    assert.deepEqual([state, deliveredMg, deliveredMl], ['running', 20, 25])
  })
  test('never delivers more than was programmed, and says when it ran out', () => {
    const { state, deliveredMg, ranOutAt } = after(90)
    assert.deepEqual([state, deliveredMg, ranOutAt], ['run out', 40, at(40)])
  })
  test('stands still while paused, and says since when', () => {
    const paused: PumpChange[] = [{ at: at(10), what: 'paused' }]
    assert.deepEqual(
      [after(30, paused).state, after(30, paused).deliveredMg, after(30, paused).pausedSince],
      ['paused', 10, at(10)],
    )
    assert.equal(after(30, [...paused, { at: at(20), what: 'resumed' }]).deliveredMg, 20)
  })
  test('goes on at the new rate, also when that was set while it was paused', () => {
    const slower: PumpChange = { at: at(10), what: 'rate changed', rateMlPerH: 37.5 }
    assert.equal(after(30, [slower]).deliveredMg, 20)
    const both: PumpChange[] = [
      { at: at(8), what: 'paused' },
      { at: at(10), what: 'resumed' },
    ]
    assert.equal(after(30, [{ ...slower, at: at(9) }, ...both]).deliveredMg, 18)
  })
  test('is over when it was stopped, whatever is entered about later', () => {
    const stopped: PumpChange[] = [
      { at: at(25), what: 'resumed' },
      { at: at(20), what: 'stopped' },
    ]
    const { state, deliveredMg, stoppedAt } = after(60, stopped)
    assert.deepEqual([state, deliveredMg, stoppedAt], ['stopped', 20, at(20)])
  })
  test('counts what a tablet’s slow clock puts before the start as at the start', () => {
    assert.equal(after(10, [{ at: at(-1), what: 'rate changed', rateMlPerH: 37.5 }]).deliveredMg, 5)
  })
  test('has four numbers that agree, as far as a pump shows them', () => {
    const agrees = (rateMlPerH: number, minutes = 40) => programmeAgrees({ ...programme, rateMlPerH, minutes })
    assert.deepEqual(
      [75, 75.1, 76, 60].map((rate) => agrees(rate)),
      [true, true, false, false],
    )
    assert.equal(agrees(75, 60), false)
  })
})

const change = fc
  .record({
    minutes: fc.integer({ min: 0, max: 6000 }).map((n) => n / 100),
    what: fc.constantFrom('rate changed', 'paused', 'resumed', 'stopped'),
    rate: fc.integer({ min: 1, max: 30000 }).map((n) => n / 100),
  })
  .map(({ minutes, what, rate }): PumpChange & { minutes: number } =>
    what === 'rate changed'
      ? { at: at(minutes), minutes, what, rateMlPerH: rate }
      : { at: at(minutes), minutes, what: what as 'paused' },
  )
const changes = fc.uniqueArray(change, { selector: ({ minutes }) => minutes, maxLength: 12 })

/** The integral as the pump itself would count it: every hundredth of a minute, one after the other. */
const counted = (entered: readonly (PumpChange & { minutes: number })[], minutes: number): number => {
  const by = new Map(entered.map((one) => [Math.round(one.minutes * 100), one]))
  let [ml, rate, running, over] = [0, programme.rateMlPerH, true, false]
  for (let step = 0; step < minutes * 100; step++) {
    const now = by.get(step)
    if (now?.what === 'stopped') over = true
    if (now?.what === 'rate changed') rate = now.rateMlPerH
    if (now?.what === 'paused') running = false
    if (now?.what === 'resumed') running = true
    if (running && !over) ml += rate / 6000
  }
  return Math.min(ml, programme.volumeMl)
}

test('the amount is the integral of the rate, counted in another way', () => {
  fc.assert(
    fc.property(changes, fc.integer({ min: 0, max: 70 }), (entered, minutes) => {
      const found = infusionAt(programme, start, entered, at(minutes))
      assert.ok(Math.abs(found.deliveredMl - counted(entered, minutes)) < 0.011, JSON.stringify(found))
      assert.ok(Math.abs(found.deliveredMg - found.deliveredMl * 0.8) < 0.011)
    }),
    { numRuns: 300 },
  )
})

test('whatever the order in which entries come, and however often, the infusion is the same', () => {
  const several = fc.array(change, { maxLength: 8 }).chain((entered) =>
    fc.record({
      entered: fc.constant(entered),
      mixed: fc.shuffledSubarray([...entered, ...entered], { minLength: entered.length * 2 }),
      minutes: fc.integer({ min: 0, max: 70 }),
    }),
  )
  fc.assert(
    fc.property(several, ({ entered, mixed, minutes }) => {
      assert.deepEqual(
        infusionAt(programme, start, mixed, at(minutes)),
        infusionAt(programme, start, entered, at(minutes)),
      )
    }),
  )
})
