import type { Route } from '../decide.ts'
import { generalReview, register } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import { type Day, daysBetween } from '../time.ts'

/** A dose that counts, on the clinic's own day. `mg`: what the patient had of it; null where that is not known. */
export type Given = { sessionId: string; on: Day; route: Route; mg: number | null }

/** `mg`: as far as it is known; `unknown`: of so many sessions it is not. */
export type OfRoute = { route: Route; mg: number; unknown: number; sessions: number; first: Day; last: Day }

/** Everything given here, by route: milligrams of different routes are different things and are not added up. */
export const exposureOf = (given: readonly Given[]): OfRoute[] =>
  [...Map.groupBy(given, ({ route }) => route)].map(([route, doses]) => {
    const days = doses.map(({ on }) => on).toSorted()
    const [first, last] = [days[0], days.at(-1)]
    if (!first || !last) throw new Error('A group without a dose')
    // Added up in hundredths, so that 0.1 and 0.2 make 0.3.
    const mg = doses.reduce((sum, dose) => sum + Math.round((dose.mg ?? 0) * 100), 0) / 100
    const unknown = sessionsOf(doses.filter((dose) => dose.mg === null))
    return { route, mg, unknown, sessions: sessionsOf(doses), first, last }
  })

const sessionsOf = (doses: readonly Given[]): number => new Set(doses.map(({ sessionId }) => sessionId)).size

/** Patterns somebody looks at. They say what is there; they accuse nobody and stop nothing. */
export const patterns = [
  {
    id: 'LT-P1',
    says: 'Each of the last two intervals between sessions was shorter than the one before by a day or more.',
    source: policy('shortening intervals are looked at'),
    further: [register.asa],
    reviewBy: generalReview,
  },
  {
    id: 'LT-P2',
    says: 'The last session came sooner after the one before it than the plan in force says.',
    source: policy('sessions sooner than planned are looked at'),
    further: [register.asa],
    reviewBy: generalReview,
  },
  {
    id: 'LT-P3',
    says: 'More sessions were given than the plan in force says.',
    source: policy('sessions above the plan are looked at'),
    further: [register.asa],
    reviewBy: generalReview,
  },
] as const satisfies readonly { id: string; says: string; source: Source; further: readonly Source[]; reviewBy: Day }[]
export type PatternId = (typeof patterns)[number]['id']

type Planned = { daysBetweenLeast: number; sessions: number; done: number }

/**
 * Which patterns are there. @param days one a session @param plan the one in force; undefined: nothing is planned, so nothing is above it
 */
export const patternsIn = (days: readonly Day[], plan: Planned | undefined): PatternId[] => {
  const each = days.toSorted()
  const gaps = each.slice(1).map((day, index) => daysBetween(each[index] ?? day, day))
  const [third, second, newest] = gaps.slice(-3)
  const found: PatternId[] = []
  if (third !== undefined && second !== undefined && newest !== undefined && third > second && second > newest)
    found.push('LT-P1')
  const last = gaps.at(-1)
  if (plan && last !== undefined && last < plan.daysBetweenLeast) found.push('LT-P2')
  if (plan && plan.done > plan.sessions) found.push('LT-P3')
  return found
}
