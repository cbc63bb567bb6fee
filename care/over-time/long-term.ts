import type { Route } from '../../science/decide.ts'
import type { RelapseRule } from '../../science/instruments/course.ts'
import { type CheckState, checksFor, type LongTermCheck, stateOfCheck } from '../../science/maintenance/checks.ts'
import { exposureOf, type OfRoute, type PatternId, patternsIn } from '../../science/maintenance/exposure.ts'
import { type AfterDose, afterDoses, type ReturnBand, returnBand } from '../../science/maintenance/return.ts'
import {
  dispensedOf,
  type Refill,
  refillsOf,
  type Supply,
  type SupplyPatternId,
  supplyPatternsIn,
} from '../../science/maintenance/supply.ts'
import type { Day, Instant } from '../../science/time.ts'
import type { Series } from '../outcomes/series.ts'

export type Done = Record<LongTermCheck['looksAt'], Day | null>

/** What an evaluation has about ketamine from elsewhere. */
export type Elsewhere = {
  key: 'otherKetaminePrescriber' | 'ketamineMisuse'
  value: boolean | null
  recordedAt: Instant
}

/** Take-home doses that were lost or damaged, as told. */
export type Lost = { what: 'lost' | 'damaged'; units: number | null; on: string | null }

/** What went home, as far as somebody recorded it. Whether it was taken is not known; it is never added to what was given here. */
export type TakenHome = { dispensed: ReturnType<typeof dispensedOf>; refills: Refill[]; losses: Lost[] }

export type Returns =
  | { is: 'no dose' | 'no baseline' }
  | {
      is: 'read'
      rule: Pick<RelapseRule, 'from' | 'riseFrom'>
      doses: AfterDose[]
      band: ReturnBand
      plan: { least: number; most: number } | null
    }

/** What is shown of months of treatment. It prompts somebody to look; it orders nothing and proposes no interval. */
export type LongTerm = {
  exposure: OfRoute[]
  elsewhere: Elsewhere[]
  patterns: (PatternId | SupplyPatternId)[]
  takenHome: TakenHome
  checks: { id: string; state: CheckState }[]
  returns: Returns
}

type Known = {
  today: Day
  given: readonly { sessionId: string; at: Instant; on: Day; route: Route; mg: number | null }[]
  phq9: Series | undefined
  plan: { daysBetweenLeast: number; daysBetweenMost: number; sessions: number } | undefined
  doneOfPlan: number
  done: Done
  elsewhere: Elsewhere[]
  supplies: readonly Supply[]
  losses: Lost[]
}

export const longTermOf = (known: Known): LongTerm => {
  const { today, given, phq9, plan, doneOfPlan, done, elsewhere, supplies, losses } = known
  const refills = refillsOf(supplies)
  const days = given.map(({ on }) => on).toSorted()
  const lastSession = days.at(-1)
  const routes = [...new Set(given.map(({ route }) => route))]
  return {
    exposure: exposureOf(given),
    elsewhere,
    patterns: [...patternsIn(days, plan && { ...plan, done: doneOfPlan }), ...supplyPatternsIn(refills, losses)],
    takenHome: { dispensed: dispensedOf(supplies), refills, losses },
    checks: lastSession
      ? checksFor(routes).map((check) => ({
          id: check.id,
          state: stateOfCheck(check, done[check.looksAt] ?? undefined, lastSession, today),
        }))
      : [],
    returns: returnsOf(given, phq9, plan),
  }
}

/** The last dose of a session stands for it. */
const returnsOf = (given: Known['given'], phq9: Series | undefined, plan: Known['plan']): Returns => {
  if (given.length === 0) return { is: 'no dose' }
  const rule = phq9?.relapse?.rule
  if (!phq9?.baseline || !rule) return { is: 'no baseline' }
  const ends = new Map(given.toSorted((a, b) => a.at.localeCompare(b.at)).map(({ sessionId, at }) => [sessionId, at]))
  const scores = phq9.points.flatMap(({ at, score }) =>
    score === null ? [] : [{ at, total: score, status: 'final' as const }],
  )
  const doses = afterDoses([...ends.values()], scores, phq9.baseline.total, rule)
  return {
    is: 'read',
    rule: { from: rule.from, riseFrom: rule.riseFrom },
    doses,
    band: returnBand(doses),
    plan: plan ? { least: plan.daysBetweenLeast, most: plan.daysBetweenMost } : null,
  }
}
