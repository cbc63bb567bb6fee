import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { asqAcute, asqPositive } from '../criteria/asq-truth.ts'
import { type AsqResult, asq, asqFlag, asqSinceLast, scoreAsq } from './asq.ts'
import { answersTo } from './instrument.ts'

type Said = 'yes' | 'no' | 'declined' | undefined
const score = (...five: Said[]) => scoreAsq(Object.fromEntries(five.map((said, index) => [String(index + 1), said])))
const [y, n, d, _] = ['yes', 'no', 'declined', undefined] as const

const cases: [Said[], AsqResult, string | undefined][] = [
  [[n, n, n, n], 'negative', undefined],
  [[n, n, n, n, n], 'negative', undefined],
  [[y, n, n, n, n], 'non-acute positive', 'same day'],
  [[n, n, n, y, n], 'non-acute positive', 'same day'],
  [[y, n, n, n, y], 'acute positive', 'immediate'],
  [[n, n, n, n, y], 'acute positive', 'immediate'],
  [[_, _, _, _, y], 'acute positive', 'immediate'],
  [[n, n, n, _], 'not complete', 'review'],
  [[n, n, n, d], 'not complete', 'review'],
  [[d, d, d, d, d], 'not complete', 'review'],
  [[_, _, _, _, n], 'not complete', 'review'],
  [[], 'not complete', 'review'],
  [[y, n, n, n, _], 'positive, urgency unknown', 'immediate'],
  [[y, n, n, n, d], 'positive, urgency unknown', 'immediate'],
  [[y, d, _, n, n], 'non-acute positive', 'same day'],
]

describe('ASQ', () => {
  for (const [five, result, level] of cases)
    test(`${five.map((said) => said ?? 'blank').join(', ') || 'nothing'}: ${result}`, () => {
      assert.equal(score(...five), result)
      assert.equal(asqFlag(result)?.level, level)
    })

  test('is negative only when all four questions were answered No', () => {
    const said = fc.constantFrom<Said>('yes', 'no', 'declined', undefined)
    fc.assert(
      fc.property(fc.array(said, { minLength: 5, maxLength: 5 }), (five) => {
        const allNo = five.slice(0, 4).every((answer) => answer === 'no') && five[4] !== 'yes'
        assert.equal(score(...five) === 'negative', allNo)
      }),
    )
  })

  test('feeds the rules: open questions stay unknown', () => {
    const truths = (result: AsqResult | undefined) => [asqPositive(result), asqAcute(result)]
    assert.deepEqual(truths('negative'), [false, false])
    assert.deepEqual(truths('non-acute positive'), [true, false])
    assert.deepEqual(truths('acute positive'), [true, true])
    assert.deepEqual(truths('positive, urgency unknown'), [true, undefined])
    assert.deepEqual(truths('not complete'), [undefined, undefined])
    assert.deepEqual(truths(undefined), [undefined, undefined])
  })

  test('takes yes, no or declined, and nothing else', () => {
    assert.ok(answersTo(asq).safeParse({ 1: 'yes', 2: 'declined' }).success)
    for (const wrong of [{ 1: true }, { 1: 'YES' }, { 1: 1 }, { 6: 'no' }])
      assert.ok(!answersTo(asq).safeParse(wrong).success)
  })

  test('on later visits asks about attempts since the last contact, and is labelled as adapted', () => {
    assert.match(asqSinceLast.items[3]?.text ?? '', /Since your last contact/)
    assert.deepEqual([asq.notValidated, asqSinceLast.notValidated], [false, true])
  })
})
