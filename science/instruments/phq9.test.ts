import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Answers, agreesWithStated, answersTo } from './instrument.ts'
import { dsmPattern, item9Flag, phq9, phq9BandOf } from './phq9.ts'
import { addUp, scoreOf } from './scoring.ts'

type Nine = readonly (number | undefined)[]
const answers = (nine: Nine, difficulty?: number): Answers => ({
  ...Object.fromEntries(nine.map((value, index) => [String(index + 1), value])),
  difficulty,
})
const of = (value: number, times: number): number[] => Array.from({ length: times }, () => value)
const _ = undefined
/** Total, bounds, band and what is open. */
const scored = (given: Answers) => {
  const { total, between, band, missing } = scoreOf(phq9, given)
  return { total, low: between?.low, high: between?.high, band, missing }
}

/** Section 9 of the reference: cases from US Core, SDC, PHR, MII, SPiER, and built from the rule. */
const totals: [string, Nine, number, string, string | undefined, string][] = [
  ['case 1, US Core', [2, 2, 2, 2, 1, 1, 2, 0, 0], 12, 'moderate', _, 'major'],
  ['case 2, SDC', [0, 0, 0, 1, 2, 1, 3, 2, 1], 10, 'moderate', 'same day', 'neither'],
  ['case 3, PHR', [0, 0, 1, 1, 1, 0, 0, 0, 0], 3, 'minimal', _, 'neither'],
  ['case 4, MII', of(3, 9), 27, 'severe', 'urgent', 'major'],
  ['case 7a', [1, 1, 1, 1, 0, 0, 0, 0, 0], 4, 'minimal', _, 'neither'],
  ['case 7b', [1, 1, 1, 1, 1, 0, 0, 0, 0], 5, 'mild', _, 'neither'],
  ['case 8a', [2, 2, 2, 2, 1, 0, 0, 0, 0], 9, 'mild', _, 'other'],
  ['case 8b', [2, 2, 2, 2, 2, 0, 0, 0, 0], 10, 'moderate', _, 'major'],
  ['below 15', [3, 3, 3, 3, 2, 0, 0, 0, 0], 14, 'moderate', _, 'major'],
  ['at 15', [3, 3, 3, 3, 3, 0, 0, 0, 0], 15, 'moderately severe', _, 'major'],
  ['case 10a', [...of(3, 6), 1, 0, 0], 19, 'moderately severe', _, 'major'],
  ['case 10b', [...of(3, 6), 2, 0, 0], 20, 'severe', _, 'major'],
  ['case 11a', [...of(0, 8), 1], 1, 'minimal', 'same day', 'neither'],
  ['case 11b', [...of(0, 8), 2], 2, 'minimal', 'urgent', 'neither'],
  ['case 13', [...of(1, 8), 0], 8, 'mild', _, 'neither'],
  ['core with item 9 only', [2, 0, 0, 0, 0, 0, 0, 0, 1], 3, 'minimal', 'same day', 'other'],
]

