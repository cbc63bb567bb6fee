import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Day } from '../../science/time.ts'
import { beforePlan, holdsSessions } from './rules.ts'

const stands = { inForce: true, because: '' }
const gone = { inForce: false, because: 'Withdrawn.' }
const today = Day.parse('2026-11-30')

for (const [what, before, rules] of [
  ['everything stands', { determination: stands, consent: stands, weightKg: 70 }, []],
  ['the determination does not', { determination: gone, consent: stands, weightKg: 70 }, ['PL-1']],
  ['the consent does not', { determination: stands, consent: gone, weightKg: 70 }, ['PL-2']],
  ['neither does', { determination: gone, consent: gone, weightKg: 70 }, ['PL-1', 'PL-2']],
  // The weight in the plan is the one that was looked at when it was signed.
  ['the weight is no longer known', { determination: stands, consent: stands, weightKg: undefined }, []],
] as const) {
  test(`what holds the next session where ${what}: ${rules.join(' and ') || 'nothing of this'}`, () => {
    const found = holdsSessions(beforePlan(before, today))
    assert.deepEqual(
      found.map(({ rule }) => rule),
      rules,
    )
  })
}
