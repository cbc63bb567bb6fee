import { type People, readPeople } from '../../science/pharmacokinetics/people/people.ts'
import { simulate } from '../../science/pharmacokinetics/simulate.ts'
import type { SimulationInput } from '../../science/pharmacokinetics/simulation.ts'
import type { Answered } from './useSimulation.ts'

// The whole virtual population is simulated here, so that a screen never waits for it.
let people: People | undefined

addEventListener(
  'message',
  ({ data }: MessageEvent<{ people: ArrayBuffer } | { key: string; input: SimulationInput }>) => {
    if ('people' in data) people = readPeople(new Uint8Array(data.people))
    else postMessage({ key: data.key, simulation: simulate(data.input, people) } satisfies Answered)
  },
)
