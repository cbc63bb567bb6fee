import { type Fact, from, type Spread } from '../fact.ts'
import type { Flow } from '../network.ts'
import type { Deviates } from '../people/deviates.ts'
import { assumed, papers } from '../sources.ts'
import { areas, exchange, feeds, norketamineDisposition } from './disposition.ts'
import { inputSpreads, inputs } from './inputs.ts'
import { nasalFacts, nasalSpreads } from './nasal.ts'
import { logitNormal, logNormal } from './spread.ts'

/**
 * Nasal esketamine: three compartments and a well-stirred liver, 820 people. Weight had no effect. Its central volume is
 * tuned to nasal data: for an infusion it draws a third too little, so infusions use K1 (k1.ts).
 */
export const pr2021Facts = from(papers.perezRuixo, {
  v1: [192, 'L'],
  q2: [84.3, 'L/h'],
  v2: [143, 'L'],
  q3: [37.6, 'L/h'],
  v3: [417, 'L'],
  qh: [151, 'L/h'],
  vh: [101, 'L'],
  kel: [1.11, '1/h'],
  kmet: [2.77, '1/h'],
  vn: [70, 'L'],
  cln: [38, 'L/h'],
  vpn: [115, 'L'],
  qn: [26.1, 'L/h'],
  asianKel: [0.36, 'factor'],
  asianCln: [0.81, 'factor'],
  olderQh: [-2.19, 'L/h per year over 60'],
}) satisfies Record<string, Fact>

const log = (variance: number): Spread => ({ variance, scale: 'log', source: papers.perezRuixo })
export const pr2021Spreads = {
  v1: log(0.073),
  v2: log(0.218),
  qh: log(0.0524),
  vh: log(0.113),
  kel: log(0.892),
  kmet: {
    variance: 0.0862,
    scale: 'log',
    source: assumed('30 %; the paper estimated it and left the cell of its table blank'),
  },
  vn: log(0.0955),
  cln: log(0.0625),
} as const satisfies Record<string, Spread>

/** The rows of the paper's own table; used to check the model against it. */
export type Stratum = { origin: 'other' | 'asian' | 'japanese'; ageYears: number }
const usual: Stratum = { origin: 'other', ageYears: 45 }

export const pr2021Person = (z: Deviates, { origin, ageYears }: Stratum = usual) => {
  const f = pr2021Facts
  const asian = origin !== 'other'
  const noseFraction =
    nasalFacts.noseFraction.value * (origin === 'japanese' ? nasalFacts.japaneseNoseFraction.value : 1)
  const qh = f.qh.value + f.olderQh.value * Math.max(0, ageYears - 60)
  return {
    v1: logNormal(f.v1.value, pr2021Spreads.v1, z('nasalCentralVolume')),
    q2: f.q2.value,
    v2: logNormal(f.v2.value, pr2021Spreads.v2, z('nasalPeripheralVolume')),
    q3: f.q3.value,
    v3: f.v3.value,
    qh: logNormal(qh, pr2021Spreads.qh, z('liverFlow')),
    vh: logNormal(f.vh.value, pr2021Spreads.vh, z('liverVolume')),
    kel: logNormal(f.kel.value * (asian ? f.asianKel.value : 1), pr2021Spreads.kel, z('liverElimination')),
    kmet: logNormal(f.kmet.value, pr2021Spreads.kmet, z('liverMetabolism')),
    vn: logNormal(f.vn.value, pr2021Spreads.vn, z('nasalNorketamineVolume')),
    cln: logNormal(f.cln.value * (asian ? f.asianCln.value : 1), pr2021Spreads.cln, z('nasalNorketamineClearance')),
    vpn: f.vpn.value,
    qn: f.qn.value,
    noseFraction: logitNormal(noseFraction, nasalSpreads.noseFraction, z('noseFraction')),
    noseRate: logNormal(nasalFacts.noseRate.value, nasalSpreads.noseRate, z('noseRate')),
    swallowedDuration: inputs.swallowedDuration.value,
    swallowedRate: logNormal(inputs.swallowedRate.value, inputSpreads.swallowedRate, z('swallowedRate')),
    gutFraction: inputs.gutFraction.value,
  }
}
export type Pr2021Person = ReturnType<typeof pr2021Person>

export const pr2021Flows: readonly Flow<Pr2021Person>[] = [
  feeds('infusionRate', 'central'),
  feeds('swallowedInput', 'swallowed'),
  { from: 'nose', to: 'central', perHour: ({ noseRate }) => noseRate },
  { from: 'swallowed', to: 'liver', perHour: (p) => p.swallowedRate * p.gutFraction },
  { from: 'swallowed', to: 'out', perHour: (p) => p.swallowedRate * (1 - p.gutFraction) },
  ...exchange<Pr2021Person>(),
  { from: 'central', to: 'liver', perHour: ({ qh, v1 }) => qh / v1 },
  { from: 'liver', to: 'central', perHour: ({ qh, vh }) => qh / vh },
  { from: 'liver', to: 'out', perHour: ({ kel }) => kel },
  { from: 'liver', to: 'norketamine', perHour: ({ kmet }) => kmet },
  ...norketamineDisposition<Pr2021Person>(),
  ...areas<Pr2021Person>(),
]
