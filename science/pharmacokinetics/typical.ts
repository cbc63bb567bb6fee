import { courseOf, type Grid } from './course.ts'
import type { Dose } from './doses.ts'
import { minutesAboveHalf } from './metrics.ts'
import { type Model, statesFor } from './models/model.ts'
import { networkOf } from './network.ts'
import type { TypicalCurve } from './simulation.ts'

const ngPerUg = 1_000

export const percentOf = (values: readonly number[], peak: number): number[] =>
  values.map((value) => (peak > 0 ? (100 * value) / peak : 0))

/** The curve of one person with given parameters. ng/mL and minutes. */
export const curveOf = <Person extends { v1: number; vn?: number }>(
  model: Model<Person>,
  person: Person,
  doses: readonly Dose[],
  grid: Grid,
  withNorketamine = false,
): TypicalCurve => {
  const network = networkOf(model.flows, statesFor(model, doses, withNorketamine))
  const course = courseOf(network, grid, withNorketamine ? ['central', 'norketamine'] : ['central'])
  const into = new Float64Array(grid.points)
  const metabolite = new Float64Array(grid.points)
  const perAmount = ngPerUg / person.v1
  const metabolitePerAmount = ngPerUg / (person.vn ?? Number.NaN)
  const main = { perAmount, into, offset: 0, stride: 1 }
  const second = { perAmount: metabolitePerAmount, into: metabolite, offset: 0, stride: 1 }
  const peak = course.follow(
    person,
    doses.flatMap((dose) => model.changes(dose, person)),
    withNorketamine ? [main, second] : [main],
  )
  const drugNgPerMl = [...into]
  const curve = {
    drugNgPerMl,
    percentOfPeak: percentOf(drugNgPerMl, peak.value),
    metrics: {
      peakNgPerMl: peak.value,
      peakMinute: peak.minute,
      areaNgHPerMl: ngPerUg * (course.amounts[network.states.indexOf('area')] ?? Number.NaN),
      minutesAboveHalfPeak: minutesAboveHalf(drugNgPerMl, peak.value, grid.stepMinutes, grid.points),
    },
  }
  if (!withNorketamine || person.vn === undefined) return curve
  const highest = metabolite.reduce((best, value, point) => (value > (metabolite[best] ?? 0) ? point : best), 0)
  return {
    ...curve,
    norketamineNgPerMl: [...metabolite],
    norketamineMetrics: {
      peakNgPerMl: metabolite[highest] ?? 0,
      peakMinute: highest * grid.stepMinutes,
      areaNgHPerMl: ngPerUg * (course.amounts[network.states.indexOf('norketamineArea')] ?? Number.NaN),
    },
  }
}
