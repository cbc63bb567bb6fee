import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes, Instant } from '../time.ts'
import { relapse } from './course.ts'
import { defined, definedOf, definitionBy, definitionRows, type RowsChosen, relapseRuleBy } from './definitions.ts'
import { outcomeDefinitions, outcomeOf } from './outcome.ts'

const shipped = (id: string) => outcomeDefinitions.find(({ instrument }) => instrument === id) ?? assert.fail(id)
const read = (chosen: RowsChosen, id: string, baseline: number, total: number) =>
  outcomeOf(definitionBy(chosen, shipped(id)), baseline, { low: total, high: total })

describe('a row that a clinic chose, on both sides of its limit', () => {
  test('PCL-5: a change counts from 5, 10, 12 or 15 points, up and down, and the weekly form reads alike', () => {
    for (const [row, points] of [
      [undefined, 10],
      ['PCL5-5', 5],
      ['PCL5-10', 10],
      ['PCL5-12', 12],
      ['PCL5-15', 15],
    ] as const)
      for (const id of ['pcl-5', 'pcl-5-weekly']) {
        const chosen = row ? { 'pcl-5-change': { row } } : {}
        const moved = (by: number) => read(chosen, id, 50, 50 + by)
        assert.deepEqual([moved(points - 1).worse, moved(points).worse], [false, true], `${id} ${row}`)
        assert.deepEqual(
          [moved(1 - points).reliablyImproved, moved(-points).reliablyImproved],
          [false, true],
          `${id} ${row}`,
        )
      }
  })
  test('PCL-5: caseness stays 33 whatever the change is', () => {
    for (const { id: row } of definitionRows['pcl-5-change'].rows) {
      const of = (total: number) => read({ 'pcl-5-change': { row } }, 'pcl-5', 60, total).recovered
      assert.deepEqual([of(33), of(32)], [false, true], row)
    }
  })
  test('MADRS: remission to 10, or to 12', () => {
    const of = (chosen: RowsChosen, ...totals: number[]) =>
      totals.map((total) => read(chosen, 'madrs', 34, total).remission)
    assert.deepEqual(of({}, 10, 11), [true, false])
    assert.deepEqual(of({ 'madrs-remission': { row: 'MADRS-10' } }, 10, 11), [true, false])
    assert.deepEqual(of({ 'madrs-remission': { row: 'MADRS-12' } }, 10, 12, 13), [true, true, false])
  })
  test('PHQ-9: improvement is lost after a rise of 5, or of 6', () => {
    const start = Instant.parse('2026-03-01T15:00:00.000Z')
    const of = (chosen: RowsChosen, low: number, high: number) =>
      relapse(
        relapseRuleBy(chosen, 'phq-9') ?? assert.fail(),
        20,
        [low, high].map((total, i) => ({ at: addMinutes(start, i * 20_000), total, status: 'final' as const })),
        [],
      )
    const n = { 'phq-9-relapse': { row: 'PHQ9-R1n' } }
    assert.deepEqual([of({}, 6, 10), of({}, 5, 10), of({}, 4, 9)], ['no', 'suspected', 'no'])
    assert.deepEqual([of(n, 5, 10), of(n, 4, 10), of(n, 3, 9)], ['no', 'suspected', 'no'])
    assert.deepEqual(of({ 'phq-9-relapse': { row: 'PHQ9-R1' } }, 5, 10), 'suspected')
  })
})

describe('where nothing is chosen', () => {
  test('every definition is as it ships, and the relapse rules are the first of each instrument', () => {
    for (const one of outcomeDefinitions) assert.deepEqual(definitionBy({}, one), one)
    assert.deepEqual(
      ['phq-9', 'madrs', 'qids-sr16', 'gad-7'].map((id) => relapseRuleBy({}, id)?.id),
      ['PHQ9-R1', 'MADRS-R2', 'QIDS-R3', undefined],
    )
  })
  test('a choice for one questionnaire moves no other', () => {
    const chosen = { 'pcl-5-change': { row: 'PCL5-15' }, 'madrs-remission': { row: 'MADRS-12' } }
    const others = outcomeDefinitions.filter(({ instrument }) => !/^(pcl|madrs)/.test(instrument))
    assert.equal(others.length, outcomeDefinitions.length - 3)
    for (const one of others) assert.deepEqual(definitionBy(chosen, one), one)
    assert.equal(relapseRuleBy(chosen, 'madrs')?.id, 'MADRS-R2')
  })
})

test('a row that nobody knows is a bug and is never read as the default', () => {
  assert.throws(() => relapseRuleBy({ 'phq-9-relapse': { row: 'PHQ9-R9' } }, 'phq-9'), /PHQ9-R9/)
  assert.throws(() => definitionBy({ 'pcl-5-change': { row: 'PCL5-7' } }, shipped('pcl-5')), /PCL5-7/)
})

test('everything that can be chosen has rows of its own instrument, each with a source, and one source a row', () => {
  const ids = defined.flatMap((one) => definitionRows[one].rows.map(({ id }) => id))
  assert.equal(new Set(ids).size, ids.length)
  for (const one of defined) {
    const { instrument, rows } = definitionRows[one]
    assert.ok(definedOf(instrument).includes(one))
    for (const { source, says } of rows) assert.ok(source.label && says)
  }
})
