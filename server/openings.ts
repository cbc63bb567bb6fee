import { type Instant, minutesBetween } from '../science/time.ts'

export type Openings = {
  isAgain: (key: string, now: Instant, saysAgain: boolean) => boolean
  /** Called once the opening stands in the trail, and not before: what could not be written down was not opened. */
  written: (key: string, now: Instant) => void
}

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
      return saysAgain && last !== undefined && minutesBetween(last, now) < lastsMinutes
    },
    written: (key, now) => {
      if (written.size > 10_000)
        for (const [k, at] of written) if (minutesBetween(at, now) >= lastsMinutes) written.delete(k)
      written.set(key, now)
    },
  }
}
