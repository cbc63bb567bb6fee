import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moaas } from './moaas.ts'
import { aldrete, padss } from './recovery.ts'
import { totalOf } from './scale.ts'

const rated = (scale: typeof aldrete, ...ratings: (number | undefined)[]) =>
  Object.fromEntries(scale.items.map(({ id }, index) => [id, ratings[index]]))

test('MOAA/S runs from 5, alert, to 0, no response', () => {
  assert.deepEqual(
    moaas.levels.map(({ value }) => value),
    [5, 4, 3, 2, 1, 0],
  )
})

for (const scale of [aldrete, padss]) {
  test(`${scale.title} adds five ratings of 0 to 2`, () => {
    assert.equal(totalOf(scale, rated(scale, 2, 2, 2, 1, 2)), 9)
    assert.equal(totalOf(scale, rated(scale, 2, 1, 2, 1, 2)), 8)
    assert.equal(totalOf(scale, rated(scale, 2, 2, 2, 2, 2)), 10)
    assert.equal(totalOf(scale, rated(scale, 0, 0, 0, 0, 0)), 0)
  })

  test(`${scale.title} has no total with a rating missing or impossible`, () => {
    assert.equal(totalOf(scale, rated(scale, 2, 2, 2, 2, undefined)), undefined)
    assert.equal(totalOf(scale, rated(scale, 2, 2, 2, 2, 3)), undefined)
    assert.equal(totalOf(scale, rated(scale, 2, 2, 2, 2, 1.5)), undefined)
    assert.equal(totalOf(scale, {}), undefined)
  })
}
