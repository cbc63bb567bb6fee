import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { measureById, measures } from './catalogue.ts'
import { scoreOfTotal } from './stated.ts'

/**
 * Every published band with its first and its last total, copied from sections 3 and 4 of the questionnaires' reference, not
 * from the code. A total is looked up in every band, so both sides of each limit are.
 */
const published: Readonly<Record<string, readonly (readonly [number, number, string])[]>> = {
  'phq-9': [
    [0, 4, 'minimal'],
    [5, 9, 'mild'],
    [10, 14, 'moderate'],
    [15, 19, 'moderately severe'],
    [20, 27, 'severe'],
  ],
  'phq-2': [
    [0, 2, 'negative'],
    [3, 6, 'positive'],
  ],
  'phq-2-and-9': [
    [0, 2, 'negative'],
    [3, 6, 'positive'],
  ],
  'gad-7': [
    [0, 4, 'minimal'],
    [5, 9, 'mild'],
    [10, 14, 'moderate'],
    [15, 21, 'severe'],
  ],
  readiness: [
    [0, 8, 'stay'],
    [9, 10, 'nine or more'],
  ],
  'readiness-home': [
    [0, 8, 'stay'],
    [9, 10, 'nine or more'],
  ],
  madrs: [
    [0, 6, 'no symptoms'],
    [7, 19, 'mild'],
    [20, 34, 'moderate'],
    [35, 60, 'severe'],
  ],
  'qids-sr16': [
    [0, 5, 'none'],
    [6, 10, 'mild'],
    [11, 15, 'moderate'],
    [16, 20, 'severe'],
    [21, 27, 'very severe'],
  ],
  'ham-d17': [
    [0, 7, 'none'],
    [8, 13, 'mild'],
    [14, 18, 'moderate'],
    [19, 22, 'severe'],
    [23, 52, 'very severe'],
  ],
  epds: [
    [0, 9, 'below 10'],
    [10, 12, 'possible depression'],
    [13, 30, 'probable depression'],
  ],
  asrm: [
    [0, 5, 'below 6'],
    [6, 20, '6 or more'],
  ],
  ymrs: [
    [0, 12, 'remission'],
    [13, 19, 'minimal'],
    [20, 25, 'mild'],
    [26, 37, 'moderate'],
    [38, 60, 'severe'],
  ],
  'who-5': [
    [0, 28, 'likely depression'],
    [32, 48, 'poor'],
    [52, 100, 'above 50'],
  ],
  'dast-10': [
    [0, 0, 'none'],
    [1, 2, 'low'],
    [3, 5, 'moderate'],
    [6, 8, 'substantial'],
    [9, 10, 'severe'],
  ],
  ...Object.fromEntries(
    ['y-bocs', 'y-bocs-sr'].map((id) => [
      id,
      [
        [0, 7, 'subclinical'],
        [8, 15, 'mild'],
        [16, 23, 'moderate'],
        [24, 31, 'severe'],
        [32, 40, 'extreme'],
      ],
    ]),
  ),
  'oci-r': [
    [0, 20, 'below 21'],
    [21, 72, '21 or more'],
  ],
  ...Object.fromEntries(
    ['pdss', 'pdss-sr'].map((id) => [
      id,
      [
        [0, 7, 'below 8'],
        [8, 28, '8 or more'],
      ],
    ]),
  ),
  isi: [
    [0, 7, 'none'],
    [8, 14, 'subthreshold'],
    [15, 21, 'moderate'],
    [22, 28, 'severe'],
  ],
  wsas: [
    [0, 9, 'below 10'],
    [10, 20, '10 to 20'],
    [21, 40, 'above 20'],
  ],
  icsi: [
    [0, 6, 'below 7'],
    [7, 20, '7 or more'],
  ],
  'cadss-23': [
    [0, 4, '4 or less'],
    [5, 92, 'above 4'],
  ],
  msm: [
    [3, 6, 'mild'],
    [7, 10, 'moderate'],
    [11, 15, 'severe'],
  ],
}

describe('every total of a questionnaire has the published band', () => {
  for (const [id, bands] of Object.entries(published))
    test(id, () => {
      const measure = measureById[id]
      assert.ok(measure)
      const step = id === 'who-5' ? 4 : 1
      for (const [from, to, band] of bands)
        for (let total = from; total <= to; total += step) {
          const score = scoreOfTotal(measure, total)
          assert.ok(typeof score !== 'string', `${total}: ${String(score)}`)
          assert.equal(score.band, band, String(total))
        }
      // The bands follow one another without a gap, and nothing lies outside of them.
      bands.forEach(([from], place) => {
        assert.equal(from, place === 0 ? from : (bands[place - 1]?.[1] ?? 0) + step)
      })
      for (const outside of [(bands[0]?.[0] ?? 0) - step, (bands.at(-1)?.[1] ?? 0) + step])
        assert.equal(typeof scoreOfTotal(measure, outside), 'string', `${outside} is no total`)
    })

  test('and one without published bands has none', () => {
    const banded = measures.filter(({ scoring }) => scoring && scoring.bands.length > 0).map(({ id }) => id)
    assert.deepEqual(banded.toSorted(), Object.keys(published).toSorted())
  })
})
