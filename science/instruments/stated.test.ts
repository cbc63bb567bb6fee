import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { measureById } from './catalogue.ts'
import type { Answers, Measure } from './instrument.ts'
import { scoreOf } from './scoring.ts'
import { checkStated, scoreOfTotal } from './stated.ts'

const find = (id: string): Measure => {
  const measure = measureById[id]
  assert.ok(measure, id)
  return measure
}
const nine = (...said: (number | undefined)[]): Answers =>
  Object.fromEntries(said.map((value, index) => [String(index + 1), value]))

describe('a stated total', () => {
  const phq9 = find('phq-9')
  const check = (answers: Answers, stated: number) => checkStated(phq9, scoreOf(phq9, answers), stated)
  test('that differs from the recomputed one is not used, and says both (cases 2 and 13)', () => {
    const sdc = check(nine(0, 0, 0, 1, 2, 1, 3, 2, 1), 13)
    assert.equal(sdc.agrees, false)
    assert.match('says' in sdc ? sdc.says : '', /13 was stated, but the answers give 10\./)
    assert.equal(check(nine(1, 1, 1, 1, 1, 1, 1, 1, 0), 21).agrees, false)
    assert.equal(check(nine(1, 1, 1, 1, 1, 1, 1, 1, 0), 8).agrees, true)
  })
  test('beside open questions cannot be checked, even where it lies between the bounds', () => {
    const open = check(nine(1, 1, 1, 1, 1, 1, 1, 1), 8)
    assert.match('says' in open ? open.says : '', /cannot be checked/)
    const few = check(nine(1, 1), 2)
    assert.match('says' in few ? few.says : '', /cannot be checked/)
  })
  test('of a list without a total is not used', () => {
    const urinary = find('urinary')
    assert.match(JSON.stringify(checkStated(urinary, scoreOf(urinary, {}), 3)), /has no total/)
  })
})

describe('a total without answers', () => {
  /** id, total, its band, or undefined when no answers can add up to it */
  const cases = [
    ['madrs', 0, 'no symptoms'],
    ['madrs', 34, 'moderate'],
    ['madrs', 35, 'severe'],
    ['madrs', 60, 'severe'],
    ['madrs', 61, undefined],
    ['madrs', -1, undefined],
    ['madrs', 12.5, undefined],
    ['who-5', 28, 'likely depression'],
    ['who-5', 30, undefined],
    ['who-5', 100, 'above 50'],
    ['who-5', 104, undefined],
    ['msm', 2, undefined],
    ['msm', 3, 'mild'],
    ['phq-9', 300, undefined],
    ['bpi-sf', 4, undefined],
  ] as const
  for (const [id, total, band] of cases)
    test(`${id} ${total}: ${band ?? 'refused'}`, () => {
      const score = scoreOfTotal(find(id), total)
      assert.equal(typeof score === 'string' ? undefined : score.band, band)
      if (typeof score !== 'string') assert.deepEqual([score.total, score.missing], [total, []])
    })
})
