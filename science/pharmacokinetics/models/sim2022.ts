import { type Fact, from } from '../fact.ts'
import type { Flow } from '../network.ts'
import { papers } from '../sources.ts'
import { exchange, feeds } from './disposition.ts'
import { inputs } from './inputs.ts'

/**
 * S-ketamine film under the tongue and infusion, sampled from an ARTERY: the source of the lozenge's mucosal input, and
 * a check of it against its own study. Never drawn beside venous curves. What was swallowed never reached the
 * circulation as ketamine in this model.
 */
export const sim2022Facts = from(papers.simons, {
  v1: [11.6, 'L'],
  v2: [39, 'L'],
  v3: [174, 'L'],
  cl: [88.8, 'L/h'],
  q2: [145.8, 'L/h'],
  q3: [72.6, 'L/h'],
}) satisfies Record<string, Fact>

export const sim2022Person = () => ({
  v1: sim2022Facts.v1.value,
  v2: sim2022Facts.v2.value,
  v3: sim2022Facts.v3.value,
  cl: sim2022Facts.cl.value,
  q2: sim2022Facts.q2.value,
  q3: sim2022Facts.q3.value,
  mucosaFraction: inputs.mucosaFraction.value,
  mucosaDuration: inputs.mucosaDuration.value,
  mucosaRate: inputs.mucosaRate.value,
})
export type Sim2022Person = ReturnType<typeof sim2022Person>

export const sim2022Flows: readonly Flow<Sim2022Person>[] = [
  feeds('infusionRate', 'central'),
  feeds('mucosaInput', 'mucosa'),
  { from: 'mucosa', to: 'central', perHour: ({ mucosaRate }) => mucosaRate },
  ...exchange<Sim2022Person>(),
  { from: 'central', to: 'out', perHour: ({ cl, v1 }) => cl / v1 },
  { from: 'central', to: 'area', perHour: ({ v1 }) => 1 / v1, keeps: true },
]
