import { type Fact, from, type Spread } from '../fact.ts'
import { assumed, derived, papers } from '../sources.ts'

/**
 * How each route brings the dose to the circulation. Nasal esketamine belongs to its own model (pr2021.ts).
 * The swallowed part of a lozenge is absorbed as the swallowed part of the nasal spray is.
 */
export const inputs = {
  ...from(papers.perezRuixo, {
    swallowedDuration: [0.53, 'h'],
    swallowedRate: [1.45, '1/h'],
    oralDuration: [0.32, 'h'],
    oralRate: [0.97, '1/h'],
    gutFraction: [0.64, 'fraction'],
  }),
  ...from(papers.simons, {
    mucosaFraction: [0.263, 'fraction'],
    mucosaDuration: [13.1 / 60, 'h'],
    mucosaRate: [2.4, '1/h'],
  }),
  ...from(derived('Perez-Ruixo 2021: 1 − Vh(kel + kmet) / (Qh + Vh(kel + kmet))'), {
    liverFraction: [0.2781461833, 'fraction'],
  }),
  muscleFraction: { value: 0.93, unit: 'fraction', source: papers.clements },
  muscleRate: {
    value: 4.3,
    unit: '1/h',
    source: assumed('chosen so that the peak after an injection comes at about 22 min, so that time cannot be checked'),
  },
} as const satisfies Record<string, Fact>

/** In children 41 % of an intramuscular dose was found; drawn as a second line, because adults were never modelled. */
export const muscleFractionInChildren: Fact = { value: 0.41, unit: 'fraction', source: papers.hornik }

const log = (variance: number, source: Spread['source']): Spread => ({ variance, scale: 'log', source })

export const inputSpreads = {
  muscleRate: log(0.223, assumed('spread of the intramuscular absorption rate')),
  muscleFraction: { variance: 0.25, scale: 'logit', source: assumed('spread of the intramuscular fraction') },
  mucosaFraction: log(0.06, papers.simons),
  mucosaDuration: log(0.154, papers.simons),
  mucosaRate: log(0.062, papers.simons),
  swallowedRate: log(1.009, papers.perezRuixo),
  oralRate: log(1.009, papers.perezRuixo),
} as const satisfies Record<string, Spread>
