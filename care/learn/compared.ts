import type { Observation } from '../../science/pharmacokinetics/published/observation.ts'
import { observations } from '../../science/pharmacokinetics/published/observations.ts'
import type { SimulationInput } from '../../science/pharmacokinetics/simulation.ts'

/** A published measurement over a curve. */
export type Point = { id: string; minute: number; ngPerMl: number; status: Observation['source']['status'] }

const sameDose = ({ doseMg, infusionMinutes }: Observation, input: SimulationInput): boolean => {
  const [dose] = input.doses
  if (!dose || input.doses.length > 1 || doseMg === undefined || dose.route === 'nasal-esketamine') return false
  if (dose.route !== 'iv-infusion') return Math.abs(dose.doseMg - doseMg) < 1e-6
  const [only] = dose.rates
  if (!only || dose.rates.length > 1 || infusionMinutes === undefined) return false
  const minutes = dose.untilMinute - only.fromMinute
  return Math.abs(minutes - infusionMinutes) < 1e-6 && Math.abs((only.mgPerHour * minutes) / 60 - doseMg) < 1e-6
}

/**
 * What was measured in a vein of adults at exactly this dose. Nothing is scaled from another dose; what was measured in an
 * artery, at a site not stated or in children never stands over a curve of the vein.
 */
export const pointsFor = (input: SimulationInput): { parent: Point[]; norketamine: Point[] } => {
  const [dose] = input.doses
  const same = observations.filter(
    (one) =>
      one.route === dose?.route &&
      one.drug === input.drug &&
      one.site === 'venous' &&
      one.use === 'validation' &&
      sameDose(one, input),
  )
  const inside = ({ minute }: Point) => minute <= input.horizonMinutes
  const from = (one: Observation, points: Observation['points']): Point[] =>
    (points ?? []).map(({ hours, ngPerMl }) => ({
      id: `${one.id} ${hours} h`,
      minute: hours * 60,
      ngPerMl,
      status: one.source.status,
    }))
  const peak = (one: Observation): Point[] =>
    one.peakNgPerMl !== undefined && one.peakMinute !== undefined
      ? [{ id: `${one.id} peak`, minute: one.peakMinute, ngPerMl: one.peakNgPerMl, status: one.source.status }]
      : []
  return {
    parent: same.flatMap((one) => (one.points ? from(one, one.points) : peak(one))).filter(inside),
    norketamine: same.flatMap((one) => from(one, one.norketaminePoints)).filter(inside),
  }
}

/** Studies whose dose can be drawn, to begin with. */
export const studies: readonly Observation[] = observations.filter(
  ({ use, site, doseMg, route, infusionMinutes, peakNgPerMl }) =>
    use === 'validation' &&
    site === 'venous' &&
    doseMg !== undefined &&
    peakNgPerMl !== undefined &&
    (route !== 'iv-infusion' || infusionMinutes !== undefined),
)

/** What was measured on a route, for the list beside the picture; numbers that a model computed are none of it. */
export const measuredOn = (route: Observation['route']): Observation[] =>
  observations.filter((one) => one.route === route && one.peakNgPerMl !== undefined)
