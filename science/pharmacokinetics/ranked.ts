import type { PopulationCurves } from './population.ts'

/** Everybody's percent of their own peak, at each point from low to high: any quantile is then two reads away. */
export type Ranked = { count: number; points: number; percentOfPeak: Float32Array }

/** Sorts once, so that a band of another width costs next to nothing afterwards. */
export const rankedOf = ({ count, grid, drugNgPerMl, peakNgPerMl }: PopulationCurves): Ranked => {
  const percentOfPeak = new Float32Array(count * grid.points)
  for (let point = 0; point < grid.points; point++) {
    const row = percentOfPeak.subarray(point * count, (point + 1) * count)
    for (let i = 0; i < count; i++) {
      const peak = peakNgPerMl[i] ?? 0
      row[i] = peak > 0 ? (100 * (drugNgPerMl[point * count + i] ?? 0)) / peak : 0
    }
    row.sort()
  }
  return { count, points: grid.points, percentOfPeak }
}

/** The value at every point below which this part of the people lie, from 0 to 1; as quantilesOf has it. */
export const rankedCurve = ({ count, points, percentOfPeak }: Ranked, quantile: number): Float32Array => {
  const place = quantile * (count - 1)
  const below = Math.floor(place)
  const above = Math.min(below + 1, count - 1)
  const curve = new Float32Array(points)
  for (let point = 0; point < points; point++) {
    const low = percentOfPeak[point * count + below] ?? Number.NaN
    const high = percentOfPeak[point * count + above] ?? Number.NaN
    curve[point] = low + (place - below) * (high - low)
  }
  return curve
}
