import assert from 'node:assert/strict'
import { test } from 'node:test'
import { schemas } from './entry-schemas.ts'

test('an entry is about now or about a day with its time; half of one is asked for, never taken for now', () => {
  const typed = { lot: 'K-1', expiry: '2027-05-01', quantity: { full: 2 } }
  const wrong = (more: object) =>
    schemas.opening.safeParse({ ...typed, ...more }).error?.issues.map(({ path }) => path.join('.')) ?? []
  assert.deepEqual(wrong({}), [])
  assert.deepEqual(wrong({ day: '2026-11-23', time: '14:30' }), [])
  assert.deepEqual(wrong({ day: '2026-11-23' }), ['time'])
  assert.deepEqual(wrong({ time: '14:30' }), ['day'])
})
