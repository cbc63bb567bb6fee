import { Problem } from '../clinic/request/problem.ts'
import type { Instant } from '../science/time.ts'
import { says } from '../web/words/en/says/server.ts'

export type Limiter = { take: (key: string, most: number, seconds: number) => void }

/**
 * At most so many in a window of seconds for each key, counted in this process. Guessing at secrets is also limited
 * in the database (lock-out of an account); this keeps one address from wearing everybody else out.
 */
export const newLimiter = (clock: () => Instant, mostKeys = 10_000): Limiter => {
  const windows = new Map<string, { until: number; taken: number }>()
  return {
    take: (key, most, seconds) => {
      const now = Date.parse(clock())
      if (windows.size >= mostKeys && !windows.has(key)) makeRoom(windows, now, mostKeys)
      const open = windows.get(key)
      const window = open && open.until > now ? open : { until: now + seconds * 1000, taken: 0 }
      windows.set(key, window)
      window.taken += 1
      if (window.taken <= most) return
      const wait = Math.ceil((window.until - now) / 1000)
      throw new Problem('too-many', says.tooManyTries(wait), { retryAfter: wait })
    },
  }
}

/** Windows that are over go; when none is, somebody is filling this up, and the oldest tenth goes. */
const makeRoom = (windows: Map<string, { until: number }>, now: number, most: number): void => {
  for (const [key, { until }] of windows) if (until <= now) windows.delete(key)
  if (windows.size < most) return
  for (const key of [...windows.keys()].slice(0, Math.ceil(most / 10))) windows.delete(key)
}
