import type { Change } from '../course.ts'
import {
  type Dose,
  infusionChanges,
  lozengeChanges,
  muscleChanges,
  nasalChanges,
  oralChanges,
  type SimulatedRoute,
} from '../doses.ts'
import type { FactSource } from '../fact.ts'
import type { Flow } from '../network.ts'
import type { Deviates } from '../people/deviates.ts'
import { papers } from '../sources.ts'
import { type K1Person, k1Flows, k1Person } from './k1.ts'
import { type Pr2021Person, pr2021Flows, pr2021Person } from './pr2021.ts'
import { type Sim2022Person, sim2022Flows, sim2022Person } from './sim2022.ts'

/** A published model, ready for the engine. `person` makes one person's parameters from deviates and a weight in kg. */
export type Model<Person> = {
  id: 'K1' | 'PR2021' | 'SIM2022'
  title: string
  /** Where blood was drawn. Curves of different sites never share an axis unlabelled. */
  site: 'venous' | 'arterial'
  source: FactSource
  routes: readonly SimulatedRoute[]
  disposition: readonly string[]
  metabolite: readonly string[]
  flows: readonly Flow<Person>[]
  person: (deviates: Deviates, weightKg: number) => Person
  changes: (dose: Dose, person: Person) => Change[]
}

const notOf = (id: string, dose: Dose): never => {
  throw new RangeError(`The model ${id} does not know the route ${dose.route}.`)
}
const three = ['central', 'peripheral1', 'peripheral2']
const norketamine = ['norketamine', 'norketaminePeripheral']

export const k1: Model<K1Person> = {
  id: 'K1',
  title: 'Venous disposition of Fanta 2015 and Otto 2021 with the input of each route',
  site: 'venous',
  source: papers.otto,
  routes: ['iv-infusion', 'im', 'lozenge', 'oral', 'nasal-esketamine'],
  disposition: three,
  metabolite: norketamine,
  flows: k1Flows,
  person: k1Person,
  changes: (dose, person) => {
    if (dose.route === 'iv-infusion') return infusionChanges(dose)
    if (dose.route === 'nasal-esketamine') return nasalChanges(dose, person)
    if (dose.route === 'im') return muscleChanges(dose, person)
    return dose.route === 'lozenge' ? lozengeChanges(dose, person) : oralChanges(dose, person)
  },
}

export const pr2021: Model<Pr2021Person> = {
  id: 'PR2021',
  title: 'Nasal esketamine of Perez-Ruixo 2021',
  site: 'venous',
  source: papers.perezRuixo,
  routes: ['nasal-esketamine', 'iv-infusion'],
  disposition: [...three, 'liver'],
  metabolite: norketamine,
  flows: pr2021Flows,
  person: (deviates) => pr2021Person(deviates),
  changes: (dose, person) => {
    if (dose.route === 'iv-infusion') return infusionChanges(dose)
    return dose.route === 'nasal-esketamine' ? nasalChanges(dose, person) : notOf('PR2021', dose)
  },
}

export const sim2022: Model<Sim2022Person> = {
  id: 'SIM2022',
  title: 'S-ketamine film and infusion of Simons 2022',
  site: 'arterial',
  source: papers.simons,
  routes: ['iv-infusion', 'lozenge'],
  disposition: three,
  metabolite: [],
  flows: sim2022Flows,
  person: sim2022Person,
  changes: (dose, person) => {
    if (dose.route === 'iv-infusion') return infusionChanges(dose)
    if (dose.route !== 'lozenge') return notOf('SIM2022', dose)
    return lozengeChanges(dose, { ...person, swallowedDuration: 1 })
  },
}

const entrances: Record<SimulatedRoute, readonly string[]> = {
  'iv-infusion': ['infusionRate'],
  im: ['muscle'],
  lozenge: ['mucosaInput', 'swallowedInput', 'mucosa', 'swallowed'],
  oral: ['oralInput', 'oral'],
  'nasal-esketamine': ['swallowedInput', 'nose', 'swallowed'],
}
const entranceOrder = ['infusionRate', 'mucosaInput', 'swallowedInput', 'oralInput', 'muscle', 'mucosa', 'nose']

/** The states that these doses need, inputs first so that the matrix stays near-triangular and each step cheap. */
export const statesFor = (
  model: Pick<Model<never>, 'disposition' | 'metabolite' | 'flows'>,
  doses: readonly Dose[],
  withNorketamine: boolean,
): string[] => {
  const known = new Set(model.flows.flatMap(({ from, to }) => [from, to]))
  const entering = new Set(doses.flatMap(({ route }) => entrances[route].filter((state) => known.has(state))))
  return [
    ...entranceOrder.filter((state) => entering.delete(state)),
    ...entering,
    ...model.disposition,
    ...(withNorketamine ? model.metabolite : []),
    'area',
    ...(withNorketamine && model.metabolite.length > 0 ? ['norketamineArea'] : []),
  ]
}
