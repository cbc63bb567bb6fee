import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { proportion } from './proportion.ts'
import { hideSmall, isSmall } from './small-cells.ts'
import { at, type Followed, kaplanMeier, medianDay } from './survival.ts'

const close = (found: number | undefined, expected: number, within = 0.00006) =>
  assert.ok(found !== undefined && Math.abs(found - expected) < within, `${found}, expected ${expected}`)

describe('the score interval of a proportion', () => {
  for (const [count, of, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const)
    test(`is Newcombe’s for ${count} of ${of}`, () => {
      const found = proportion(count, of)
      close(found?.low, low)
      close(found?.high, high)
    })
  test('of nobody is none, and what cannot be is refused', () => {
    assert.equal(proportion(0, 0), undefined)
    assert.throws(() => proportion(3, 2), RangeError)
    assert.throws(() => proportion(-1, 2), RangeError)
  })
  test('holds the share, stays within 0 and 1, and is the mirror of its complement', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(), (of, some) => {
        const count = some % (of + 1)
        const [one, other] = [proportion(count, of), proportion(of - count, of)]
        assert.ok(one && other)
        assert.ok(one.low >= 0 && one.low <= one.share && one.share <= one.high && one.high <= 1)
        close(one.low, 1 - other.high, 1e-9)
      }),
    )
  })
})

/** Weeks in remission under 6-mercaptopurine (Freireich et al. 1963); those below 0 were still in remission then. */
const mercaptopurine: Followed[] = [
  6, 6, 6, 7, 10, 13, 16, 22, 23, -6, -9, -10, -11, -17, -19, -20, -25, -32, -32, -34, -35,
].map((week) => ({ days: Math.abs(week), happened: week > 0 }))

describe('Kaplan and Meier’s estimate', () => {
  const steps = kaplanMeier(mercaptopurine)
  const published = [
    [6, 21, 3, 0.8571, 0.0764, 0.6197, 0.9516],
    [7, 17, 1, 0.8067, 0.0869, 0.5631, 0.9228],
    [10, 15, 1, 0.7529, 0.0963, 0.5032, 0.8894],
    [13, 12, 1, 0.6902, 0.1068, 0.4316, 0.8491],
    [16, 11, 1, 0.6275, 0.1141, 0.3675, 0.8049],
    [22, 7, 1, 0.5378, 0.1282, 0.2678, 0.7468],
    [23, 6, 1, 0.4482, 0.1346, 0.1881, 0.6801],
  ] as const

  test('gives the numbers at risk, shares, standard errors and intervals that textbooks print', () => {
    assert.deepEqual(
      steps.map(({ day, atRisk, events }) => [day, atRisk, events]),
      published.map(([day, atRisk, events]) => [day, atRisk, events]),
    )
    for (const [index, [, , , share, error, low, high]] of published.entries()) {
      close(steps[index]?.share, share)
      close(steps[index]?.standardError, error)
      close(steps[index]?.low, low)
      close(steps[index]?.high, high)
    }
    assert.equal(medianDay(steps), 23)
  })
  test('with nobody lost is the plain share: 8 of 21 beyond week 8 without treatment (Cox and Oakes)', () => {
    const control = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
    const followed = control.map((days) => ({ days, happened: true }))
    const found = at(kaplanMeier(followed), followed, 10)
    close(found.share, 8 / 21, 1e-12)
    assert.deepEqual([found.atRisk, found.eventsSoFar], [8, 13])
    const last = kaplanMeier(followed).at(-1)
    assert.deepEqual([last?.share, last?.low, last?.high], [0, 0, 0])
  })
  test('before anything happened is everybody, and of nobody has no steps', () => {
    assert.deepEqual(at(steps, mercaptopurine, 5), { share: 1, low: 1, high: 1, eventsSoFar: 0, atRisk: 21 })
    assert.deepEqual(kaplanMeier([]), [])
    assert.deepEqual(kaplanMeier([{ days: 3, happened: false }]), [])
  })
  test('never rises, does not depend on the order, and its interval holds it', () => {
    const one = fc.record({ days: fc.integer({ min: 0, max: 60 }), happened: fc.boolean() })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (followed) => {
        const found = kaplanMeier(followed)
        assert.deepEqual(kaplanMeier(followed.toReversed()), found)
        for (const [index, { share, low, high }] of found.entries()) {
          assert.ok(low <= share + 1e-12 && share <= high + 1e-12)
          assert.ok(share <= (found[index - 1]?.share ?? 1))
        }
      }),
    )
  })
  test('refuses days that are none', () => {
    assert.throws(() => kaplanMeier([{ days: -1, happened: true }]), RangeError)
    assert.throws(() => kaplanMeier([{ days: 1.5, happened: true }]), RangeError)
  })
})

describe('small numbers of people', () => {
  test('1 to 10 are small; 0 and 11 are not', () => {
    assert.deepEqual([0, 1, 10, 11].map(isSmall), [false, true, true, false])
  })
  test('one small part takes the smallest other with it, so that the sum does not tell it', () => {
    assert.deepEqual(hideSmall({ a: 4, b: 20, c: 30 }), { a: null, b: null, c: 30 })
  })
  test('two small ones whose sum is not small are enough by themselves', () => {
    assert.deepEqual(hideSmall({ a: 5, b: 6, c: 30 }), { a: null, b: null, c: 30 })
  })
  test('two small ones whose sum is small take a third with them', () => {
    assert.deepEqual(hideSmall({ a: 2, b: 3, c: 30, d: 40 }), { a: null, b: null, c: null, d: 40 })
  })
  test('nought stays where nothing is hidden by it, and a whole that cannot be protected is hidden', () => {
    assert.deepEqual(hideSmall({ a: 0, b: 20, c: 30 }), { a: 0, b: 20, c: 30 })
    assert.deepEqual(hideSmall({ a: 4, b: 0 }), { a: null, b: null })
  })
  test('what is shown never tells a small part', () => {
    const parts = fc.record({ a: fc.nat(40), b: fc.nat(40), c: fc.nat(40), d: fc.nat(40) })
    fc.assert(
      fc.property(parts, (counts) => {
        const shown = hideSmall(counts)
        const hidden = Object.entries(counts).filter(([part]) => shown[part as keyof typeof shown] === null)
        for (const [part, count] of Object.entries(counts)) {
          assert.ok(shown[part as keyof typeof shown] === null || !isSmall(count))
        }
        if (hidden.length === 0) return
        assert.ok(hidden.length >= 2)
        const sum = hidden.reduce((total, [, count]) => total + count, 0)
        assert.ok(hidden.length === 4 || sum >= 11, JSON.stringify(shown))
      }),
    )
  })
})
