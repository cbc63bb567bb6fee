import { Problem } from '../clinic/request/problem.ts'
import type { Instant } from '../science/time.ts'

export type Limiter = { take: (key: string, most: number, seconds: number) => void }

/**
 * At most so many in a window of seconds for each key, counted in this process. Guessing at secrets is also limited
 * in the database (lock-out of an account); this keeps one address from wearing everybody else out.
 */
export const newLimiter = (clock: () => Instant): Limiter => {
  const windows = new Map<string, { until: number; taken: number }>()
  return {
    take: (key, most, seconds) => {
      const now = Date.parse(clock())
      if (windows.size > 10_000) for (const [k, w] of windows) if (w.until <= now) windows.delete(k)
      const open = windows.get(key)
      const window = open && open.until > now ? open : { until: now + seconds * 1000, taken: 0 }
      windows.set(key, window)
      window.taken += 1
      if (window.taken <= most) return
      const wait = Math.ceil((window.until - now) / 1000)
      throw new Problem('too-many', `Too many tries. Wait ${wait} seconds and try again.`, { retryAfter: wait })
    },
  }
}
