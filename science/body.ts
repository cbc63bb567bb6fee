import { type Judgement, judge } from './plausibility.ts'
import { scienceWords as words } from './words.ts'

/** Body mass index, kg/m². `weight` in kg, `height` in cm. */
export const bodyMassIndex = (weight: number, height: number): number => weight / (height / 100) ** 2

const poundsPerKg = 2.2046
/** The same weight (kg) in whole pounds, to read beside what was typed. */
export const inPounds = (kg: number): number => Math.round(kg * poundsPerKg)

/** The same height (cm) in whole feet and inches, to read beside what was typed. */
export const inFeet = (cm: number): { feet: number; inches: number } => {
  const inches = Math.round(cm / 2.54)
  return { feet: Math.floor(inches / 12), inches: inches % 12 }
}

const asKg = (pounds: number): string => (pounds / poundsPerKg).toFixed(1)

/**
 * A body mass index worth asking about: pounds typed as kg turn an index of 18 into 40. Clinic policy, a typing check
 * and no diagnosis.
 */
const unusualBodyMass = { below: 15, above: 40 } as const
/** A change since the last weight that is worth asking about, in percent. Clinic policy. */
const unusualChangePercent = 20

/**
 * A typed weight against what else is known: height and an earlier weight. Asks, and names pounds when reading the
 * number as pounds would fit better; it never changes the number.
 */
export const judgeWeight = (weight: number, known: { height?: number; earlierWeight?: number }): Judgement => {
  const alone = judge('weight', weight)
  if (typeof alone === 'object' && 'refuse' in alone) return alone
  const { height, earlierWeight } = known
  const asPounds = words.inPounds(weight, asKg(weight))
  if (earlierWeight !== undefined && 100 * Math.abs(weight - earlierWeight) > unusualChangePercent * earlierWeight) {
    const fits = Math.abs(weight / poundsPerKg - earlierWeight) < Math.abs(weight - earlierWeight)
    return { ask: `${words.weightBefore(weight, earlierWeight)} ${fits ? asPounds : words.checkIt}` }
  }
  // A weight like the last one was asked about then, if it needed asking.
  if (height !== undefined && earlierWeight === undefined) {
    const index = bodyMassIndex(weight, height)
    if (index > unusualBodyMass.above) {
      return { ask: `${words.bodyMass(weight, height, index.toFixed(0))} ${asPounds}` }
    }
    if (index < unusualBodyMass.below) {
      return { ask: `${words.bodyMass(weight, height, index.toFixed(0))} ${words.checkBoth}` }
    }
  }
  return alone
}
