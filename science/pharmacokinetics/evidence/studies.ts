import type { Dose, SingleDose } from '../doses.ts'
import { k1, type Model, pr2021, sim2022 } from '../models/model.ts'
import { pr2021Person } from '../models/pr2021.ts'
import { typicalPerson } from '../people/deviates.ts'
import { findObservation } from '../published/observations.ts'
import { curveOf } from '../typical.ts'

/** A constant infusion that began at minute 0. */
export const infusionOf = (mg: number, minutes: number): Dose => ({
  route: 'iv-infusion',
  rates: [{ fromMinute: 0, mgPerHour: (mg * 60) / minutes }],
  untilMinute: minutes,
})
export const once = (route: SingleDose['route'], doseMg: number): Dose => ({ route, atMinute: 0, doseMg })
/** Devices five minutes apart, as the label has them used. */
export const devices = (count: number): Dose => ({
  route: 'nasal-esketamine',
  deviceMinutes: Array.from({ length: count }, (_, i) => i * 5),
})

/** Weight of the typical person where a study gives none. */
const usualKg = 70
const grid = (hours: number) => ({ stepMinutes: 1, points: hours * 60 + 1 })

/** Minute by minute; `hours` is the end of the area too. */
export const onK1 = (dose: Dose, hours: number, kg = usualKg) =>
  curveOf(k1, k1.person(typicalPerson, kg), [dose], grid(hours), true)
export const onPr2021 = (dose: Dose, hours: number, stratum?: Parameters<typeof pr2021Person>[1]) =>
  curveOf(pr2021, pr2021Person(typicalPerson, stratum), [dose], grid(hours), true)
export const onSim2022 = (dose: Dose, hours: number) =>
  curveOf(sim2022, sim2022.person(typicalPerson, usualKg), [dose], grid(hours))

/** Long enough that less than a millionth is left. */
const toInfinity = 120
const areaPerMg = <Person extends { v1: number; vn?: number }>(
  model: Model<Person>,
  person: Person,
  dose: Dose,
  mg: number,
) => curveOf(model, person, [dose], grid(toInfinity)).metrics.areaNgHPerMl / mg

/** The part of a dose that reaches the circulation: its area per mg against that of an infusion. */
export const absorbedOnK1 = (dose: Dose, mg: number): number => {
  const person = k1.person(typicalPerson, usualKg)
  return areaPerMg(k1, person, dose, mg) / areaPerMg(k1, person, infusionOf(10, 30), 10)
}
export const absorbedOnPr2021 = (dose: Dose, mg: number): number => {
  const person = pr2021Person(typicalPerson)
  return areaPerMg(pr2021, person, dose, mg) / areaPerMg(pr2021, person, infusionOf(10, 30), 10)
}

/** A number that an observation must have, or this table was written wrongly. */
export const publishedIn = (
  id: string,
  field: 'peakNgPerMl' | 'peakMinute' | 'areaNgHPerMl' | 'fraction' | 'norketaminePeakNgPerMl',
): number => {
  const value = findObservation(id)?.[field]
  if (value === undefined) throw new RangeError(`Observation ${id} has no ${field}.`)
  return value
}
