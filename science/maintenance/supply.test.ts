import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addDays, Day } from '../time.ts'
import { dispensedOf, refillsOf, refillTolerance, type Supply, supplyPatternsIn } from './supply.ts'

const first = Day.parse('2026-01-05')
const on = (days: number) => addDays(first, days)
const supply = (days: number, coversDays: number | null, more: Partial<Supply> = {}): Supply => ({
  dispensedOn: on(days),
  mgPerUnit: 100,
  units: 12,
  coversDays,
  ...more,
})
const is = (...supplies: Supply[]) => refillsOf(supplies).map((refill) => refill.is)

describe('the next take-home supply', () => {
  test('is early from the third day before the one before it ends, by clinic policy', () => {
    assert.equal(refillTolerance.value, 2)
    assert.equal(refillTolerance.source.status, 'policy')
    assert.deepEqual(refillsOf([supply(0, 28), supply(25, 28)]), [
      { is: 'early', on: on(25), before: on(0), ends: on(28), days: 3 },
    ])
    assert.deepEqual(refillsOf([supply(0, 28), supply(26, 28)]), [
      { is: 'not early', on: on(26), before: on(0), ends: on(28) },
    ])
    assert.deepEqual(
      refillsOf([supply(0, 28), supply(27, 28)], 0).map((refill) => refill.is),
      ['early'],
    )
    assert.deepEqual(
      refillsOf([supply(0, 28), supply(28, 28)], 0).map((refill) => refill.is),
      ['not early'],
    )
  })
  test('is unknown where nobody recorded how long the one before was meant for, never "not early"', () => {
    assert.deepEqual(is(supply(0, null), supply(60, 28)), ['unknown'])
    assert.deepEqual(is(supply(0, 7), supply(28, null), supply(60, 28)), ['not early', 'unknown'])
    assert.deepEqual(is(supply(0, 28), supply(28, null)), ['not early'], 'of the newest itself it is not asked')
  })
  test('is early by any earlier one that lasts, also where the newest before it is unknown', () => {
    assert.deepEqual(is(supply(0, 90), supply(89, 7), supply(97, 7)), ['not early', 'not early'])
    assert.deepEqual(is(supply(0, 90), supply(30, 7), supply(40, 7)), ['early', 'early'])
    const [, last] = refillsOf([supply(0, 90), supply(30, null), supply(40, 7)])
    assert.deepEqual(last, { is: 'early', on: on(40), before: on(0), ends: on(90), days: 50 })
  })
  test('of the same day is one supply in parts, or two: not known', () => {
    assert.deepEqual(is(supply(0, 28), supply(0, 28)), ['same day'])
    assert.deepEqual(is(supply(0, 28), supply(0, 14), supply(28, 28)), ['same day', 'not early'])
    assert.deepEqual(is(supply(0, 28), supply(0, null), supply(28, 28)), ['same day', 'unknown'])
  })
  test('is read in the order of days, whatever order it was recorded in; the first is no refill', () => {
    assert.deepEqual(refillsOf([]), [])
    assert.deepEqual(refillsOf([supply(0, 28)]), [])
    assert.deepEqual(refillsOf([supply(20, 28), supply(0, 28)]), refillsOf([supply(0, 28), supply(20, 28)]))
  })
})

test('what was dispensed is added up where it is known, and counted where it is not', () => {
  assert.deepEqual(dispensedOf([]), { mg: 0, supplies: 0, unknown: 0 })
  assert.deepEqual(
    dispensedOf([
      supply(0, 28, { mgPerUnit: 0.1, units: 3 }),
      supply(1, 28, { mgPerUnit: 50, units: 10 }),
      supply(2, 28, { mgPerUnit: null }),
      supply(3, 28, { units: null }),
    ]),
    { mg: 500.3, supplies: 4, unknown: 2 },
  )
})

test('a pattern is an early refill, or a loss; what is unknown is none', () => {
  assert.deepEqual(supplyPatternsIn([], []), [])
  assert.deepEqual(supplyPatternsIn(refillsOf([supply(0, null), supply(1, 28)]), []), [])
  assert.deepEqual(supplyPatternsIn(refillsOf([supply(0, 28), supply(1, 28)]), [{}]), ['LT-P4', 'LT-P5'])
})
