import { type Item, round } from '../../clinic/stock/item.ts'

/** What may be left of a dose and thrown away: in the opened vial, in a failed device, of an infusion that was stopped. */
export type LeftOver = { is: 'opened'; ml: number } | { is: 'failed' } | { is: 'stopped'; mg: number }

/**
 * What a dose leaves behind, from what was drawn and what went in. It asks somebody to look: whether the vial was new, and
 * whether what is left is kept, only they know.
 */
export const leftOver = (
  { form, strength, volumeMl }: Pick<Item, 'form' | 'strength' | 'volumeMl'>,
  { drawn, given, failed }: { drawn: number; given: number | undefined; failed: boolean },
): LeftOver | undefined => {
  if (failed) return { is: 'failed' }
  if (form !== 'vial' || volumeMl === null) return undefined
  if (given !== undefined && round(given) < round(drawn)) return { is: 'stopped', mg: round(drawn - given) }
  const whole = strength * volumeMl
  const rest = round(drawn % whole)
  return rest > 0 ? { is: 'opened', ml: round((whole - rest) / strength) } : undefined
}
