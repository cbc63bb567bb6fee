import { courseOf, type Grid } from './course.ts'
import type { Dose } from './doses.ts'
import { minutesAboveHalf } from './metrics.ts'
import { type Model, statesFor } from './models/model.ts'
import { networkOf } from './network.ts'
import { deviatesOf, type People } from './people/people.ts'
import { weightOf } from './people/weight.ts'

/** Everybody's curve: point by point, and within a point person by person, so that a quantile reads one run of memory. */
export type PopulationCurves = {
  count: number
  grid: Grid
  drugNgPerMl: Float32Array
  norketamineNgPerMl?: Float32Array
  peakNgPerMl: Float32Array
  peakMinute: Float32Array
  areaNgHPerMl: Float32Array
  minutesAboveHalfPeak: Float32Array
}

const ngPerUg = 1_000

/** Simulates every virtual person. No residual (assay) error: the bands are differences between people only. */
export const populationOf = <Person extends { v1: number; vn: number }>(
  model: Model<Person>,
  people: People,
  doses: readonly Dose[],
  grid: Grid,
  { weightKg, norketamine = false }: { weightKg?: number | undefined; norketamine?: boolean } = {},
): PopulationCurves => {
  const { count } = people
  const network = networkOf(model.flows, statesFor(model, doses, norketamine))
  const course = courseOf(network, grid, norketamine ? ['central', 'norketamine'] : ['central'])
  const area = network.states.indexOf('area')
  const curves = {
    count,
    grid,
    drugNgPerMl: new Float32Array(count * grid.points),
    peakNgPerMl: new Float32Array(count),
    peakMinute: new Float32Array(count),
    areaNgHPerMl: new Float32Array(count),
    minutesAboveHalfPeak: new Float32Array(count),
  }
  const metabolite = new Float32Array(norketamine ? count * grid.points : 0)
  for (let i = 0; i < count; i++) {
    const deviates = deviatesOf(people, i)
    const person = model.person(deviates, weightKg ?? weightOf(deviates))
    const changes = doses.flatMap((dose) => model.changes(dose, person))
    const main = {
      perAmount: ngPerUg / person.v1,
      into: curves.drugNgPerMl,
      offset: i,
      stride: count,
    }
    const second = {
      perAmount: ngPerUg / person.vn,
      into: metabolite,
      offset: i,
      stride: count,
    }
    const peak = course.follow(person, changes, norketamine ? [main, second] : [main])
    curves.peakNgPerMl[i] = peak.value
    curves.peakMinute[i] = peak.minute
    curves.areaNgHPerMl[i] = ngPerUg * (course.amounts[area] ?? Number.NaN)
    curves.minutesAboveHalfPeak[i] = minutesAboveHalf(
      curves.drugNgPerMl,
      peak.value,
      grid.stepMinutes,
      grid.points,
      i,
      count,
    )
  }
  return norketamine ? { ...curves, norketamineNgPerMl: metabolite } : curves
}
