import { knownFrom, screen } from '../science/criteria/screen.ts'
import { everyRoute } from '../science/decide.ts'
import { medicines } from '../science/medicines/table/table.ts'
import { Day } from '../science/time.ts'
import { quantile } from './timing.ts'

/** Milliseconds for all criteria and interactions, 40 medicines and 4 routes: median and 95 % of many whole runs. */
export const runRules = (runs: number) => {
  const today = Day.parse('2026-11-28')
  const every = Math.floor(medicines.length / 40)
  const entries = medicines
    .filter((_, place) => place % every === 0)
    .slice(0, 40)
    .map(({ ingredient }, place) => ({ name: `${ingredient} ${place + 5} mg daily` }))
  const facts = {
    age: 41,
    systolic: 128,
    diastolic: 78,
    pregnancy: 'test negative',
    childPugh: 'no cirrhosis',
  } as const
  const once = (): number => {
    const before = performance.now()
    const known = knownFrom(facts, { is: 'listed', entries })
    for (const route of everyRoute) screen(known, { route, today })
    return performance.now() - before
  }
  const cold = once()
  const times = Array.from({ length: runs }, once)
  return { medicines: entries.length, cold, median: quantile(times, 0.5), p95: quantile(times, 0.95) }
}
