import type { Chance } from '../chance.ts'

/** One set of observations as the monitor enters it. */
export type VitalSigns = {
  systolic: number
  diastolic: number
  heartRate: number
  spo2: number
  respiratoryRate: number
  moaas: number
  dissociation?: 'none' | 'a little' | 'clearly' | 'very much'
  nausea?: 'none' | 'mild' | 'moderate' | 'vomiting'
  pain?: number
  crisisSymptoms: []
}

/** How somebody's body is made up: pressure at rest in mmHg, and how much of it rises after the dose. */
export type Body = { systolic: number; diastolic: number; heartRate: number; rise: number }

export const bodyFrom = (chance: Chance, { rise = chance.whole(10, 24) } = {}): Body => ({
  systolic: chance.whole(112, 134),
  diastolic: chance.whole(68, 84),
  heartRate: chance.whole(62, 80),
  rise,
})

/** Made up for people who do not exist: a rise that is highest about 20 minutes after the dose and gone by 75. */
const shareOfRise = (minutes: number): number =>
  minutes <= 0 ? 0 : minutes < 20 ? minutes / 20 : Math.max(0, 1 - (minutes - 20) / 55)

/** @param minutes since the dose; below 0 before it */
export const vitalSignsAt = (body: Body, minutes: number, chance: Chance): VitalSigns => {
  const share = shareOfRise(minutes)
  const about = (value: number) => Math.round(value) + chance.whole(-2, 2)
  const deep = minutes > 0 && minutes <= 30
  return {
    systolic: about(body.systolic + body.rise * share),
    diastolic: about(body.diastolic + body.rise * 0.5 * share),
    heartRate: about(body.heartRate + 10 * share),
    spo2: chance.whole(97, 98),
    respiratoryRate: chance.whole(13, 16),
    moaas: 5,
    dissociation: deep ? chance.one(['clearly', 'very much']) : minutes > 0 && minutes < 75 ? 'a little' : 'none',
    nausea: deep && chance.next() < 0.15 ? 'mild' : 'none',
    pain: 0,
    crisisSymptoms: [],
  }
}
