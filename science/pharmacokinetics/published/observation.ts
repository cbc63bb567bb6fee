import type { SimulatedRoute } from '../doses.ts'
import type { FactSource } from '../fact.ts'
import type { SimulationInput } from '../simulation.ts'

/** What an observation may be used for. None was ever used to fit anything. */
export type ObservationUse =
  /** compared with the curve of the product */
  | 'validation'
  /** checks that a model was written down correctly, against numbers computed from that model or its own study */
  | 'verification'
  /** shown for contrast; its formulation, site or people are not those of the curve */
  | 'contrast'
  /** an input rests on it */
  | 'input'

/** What one published study measured. A value that the source does not give is absent. */
export type Observation = {
  id: string
  study: string
  use: ObservationUse
  route: SimulatedRoute
  drug: SimulationInput['drug']
  form: string
  doseMg?: number
  infusionMinutes?: number
  people: string
  count?: number
  site: 'venous' | 'arterial' | 'not stated'
  peakNgPerMl?: number
  peakSpread?: string
  peakMinute?: number
  /** Hours over which the area was taken; absent with an area means to infinity, or not stated. */
  areaHours?: number
  areaNgHPerMl?: number
  halfLifeHours?: number
  /** Part of the dose that reached the circulation, 0 to 1. */
  fraction?: number
  points?: readonly { hours: number; ngPerMl: number }[]
  norketaminePeakNgPerMl?: number
  norketaminePoints?: readonly { hours: number; ngPerMl: number }[]
  remark?: string
  source: FactSource
}

export const pairs = (...numbers: readonly (readonly [number, number])[]) =>
  numbers.map(([hours, ngPerMl]) => ({ hours, ngPerMl }))
