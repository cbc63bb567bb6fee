import { type Fact, from, type Spread } from '../fact.ts'
import type { Flow } from '../network.ts'
import type { Deviates } from '../people/deviates.ts'
import { papers } from '../sources.ts'
import { areas, exchange, feeds, norketamineDisposition } from './disposition.ts'
import { inputSpreads, inputs } from './inputs.ts'
import { nasalFacts, nasalSpreads } from './nasal.ts'
import { logitNormal, logNormal, together } from './spread.ts'

/**
 * The venous course after a vein, a muscle, the mouth or the gut: disposition of S-ketamine as Fanta 2015 found it and
 * Otto 2021 checked it on other people, fed by each route's published input. Racemic ketamine moves as S-ketamine does
 * (their clearances differ by 6 %, Hasan 2021): an assumption.
 */
export const k1Facts = from(papers.otto, {
  v1: [133, 'L'],
  cl: [95.2, 'L/h'],
  v2: [187, 'L'],
  q2: [23.2, 'L/h'],
  v3: [98.8, 'L'],
  q3: [157, 'L/h'],
  vn: [98.638, 'L'],
  cln: [57.72, 'L/h'],
  vpn: [160.04, 'L'],
  qn: [42.778, 'L/h'],
  referenceWeight: [70, 'kg'],
}) satisfies Record<string, Fact>

const log = (variance: number): Spread => ({ variance, scale: 'log', source: papers.otto })
export const k1Spreads = { v1: log(0.084177), cl: log(0.026048), vn: log(0.040426), cln: log(0.10319) }
export const k1Covariances = { v1WithCl: 0.02261, vnWithCln: 0.04456 }

/** One person; volumes and clearances of the central compartments follow weight (¹ and ^0.75), the others do not. */
export const k1Person = (z: Deviates, weightKg: number) => {
  const size = weightKg / k1Facts.referenceWeight.value
  const zCl = together([k1Spreads.v1.variance, k1Spreads.cl.variance], k1Covariances.v1WithCl, [
    z('centralVolume'),
    z('clearance'),
  ])
  const zCln = together([k1Spreads.vn.variance, k1Spreads.cln.variance], k1Covariances.vnWithCln, [
    z('norketamineVolume'),
    z('norketamineClearance'),
  ])
  return {
    v1: logNormal(k1Facts.v1.value * size, k1Spreads.v1, z('centralVolume')),
    cl: logNormal(k1Facts.cl.value * size ** 0.75, k1Spreads.cl, zCl),
    v2: k1Facts.v2.value,
    q2: k1Facts.q2.value,
    v3: k1Facts.v3.value,
    q3: k1Facts.q3.value,
    vn: logNormal(k1Facts.vn.value * size, k1Spreads.vn, z('norketamineVolume')),
    cln: logNormal(k1Facts.cln.value * size ** 0.75, k1Spreads.cln, zCln),
    vpn: k1Facts.vpn.value,
    qn: k1Facts.qn.value,
    muscleFraction: logitNormal(inputs.muscleFraction.value, inputSpreads.muscleFraction, z('muscleFraction')),
    muscleRate: logNormal(inputs.muscleRate.value, inputSpreads.muscleRate, z('muscleRate')),
    mucosaFraction: logNormal(inputs.mucosaFraction.value, inputSpreads.mucosaFraction, z('mucosaFraction')),
    mucosaDuration: logNormal(inputs.mucosaDuration.value, inputSpreads.mucosaDuration, z('mucosaDuration')),
    mucosaRate: logNormal(inputs.mucosaRate.value, inputSpreads.mucosaRate, z('mucosaRate')),
    swallowedDuration: inputs.swallowedDuration.value,
    swallowedRate: logNormal(inputs.swallowedRate.value, inputSpreads.swallowedRate, z('swallowedRate')),
    oralDuration: inputs.oralDuration.value,
    oralRate: logNormal(inputs.oralRate.value, inputSpreads.oralRate, z('oralRate')),
    oralFraction: inputs.gutFraction.value * inputs.liverFraction.value,
    noseFraction: logitNormal(nasalFacts.noseFraction.value, nasalSpreads.noseFraction, z('noseFraction')),
    noseRate: logNormal(nasalFacts.noseRate.value, nasalSpreads.noseRate, z('noseRate')),
  }
}
export type K1Person = ReturnType<typeof k1Person>

/**
 * What the gut and the liver take on the way becomes norketamine at once: an assumption that Chong 2006 supports
 * (norketamine per mg 12.1 swallowed, 13.0 into a vein).
 */
export const k1Flows: readonly Flow<K1Person>[] = [
  feeds('infusionRate', 'central'),
  feeds('mucosaInput', 'mucosa'),
  feeds('swallowedInput', 'swallowed'),
  feeds('oralInput', 'oral'),
  { from: 'muscle', to: 'central', perHour: ({ muscleRate }) => muscleRate },
  { from: 'mucosa', to: 'central', perHour: ({ mucosaRate }) => mucosaRate },
  { from: 'nose', to: 'central', perHour: ({ noseRate }) => noseRate },
  { from: 'swallowed', to: 'central', perHour: (p) => p.swallowedRate * p.oralFraction },
  { from: 'swallowed', to: 'norketamine', perHour: (p) => p.swallowedRate * (1 - p.oralFraction) },
  { from: 'oral', to: 'central', perHour: (p) => p.oralRate * p.oralFraction },
  { from: 'oral', to: 'norketamine', perHour: (p) => p.oralRate * (1 - p.oralFraction) },
  ...exchange<K1Person>(),
  { from: 'central', to: 'norketamine', perHour: ({ cl, v1 }) => cl / v1 },
  ...norketamineDisposition<K1Person>(),
  ...areas<K1Person>(),
]
