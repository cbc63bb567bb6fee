import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { measureById, measures } from './catalogue.ts'
import type { About, Answers, AnswerValue, Measure } from './instrument.ts'
import { answersTo } from './instrument.ts'
import { rangeOf, scoreOf } from './scoring.ts'

/** Section 9 of the questionnaires' reference, and both sides of every limit. `_` is not answered. */

const _ = undefined
type Said = AnswerValue | undefined
const of = (value: AnswerValue, times: number): AnswerValue[] => Array.from({ length: times }, () => value)

const find = (id: string): Measure => {
  const measure = measureById[id]
  assert.ok(measure, id)
  return measure
}
/** Answers in the order of the questions. */
const inOrder = (measure: Measure, said: readonly Said[]): Answers =>
  Object.fromEntries(measure.items.map(({ linkId }, index) => [linkId, said[index]]))

/** id, case, answers in order, total, band */
const totals: [string, string, Said[], number | null, string | null][] = [
  ['phq-2', '18a', [1, 1], 2, 'negative'],
  ['phq-2', '18b', [1, 2], 3, 'positive'],
  ['phq-2', 'with a gap', [3, _], null, null],
  ['gad-7', '19a, PHR', [0, 0, 1, 1, 0, 1, 0], 3, 'minimal'],
  ['gad-7', '19b, KTC', [2, 1, 2, 1, 0, 1, 0], 7, 'mild'],
  ['gad-7', '20a', [2, 2, 2, 2, 1, 0, 0], 9, 'mild'],
  ['gad-7', '20b', [2, 2, 2, 2, 2, 0, 0], 10, 'moderate'],
  ['gad-7', 'below 5', [1, 1, 1, 1, 0, 0, 0], 4, 'minimal'],
  ['gad-7', 'at 5', [1, 1, 1, 1, 1, 0, 0], 5, 'mild'],
  ['gad-7', 'below 15', [2, 2, 2, 2, 2, 2, 2], 14, 'moderate'],
  ['gad-7', 'at 15', [3, 2, 2, 2, 2, 2, 2], 15, 'severe'],
  ['gad-7', 'two open', [3, 3, 3, 3, 3, _, _], null, null],
  ['pcl-5', '24', of(2, 20), 40, null],
  ['pcl-5', '27', of(1, 20), 20, null],
  ['audit-c', '33', [4, 0, 0], 4, null],
  ['audit-c', '34', [1, 1, 1], 3, null],
  ['audit-c', 'never drinks, the rest passed over', [0, _, _], 0, null],
  ['audit-c', 'drinks, the rest open', [1, _, _], null, null],
  ['peg', '38a, KTC', [6, 7, 5], 6, null],
  ['peg', '38b', [7, 8, 8], 7.7, null],
  ['peg', '38c', [7, _, 8], null, null],
  ['peg', 'a third rounds down', [0, 0, 1], 0.3, null],
  ['peg', 'all', [10, 10, 10], 10, null],
  ['cgi-s', 'normal', [1], 1, null],
  ['cgi-i', '50: 0 is missing', [0], null, null],
  ['qids-sr16', '30', of(3, 16), 27, 'very severe'],
  ['qids-sr16', '31', [1, 1, 1, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 0], 5, 'none'],
  ['qids-sr16', 'one of each pair blank is not missing', [1, 1, 1, 1, 0, _, 1, 0, _, 1, 0, 0, 1, 1, 0, 0], 5, 'none'],
  ['qids-sr16', 'both of a pair blank', [1, 1, 1, 1, 0, _, _, 0, 1, 1, 0, 0, 1, 1, 0, 0], null, null],
  ['ham-d17', '46: 3 of 16B is left out', [...of(1, 15), _, 3, 0], 15, 'moderate'],
  ['ham-d17', 'below 8', [...of(0, 14), 4, 2, _, 1], 7, 'none'],
  ['ham-d17', 'at 8', [...of(0, 14), 4, 2, _, 2], 8, 'mild'],
  ['madrs', 'at 6', [...of(0, 9), 6], 6, 'no symptoms'],
  ['madrs', 'at 7', [...of(0, 8), 1, 6], 7, 'mild'],
  ['madrs', 'at 19', [6, 6, 6, 1, 0, 0, 0, 0, 0, 0], 19, 'mild'],
  ['madrs', 'at 20', [6, 6, 6, 2, 0, 0, 0, 0, 0, 0], 20, 'moderate'],
  ['madrs', 'at 34', [6, 6, 6, 6, 6, 4, 0, 0, 0, 0], 34, 'moderate'],
  ['madrs', 'at 35', [6, 6, 6, 6, 6, 5, 0, 0, 0, 0], 35, 'severe'],
  ['y-bocs', '48', [2, 2, 2, 2, 2, 3, 3, 3, 3, 3], 25, 'severe'],
  ['who-5', '40a', of(2, 5), 40, 'poor'],
  ['who-5', '40b', [1, 1, 1, 2, 2], 28, 'likely depression'],
  ['who-5', '40c', of(5, 5), 100, 'above 50'],
  ['who-5', 'at 48', [3, 3, 2, 2, 2], 48, 'poor'],
  ['who-5', 'at 52', [3, 3, 3, 2, 2], 52, 'above 50'],
  ['epds', 'reversed: first answers everywhere', of(0, 10), 21, 'probable depression'],
  ['epds', 'below 10', [3, 3, 3, 3, 3, 3, 3, 3, 3, 3], 9, 'below 10'],
  ['dast-10', 'question 3 counts when No', of(0, 10), 1, 'low'],
  ['dast-10', 'all', [1, 1, 0, 1, 1, 1, 1, 1, 1, 1], 10, 'severe'],
  ['wsas', 'who does not work', ['does not work', 8, 8, 8, 8], 32, 'above 20'],
  ['wsas', 'at 10', [2, 2, 2, 2, 2], 10, '10 to 20'],
  ['wsas', 'at 20', [4, 4, 4, 4, 4], 20, '10 to 20'],
  ['isi', 'at 7', of(1, 7), 7, 'none'],
  ['isi', 'at 8', [...of(1, 6), 2], 8, 'subthreshold'],
  ['ymrs', 'all', [4, 4, 4, 4, 8, 8, 4, 8, 8, 4, 4], 60, 'severe'],
  ['ymrs', 'at 12', [4, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0], 12, 'remission'],
  ['ymrs', 'at 13', [4, 4, 4, 1, 0, 0, 0, 0, 0, 0, 0], 13, 'minimal'],
  ['asrm', 'at 5', of(1, 5), 5, 'below 6'],
  ['asrm', 'at 6', [2, 1, 1, 1, 1], 6, '6 or more'],
  ['bpi-sf', 'has no total', of(5, 11), null, null],
  ['msm', 'least', [1, 1, 1, 0, 0], 3, 'mild'],
  ['msm', 'most', [3, 5, 5, 1, 1], 15, 'severe'],
  ['readiness', '52a', [2, 2, 2, 1, 2], 9, 'nine or more'],
  ['readiness', '52b', [2, 1, 2, 1, 2], 8, 'stay'],
]