describe('PHQ-9', () => {
  for (const [says, nine, total, band, item9, pattern] of totals)
    test(`${says}: ${total} ${band}, item 9 ${item9 ?? 'no flag'}, pattern ${pattern}`, () => {
      assert.deepEqual(scored(answers(nine)), { total, low: total, high: total, band, missing: [] })
      assert.equal(item9Flag(answers(nine))?.level, item9)
      assert.equal(dsmPattern(answers(nine)), pattern)
    })

  test('does not count the difficulty question, nor miss it (case 6)', () => {
    for (const difficulty of [3, undefined])
      assert.deepEqual(
        [scored(answers(of(0, 9), difficulty)).total, scored(answers(of(0, 9), difficulty)).band],
        [0, 'minimal'],
      )
  })

  test('with one or two unanswered gives bounds, with three or nine no score (case 16)', () => {
    assert.deepEqual(scored(answers([...of(3, 8), _])), {
      total: null,
      low: 24,
      high: 27,
      band: 'severe',
      missing: ['9'],
    })
    assert.deepEqual(scored(answers([...of(1, 7), _, _])), {
      total: null,
      low: 7,
      high: 13,
      band: 'indeterminate',
      missing: ['8', '9'],
    })
    for (const few of [answers([...of(3, 6), _, _, _]), {}, answers(of(0, 6))]) {
      const { total, low, band } = scored(few)
      assert.deepEqual([total, low, band], [null, undefined, null])
    }
  })

  test('treats null like not answered, never like zero', () => {
    assert.deepEqual(scored({ ...answers(of(0, 9)), 4: null }).high, 3)
    assert.equal(item9Flag({ ...answers(of(0, 9)), 9: null })?.id, 'S2')
    assert.equal(item9Flag(answers(of(3, 8)))?.id, 'S2')
  })

  test('refuses an answer it does not offer, a question it does not have, and words for numbers (case 17)', () => {
    const parse = (value: unknown) => answersTo(phq9).safeParse(value).success
    assert.ok(parse(answers(of(0, 9), 3)))
    assert.ok(parse({ 1: 2, 2: null }))
    for (const wrong of [
      { 1: 4 },
      { 1: -1 },
      { 1: 1.5 },
      { 1: '2' },
      { 1: 300 },
      { total: 12 },
      { 10: 1 },
      { difficulty: 4 },
    ])
      assert.ok(!parse(wrong), JSON.stringify(wrong))
    assert.throws(() => scoreOf(phq9, { ...answers(of(0, 9)), 1: 4 }), RangeError)
  })

  test('does not trust a stated total (cases 2 and 13)', () => {
    assert.equal(agreesWithStated(13, addUp(phq9, answers([0, 0, 0, 1, 2, 1, 3, 2, 1]))), false)
    assert.equal(agreesWithStated(21, addUp(phq9, answers([...of(1, 8), 0]))), false)
    assert.equal(agreesWithStated(8, addUp(phq9, answers([...of(1, 8), 0]))), true)
    assert.equal(agreesWithStated(8, addUp(phq9, answers([...of(1, 8), _]))), false)
  })

  test('leaves the pattern unknown when an unanswered question could change it', () => {
    assert.equal(dsmPattern(answers([2, 2, 2, 2, _, 0, 0, 0, 0])), 'unknown')
    assert.equal(dsmPattern(answers([2, 2, 2, 2, 2, _, 0, 0, 0])), 'major')
    assert.equal(dsmPattern(answers([0, 0, _, _, 0, 0, 0, 0, 0])), 'neither')
  })

  test('has its published LOINC codes, each once', () => {
    assert.deepEqual(phq9.loinc, { panel: '44249-1', total: '44261-6' })
    const codes = phq9.items.map(({ loinc }) => loinc)
    assert.deepEqual(codes, [
      '44250-9',
      '44255-8',
      '44259-0',
      '44254-1',
      '44251-7',
      '44258-2',
      '44252-5',
      '44253-3',
      '44260-8',
      '69722-7',
    ])
    assert.deepEqual(
      phq9.items.at(-1)?.answers.map(({ loinc }) => loinc),
      ['LA6572-7', 'LA6573-5', 'LA6575-0', 'LA6574-3'],
    )
  })
})

describe('for any answers to PHQ-9', () => {
  const nine = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 })
  const gaps = fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 9 })

  test('one point more on one question is one point more in total', () => {
    fc.assert(
      fc.property(nine, fc.integer({ min: 0, max: 8 }), (values, index) => {
        fc.pre((values[index] ?? 3) < 3)
        const more = values.with(index, (values[index] ?? 0) + 1)
        assert.equal(addUp(phq9, answers(more)).low, addUp(phq9, answers(values)).low + 1)
      }),
    )
  })

  test('the bounds contain every way of completing it, and so do the pattern and the band', () => {
    fc.assert(
      fc.property(nine, gaps, (values, left) => {
        const asked = answers(values.map((value, index) => (left.includes(index) ? undefined : value)))
        const { low, high } = addUp(phq9, asked)
        const total = values.reduce((sum, value) => sum + value, 0)
        assert.ok(low <= total && total <= high)
        assert.equal(high - low, 3 * left.length)
        const pattern = dsmPattern(asked)
        if (pattern !== 'unknown') assert.equal(pattern, dsmPattern(answers(values)))
        const { total: exact, between, band } = scoreOf(phq9, asked)
        assert.equal(exact, left.length === 0 ? total : null)
        assert.equal(between === null, left.length > 2)
        if (band !== null && band !== 'indeterminate') assert.equal(band, phq9BandOf(total))
      }),
    )
  })
})
