/** A share of a whole with the interval that chance leaves; each from 0 to 1. */
export type Proportion = { count: number; of: number; share: number; low: number; high: number }

/** The standard normal quantile at 97.5 %, for two-sided intervals of 95 %. */
export const z95 = 1.959963984540054

/**
 * Wilson’s score interval of 95 % for a proportion, without correction for continuity:
 *   (p + z²/2n ± z · √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)
 * @returns undefined where nobody was counted: nothing of nothing is no share
 * Source: Wilson 1927; method 3 of Newcombe 1998. Checked: Newcombe’s table of examples, in statistics.test.ts.
 */
export const proportion = (count: number, of: number): Proportion | undefined => {
  if (!Number.isInteger(count) || !Number.isInteger(of) || count < 0 || count > of)
    throw new RangeError(`${count} of ${of} is no proportion`)
  if (of === 0) return undefined
  const share = count / of
  const z2 = z95 * z95
  const middle = share + z2 / (2 * of)
  const half = z95 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))
  const whole = 1 + z2 / of
  // At the ends the formula gives exactly 0 or 1; what is left of rounding is cut off.
  const low = count === 0 ? 0 : Math.max(0, (middle - half) / whole)
  const high = count === of ? 1 : Math.min(1, (middle + half) / whole)
  return { count, of, share, low, high }
}
