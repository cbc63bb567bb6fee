import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes, Instant } from '../../../science/time.ts'
import { closedUntil, noFailures, refuseUntil, waitMinutes } from './lock-out.ts'

const now = Instant.parse('2026-11-23T17:00:00.000Z')

describe('after wrong tries in a row one waits', () => {
  const table = [
    [0, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 4],
    [10, 32],
    [11, 60],
    [12, 60],
    [400, 60],
  ] as const
  for (const [failures, minutes] of table) {
    test(`${failures} → ${minutes} min`, () => assert.equal(waitMinutes(failures), minutes))
  }
})

test('the wait begins with the last failure and ends on the minute', () => {
  const failures = { count: 6, last: now }
  assert.equal(closedUntil(failures, now), addMinutes(now, 2))
  assert.equal(closedUntil(failures, addMinutes(now, 1.99)), addMinutes(now, 2))
  assert.equal(closedUntil(failures, addMinutes(now, 2)), undefined)
  assert.equal(closedUntil(noFailures, now), undefined)
})

test('says how long, rounded up, and how many seconds', () => {
  const problem = refuseUntil(addMinutes(now, 3.2), now)
  assert.match(problem.message, /Wait 4 minutes/)
  assert.equal(problem.more.retryAfter, 192)
  assert.match(refuseUntil(addMinutes(now, 0.1), now).message, /Wait a minute/)
})
