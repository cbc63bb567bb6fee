import { type Instant, minutesBetween } from '../../../science/time.ts'
import { hashOf } from '../secrets.ts'
import { closedUntil, type Failures, noFailures, refuseUntil } from './lock-out.ts'

/**
 * Tries at addresses under which nobody has an account. They wait like all others, so that being made to wait tells
 * nothing. Kept in memory: there is no clinic whose rows these could be.
 */
const tries = new Map<string, Failures>()
const most = 10_000

export const countStranger = (email: string, now: Instant): void => {
  const key = hashOf(email)
  const before = tries.get(key) ?? noFailures
  const until = closedUntil(before, now)
  if (until) throw refuseUntil(until, now)
  if (tries.size >= most) forgetOld(now)
  tries.set(key, { count: before.count + 1, last: now })
}

const forgetOld = (now: Instant): void => {
  for (const [key, { last }] of tries) if (!last || minutesBetween(last, now) > 120) tries.delete(key)
  // All of them fresh: somebody is filling this up. The oldest go.
  for (const key of tries.keys()) if (tries.size >= most) tries.delete(key)
}
