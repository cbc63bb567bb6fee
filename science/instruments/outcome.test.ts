import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addMinutes, Instant } from '../time.ts'
import {
  baselineScore,
  endOfInductionScore,
  phq9RelapseRule,
  relapse as relapseBy,
  relapseCourse,
  relapseRules,
  type ScoreAt,
} from './course.ts'
import { type Outcome, outcomeDefinitions, outcomeOf, percentFall, phq9Outcome } from './outcome.ts'

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
  const relapse = (totals: [number, number][], ...atOnce: number[]) =>
    relapseBy(
      phq9RelapseRule,
      20,
      totals.map(([day, total]) => on(day, total)),
      atOnce.map((day) => ({ at: addMinutes(start, day * 1440), is: 'attempted' })),
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

  test('is confirmed at once by an attempt after improving, and not by one before or beside the first good score', () => {
    assert.equal(relapse([[1, 4]], 9), 'attempted')
    assert.equal(relapse([[1, 15]], 9), 'no')
    assert.equal(relapse([[9, 4]], 1), 'no')
    assert.equal(relapse([[9, 4]], 9), 'no')
  })
  test('by an attempt stays over scores that are not well, the one of the same moment among them, and ends with one that is', () => {
    const before: [number, number][] = [[1, 4]]
    assert.equal(relapse([...before, [9, 4]], 9), 'attempted')
    assert.equal(relapse([...before, [9, 7], [12, 11]], 9), 'attempted')
    assert.equal(relapse([...before, [12, 11]], 9), 'attempted')
    assert.equal(relapse([...before, [12, 9]], 9), 'no', 'in response again')
    assert.equal(relapse([...before, [12, 4]], 9, 15), 'attempted', 'a second one')
  })
  test('is confirmed at once by a psychiatric admission in the same way; of both the attempt is named', () => {
    const admitted = (day: number) => ({ at: addMinutes(start, day * 1440), is: 'admitted' as const })
    const attempted = (day: number) => ({ at: addMinutes(start, day * 1440), is: 'attempted' as const })
    const by = (scores: ScoreAt[], ...atOnce: (ReturnType<typeof admitted> | ReturnType<typeof attempted>)[]) =>
      relapseBy(phq9RelapseRule, 20, scores, atOnce)
    assert.equal(by([on(1, 4)], admitted(9)), 'admitted')
    assert.equal(by([on(1, 15)], admitted(9)), 'no', 'without improvement before')
    assert.equal(by([on(9, 4)], admitted(1)), 'no', 'before it')
    assert.equal(by([on(1, 4), on(12, 11)], admitted(9)), 'admitted')
    assert.equal(by([on(1, 4), on(12, 4)], admitted(9)), 'no', 'well again')
    assert.equal(by([on(1, 4)], attempted(8), admitted(9)), 'attempted')
    assert.equal(by([on(1, 4)], admitted(8), attempted(9)), 'attempted')
    assert.equal(by([on(1, 4), on(9, 4)], attempted(8), admitted(10)), 'admitted', 'after being well again')
  })
  test('with an attempt is lost from its day on, whatever order it is told in', () => {
    const course = (scores: ScoreAt[], ...atOnce: number[]) =>
      relapseCourse(
        phq9RelapseRule,
        20,
        scores,
        atOnce.map((day) => ({ at: addMinutes(start, day * 1440), is: 'attempted' })),
      )
    const told = course([on(1, 4), on(20, 12)], 9)
    assert.deepEqual([told.improvedAt, told.lostAt, told.last], [on(1, 0).at, on(9, 0).at, 'attempted'])
    assert.deepEqual(course([on(20, 12), on(1, 4)], 9), told)
    assert.equal(course([on(1, 4), on(20, 12)], 30).lostAt, on(20, 0).at)
  })
})

