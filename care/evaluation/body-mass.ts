import { bodyMassIndex } from '../../science/body.ts'
import type { Answered } from './basis.ts'

type Measured = Answered & { value: number }
export type BodyMass =
  | { is: 'known'; index: string; weight: Measured; height: Measured }
  | { is: 'unknown'; missing: ('height' | 'weight')[] }

const isMeasured = (answer: Answered | undefined): answer is Measured => typeof answer?.value === 'number'

/** The body mass index, kg/m² with one decimal, from the newest actual weight and height; unknown when one is missing. */
export const bodyMassOf = (answers: readonly Answered[]): BodyMass => {
  const newest = (name: 'height' | 'weight') => answers.find(({ key }) => key === name)
  const [height, weight] = [newest('height'), newest('weight')]
  if (isMeasured(height) && isMeasured(weight)) {
    return { is: 'known', index: bodyMassIndex(weight.value, height.value).toFixed(1), weight, height }
  }
  const missing = (['height', 'weight'] as const).filter((name) => !isMeasured(newest(name)))
  return { is: 'unknown', missing }
}
