import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Response } from '../../clinic/responses/response.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { nothingChosen } from './definitions.ts'
import { allSeries, phq9Series } from './series.ts'

const firstDose = Instant.parse('2026-06-01T15:00:00.000Z')
const day = (days: number) => addMinutes(firstDose, days * 1440)
const answered = (days: number, low: number, high = low): Response => ({
  id: `r${days}`,
  patientId: 'p',
  instrument: 'phq-9',
  instrumentVersion: '1',
  askedIn: 'en',
  answers: {},
  contextKind: 'between',
  contextId: null,
  answeredAt: day(days),
  answeredByKind: 'patient',
  answeredBy: 'l',
  recordedAt: day(days),
  missing: low === high ? 0 : 1,
  score: low === high ? low : null,
  lowest: low,
  highest: high,
  corrects: null,
})
const doses = [0, 3, 7, 10, 14, 17].map(day)
const read = (responses: Response[], now = day(60)) =>
  phq9Series(responses, { dosedAt: doses, atOnce: [] }, now, nothingChosen)

describe('the newest score against the baseline (instruments.md, cases 53 to 57)', () => {
  const cases = [
    ['20 to 10 is exactly half', 20, 10, 'response', 50],
    ['20 to 4', 20, 4, 'remission', 80],
    ['20 to 15 is exactly a quarter', 20, 15, 'partial response', 25],
    ['20 to 16', 20, 16, 'non-response', 20],
    ['20 to 25', 20, 25, 'non-response', -25],
    ['0 to 0 has no percentage', 0, 0, 'remission', null],
  ] as const
  for (const [name, baseline, now, category, percent] of cases) {
    test(name, () => {
      const { latest } = read([answered(-3, baseline), answered(20, now)])
      assert.equal(latest?.category, category)
      assert.equal(latest?.percentFall, percent)
    })
  }
  test('20 to 25 is also worse', () => assert.equal(read([answered(-3, 20), answered(20, 25)]).latest?.worse, true))
  test('6 to 4 says that the baseline was low', () => {
    const { latest } = read([answered(-3, 6), answered(20, 4)])
    assert.deepEqual([latest?.lowBaseline, latest?.remission, latest?.response], [true, true, false])
  })
})

test('a question left open that could change it makes it indeterminate, and gives no percentage', () => {
  const { latest } = read([answered(-3, 20), answered(20, 9, 12)])
  assert.deepEqual([latest?.category, latest?.percentFall], ['indeterminate', null])
  assert.equal(read([answered(-3, 20), answered(20, 5, 8)]).latest?.category, 'response')
})

describe('a baseline', () => {
  test('is the last complete score in the 14 days before the first dose', () => {
    const { baseline, baselineWindow } = read([
      answered(-13, 18),
      answered(-2, 21),
      answered(-1, 19, 22),
      answered(0.5, 9),
    ])
    assert.deepEqual(baseline, { at: day(-2), total: 21 })
    assert.deepEqual(baselineWindow, { from: day(-14), to: firstDose })
  })
  test('of 15 days before does not count: there is none, and nothing is compared', () => {
    const { baseline, latest } = read([answered(-15, 21), answered(20, 9)])
    assert.equal(baseline, null)
    assert.equal(latest?.category, 'no baseline')
    assert.equal(latest?.response, undefined)
  })
  test('does not exist before the first dose', () => {
    const series = phq9Series([answered(-3, 20)], { dosedAt: [], atOnce: [] }, day(0), nothingChosen)
    assert.deepEqual(
      [series.baseline, series.baselineWindow, series.latest, series.endOfCourse],
      [null, null, null, null],
    )
    assert.equal(series.points.length, 1)
  })
})

describe('the end of the course is read 14 to 31 days after the last dose', () => {
  const last = 17
  const baseline = answered(-3, 20)
  const cases = [
    ['13 days after: not yet in it', 13, undefined],
    ['14 days after', 14, 'response'],
    ['31 days after', 31.9, 'response'],
    ['32 days after: no longer in it', 32, undefined],
  ] as const
  for (const [name, after, category] of cases) {
    test(name, () => {
      assert.equal(read([baseline, answered(last + after, 10)]).endOfCourse?.compared?.category, category)
    })
  }
  test('takes the last complete score in it', () => {
    const series = read([baseline, answered(last + 15, 10), answered(last + 20, 4), answered(last + 25, 1, 4)])
    assert.equal(series.endOfCourse?.compared?.category, 'remission')
    assert.equal(series.endOfCourse?.compared?.low, 4)
  })
  for (const [after, state] of [
    [13, 'not yet'],
    [14, 'open'],
    [31, 'open'],
    [32, 'passed'],
  ] as const) {
    test(`is ${state} ${after} days after`, () => {
      assert.equal(read([baseline], day(last + after)).endOfCourse?.window.state, state)
    })
  }
})

