import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Episode, episodeLengths, episodeSeverities, stagingOf } from './staging.ts'
import type { Trial } from './trial.ts'

const trial = (medicine: string, more: Partial<Trial> = {}): Trial => ({
  medicine,
  what: 'antidepressant',
  mgPerDay: 150,
  leastMgPerDay: 100,
  weeks: 6,
  result: 'no response',
  stopped: 'no benefit',
  inEpisode: true,
  ...more,
})
const failed = (count: number): Trial[] => Array.from({ length: count }, (_, index) => trial(`Medicine ${index}`))
const least: Episode = {
  length: '12 months or less',
  severity: 'below a full episode',
  augmentation: false,
  ect: false,
}
const most: Episode = {
  length: 'more than 24 months',
  severity: 'severe with psychosis',
  augmentation: true,
  ect: true,
}

describe('points of the Maudsley Staging Method', () => {
  for (const [count, points] of [
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 3],
    [6, 3],
    [7, 4],
    [10, 4],
    [11, 5],
  ] as const)
    test(`${count} that failed count ${points}`, () => {
      const found = stagingOf(failed(count), least, 6)
      assert.deepEqual([found?.low, found?.high, found?.open], [2 + points, 2 + points, []])
    })
  for (const [index, length] of episodeLengths.entries())
    test(`an episode of ${length} counts ${index + 1}`, () =>
      assert.equal(stagingOf(failed(1), { ...least, length }, 6)?.low, 3 + index))
  for (const [index, severity] of episodeSeverities.entries())
    test(`${severity} counts ${index + 1}`, () =>
      assert.equal(stagingOf(failed(1), { ...least, severity }, 6)?.low, 3 + index))
  for (const [points, band] of [
    [6, 'mild'],
    [7, 'moderate'],
    [10, 'moderate'],
    [11, 'severe'],
  ] as const)
    test(`${points} lies in the band ${band}`, () => {
      const severity = episodeSeverities[Math.min(points - 3, 4)]
      const rest = points - 3 - Math.min(points - 3, 4)
      const found = stagingOf(failed([1, 3, 5, 7, 11][rest] ?? 0), { ...least, severity }, 6)
      assert.deepEqual([found?.low, found?.band], [points, band])
    })
  test('the most there is', () => assert.equal(stagingOf(failed(11), most, 6)?.high, 15))
})

describe('what is not known', () => {
  test('nothing recorded is everything between 3 and 15, with all of it named', () => {
    const found = stagingOf([], {}, 6)
    assert.deepEqual([found?.low, found?.high, found?.band], [3, 15, null])
    assert.deepEqual(found?.open, ['duration', 'severity', 'failures', 'augmentation', 'ect'])
  })
  test('trials that may have failed are counted as bounds', () => {
    const open = Array.from({ length: 3 }, (_, index) => trial(`Open ${index}`, { weeks: null }))
    const found = stagingOf([...failed(1), ...open], least, 6)
    assert.deepEqual([found?.low, found?.high, found?.open], [3, 4, ['failures']])
  })
  test('an augmentation on the list is one, whatever was answered; one of an unknown episode leaves it open', () => {
    const added = (inEpisode: boolean | null) => [...failed(1), trial('Lithium', { what: 'augmentation', inEpisode })]
    assert.equal(stagingOf(added(true), least, 6)?.low, 4)
    assert.equal(stagingOf(added(false), least, 6)?.high, 3)
    assert.deepEqual(stagingOf(added(null), least, 6)?.open, ['augmentation'])
  })
  test('without an antidepressant that can have failed there is no stage', () =>
    assert.equal(stagingOf([trial('Sertraline', { result: 'remission' })], least, 6), undefined))
})

test('an answer more never widens the bounds', () => {
  const episode = fc.record(
    {
      length: fc.constantFrom(...episodeLengths),
      severity: fc.constantFrom(...episodeSeverities),
      augmentation: fc.boolean(),
      ect: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      episode,
      fc.constantFrom('length', 'severity', 'augmentation', 'ect'),
      (count, said, key) => {
        const { [key]: _, ...less } = said
        const [fewer, more] = [stagingOf(failed(count), less, 6), stagingOf(failed(count), said, 6)]
        assert.ok(fewer && more && fewer.low <= more.low && more.high <= fewer.high)
      },
    ),
  )
})
