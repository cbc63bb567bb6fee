import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Truth } from './decide.ts'
import { above, all, any, atLeast, atMost, below, fallenMoreThan, is, not, within } from './truth.ts'

for (const [a, b, either, both] of [
  [true, true, true, true],
  [true, false, true, false],
  [true, undefined, true, undefined],
  [false, false, false, false],
  [false, undefined, undefined, false],
  [undefined, undefined, undefined, undefined],
] as [Truth, Truth, Truth, Truth][])
  test(`${a} with ${b}: any ${either}, all ${both}, in either order`, () => {
    assert.equal(any(a, b), either)
    assert.equal(any(b, a), either)
    assert.equal(all(a, b), both)
    assert.equal(all(b, a), both)
  })

test('turns an unknown into nothing else', () => {
  assert.equal(not(undefined), undefined)
  assert.equal(is(undefined, 5), undefined)
  for (const compare of [above, atLeast, below, atMost]) {
    assert.equal(compare(undefined, 5), undefined)
    assert.equal(compare(5, undefined), undefined)
    assert.equal(compare(Number.NaN, 5), undefined)
  }
  assert.equal(within(20, undefined, 100), undefined)
  assert.equal(within(20, 100, undefined), undefined)
  assert.equal(fallenMoreThan(30, 70, undefined), undefined)
})

test('draws each limit on its own side', () => {
  assert.deepEqual([above(140, 140), above(141, 140)], [false, true])
  assert.deepEqual([atLeast(159, 160), atLeast(160, 160)], [false, true])
  assert.deepEqual([below(90, 90), below(89, 90)], [false, true])
  assert.deepEqual([atMost(4, 3), atMost(3, 3)], [false, true])
  assert.deepEqual([fallenMoreThan(30, 84, 120), fallenMoreThan(30, 83, 120)], [false, true])
  assert.deepEqual(
    [within(20, 144, 120), within(20, 145, 120), within(20, 96, 120), within(20, 95, 120)],
    [true, false, true, false],
  )
})
