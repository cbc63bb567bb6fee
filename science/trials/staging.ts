import { measureById } from '../instruments/catalogue.ts'
import type { Answers } from '../instruments/instrument.ts'
import { addUp, bandOf } from '../instruments/scoring.ts'
import { labelReview } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import type { Day } from '../time.ts'
import { any } from '../truth.ts'
import { countTrials, type Trial } from './trial.ts'

export const episodeLengths = ['12 months or less', '13 to 24 months', 'more than 24 months'] as const
export const episodeSeverities = [
  'below a full episode',
  'mild',
  'moderate',
  'severe',
  'severe with psychosis',
] as const

/** What a clinician judges of the episode. What nobody said is undefined. */
export type Episode = {
  length?: (typeof episodeLengths)[number] | undefined
  severity?: (typeof episodeSeverities)[number] | undefined
  augmentation?: boolean | undefined
  ect?: boolean | undefined
}

const dimensions: Source = {
  label: 'Fekadu 2018, Maudsley Staging Method, table 3',
  address: 'https://bmcpsychiatry.biomedcentral.com/articles/10.1186/s12888-018-1679-x/tables/3',
  status: 'verified',
}
const memory = (label: string): Source => ({ label, status: 'memory' })

/** How the Maudsley Staging Method counts (points, without wording). */
export const stagingRules = [
  {
    id: 'MSM-duration',
    says: `Episode: ${episodeLengths.join(', ')} count 1 to 3.`,
    source: dimensions,
    reviewBy: labelReview,
  },
  {
    id: 'MSM-severity',
    says: `Severity: ${episodeSeverities.join(', ')} count 1 to 5.`,
    source: dimensions,
    reviewBy: labelReview,
  },
  {
    id: 'MSM-failures',
    says: 'Antidepressants that failed in this episode: 1 or 2 count 1, 3 or 4 count 2, 5 or 6 count 3, 7 to 10 count 4, more than 10 count 5. Which failed at an adequate dose for long enough is counted by clinic policy.',
    source: memory('Fekadu 2009, Maudsley Staging Method'),
    further: [policy('the least weeks and the least dose of a trial that counts; no source on file sets the dose')],
    reviewBy: labelReview,
  },
  {
    id: 'MSM-added',
    says: 'Augmentation and ECT in this episode count 1 each.',
    source: memory('Fekadu 2009, Maudsley Staging Method'),
    reviewBy: labelReview,
  },
] as const satisfies readonly { id: string; says: string; source: Source; further?: readonly Source[]; reviewBy: Day }[]

const failurePoints = (failed: number): number => [2, 4, 6, 10].filter((most) => failed > most).length + 1

export const openParts = ['duration', 'severity', 'failures', 'augmentation', 'ect'] as const
export type OpenPart = (typeof openParts)[number]

/** Between `low` and `high`, equal when nothing is open; `band` only where both ends lie in one. */
export type Staging = { low: number; high: number; band: string | null; open: OpenPart[] }

/**
 * The Maudsley Staging Method counted from the treatment history: 3 to 15, with bounds where something is not known.
 * @param weeks the least duration of an adequate trial
 * @returns undefined where no antidepressant can have failed in this episode: the method begins with one
 */
export const stagingOf = (trials: readonly Trial[], episode: Episode, weeks: number | null): Staging | undefined => {
  const { least, most } = countTrials(trials, weeks)
  if (most === 0 && trials.length > 0) return undefined
  const augmented = any(
    episode.augmentation,
    ...trials.filter(isAugmentation).map(({ inEpisode }) => inEpisode ?? undefined),
  )
  const at = <Value>(list: readonly Value[], value: Value | undefined) =>
    value === undefined ? undefined : list.indexOf(value) + 1
  const point = (truth: boolean | undefined) => (truth === undefined ? undefined : Number(truth))
  const [fewest, mostPoints] = [failurePoints(least), trials.length === 0 ? undefined : failurePoints(most)]
  const points: Record<OpenPart, number | undefined> = {
    duration: at(episodeLengths, episode.length),
    severity: at(episodeSeverities, episode.severity),
    failures: least > 0 && fewest === mostPoints ? fewest : undefined,
    augmentation: point(augmented),
    ect: point(episode.ect),
  }
  const { msm } = measureById
  if (!msm?.scoring) throw new Error('The Maudsley Staging Method is not in the catalogue')
  const known = Object.fromEntries(Object.entries(points).filter(([, value]) => value !== undefined)) as Answers
  const bounded = (failures: number | undefined) =>
    addUp(msm, points.failures === undefined && failures !== undefined ? { ...known, failures } : known)
  const [low, high] = [bounded(fewest).low, bounded(mostPoints).high]
  const [lowest, highest] = [bandOf(msm.scoring, low), bandOf(msm.scoring, high)]
  return {
    low,
    high,
    band: lowest === highest ? lowest : null,
    open: openParts.filter((part) => points[part] === undefined),
  }
}

const isAugmentation = ({ what }: Trial): boolean => what === 'augmentation'
