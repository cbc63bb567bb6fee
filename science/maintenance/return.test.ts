import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { phq9RelapseRule, type ScoreAt } from '../instruments/course.ts'
import { addMinutes, Instant } from '../time.ts'
import { type AfterDose, afterDoses, covers, returnBand } from './return.ts'

const start = Instant.parse('2026-01-05T15:00:00.000Z')
const day = (days: number) => addMinutes(start, Math.round(days * 1440))
const score = (days: number, total: number): ScoreAt => ({ at: day(days), total, status: 'final' })
const read = (doses: number[], scores: [number, number][], baseline = 20) =>
  afterDoses(
    doses.map(day),
    scores.map(([days, total]) => score(days, total)),
    baseline,
    phq9RelapseRule,
  ).map(({ at: _, ...rest }) => rest)

describe('after one dose', () => {
  test('symptoms came back between the last score without them and the first with them', () => {
    assert.deepEqual(
      read(
        [0],
        [
          [7, 6],
          [14, 7],
          [20, 12],
        ],
      ),
      [{ is: 'came back', after: 14, by: 20 }],
    )
  })
  test('the earlier end is rounded down and the later one up', () => {
    assert.deepEqual(
      read(
        [0],
        [
          [7.6, 6],
          [13.2, 12],
        ],
      ),
      [{ is: 'came back', after: 7, by: 14 }],
    )
  })
  test('10 and 5 above the lowest is back; 9, or 4 above, is not (PHQ9-R1)', () => {
    assert.deepEqual(
      read(
        [0],
        [
          [7, 5],
          [14, 10],
        ],
      ),
      [{ is: 'came back', after: 7, by: 14 }],
    )
    assert.deepEqual(
      read(
        [0],
        [
          [7, 4],
          [14, 9],
        ],
      ),
      [{ is: 'not back', after: 14 }],
    )
    assert.deepEqual(
      read(
        [0],
        [
          [7, 8],
          [14, 12],
        ],
      ),
      [{ is: 'not back', after: 14 }],
    )
    assert.deepEqual(
      read(
        [0],
        [
          [7, 8],
          [14, 13],
        ],
      ),
      [{ is: 'came back', after: 7, by: 14 }],
    )
  })
  test('without a response after it nothing is known of a return', () => {
    assert.deepEqual(
      read(
        [0],
        [
          [7, 11],
          [14, 16],
        ],
      ),
      [{ is: 'no response seen' }],
    )
    assert.deepEqual(read([0], [[7, 10]]), [{ is: 'not back', after: 7 }], 'half of 20 is a response')
  })
  test('without a score it was not asked: that is not the same as well', () => {
    assert.deepEqual(read([0], []), [{ is: 'not asked' }])
    assert.deepEqual(read([0], [[-3, 20]]), [{ is: 'not asked' }])
  })
  test('a score on the day of the next dose belongs to the dose before it', () => {
    assert.deepEqual(
      read(
        [0, 21],
        [
          [7, 5],
          [20.9, 12],
          [28, 5],
        ],
      ),
      [
        { is: 'came back', after: 7, by: 21 },
        { is: 'not back', after: 7 },
      ],
    )
  })
  test('with the next dose within a week it says nothing', () => {
    assert.deepEqual(
      read(
        [0, 6.9, 14],
        [
          [3, 5],
          [10, 5],
          [20, 6],
        ],
      ).map(({ is }) => is),
      ['too soon', 'not back', 'not back'],
    )
  })
  test('doses and scores in any order say the same', () => {
    const scores: [number, number][] = [
      [7, 5],
      [20, 12],
      [28, 5],
      [41, 13],
    ]
    assert.deepEqual(read([21, 0], scores.toReversed()), read([0, 21], scores))
  })
})

const came = (after: number, by: number): AfterDose => ({ at: start, is: 'came back', after, by })
const notBack = (after: number): AfterDose => ({ at: start, is: 'not back', after })
const other = (is: 'not asked' | 'no response seen' | 'too soon'): AfterDose => ({ at: start, is })