describe('relapse by the other rules', () => {
  const by = (id: string, baseline: number, ...totals: [number, number][]) => {
    const rule = relapseRules.find((one) => one.id === id)
    assert.ok(rule)
    return relapseBy(
      rule,
      baseline,
      totals.map(([day, total]) => on(day, total)),
      [],
    )
  }
  test('PHQ9-R1n asks for a rise of 6', () => {
    assert.deepEqual([by('PHQ9-R1n', 20, [0, 6], [14, 11]), by('PHQ9-R1n', 20, [0, 6], [14, 12])], ['no', 'suspected'])
  })
  test('an attempt confirms MADRS-R2 and PHQ9-R1n, and QIDS-R3 knows none', () => {
    const attempt = addMinutes(start, 9 * 1440)
    const last = (id: string) =>
      relapseBy(
        relapseRules.find((one) => one.id === id) ?? assert.fail(id),
        20,
        [on(1, 4)],
        [{ at: attempt, is: 'attempted' }],
      )
    assert.deepEqual(['PHQ9-R1n', 'MADRS-R2', 'QIDS-R3'].map(last), ['attempted', 'attempted', 'no'])
  })
  test('MADRS-R2: 22 or more twice, 5 to 15 days apart', () => {
    assert.equal(by('MADRS-R2', 34, [0, 10], [20, 21]), 'no')
    assert.equal(by('MADRS-R2', 34, [0, 10], [20, 22]), 'suspected')
    assert.equal(by('MADRS-R2', 34, [0, 10], [20, 22], [24, 25]), 'suspected')
    assert.equal(by('MADRS-R2', 34, [0, 10], [20, 22], [25, 25]), 'confirmed')
    assert.equal(by('MADRS-R2', 34, [0, 10], [20, 22], [35, 25]), 'confirmed')
    assert.equal(by('MADRS-R2', 34, [0, 10], [20, 22], [36, 25]), 'suspected')
  })
  test('MADRS-R2: on consecutive assessments, so that one below 22 between them begins anew', () => {
    assert.equal(by('MADRS-R2', 34, [0, 10], [20, 22], [25, 21], [30, 22]), 'suspected')
    assert.equal(by('MADRS-R2', 34, [0, 10], [20, 22], [25, 22], [30, 22]), 'confirmed')
    assert.equal(by('MADRS-R2', 34, [0, 10], [20, 22], [24, 22], [28, 22]), 'confirmed', 'eight days without a break')
    assert.equal(by('MADRS-R2', 34, [0, 10], [20, 22], [25, 21], [30, 22], [35, 22]), 'confirmed')
    assert.equal(by('PHQ9-R1', 20, [0, 4], [20, 10], [25, 9], [30, 10]), 'confirmed', 'PHQ9-R1 asks only for again')
  })
  test('QIDS-R3: above 11 after response, and not without', () => {
    assert.equal(by('QIDS-R3', 20, [0, 10], [20, 11]), 'no')
    assert.equal(by('QIDS-R3', 20, [0, 10], [20, 12]), 'suspected')
    assert.equal(by('QIDS-R3', 20, [0, 11], [20, 12]), 'no')
  })
})

describe('the limits of the other instruments', () => {
  /** instrument, baseline, follow-up, category, flags */
  const others: [string, number, number, string, string[]][] = [
    ['gad-7', 14, 4, 'remission', ['response', 'remission']],
    ['gad-7', 14, 5, 'response', ['response']],
    ['gad-7', 10, 13, 'non-response', ['nonResponse']],
    ['gad-7', 10, 14, 'non-response', ['nonResponse', 'worse']],
    ['pcl-5', 50, 25, 'response', ['response']],
    ['pcl-5', 50, 0, 'response', ['response']],
    ['pcl-5', 50, 59, 'non-response', ['nonResponse']],
    ['pcl-5', 50, 60, 'non-response', ['nonResponse', 'worse']],
    ['madrs', 34, 10, 'remission', ['response', 'remission']],
    ['madrs', 34, 11, 'response', ['response']],
    ['qids-sr16', 20, 5, 'remission', ['response', 'remission']],
    ['qids-sr16', 20, 6, 'response', ['response']],
    ['ham-d17', 24, 7, 'remission', ['response', 'remission']],
    ['ham-d17', 24, 8, 'response', ['response']],
  ]
  const definition = (id: string) => {
    const found = outcomeDefinitions.find(({ instrument }) => instrument === id)
    assert.ok(found)
    return found
  }
  for (const [id, baseline, followUp, category, expected] of others)
    test(`${id}, ${baseline} then ${followUp}: ${category}`, () => {
      const result = outcomeOf(definition(id), baseline, exactly(followUp))
      assert.deepEqual([result.category, flags(result)], [category, expected])
    })

  test('PCL-5: a fall of 9 is no reliable change, of 10 is one, and recovered is below 33 (case 28)', () => {
    const of = (baseline: number, followUp: number) => outcomeOf(definition('pcl-5'), baseline, exactly(followUp))
    assert.deepEqual(
      [46, 44, 40, 38].map((followUp) => of(50, followUp).reliablyImproved),
      [false, false, true, true],
    )
    assert.deepEqual([of(50, 33).recovered, of(50, 32).recovered], [false, true])
  })

  test('GAD-7: reliable from 4, recovered below 8', () => {
    const of = (baseline: number, followUp: number) => outcomeOf(definition('gad-7'), baseline, exactly(followUp))
    assert.deepEqual([of(11, 8).reliablyImproved, of(11, 7).reliablyImproved], [false, true])
    assert.deepEqual([of(12, 8).recovered, of(12, 7).recovered], [false, true])
  })

  test('what nobody defined is neither true nor false, and remission then hides nothing', () => {
    const madrs = outcomeOf(definition('madrs'), 34, exactly(40))
    assert.deepEqual([madrs.worse, madrs.reliablyImproved, madrs.recovered], [undefined, undefined, undefined])
    const gap = outcomeOf(definition('pcl-5'), 50, { low: 20, high: 24 })
    assert.deepEqual([gap.category, gap.remission], ['response', undefined])
  })
})
