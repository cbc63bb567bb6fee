import type { Fact, Spread } from '../fact.ts'
import { assumed } from '../sources.ts'
import type { Deviates } from './deviates.ts'

const source = assumed('weights of virtual people: median as in Perez-Ruixo 2021, spread ours, 45 to 140 kg')

export const weightFacts = {
  median: { value: 74, unit: 'kg', source },
  lowest: { value: 45, unit: 'kg', source },
  highest: { value: 140, unit: 'kg', source },
} as const satisfies Record<string, Fact>

/** A coefficient of variation of 22 %. */
export const weightSpread: Spread = { variance: Math.log(1 + 0.22 ** 2), scale: 'log', source }

/** kg; people beyond the ends are put at the ends (about 1 in 100). */
export const weightOf = (deviates: Deviates): number => {
  const kg = weightFacts.median.value * Math.exp(Math.sqrt(weightSpread.variance) * deviates('weight'))
  return Math.min(weightFacts.highest.value, Math.max(weightFacts.lowest.value, kg))
}