describe('totals', () => {
  for (const [id, name, said, total, band] of totals)
    test(`${id}, ${name}: ${total} ${band ?? ''}`, () => {
      const measure = find(id)
      const answers = inOrder(measure, said)
      assert.ok(answersTo(measure).safeParse(answers).success)
      const score = scoreOf(measure, answers)
      assert.deepEqual([score.total, score.band], [total, band])
    })
})

/** id, answers by question, result, the flags with their level, what is known of the person */
const readings: [string, Answers, string, string[], About?][] = [
  ['pcl-5', inOrder(find('pcl-5'), of(2, 20)), 'provisional pattern', []],
  ['pcl-5', inOrder(find('pcl-5'), of(1, 20)), 'no provisional pattern', []],
  ['pcl-5', { ...inOrder(find('pcl-5'), of(1, 20)), 16: 3 }, 'no provisional pattern', ['S7 review']],
  ['pcl-5', { ...inOrder(find('pcl-5'), of(2, 20)), 6: _, 7: 1 }, 'unknown', []],
  ['pcl-5', { ...inOrder(find('pcl-5'), of(2, 20)), 6: 1, 7: 1 }, 'no provisional pattern', []],
  ['audit-c', { 1: 4, 2: 0, 3: 0 }, 'positive', ['A1 review'], { sex: 'male' }],
  ['audit-c', { 1: 4, 2: 0, 3: 0 }, 'positive', ['A1 review'], { sex: 'female' }],
  ['audit-c', { 1: 1, 2: 1, 3: 1 }, 'positive', ['A1 review'], { sex: 'female' }],
  ['audit-c', { 1: 1, 2: 1, 3: 1 }, 'positive', ['A1 review']],
  ['audit-c', { 1: 1, 2: 1, 3: 1 }, 'negative', [], { sex: 'male' }],
  ['audit-c', { 1: 1, 2: 1, 3: 0 }, 'negative', [], { sex: 'female' }],
  ['audit-c', { 1: 1, 2: 1, 3: 0 }, 'negative', []],
  ['audit-c', { 1: 2, 2: 1, 3: 1 }, 'positive', ['A1 review'], { sex: 'male' }],
  ['audit-c', { 1: 1, 2: 1 }, 'unknown', [], { sex: 'male' }],
  ['audit-c', { 1: 0 }, 'negative', []],
  ['taps-1', { tobacco: 'never', 'alcohol-women': 'never', drugs: 'never', prescriptions: 'never' }, 'negative', []],
  ['taps-1', { tobacco: 'monthly' }, 'positive', ['A1 review']],
  ['taps-1', { tobacco: 'never', drugs: 'never', prescriptions: 'never' }, 'unknown', []],
  ['c-ssrs-screener', { 1: 'yes', 2: 'no', 6: 'never' }, 'low', ['S5 review']],
  ['c-ssrs-screener', { 1: 'yes', 2: 'yes', 3: 'no', 4: 'no', 5: 'no', 6: 'never' }, 'low', ['S5 review']],
  ['c-ssrs-screener', { 1: 'yes', 2: 'yes', 3: 'yes', 4: 'no', 5: 'no', 6: 'never' }, 'moderate', ['S4 same day']],
  ['c-ssrs-screener', { 1: 'yes', 2: 'yes', 3: 'yes', 4: 'yes', 5: 'no', 6: 'never' }, 'high', ['S3 immediate']],
  ['c-ssrs-screener', { 1: 'yes', 2: 'yes', 3: 'no', 4: 'no', 5: 'yes', 6: 'never' }, 'high', ['S3 immediate']],
  ['c-ssrs-screener', { 1: 'no', 2: 'no', 6: 'more than 3 months ago' }, 'moderate', ['S4 same day']],
  ['c-ssrs-screener', { 1: 'no', 2: 'no', 6: 'in the past 3 months' }, 'high', ['S3 immediate']],
  ['c-ssrs-screener', { 1: 'no', 2: 'no', 6: 'never' }, 'none found', []],
  ['c-ssrs-screener', { 1: 'no', 2: 'no' }, 'unknown', ['S2 review']],
  ['c-ssrs-screener', { 1: 'no', 6: 'never' }, 'unknown', ['S2 review']],
  ['c-ssrs-screener', { 1: 'yes', 2: 'yes', 6: 'never' }, 'unknown', ['S3 immediate']],
  [
    'mdq',
    { ...inOrder(find('mdq'), [...of(1, 7), ...of(0, 6)]), 'same-period': 1, problem: 2 },
    'positive',
    ['M1 review'],
  ],
  ['mdq', { ...inOrder(find('mdq'), [...of(1, 7), ...of(0, 6)]), 'same-period': 1, problem: 1 }, 'negative', []],
  ['mdq', { ...inOrder(find('mdq'), [...of(1, 6), ...of(0, 7)]), 'same-period': 1, problem: 3 }, 'negative', []],
  ['mdq', { ...inOrder(find('mdq'), [...of(1, 7), ...of(0, 6)]), 'same-period': 1 }, 'unknown', []],
]