describe('the band', () => {
  test('needs three doses with something known and two returns, and says what is missing', () => {
    assert.deepEqual(returnBand([]), {
      is: 'not enough',
      missing: { doses: 3, returns: 2, notAsked: 0, noResponse: 0, tooSoon: 0 },
    })
    const few = returnBand([came(7, 14), notBack(21), notBack(20), other('not asked'), other('no response seen')])
    assert.deepEqual(few, {
      is: 'not enough',
      missing: { doses: 0, returns: 1, notAsked: 1, noResponse: 1, tooSoon: 0 },
    })
    assert.equal(returnBand([came(7, 14), came(7, 14)]).is, 'not enough')
    assert.equal(returnBand([came(7, 14), came(7, 14), notBack(3)]).is, 'band')
  })
  test('of three doses is from the earliest to the latest, with three quarters certainty', () => {
    assert.deepEqual(returnBand([came(14, 20), came(7, 14), came(12, 18)]), {
      is: 'band',
      doses: 3,
      returns: 3,
      middle: { from: 12, to: 18 },
      band: { from: 7, to: 20, percent: 75 },
    })
  })
  test('has no end where symptoms were not seen to come back', () => {
    const band = returnBand([came(14, 20), came(7, 14), notBack(30)])
    assert.deepEqual(band.is === 'band' && [band.middle, band.band.to], [{ from: 14, to: 20 }, null])
  })
  test('leaves out the ends only while it still covers the middle with 90 percent', () => {
    const of = (n: number) => returnBand(Array.from({ length: n }, (_, i) => came(i, i + 1)))
    const bandOf = (n: number) => {
      const found = of(n)
      return found.is === 'band' ? found.band : undefined
    }
    assert.deepEqual(bandOf(7), { from: 0, to: 7, percent: 98 })
    assert.deepEqual(bandOf(8), { from: 1, to: 7, percent: 92 })
  })
  test('the certainty is that of the sign test’s tables', () => {
    for (const [n, j, percent] of [
      [5, 1, 93.75],
      [6, 1, 96.875],
      [8, 2, 92.96875],
      [10, 2, 97.8515625],
    ] as const) {
      assert.ok(Math.abs(covers(n, j) * 100 - percent) < 1e-9, `${n} ${j}`)
    }
  })
  test('whatever the true days in the intervals were, their median lies in the middle that is shown', () => {
    let seed = 7
    const chance = () => {
      seed = (seed * 48271) % 2147483647
      return seed / 2147483647
    }
    for (let round = 0; round < 500; round += 1) {
      const n = 3 + Math.floor(chance() * 8)
      const doses = Array.from({ length: n }, () => {
        const low = Math.floor(chance() * 30)
        return chance() < 0.8 ? came(low, low + 1 + Math.floor(chance() * 15)) : notBack(low)
      })
      const found = returnBand(doses)
      if (found.is !== 'band') continue
      const truth = doses
        .map((one) =>
          one.is === 'came back'
            ? one.after + chance() * (one.by - one.after)
            : one.is === 'not back'
              ? one.after + chance() * 60
              : 0,
        )
        .toSorted((a, b) => a - b)
      const median = ((truth[Math.floor((n - 1) / 2)] ?? 0) + (truth[Math.floor(n / 2)] ?? 0)) / 2
      const to = found.middle.to ?? Number.POSITIVE_INFINITY
      assert.ok(found.middle.from <= median && median <= to, JSON.stringify({ doses, found, median }))
      assert.ok(found.band.from <= found.middle.from && (found.band.to ?? Number.POSITIVE_INFINITY) >= to)
    }
  })
  test('the order of the doses changes nothing', () => {
    const doses = [came(14, 20), notBack(9), came(7, 14), other('too soon'), came(3, 30)]
    assert.deepEqual(returnBand(doses.toReversed()), returnBand(doses))
  })
})
