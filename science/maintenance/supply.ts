import { type HouseNumber, houseNumbers } from '../house.ts'
import { generalReview, register } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import { addDays, type Day, daysBetween } from '../time.ts'

/** What was dispensed to take home, as it is on record. Null: not known. Whether any of it was taken is not known either. */
export type Supply = {
  dispensedOn: Day
  mgPerUnit: number | null
  units: number | null
  /** For how many days it is meant, the day it was dispensed among them. */
  coversDays: number | null
}

/** Of a supply that came after another: sooner than the one before it ends, not sooner, or not to be read. */
export type Refill = { on: Day; before: Day } & (
  | { is: 'early'; ends: Day; days: number }
  | { is: 'not early'; ends: Day }
  /** How long the one before was meant for is not on record. */
  | { is: 'unknown' }
  /** Two of one day: one supply in parts, one written down twice, or two. */
  | { is: 'same day' }
)

export const refillTolerance: HouseNumber = houseNumbers.refillDaysEarly

/**
 * Every supply but the first, oldest first, against the supplies before it: the one of them that ends last counts. Where none
 * is known to last until then and how long the newest before it was meant for is not on record, it is unknown, never "not early".
 */
export const refillsOf = (supplies: readonly Supply[], toleranceDays = refillTolerance.value): Refill[] => {
  const inOrder = supplies.toSorted((a, b) => a.dispensedOn.localeCompare(b.dispensedOn))
  return inOrder.slice(1).map(({ dispensedOn: on }, index): Refill => {
    const earlier = inOrder.slice(0, index + 1)
    const newest = earlier.at(-1)?.dispensedOn ?? on
    if (newest === on) return { on, before: on, is: 'same day' }
    const longest = earlier
      .flatMap(({ dispensedOn, coversDays }) =>
        coversDays === null ? [] : [{ before: dispensedOn, ends: addDays(dispensedOn, coversDays) }],
      )
      .reduce<{ before: Day; ends: Day } | undefined>((a, b) => (a && a.ends > b.ends ? a : b), undefined)
    const days = longest ? daysBetween(on, longest.ends) : 0
    if (longest && days > toleranceDays) return { on, ...longest, is: 'early', days }
    const open = earlier.some(({ dispensedOn, coversDays }) => dispensedOn === newest && coversDays === null)
    return open || !longest ? { on, before: newest, is: 'unknown' } : { on, ...longest, is: 'not early' }
  })
}

/** Everything dispensed to take home: how much is known of it, and how many supplies say no amount. Not what was taken. */
export const dispensedOf = (supplies: readonly Supply[]): { mg: number; supplies: number; unknown: number } => {
  const known = supplies.flatMap(({ mgPerUnit, units }) =>
    mgPerUnit === null || units === null ? [] : [Math.round(mgPerUnit * 100) * units],
  )
  return {
    mg: known.reduce((sum, hundredths) => sum + hundredths, 0) / 100,
    supplies: supplies.length,
    unknown: supplies.length - known.length,
  }
}

/** Patterns somebody looks at with the patient, beside those of exposure.ts. */
export const supplyPatterns = [
  {
    id: 'LT-P4',
    says: 'A take-home supply began before the previous one ended.',
    source: policy('early refills are looked at'),
    further: [register.asa],
    reviewBy: generalReview,
  },
  {
    id: 'LT-P5',
    says: 'Take-home doses were lost or damaged.',
    source: policy('lost doses are looked at'),
    further: [register.asa],
    reviewBy: generalReview,
  },
] as const satisfies readonly { id: string; says: string; source: Source; further: readonly Source[]; reviewBy: Day }[]
export type SupplyPatternId = (typeof supplyPatterns)[number]['id']

export const supplyPatternsIn = (refills: readonly Refill[], losses: readonly unknown[]): SupplyPatternId[] => [
  ...(refills.some(({ is }) => is === 'early') ? (['LT-P4'] as const) : []),
  ...(losses.length > 0 ? (['LT-P5'] as const) : []),
]
