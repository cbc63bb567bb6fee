import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Score } from '../../clinic/responses/response.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { beforePlan } from './before-plan.ts'
import { nothingChosen } from './definitions.ts'
import { phq9Series } from './series.ts'
import { scoredAfter } from './test.ts'

const first = Instant.parse('2025-01-06T15:00:00.000Z')
const day = (days: number) => addMinutes(first, days * 1440)
const answered = scoredAfter(first)

describe('somebody who comes back with a new plan', () => {
  const [earlier, now] = [[0, 3, 7].map(day), [400, 404].map(day)]
  const read = (scores: Score[], ofPlan = now) =>
    beforePlan(phq9Series(scores, { dosedAt: [...earlier, ...now], atOnce: [] }, day(420), nothingChosen), ofPlan)
  const back = [answered(-3, 24), answered(20, 6), answered(399, 12), answered(410, 12)]

  test('has a score from before its own first dose, beside the one from before the first ever', () => {
    assert.deepEqual(read(back), { at: day(399), total: 12 })
    assert.deepEqual(read(back, [...now].reverse()), { at: day(399), total: 12 })
  })
  test('or has none, where nobody asked in time or it was not complete', () => {
    assert.equal(read([answered(-3, 24), answered(380, 12)]), null)
    assert.equal(read([answered(-3, 24), answered(399, 9, 12)]), null)
  })
  test('it is said of nobody whose first plan it is, or who had nothing of it', () => {
    assert.equal(read(back, earlier), undefined)
    assert.equal(read(back, []), undefined)
  })
})
