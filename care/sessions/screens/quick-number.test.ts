import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readingNames } from '../vitals.ts'
import { isWhole } from './quick-number.ts'

const fields = [...readingNames, 'pain'] as const

/** Types digit after digit as a thumb does; the pad goes on by itself once a number is whole. */
const typed = (set: Record<(typeof fields)[number], string>) => {
  let [keys, taps] = [0, 1]
  for (const name of fields) {
    const digits = set[name]
    keys += digits.length
    const goesOn = [...digits].findIndex((_, i) => isWhole(name, digits.slice(0, i + 1))) + 1
    assert.ok(goesOn === 0 || goesOn === digits.length, `${name} ${digits} goes on too early`)
    // A number that could still grow needs a tap into the next field.
    if (goesOn === 0) taps += 1
  }
  return { keys, taps }
}

const usual = { systolic: '124', diastolic: '78', heartRate: '72', spo2: '98', respiratoryRate: '14', pain: '0' }

test('a usual set is one tap and twelve digits, then alertness, distance, nausea and save: seventeen touches', () => {
  assert.deepEqual(typed(usual), { keys: 12, taps: 1 })
})

test('readings from very low to very high are never cut short', () => {
  for (const set of [
    { systolic: '84', diastolic: '45', heartRate: '41', spo2: '88', respiratoryRate: '7', pain: '9' },
    { systolic: '214', diastolic: '118', heartRate: '135', spo2: '100', respiratoryRate: '28', pain: '10' },
  ])
    assert.equal(typed(set).taps, 1)
})