describe('results and flags', () => {
  for (const [id, answers, result, flags, about = {}] of readings)
    test(`${id} ${JSON.stringify(answers)} ${about.sex ?? ''}: ${result}`, () => {
      const read = find(id).reads?.(answers, about)
      assert.equal(read?.result, result)
      assert.deepEqual(
        read?.flags.map((flag) => `${flag.id} ${flag.level}`),
        flags,
      )
    })

  // One question of B, one of C, two of D, two of E at 2 and all others at 1: just enough, and each one is needed.
  const justEnough: Answers = { ...inOrder(find('pcl-5'), of(1, 20)), 3: 2, 7: 2, 8: 2, 14: 2, 15: 2, 20: 2 }
  test('PCL-5 has its provisional pattern from B 1, C 1, D 2 and E 2 questions at 2, and not with one of them less', () => {
    const result = (answers: Answers) => find('pcl-5').reads?.(answers, {}).result
    assert.equal(result(justEnough), 'provisional pattern')
    for (const linkId of ['3', '7', '8', '14', '15', '20']) {
      assert.equal(result({ ...justEnough, [linkId]: 1 }), 'no provisional pattern', linkId)
      assert.equal(result({ ...justEnough, [linkId]: _ }), 'unknown', linkId)
    }
  })

  test('AUDIT-C says when all points come from its first question, and when sex is not known', () => {
    assert.equal(find('audit-c').reads?.({ 1: 4, 2: 0, 3: 0 }, { sex: 'male' }).notes?.length, 1)
    assert.equal(find('audit-c').reads?.({ 1: 4, 2: 0, 3: 0 }, {}).notes?.length, 2)
    assert.equal(find('audit-c').reads?.({ 1: 1, 2: 1, 3: 1 }, { sex: 'male' }).notes?.length, 0)
  })

  /** id, question, the answer below the limit, the one at it, whether it is about suicide */
  const looked = [
    ['madrs', '10', 3, 4, true],
    ['madrs-s', '9', 0, 1, true],
    ['qids-sr16', '12', 1, 2, true],
    ['ham-d17', '3', 1, 2, true],
    ['epds', '10', 0, 1, true],
  ] as const
  for (const [id, linkId, below, at, suicide] of looked)
    test(`${id} question ${linkId} is looked at from ${at}; open, it is asked again`, () => {
      const flags = (answer: number | undefined) =>
        find(id)
          .reads?.({ [linkId]: answer }, {})
          .flags.map((flag) => flag.id)
      assert.deepEqual([flags(below), flags(at), flags(_)], [[], ['S7'], suicide ? ['S2'] : []])
      assert.equal(find(id).asksAboutSuicide, suicide)
    })

  const fromTotal = [
    ['asrm', of(1, 5), [2, 1, 1, 1, 1], 'M2'],
    ['ymrs', [4, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0], [4, 4, 4, 1, 0, 0, 0, 0, 0, 0, 0], 'M2'],
    ['dast-10', [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 0, 0, 0, 0, 0, 0, 0, 0], 'A1'],
  ] as const
  for (const [id, below, at, flag] of fromTotal)
    test(`${id} raises ${flag} at its limit, not below it, and when an open question may reach it`, () => {
      const flags = (said: readonly Said[]) =>
        find(id)
          .reads?.(inOrder(find(id), said), {})
          .flags.map((one) => one.id)
      assert.deepEqual([flags(below), flags(at), flags([...below.slice(0, -1), _])], [[], [flag], [flag]])
    })

  test('readiness below 9, alertness of 3 or less, and anything new of mania are said', () => {
    const flags = (id: string, said: readonly Said[]) =>
      find(id)
        .reads?.(inOrder(find(id), said), {})
        .flags.map((one) => one.id)
    assert.deepEqual([flags('readiness', [2, 2, 2, 1, 2]), flags('readiness', [2, 1, 2, 1, 2])], [[], ['D1']])
    assert.deepEqual(flags('readiness', [2, 2, 2, 2, _]), ['D1'])
    assert.deepEqual([flags('responsiveness', [4]), flags('responsiveness', [3])], [[], ['D1']])
    const check = 'mania-psychosis-check'
    assert.deepEqual([flags(check, of('unchanged', 4)), flags(check, ['new'])], [[], ['M2']])
  })
})

