import type { Change } from './course.ts'
import { nasalFacts } from './models/nasal.ts'

/** A pump running at a rate until the rate changes, and off from `untilMinute`. A pause is a rate of 0. */
export type Infusion = {
  route: 'iv-infusion'
  rates: readonly { fromMinute: number; mgPerHour: number }[]
  untilMinute: number
}
/** One dose, given at once: into a muscle, held in the mouth and then swallowed, or swallowed. */
export type SingleDose = { route: 'im' | 'lozenge' | 'oral'; atMinute: number; doseMg: number }
/** One session with the esketamine device: the minute of each 28 mg device. */
export type NasalSession = { route: 'nasal-esketamine'; deviceMinutes: readonly number[] }

/** What was given, as it was recorded or as a study gave it. There is no dose that is "needed" or "next" here. */
export type Dose = Infusion | SingleDose | NasalSession
export type SimulatedRoute = Dose['route']

export const givenMg = (dose: Dose): number => {
  if (dose.route === 'nasal-esketamine') return dose.deviceMinutes.length * nasalFacts.deviceMg.value
  if (dose.route !== 'iv-infusion') return dose.doseMg
  return dose.rates.reduce((mg, { fromMinute, mgPerHour }, i) => {
    const until = dose.rates[i + 1]?.fromMinute ?? dose.untilMinute
    return mg + (mgPerHour * (until - fromMinute)) / 60
  }, 0)
}

/** An amount that runs in evenly: mg/h onto the input of a compartment, and off again. */
const evenly = (state: string, minute: number, mg: number, hours: number): Change[] => [
  { minute, state, by: mg / hours },
  { minute: minute + hours * 60, state, by: -mg / hours },
]

export const infusionChanges = ({ rates, untilMinute }: Infusion): Change[] => {
  const last = rates[rates.length - 1]
  return [
    ...rates.map(({ fromMinute, mgPerHour }, i) => ({
      minute: fromMinute,
      state: 'infusionRate',
      by: mgPerHour - (rates[i - 1]?.mgPerHour ?? 0),
    })),
    { minute: untilMinute, state: 'infusionRate', by: -(last?.mgPerHour ?? 0) },
  ]
}

type Muscle = { muscleFraction: number }
export const muscleChanges = ({ atMinute, doseMg }: SingleDose, { muscleFraction }: Muscle): Change[] => [
  { minute: atMinute, state: 'muscle', by: doseMg * muscleFraction },
  { minute: atMinute, state: 'out', by: doseMg * (1 - muscleFraction) },
]

type Mouth = { mucosaFraction: number; mucosaDuration: number; swallowedDuration: number }
export const lozengeChanges = ({ atMinute, doseMg }: SingleDose, person: Mouth): Change[] => [
  ...evenly('mucosaInput', atMinute, doseMg * person.mucosaFraction, person.mucosaDuration),
  ...evenly('swallowedInput', atMinute, doseMg * (1 - person.mucosaFraction), person.swallowedDuration),
]

export const oralChanges = ({ atMinute, doseMg }: SingleDose, { oralDuration }: { oralDuration: number }): Change[] =>
  evenly('oralInput', atMinute, doseMg, oralDuration)

type Nose = { noseFraction: number; swallowedDuration: number }
/** The nose takes less from the second and later devices of a session; the rest of each is swallowed. */
export const nasalChanges = ({ deviceMinutes }: NasalSession, person: Nose): Change[] =>
  deviceMinutes.flatMap((minute, device) => {
    const fraction = person.noseFraction * (device === 0 ? 1 : nasalFacts.laterDevices.value)
    const mg = nasalFacts.deviceMg.value
    return [
      { minute, state: 'nose', by: mg * fraction },
      ...evenly('swallowedInput', minute, mg * (1 - fraction), person.swallowedDuration),
    ]
  })
