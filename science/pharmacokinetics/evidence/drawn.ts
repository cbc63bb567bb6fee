import { quantileCurves } from '../bands.ts'
import type { Dose } from '../doses.ts'
import { k1, type Model, pr2021 } from '../models/model.ts'
import { drawPeople } from '../people/draw.ts'
import { populationOf } from '../population.ts'
import { devices, infusionOf, once } from './studies.ts'

/** What the product draws for one study example: 5th, 50th and 95th percentile of the virtual people. */
export type Drawn = { name: string; peakNgPerMl: number[]; peakMinute: number[]; at120NgPerMl: number[] }

const grid = { stepMinutes: 1, points: 241 }

const drawn = <Person extends { v1: number; vn: number }>(name: string, model: Model<Person>, dose: Dose): Drawn => {
  const bands = quantileCurves(populationOf(model, drawPeople(), [dose], grid), [0.05, 0.5, 0.95])
  return {
    name,
    peakNgPerMl: bands.map(({ metrics }) => metrics.peakNgPerMl),
    peakMinute: bands.map(({ metrics }) => metrics.peakMinute),
    at120NgPerMl: bands.map(({ drugNgPerMl }) => drugNgPerMl[120] ?? Number.NaN),
  }
}

export const drawnExamples = (): Drawn[] => [
  drawn('Racemic ketamine 35 mg into a vein over 40 min', k1, infusionOf(35, 40)),
  drawn('Racemic ketamine 35 mg into a muscle', k1, once('im', 35)),
  drawn('Racemic ketamine 25 mg lozenge', k1, once('lozenge', 25)),
  drawn('Esketamine 84 mg nasal spray', pr2021, devices(3)),
  drawn('Racemic ketamine 25 mg swallowed', k1, once('oral', 25)),
]
