import type { Route } from './decide.ts'
import { type Judgement, judge } from './plausibility.ts'
import { generalReview, register } from './register.ts'
import type { Source } from './sources.ts'
import type { Day } from './time.ts'
import { scienceWords as words } from './words.ts'

/** What has been reported for mood by this route: shown beside the prescriber's own dose, never offered as one. */
export type ReportedRange = (
  | { mgPerKg: readonly [number, number]; mg?: never }
  | { mg: readonly [number, number]; mgPerKg?: never }
) & {
  says: string
  sources: readonly [Source, ...Source[]]
  reviewBy: Day
}

export const reportedRanges: Partial<Record<Route, ReportedRange>> = {
  im: {
    mgPerKg: [0.25, 1.5],
    says: 'Reported for IM: 0.25 to 0.5 mg/kg in trials, 0.5 to 1.5 mg/kg in practice reports. Not a guideline.',
    sources: [register.imTrials, register.imPractice],
    reviewBy: generalReview,
  },
  iv: {
    mgPerKg: [0.5, 1],
    says: 'Reported for IV: 0.5 mg/kg over 40 minutes in most studies, 0.5 to 1.0 mg/kg over 40 to 60 minutes described. Above 0.5 mg/kg there are few data. Not a guideline.',
    sources: [register.oliver, register.phillips, register.sanacora],
    reviewBy: generalReview,
  },
  lozenge: {
    mg: [50, 450],
    says: 'Reported for lozenges: 50 to 450 mg in programs, with low-dose regimens besides. Not a guideline.',
    sources: [register.sublingualCohorts, register.chong],
    reviewBy: generalReview,
  },
}

/**
 * A typed dose (mg) for a weight (kg): refused when impossible, asked once more when it lies outside what has been
 * reported for the route. Says nothing about which dose to give. Without a weight it asks, because it cannot tell.
 * Esketamine comes in two doses whatever the weight; its plan takes no other (care/plans).
 */
export const judgeDose = (route: Route, mg: number, weight: number | undefined): Judgement => {
  const alone = judge('dose', mg)
  if (typeof alone === 'object' && 'refuse' in alone) return alone
  if (route === 'esketamine') return alone
  if (weight === undefined) return { ask: words.noWeight }
  const mgPerKg = mg / weight
  const byWeight = judge('doseByWeight', mgPerKg)
  if (typeof byWeight === 'object' && 'refuse' in byWeight) return byWeight
  const reported = reportedRanges[route]
  if (!reported) return alone
  const [lowest, highest] = reported.mg ?? reported.mgPerKg.map((perKg) => perKg * weight)
  // Compared in mg so that 45 mg for 30 kg is 1.5 mg/kg and not a rounding error more.
  if (mg < Number(lowest) || mg > Number(highest)) {
    const perKg = reported.mg ? undefined : mgPerKg.toFixed(2)
    return { ask: words.outsideReported(mg, weight, perKg, reported.says) }
  }
  return alone
}