describe('parts', () => {
  const parts = (id: string, said: readonly Said[]) =>
    scoreOf(find(id), inOrder(find(id), said)).subscales.map(({ id: part, low }) => [part, low])
  test('PCL-5 clusters (case 24)', () =>
    assert.deepEqual(parts('pcl-5', of(2, 20)), [
      ['B', 10],
      ['C', 4],
      ['D', 14],
      ['E', 12],
    ]))
  test('Y-BOCS obsessions and compulsions (case 48)', () =>
    assert.deepEqual(parts('y-bocs', [2, 2, 2, 2, 2, 3, 3, 3, 3, 3]), [
      ['obsessions', 10],
      ['compulsions', 15],
    ]))
  test('BPI-SF interference needs four of seven', () => {
    assert.deepEqual(parts('bpi-sf', [4, 4, 4, 5, 2, 2, 2, 3, _, _, _]), [
      ['severity', 4.3],
      ['interference', 2.3],
    ])
    assert.deepEqual(parts('bpi-sf', [4, 4, 4, _, 2, 2, 2, _, _, _, _]), [
      ['severity', null],
      ['interference', null],
    ])
  })
})

test('the highest total is the published one', () => {
  const highest = Object.fromEntries(measures.map((measure) => [measure.id, rangeOf(measure).high]))
  const published = {
    'phq-9': 27,
    'phq-2': 6,
    'gad-7': 21,
    'pcl-5': 80,
    'audit-c': 12,
    'cgi-s': 7,
    'cgi-i': 7,
    'ham-d17': 52,
    madrs: 60,
    'madrs-s': 54,
    'qids-sr16': 27,
    epds: 30,
    asrm: 20,
    ymrs: 60,
    isi: 28,
    wsas: 40,
    'oci-r': 72,
    'y-bocs': 40,
    'pdss-sr': 28,
    'who-5': 25,
    'dast-10': 10,
    'cadss-23': 92,
    'cadss-6': 24,
    icsi: 20,
    icpi: 16,
    readiness: 10,
    'readiness-home': 10,
    msm: 15,
    mdq: 13,
  }
  for (const [id, most] of Object.entries(published)) assert.equal(highest[id], most, id)
  // Question 16 of HAM-D17 has a third answer that is not counted: 52 is its highest that is.
  const most = [4, 4, 4, 2, 2, 2, 4, 4, 4, 4, 4, 2, 2, 2, 4, 2, 2, 2]
  assert.equal(scoreOf(find('ham-d17'), inOrder(find('ham-d17'), most)).total, 52)
})
