import type { Route } from './decide.ts'
import { type Judgement, judge } from './plausibility.ts'
import { generalReview, register } from './register.ts'
import type { Source } from './sources.ts'
import type { Day } from './time.ts'

/** What has been reported for mood by this route: shown beside the prescriber's own dose, never offered as one. */
export type ReportedRange = {
  mgPerKg: readonly [number, number]
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
}

/**
 * A typed dose (mg) for a weight (kg): refused when impossible, asked once more when it lies outside what has been
 * reported for the route. Says nothing about which dose to give. Without a weight it asks, because it cannot tell.
 */
export const judgeDose = (route: Route, mg: number, weight: number | undefined): Judgement => {
  const alone = judge('dose', mg)
  if (typeof alone === 'object' && 'refuse' in alone) return alone
  if (weight === undefined) return { ask: 'No weight is recorded, so the dose could not be checked against it.' }
  const mgPerKg = mg / weight
  const byWeight = judge('doseByWeight', mgPerKg)
  if (typeof byWeight === 'object' && 'refuse' in byWeight) return byWeight
  const reported = reportedRanges[route]
  if (!reported) return alone
  const [lowest, highest] = reported.mgPerKg
  // Compared in mg so that 45 mg for 30 kg is 1.5 mg/kg and not a rounding error more.
  if (mg < lowest * weight || mg > highest * weight) {
    const shown = mgPerKg.toFixed(2)
    return { ask: `${mg} mg at ${weight} kg is ${shown} mg/kg, outside what has been reported. ${reported.says}` }
  }
  return alone
}
