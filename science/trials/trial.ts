import type { Answer, Truth } from '../decide.ts'
import { recognise } from '../medicines/recognise.ts'
import { all, any, atLeast } from '../truth.ts'
import type { Minimum } from './minimums.ts'

export const trialKinds = ['antidepressant', 'augmentation', 'psychotherapy', 'other'] as const
export const trialResults = ['no response', 'partial response', 'response', 'remission'] as const
export const stopReasons = ['no benefit', 'side effects', 'cost or access', 'got well', 'still taken', 'other'] as const

/** One treatment that was tried. What nobody knows is null. Doses in mg a day; the least one is the clinic's policy. */
export type Trial = {
  medicine: string
  what: (typeof trialKinds)[number]
  mgPerDay: number | null
  leastMgPerDay: number | null
  weeks: number | null
  result: (typeof trialResults)[number] | null
  stopped: (typeof stopReasons)[number] | null
  inEpisode: boolean | null
}

const known = <Value>(value: Value | null): Value | undefined => value ?? undefined

/** Whether it did not help enough: no or only a partial response. */
const failed = ({ result }: Trial): Truth => (result === null ? undefined : !/^(response|remission)$/.test(result))

export type Rating = { long: Truth; strong: Truth; adequate: Truth; failed: Truth; counts: Truth }

/**
 * A trial against a minimum of weeks and the clinic's least dose. It counts when it was an antidepressant, adequate, in
 * this episode, and did not help enough. Without a minimum of weeks any duration that is known is long enough.
 */
export const rate = (trial: Trial, weeks: number | null): Rating => {
  const long = weeks === null ? (trial.weeks === null ? undefined : true) : atLeast(known(trial.weeks), weeks)
  const strong = atLeast(known(trial.mgPerDay), known(trial.leastMgPerDay))
  const adequate = all(long, strong)
  const counts = all(trial.what === 'antidepressant', adequate, failed(trial), known(trial.inEpisode))
  return { long, strong, adequate, failed: failed(trial), counts }
}

/** The same antidepressant twice is one: by ingredient where it is recognised, else as it was written. */
const drugOf = ({ medicine }: Trial): string =>
  recognise(medicine)
    .medicines.map(({ ingredient }) => ingredient)
    .join(' + ') || medicine.trim().toLowerCase()

/** How many different antidepressants surely count, and how many might once what is unknown is known. */
export const countTrials = (trials: readonly Trial[], weeks: number | null): { least: number; most: number } => {
  const drugs = Map.groupBy(trials, drugOf)
  const truths = [...drugs.values()].map((of) => any(...of.map((trial) => rate(trial, weeks).counts)))
  return {
    least: truths.filter((truth) => truth === true).length,
    most: truths.filter((truth) => truth !== false).length,
  }
}

/** Whether there are enough trials for a minimum; what else it asks for is not looked at. A list of trials that nobody has begun fulfils nothing and rules nothing out. */
export const fulfils = (trials: readonly Trial[], { trials: wanted, weeks }: Minimum): Answer => {
  const { least, most } = countTrials(trials, weeks)
  if (least >= wanted) return 'met'
  return trials.length > 0 && most < wanted ? 'not met' : 'unknown'
}
