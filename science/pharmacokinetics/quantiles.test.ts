import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { minutesAboveHalf } from './metrics.ts'
import { quantilesOf } from './quantiles.ts'

const bySorting = (values: readonly number[], quantile: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const place = quantile * (sorted.length - 1)
  const low = sorted[Math.floor(place)] ?? Number.NaN
  return low + (place - Math.floor(place)) * ((sorted[Math.ceil(place)] ?? Number.NaN) - low)
}

test('quantiles are those of the sorted values, ties and single values included', () => {
  const values = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 })
  const quantiles = fc.uniqueArray(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 })
  fc.assert(
    fc.property(values, quantiles, (some, unordered) => {
      const ascending = unordered.toSorted((a, b) => a - b)
      const found = quantilesOf(Float32Array.from(some), ascending)
      ascending.forEach((quantile, i) => {
        assert.ok(Math.abs((found[i] ?? Number.NaN) - bySorting(some, quantile)) < 1e-9, `${quantile} of ${some}`)
      })
    }),
  )
})

test('minutes above half of the peak are measured between the points', () => {
  const triangle = [0, 10, 20, 10, 0]
  assert.equal(minutesAboveHalf(triangle, 20, 1, 5), 2)
  assert.equal(minutesAboveHalf(triangle, 20, 15, 5), 30)
  assert.equal(minutesAboveHalf([0, 8, 20], 20, 12, 3), 10)
  assert.equal(minutesAboveHalf([0, 0, 0], 0, 1, 3), 0)
})
