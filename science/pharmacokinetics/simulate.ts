import { exampleCurves, quantileCurves } from './bands.ts'
import { type Dose, givenMg } from './doses.ts'
import { muscleFractionInChildren } from './models/inputs.ts'
import { k1, type Model, pr2021 } from './models/model.ts'
import { typicalPerson } from './people/deviates.ts'
import type { People } from './people/people.ts'
import { weightFacts } from './people/weight.ts'
import { populationOf } from './population.ts'
import { limitsOf } from './published/limits.ts'
import type { Alternative, Simulation, SimulationInput, TypicalCurve } from './simulation.ts'
import { curveOf } from './typical.ts'

/** Followed at least minute by minute, so that a peak is found however few points are asked for; `every` n-th is shown. */
const gridOf = ({ horizonMinutes, stepMinutes }: SimulationInput) => {
  const every = Math.ceil(stepMinutes)
  const points = Math.round(horizonMinutes / stepMinutes) * every + 1
  return { stepMinutes: stepMinutes / every, points, every }
}

const thinned = (values: readonly number[], every: number): number[] => values.filter((_, point) => point % every === 0)

const shown = (curve: TypicalCurve, every: number): TypicalCurve => ({
  ...curve,
  drugNgPerMl: thinned(curve.drugNgPerMl, every),
  percentOfPeak: thinned(curve.percentOfPeak, every),
  ...(curve.norketamineNgPerMl ? { norketamineNgPerMl: thinned(curve.norketamineNgPerMl, every) } : {}),
})

const alternativesOf = (input: SimulationInput, weightKg: number): Alternative[] => {
  const routes = input.doses.map(({ route }) => route)
  const grid = gridOf(input)
  const usual = k1.person(typicalPerson, weightKg)
  const curve = (person: typeof usual) => {
    const { drugNgPerMl, percentOfPeak, metrics } = shown(curveOf(k1, person, input.doses, grid), grid.every)
    return { drugNgPerMl, percentOfPeak, metrics }
  }
  if (routes.includes('nasal-esketamine'))
    return [{ id: 'K1', says: 'The same doses with the disposition used for the other routes', ...curve(usual) }]
  if (!routes.includes('im')) return []
  const absorbed = muscleFractionInChildren.value
  return [
    {
      id: 'im-fraction-of-children',
      says: 'If only 41 % of an injection into the muscle were absorbed, as was found in children',
      ...curve({ ...usual, muscleFraction: absorbed }),
    },
  ]
}

const simulateWith = <Person extends { v1: number; vn: number }>(
  model: Model<Person>,
  input: SimulationInput,
  people: People | undefined,
): Simulation => {
  const grid = gridOf(input)
  const doses: readonly Dose[] = input.doses
  const weightKg = input.weightKg ?? weightFacts.median.value
  const { id, title, site, source } = model
  const population = people && populationOf(model, people, doses, grid, input)
  return {
    format: 'evenkeel.simulation/1',
    drug: input.drug,
    esketamineFraction: input.drug === 'esketamine' ? 1 : 0.5,
    givenMg: doses.reduce((mg, dose) => mg + givenMg(dose), 0),
    model: { id, title, site, source },
    minutes: Array.from({ length: (grid.points - 1) / grid.every + 1 }, (_, point) => point * input.stepMinutes),
    typical: shown(curveOf(model, model.person(typicalPerson, weightKg), doses, grid, input.norketamine), grid.every),
    ...(population
      ? {
          people: {
            count: population.count,
            quantiles: quantileCurves(population, input.quantiles, grid.every),
            examples: exampleCurves(population, input.examples, grid.every),
          },
        }
      : {}),
    alternatives: input.alternatives ? alternativesOf(input, weightKg) : [],
    ...(input.norketamine ? { norketamineUncertainPercent: 40 as const } : {}),
    limits: limitsOf(
      doses.map(({ route }) => route),
      input,
    ).map(({ id, says }) => ({ id, says })),
  }
}

/**
 * What recorded or published doses typically look like in the blood of a vein over time. A picture for people who learn,
 * and the expected course behind recorded vital signs; never a dose, never a target, nothing about a patient's safety.
 * Pure: same input and people, same output; may run in a worker (input and output are plain data).
 * @param input parsed by parseSimulation (input.ts); minutes, mg, mg/h, kg
 * @param people the shipped population (readPeople of people.bin); without it only the typical person
 * @returns concentrations in ng/mL of venous plasma and as percent of each curve's own peak, at every step
 * Source: models/k1.ts, models/pr2021.ts. Checked: docs/evidence/pharmacokinetics.md and the tests here.
 */
export const simulate = (input: SimulationInput, people?: People): Simulation =>
  input.doses.every(({ route }) => route === 'nasal-esketamine')
    ? simulateWith(pr2021, input, people)
    : simulateWith(k1, input, people)
