import { type Instant, minutesBetween } from '../science/time.ts'

export type Openings = { isAgain: (key: string, now: Instant, saysAgain: boolean) => boolean }

/** A page left open longer than this has been opened anew when it asks again. */
const lastsMinutes = 15

/**
 * A page that is open asks again whenever something changed, and that is no new opening of the chart. It says so, and is
 * believed only where this sign-in's opening of the same thing was written down a short while ago.
 */
export const newOpenings = (): Openings => {
  const written = new Map<string, Instant>()
  return {
    isAgain: (key, now, saysAgain) => {
      const last = written.get(key)
      if (saysAgain && last && minutesBetween(last, now) < lastsMinutes) return true
      if (written.size > 10_000)
        for (const [k, at] of written) if (minutesBetween(at, now) >= lastsMinutes) written.delete(k)
      written.set(key, now)
      return false
    },
  }
}
