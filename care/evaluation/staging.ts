import { trd } from '../../science/trials/minimums.ts'
import { episodeLengths, episodeSeverities, type Staging, stagingOf } from '../../science/trials/staging.ts'
import type { Trial } from '../../science/trials/trial.ts'
import type { Answered } from './basis.ts'

const oneOf = <Value>(list: readonly Value[], value: unknown): Value | undefined => list.find((one) => one === value)
const truth = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)

/** The staging score of an evaluation: of its trials and of what was answered of the episode. */
export const stagingFrom = (
  trials: readonly Trial[],
  answers: readonly Pick<Answered, 'key' | 'value'>[],
): Staging | undefined => {
  const of = (name: Answered['key']) => answers.find(({ key }) => key === name)?.value
  return stagingOf(
    trials,
    {
      length: oneOf(episodeLengths, of('episodeLength')),
      severity: oneOf(episodeSeverities, of('episodeSeverity')),
      augmentation: truth(of('augmentationInEpisode')),
      ect: truth(of('ectInEpisode')),
    },
    trd.weeks,
  )
}
