import type { Fact, FactSource, Spread } from '../fact.ts'
import { inputSpreads, inputs, muscleFractionInChildren } from '../models/inputs.ts'
import { k1Facts, k1Spreads } from '../models/k1.ts'
import { nasalFacts, nasalSpreads } from '../models/nasal.ts'
import { pr2021Facts, pr2021Spreads } from '../models/pr2021.ts'
import { sim2022Facts } from '../models/sim2022.ts'
import { weightFacts, weightSpread } from '../people/weight.ts'
import { limits } from '../published/limits.ts'
import { nasalTableSource } from '../published/nasal-table.ts'
import { observations } from '../published/observations.ts'
import { reportedVitalSigns } from '../published/vital-signs.ts'
import { feltWindows } from '../published/windows.ts'

export type FactGroup = { title: string; facts: Record<string, Fact>; spreads: Record<string, Spread> }

/** Every parameter of every model, with how it differs between people. */
export const factGroups: readonly FactGroup[] = [
  { title: 'K1: vein, muscle, mouth, gut', facts: k1Facts, spreads: k1Spreads },
  { title: 'Inputs of the routes', facts: { ...inputs, muscleFractionInChildren }, spreads: inputSpreads },
  { title: 'The nasal device', facts: nasalFacts, spreads: nasalSpreads },
  { title: 'PR2021: nasal esketamine', facts: pr2021Facts, spreads: pr2021Spreads },
  { title: 'SIM2022: arterial, for checking only', facts: sim2022Facts, spreads: {} },
  { title: 'Virtual people', facts: weightFacts, spreads: { weight: weightSpread } },
]

/** Every source that anything in this folder cites. */
export const allSources: readonly FactSource[] = [
  ...factGroups
    .flatMap(({ facts, spreads }) => [...Object.values(facts), ...Object.values(spreads)])
    .map((f) => f.source),
  ...observations.map(({ source }) => source),
  ...limits.map(({ source }) => source),
  ...feltWindows.flatMap(({ sources }) => sources),
  ...reportedVitalSigns.map(({ source }) => source),
  nasalTableSource,
]
