import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Day } from '../time.ts'
import { remissionAtTwelveMonths } from './cms159.ts'

/** index day and total, follow-up day and total, denominator, numerator; 62 to 65 are CMS159's own cases. */
const cases: [string, string, number, string, number, number, number][] = [
  ['62', '2024-02-25', 20, '2025-02-19', 4, 1, 1],
  ['63, 8 days before the window', '2024-02-25', 20, '2024-12-19', 4, 1, 0],
  ['the first day of the window', '2024-02-25', 20, '2024-12-27', 4, 1, 1],
  ['the day before it', '2024-02-25', 20, '2024-12-26', 4, 1, 0],
  ['the last day of it', '2024-02-25', 20, '2025-04-26', 4, 1, 1],
  ['the day after it', '2024-02-25', 20, '2025-04-27', 4, 1, 0],
  ['65a, index 8', '2024-02-25', 8, '2025-02-19', 4, 0, 0],
  ['65b, index 10', '2024-02-25', 10, '2025-02-19', 3, 1, 1],
  ['index 9', '2024-02-25', 9, '2025-02-19', 3, 0, 0],
  ['not below 5', '2024-02-25', 20, '2025-02-19', 5, 1, 0],
]

for (const [name, on, total, later, followUp, denominator, numerator] of cases)
  test(`CMS159 case ${name}`, () => {
    const index = { on: Day.parse(on), total }
    assert.deepEqual(remissionAtTwelveMonths(index, [{ on: Day.parse(later), total: followUp }]), {
      denominator,
      numerator,
    })
  })

test('CMS159 counts the last score in the window, in any order', () => {
  const index = { on: Day.parse('2024-02-25'), total: 20 }
  const scores = [
    { on: Day.parse('2025-03-01'), total: 12 },
    { on: Day.parse('2025-01-15'), total: 3 },
  ]
  assert.equal(remissionAtTwelveMonths(index, scores).numerator, 0)
  assert.equal(remissionAtTwelveMonths(index, scores.toReversed()).numerator, 0)
})
