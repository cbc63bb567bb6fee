import { addMinutes, type Instant, minutesBetween } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { Problem } from '../../request/problem.ts'

/** Wrong tries before the first wait. */
export const freeTries = 5
const longestWait = 60

/** Failures in a row, and when the last was. */
export type Failures = { count: number; last: Instant | undefined }
export const noFailures: Failures = { count: 0, last: undefined }

/** Minutes to wait after so many failures in a row: none before the fifth, then 1, 2, 4 … up to an hour. */
export const waitMinutes = (failures: number): number =>
  failures < freeTries ? 0 : Math.min(longestWait, 2 ** (failures - freeTries))

/** The moment from which another try is taken; undefined when one is taken now. */
export const closedUntil = ({ count, last }: Failures, now: Instant): Instant | undefined => {
  const wait = waitMinutes(count)
  if (wait === 0 || last === undefined) return undefined
  const until = addMinutes(last, wait)
  return until > now ? until : undefined
}

/** The same words for every address, whether somebody has an account under it or not. */
export const refuseUntil = (until: Instant, now: Instant): Problem => {
  const minutes = Math.max(1, Math.ceil(minutesBetween(now, until)))
  return new Problem('too-many', says.waitForTries(minutes), { retryAfter: Math.ceil(minutesBetween(now, until) * 60) })
}