describe('improvement lost, where questions were left open (instruments.md §8, bounds)', () => {
  const before = [answered(-3, 20), answered(20, 4)]
  const cases: [string, Response[], string][] = [
    ['whatever they would have been, it is', [...before, answered(27, 12, 18)], 'suspected'],
    ['they could make it so', [...before, answered(27, 8, 11)], 'undecided'],
    ['whatever they would have been, it is not', [...before, answered(27, 6, 9)], 'no'],
    ['the improvement itself is sure', [answered(-3, 20), answered(20, 4, 7), answered(27, 15)], 'suspected'],
    ['the improvement itself is not', [answered(-3, 20), answered(20, 9, 12), answered(27, 15)], 'undecided'],
    ['again 14 days later', [...before, answered(27, 12, 18), answered(41, 12)], 'confirmed'],
    ['well again since', [...before, answered(27, 12, 18), answered(41, 4)], 'no'],
  ]
  for (const [name, scores, state] of cases) test(name, () => assert.equal(read(scores).relapse?.state, state))
})

test('relapse by our own rule is suspected, then confirmed', () => {
  assert.equal(read([answered(-3, 20), answered(20, 4), answered(27, 9)]).relapse?.state, 'no')
  assert.equal(read([answered(-3, 20), answered(20, 4), answered(27, 10)]).relapse?.state, 'suspected')
  assert.equal(
    read([answered(-3, 20), answered(20, 4), answered(27, 10), answered(34, 12)]).relapse?.state,
    'confirmed',
  )
})

test('answers and doses may come in any order', () => {
  const responses = [answered(-3, 20), answered(5, 15), answered(20, 10)]
  const forward = phq9Series(responses, { dosedAt: doses, atOnce: [] }, day(60), nothingChosen)
  assert.deepEqual(
    phq9Series(responses.toReversed(), { dosedAt: doses.toReversed(), atOnce: [] }, day(60), nothingChosen),
    forward,
  )
})

describe('every instrument that was asked', () => {
  const of = (instrument: string, days: number, total: number): Response => ({ ...answered(days, total), instrument })
  const gad7 = [of('gad-7', -3, 14), of('gad-7', 20, 4)]
  test('has a course of its own beside PHQ-9, which is there even when it was never asked', () => {
    const all = allSeries(gad7, { dosedAt: doses, atOnce: [] }, day(60), nothingChosen)
    assert.deepEqual(
      all.map(({ instrument, points }) => [instrument, points.length]),
      [
        ['phq-9', 0],
        ['gad-7', 2],
      ],
    )
    assert.deepEqual([all[1]?.latest?.category, all[1]?.baseline?.total], ['remission', 14])
    assert.deepEqual(
      all[1]?.points.map(({ band }) => band),
      ['moderate', 'minimal'],
    )
  })
  test('is read by its own numbers, and has no relapse where nobody defined one', () => {
    const [, pcl5] = allSeries(
      [of('pcl-5', -3, 50), of('pcl-5', 20, 60)],
      { dosedAt: doses, atOnce: [] },
      day(60),
      nothingChosen,
    )
    assert.deepEqual(
      [pcl5?.latest?.category, pcl5?.latest?.worse, pcl5?.relapse, pcl5?.bands.length],
      ['non-response', true, null, 0],
    )
  })
  test('does not mix in the answers to another', () => {
    assert.equal(
      allSeries([...gad7, of('pcl-5', -3, 50)], { dosedAt: doses, atOnce: [] }, day(60), nothingChosen).length,
      3,
    )
  })
})

test('the newest answer to question 9 stands beside a total that fell, and one left open is not a no', () => {
  const read9 = (...said: (number | null | undefined)[]) =>
    read(said.map((question9, i) => ({ ...answered(i * 7, 20 - 5 * i), question9 })) as Response[]).question9
  assert.deepEqual(read9(0, 1), { at: day(7), value: 1 })
  assert.deepEqual(read9(1, 0), { at: day(7), value: 0 })
  assert.deepEqual(read9(0, null), { at: day(7), value: null })
  assert.deepEqual(read9(0, undefined), { at: day(7), value: null })
  assert.equal(read([]).question9, undefined)
})
