import type { PopulationCurves } from './population.ts'
import { quantilesOf } from './quantiles.ts'
import type { Curve, QuantileCurve } from './simulation.ts'

/** One list a quantile, over the points, of values laid out point by point. */
const bandsOf = (
  { count, grid }: PopulationCurves,
  quantiles: readonly number[],
  every: number,
  fill: (point: number, into: Float32Array) => void,
): number[][] => {
  const scratch = new Float32Array(count)
  const bands = quantiles.map(() => [] as number[])
  for (let point = 0; point < grid.points; point += every) {
    fill(point, scratch)
    quantilesOf(scratch, quantiles).forEach((value, q) => {
      bands[q]?.push(value)
    })
  }
  return bands
}

const of = (values: Float32Array, quantiles: readonly number[]) => quantilesOf(values.slice(), quantiles)

/** At every n-th point: quantile curves, in ng/mL and as percent of each person's own peak, and quantiles of the metrics. */
export const quantileCurves = (curves: PopulationCurves, quantiles: readonly number[], every = 1): QuantileCurve[] => {
  const { count, drugNgPerMl, norketamineNgPerMl, peakNgPerMl } = curves
  const row = (values: Float32Array, point: number) => values.subarray(point * count, (point + 1) * count)
  const levels = bandsOf(curves, quantiles, every, (point, into) => into.set(row(drugNgPerMl, point)))
  const percents = bandsOf(curves, quantiles, every, (point, into) => {
    for (let i = 0; i < count; i++) {
      const peak = peakNgPerMl[i] ?? 0
      into[i] = peak > 0 ? (100 * (drugNgPerMl[point * count + i] ?? 0)) / peak : 0
    }
  })
  const metabolites = norketamineNgPerMl
    ? bandsOf(curves, quantiles, every, (point, into) => into.set(row(norketamineNgPerMl, point)))
    : undefined
  const peaks = of(peakNgPerMl, quantiles)
  const minutes = of(curves.peakMinute, quantiles)
  const areas = of(curves.areaNgHPerMl, quantiles)
  const halves = of(curves.minutesAboveHalfPeak, quantiles)
  return quantiles.map((quantile, q) => {
    const norketamine = metabolites?.[q]
    return {
      quantile,
      drugNgPerMl: levels[q] ?? [],
      percentOfPeak: percents[q] ?? [],
      ...(norketamine ? { norketamineNgPerMl: norketamine } : {}),
      metrics: {
        peakNgPerMl: peaks[q] ?? Number.NaN,
        peakMinute: minutes[q] ?? Number.NaN,
        areaNgHPerMl: areas[q] ?? Number.NaN,
        minutesAboveHalfPeak: halves[q] ?? Number.NaN,
      },
    }
  })
}

/** The curves of the first few virtual people, whole. */
export const exampleCurves = (curves: PopulationCurves, examples: number, every = 1): Curve[] =>
  Array.from({ length: Math.min(examples, curves.count) }, (_, i) => {
    const peak = curves.peakNgPerMl[i] ?? 0
    const drugNgPerMl = Array.from(
      { length: (curves.grid.points - 1) / every + 1 },
      (_, point) => curves.drugNgPerMl[point * every * curves.count + i] ?? 0,
    )
    return { drugNgPerMl, percentOfPeak: drugNgPerMl.map((value) => (peak > 0 ? (100 * value) / peak : 0)) }
  })
