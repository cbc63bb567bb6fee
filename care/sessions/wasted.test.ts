import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leftOver } from './wasted.ts'

const vial = { form: 'vial', strength: 50, volumeMl: 10 } as const
const device = { form: 'device', strength: 28, volumeMl: null } as const
const none = { given: undefined, failed: false }

test('what is left of a vial is what the dose did not take of whole ones', () => {
  assert.deepEqual(leftOver(vial, { drawn: 40, ...none }), { is: 'opened', ml: 9.2 })
  assert.equal(leftOver(vial, { drawn: 500, ...none }), undefined, 'a whole vial leaves nothing')
  assert.deepEqual(leftOver(vial, { drawn: 540, ...none }), { is: 'opened', ml: 9.2 })
})

test('an infusion that was stopped leaves what did not go in', () => {
  assert.deepEqual(leftOver(vial, { drawn: 40, given: 25.5, failed: false }), { is: 'stopped', mg: 14.5 })
  assert.deepEqual(leftOver(vial, { drawn: 40, given: 40, failed: false }), { is: 'opened', ml: 9.2 })
})

test('a device that did not give its whole dose leaves the rest of it', () => {
  assert.deepEqual(leftOver(device, { drawn: 1, given: undefined, failed: true }), { is: 'failed' })
  assert.equal(leftOver(device, { drawn: 1, ...none }), undefined)
})
