import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '../clinic/request/problem.ts'
import { Instant } from '../science/time.ts'
import { newLimiter } from './limiter.ts'

test('lets so many through in a window, then says how long to wait, then lets through again', () => {
  let now = '2026-11-23T17:00:00.000Z'
  const limiter = newLimiter(() => Instant.parse(now))
  for (const _ of [1, 2, 3]) limiter.take('door', 3, 60)
  now = '2026-11-23T17:00:20.000Z'
  assert.throws(
    () => limiter.take('door', 3, 60),
    (error) => error instanceof Problem && error.more.retryAfter === 40,
  )
  limiter.take('another door', 3, 60)
  now = '2026-11-23T17:01:00.000Z'
  limiter.take('door', 3, 60)
})
