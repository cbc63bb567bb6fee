import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addMinutes, Instant } from '../time.ts'
import { baselineScore, endOfInductionScore, phq9Relapse, type ScoreAt } from './course.ts'
import { type Outcome, outcomeOf, percentFall, phq9Outcome } from './outcome.ts'

const exactly = (total: number) => ({ low: total, high: total })
const outcome = (baseline: number | undefined, followUp: number) => outcomeOf(phq9Outcome, baseline, exactly(followUp))
const flags = ({ response, partial, nonResponse, remission, worse }: Outcome) =>
  Object.entries({ response, partial, nonResponse, remission, worse })
    .filter(([, truth]) => truth)
    .map(([flag]) => flag)

/** Cases 53 to 57 of the reference, and both sides of each limit. */
const cases: [number, number, string, string[]][] = [
  [20, 10, 'response', ['response']],
  [20, 11, 'partial response', ['partial']],
  [19, 10, 'partial response', ['partial']],
  [19, 9, 'response', ['response']],
  [20, 5, 'response', ['response']],
  [20, 4, 'remission', ['response', 'remission']],
  [20, 15, 'partial response', ['partial']],
  [20, 16, 'non-response', ['nonResponse']],
  [20, 24, 'non-response', ['nonResponse']],
  [20, 25, 'non-response', ['nonResponse', 'worse']],
  [6, 4, 'remission', ['partial', 'remission']],
  [0, 0, 'remission', ['remission']],
  [0, 5, 'indeterminate', ['worse']],
]

describe('the outcome of a PHQ-9', () => {
  for (const [baseline, followUp, category, expected] of cases)
    test(`${baseline} then ${followUp}: ${category}`, () => {
      const result = outcome(baseline, followUp)
      assert.equal(result.category, category)
      assert.deepEqual(flags(result), expected)
    })

  test('says when the baseline was low (case 56: response false)', () => {
    assert.deepEqual([outcome(9, 4).lowBaseline, outcome(10, 4).lowBaseline], [true, false])
    assert.equal(outcome(6, 4).response, false)
  })

  test('counts a reliable change from 6 points and recovery below 10', () => {
    assert.deepEqual([outcome(20, 15).reliablyImproved, outcome(20, 14).reliablyImproved], [false, true])
    assert.deepEqual([outcome(16, 10).recovered, outcome(16, 9).recovered], [false, true])
  })

  test('without a baseline has no category and no percentage', () => {
    const result = outcome(undefined, 3)
    assert.deepEqual(
      [result.category, result.response, result.worse, result.remission],
      ['no baseline', undefined, undefined, true],
    )
    assert.equal(percentFall(undefined, 3), undefined)
  })

  test('gives no percentage of nothing, and never rounds 49.9 up to 50 (case 57)', () => {
    assert.equal(percentFall(0, 0), undefined)
    assert.deepEqual(
      [percentFall(20, 10), percentFall(19, 10), percentFall(20, 25), percentFall(27, 27)],
      [50, 47, -25, 0],
    )
  })

  test('with gaps says what is sure and leaves the rest open', () => {
    const gap = (low: number, high: number) => outcomeOf(phq9Outcome, 20, { low, high })
    assert.deepEqual([gap(7, 10).category, gap(7, 10).response], ['response', true])
    assert.deepEqual([gap(8, 11).category, gap(8, 11).response], ['indeterminate', undefined])
    assert.deepEqual([gap(3, 6).category, gap(3, 6).remission, gap(3, 6).response], ['indeterminate', undefined, true])
    assert.deepEqual([gap(10, 16).partial, gap(10, 16).worse], [undefined, false])
  })

  test('with gaps never contradicts any way of filling them', () => {
    const score = fc.integer({ min: 0, max: 27 })
    fc.assert(
      fc.property(
        score,
        score,
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 6 }),
        (baseline, low, width, inside) => {
          const whole = outcomeOf(phq9Outcome, baseline, { low, high: low + width })
          const filled = outcome(baseline, low + Math.min(width, inside))
          for (const flag of [
            'response',
            'partial',
            'nonResponse',
            'remission',
            'worse',
            'reliablyImproved',
            'recovered',
          ] as const)
            if (whole[flag] !== undefined) assert.equal(filled[flag], whole[flag], flag)
          if (whole.category !== 'indeterminate') assert.equal(filled.category, whole.category)
        },
      ),
    )
  })

  test('of a baseline above 0 is exactly one of response, partial and non-response', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 27 }), fc.integer({ min: 0, max: 27 }), (baseline, followUp) => {
        const { response, partial, nonResponse } = outcome(baseline, followUp)
        assert.equal([response, partial, nonResponse].filter(Boolean).length, 1)
      }),
    )
  })
})

