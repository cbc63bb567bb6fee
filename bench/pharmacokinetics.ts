import { quantileCurves } from '../science/pharmacokinetics/bands.ts'
import type { Dose } from '../science/pharmacokinetics/doses.ts'
import { devices, infusionOf, once } from '../science/pharmacokinetics/evidence/studies.ts'
import { k1, pr2021 } from '../science/pharmacokinetics/models/model.ts'
import { drawPeople } from '../science/pharmacokinetics/people/draw.ts'
import type { People } from '../science/pharmacokinetics/people/people.ts'
import { type PopulationCurves, populationOf } from '../science/pharmacokinetics/population.ts'

/** Four routes, 240 minutes, a point a minute: the picture that the public page draws. */
const grid = { stepMinutes: 1, points: 241 }
const k1Doses: readonly Dose[] = [infusionOf(35, 40), once('im', 35), once('lozenge', 25)]

const curvesOf = function* (people: People): Generator<PopulationCurves> {
  for (const dose of k1Doses) yield populationOf(k1, people, [dose], grid)
  yield populationOf(pr2021, people, [devices(3)], grid)
}

type Times = { curvesMs: number; bandsMs: number; curvesCpuMs: number; bandsCpuMs: number }

const cpuMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1_000
}

const round = (people: People): Times => {
  const times: Times = { curvesMs: 0, bandsMs: 0, curvesCpuMs: 0, bandsCpuMs: 0 }
  let [at, cpu] = [performance.now(), process.cpuUsage()]
  for (const curves of curvesOf(people)) {
    times.curvesMs += performance.now() - at
    times.curvesCpuMs += cpuMs(cpu)
    ;[at, cpu] = [performance.now(), process.cpuUsage()]
    quantileCurves(curves, [0.05, 0.25, 0.5, 0.75, 0.95])
    times.bandsMs += performance.now() - at
    times.bandsCpuMs += cpuMs(cpu)
    ;[at, cpu] = [performance.now(), process.cpuUsage()]
  }
  return times
}

const least = (rounds: readonly Times[], key: keyof Times): number =>
  Math.round(Math.min(...rounds.map((times) => times[key])))

/**
 * Milliseconds for the curves of all people on four routes, and for their bands in ng/mL and percent of peak. Wall and
 * processor time, the least of several rounds after warming up: on a machine shared with others the wall clock measures
 * the others.
 */
export const simulatePopulation = (count: number, rounds: number) => {
  const people = drawPeople(count)
  const all = Array.from({ length: rounds }, () => round(people))
  return {
    people: count,
    curvesMs: least(all, 'curvesMs'),
    curvesCpuMs: least(all, 'curvesCpuMs'),
    bandsMs: least(all, 'bandsMs'),
    bandsCpuMs: least(all, 'bandsCpuMs'),
  }
}

if (import.meta.main) {
  simulatePopulation(1_000, 10)
  for (const [count, rounds] of [
    [1_000, 20],
    [10_000, 3],
    [100_000, 1],
  ] as const)
    console.log(JSON.stringify(simulatePopulation(count, rounds)))
  console.log(JSON.stringify({ maxResidentMB: Math.round(process.resourceUsage().maxRSS / 1_024) }))
}