const start = Instant.parse('2026-03-01T15:00:00.000Z')
const on = (day: number, total: number, status: ScoreAt['status'] = 'final'): ScoreAt => ({
  at: addMinutes(start, day * 1440),
  total,
  status,
})

describe('which score counts', () => {
  test('as baseline is the last within 14 days before the first dose', () => {
    assert.equal(baselineScore([on(-3, 18), on(-14, 21), on(-1, 19, 'entered in error'), on(0, 12)], start)?.total, 18)
    assert.equal(baselineScore([on(-14, 21)], start)?.total, 21)
    assert.equal(baselineScore([on(-14.01, 21)], start), undefined)
    assert.equal(baselineScore([on(0, 12)], start), undefined)
  })

  test('at the end of induction is the last from day 14 to day 31', () => {
    assert.equal(endOfInductionScore([on(13.9, 9)], start), undefined)
    assert.equal(endOfInductionScore([on(14, 9)], start)?.total, 9)
    assert.equal(endOfInductionScore([on(31, 7), on(20, 9), on(32, 2)], start)?.total, 7)
    assert.equal(endOfInductionScore([on(32, 2)], start), undefined)
  })
})

describe('relapse', () => {
  const relapse = (totals: [number, number][], admittedOrAttempted = false) =>
    phq9Relapse(
      20,
      totals.map(([day, total]) => on(day, total)),
      { admittedOrAttempted },
    )
  for (const [says, totals, expected] of [
    [
      'case 60a: 20, 4, 9',
      [
        [0, 4],
        [14, 9],
      ],
      'no',
    ],
    [
      'case 60b: 20, 4, 10',
      [
        [0, 4],
        [14, 10],
      ],
      'suspected',
    ],
    [
      'case 60c: 20, 8, 12, a rise of 4',
      [
        [0, 8],
        [14, 12],
      ],
      'no',
    ],
    [
      '20, 8, 13',
      [
        [0, 8],
        [14, 13],
      ],
      'suspected',
    ],
    [
      'without response before',
      [
        [0, 11],
        [14, 18],
      ],
      'no',
    ],
    [
      'again after 4 days',
      [
        [0, 4],
        [14, 11],
        [18, 12],
      ],
      'suspected',
    ],
    [
      'again after 5 days',
      [
        [0, 4],
        [14, 11],
        [19, 12],
      ],
      'confirmed',
    ],
    [
      'again after 31 days',
      [
        [0, 4],
        [14, 11],
        [45, 12],
      ],
      'confirmed',
    ],
    [
      'again after 32 days',
      [
        [0, 4],
        [14, 11],
        [46, 12],
      ],
      'suspected',
    ],
    [
      'and better since',
      [
        [0, 4],
        [14, 11],
        [20, 6],
      ],
      'no',
    ],
  ] as [string, [number, number][], string][])
    test(`${says}: ${expected}`, () => assert.equal(relapse(totals), expected))

  test('is confirmed at once by an admission or an attempt after improving', () => {
    assert.equal(relapse([[0, 4]], true), 'confirmed')
    assert.equal(relapse([[0, 15]], true), 'no')
  })
})
