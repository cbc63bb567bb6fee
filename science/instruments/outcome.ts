import type { Truth } from '../decide.ts'
import { generalReview } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import type { Day } from '../time.ts'
import type { Bounds } from './instrument.ts'

/** The numbers that outcomes of one instrument are read by. Whole points only; what nobody defined is absent. */
export type OutcomeDefinition = {
  instrument: string
  remissionBelow?: number
  worseFrom?: number
  reliableFrom?: number
  caseFrom?: number
  /** Below it a percentage says little. */
  lowBaselineBelow?: number
  source: Source
  further: readonly Source[]
  reviewBy: Day
}

/** One way to read an outcome among several that are used: a clinic chooses a row, and types no number. */
export type OutcomeOption = {
  id: string
  says: string
  numbers: Partial<Pick<OutcomeDefinition, 'remissionBelow' | 'worseFrom' | 'reliableFrom'>>
  source: Source
  further: readonly Source[]
  reviewBy: Day
}

const bandEdges = policy('partial response from 25%')

export const phq9Outcome = {
  instrument: 'phq-9',
  remissionBelow: 5,
  worseFrom: 5,
  reliableFrom: 6,
  caseFrom: 10,
  lowBaselineBelow: 10,
  source: { label: 'Response from 50% and remission below 5: HEDIS, CMS159, McInnes et al. 2022', status: 'verified' },
  further: [
    { label: 'Reliable change 6 with caseness from 10: NHS', status: 'secondary' },
    { label: 'A change of 5 points (Löwe)', status: 'memory' },
    bandEdges,
  ],
  reviewBy: generalReview,
} as const satisfies OutcomeDefinition

const gad7Outcome: OutcomeDefinition = {
  instrument: 'gad-7',
  remissionBelow: 5,
  worseFrom: 4,
  reliableFrom: 4,
  caseFrom: 8,
  source: policy('GAD-7 remission below 5'),
  further: [
    { label: 'A change of 4 points (Toussaint 2020)', status: 'verified' },
    { label: 'Reliable change 4 with caseness from 8: NHS', status: 'secondary' },
    bandEdges,
  ],
  reviewBy: generalReview,
}

/** No published remission. How much change counts is a clinic's choice; 10 points are the older figure of the VA. */
const pcl5Change = (id: string, points: number, source: Source, further: readonly Source[]): OutcomeOption => ({
  id,
  says: `PCL-5: worse and reliably improved from ${points} points`,
  numbers: { worseFrom: points, reliableFrom: points },
  source,
  further,
  reviewBy: generalReview,
})

const pcl5Further = [policy('PCL-5 caseness from 33'), bandEdges]

const pcl5Ten = pcl5Change('PCL5-10', 10, policy('PCL-5 change from 10 points, caseness from 33'), [
  { label: 'PCL-5: 5 reliable, 10 meaningful (older VA guidance)', status: 'secondary' },
  bandEdges,
])

/** The first is what holds where a clinic has chosen nothing. */
export const pcl5Changes: readonly OutcomeOption[] = [
  pcl5Ten,
  pcl5Change(
    'PCL5-5',
    5,
    { label: 'PCL-5: 5 a reliable change (older VA guidance)', status: 'secondary' },
    pcl5Further,
  ),
  pcl5Change(
    'PCL5-12',
    12,
    { label: 'PCL-5: 12 (New York State collaborative care)', status: 'secondary' },
    pcl5Further,
  ),
  pcl5Change('PCL5-15', 15, { label: 'PCL-5: 15 a reliable change (Marx et al. 2022)', status: 'memory' }, pcl5Further),
]

const pcl5Outcome: OutcomeDefinition = {
  instrument: 'pcl-5',
  ...pcl5Ten.numbers,
  caseFrom: 33,
  source: pcl5Ten.source,
  further: pcl5Ten.further,
  reviewBy: generalReview,
}

/** Compared only with itself: weeks are not read against the month before the first dose. */
const pcl5WeeklyOutcome: OutcomeDefinition = { ...pcl5Outcome, instrument: 'pcl-5-weekly' }

const madrsTen: OutcomeOption = {
  id: 'MADRS-10',
  says: 'MADRS: remission to 10',
  numbers: { remissionBelow: 11 },
  source: { label: 'MADRS response from 50%, remission to 10 (KetECT, ESCAPE-TRD)', status: 'verified' },
  further: [bandEdges],
  reviewBy: generalReview,
}

/** The first is what holds where a clinic has chosen nothing. */
export const madrsRemissions: readonly OutcomeOption[] = [
  madrsTen,
  {
    id: 'MADRS-12',
    says: 'MADRS: remission to 12',
    numbers: { remissionBelow: 13 },
    source: { label: 'MADRS response from 50%, remission to 12 (SUSTAIN-3)', status: 'verified' },
    further: [bandEdges],
    reviewBy: generalReview,
  },
]

const madrsOutcome: OutcomeDefinition = {
  instrument: 'madrs',
  ...madrsTen.numbers,
  source: madrsTen.source,
  further: madrsTen.further,
  reviewBy: generalReview,
}

const qidsOutcome: OutcomeDefinition = {
  instrument: 'qids-sr16',
  remissionBelow: 6,
  source: { label: 'QIDS-SR16 response from 50% (ELEKT-D)', status: 'verified' },
  further: [{ label: 'QIDS-SR16 remission to 5', status: 'memory' }, bandEdges],
  reviewBy: generalReview,
}

const hamdOutcome: OutcomeDefinition = {
  instrument: 'ham-d17',
  remissionBelow: 8,
  source: { label: 'HAM-D17 remission to 7 (rdrr ThreeArmedTrials)', status: 'verified' },
  further: [{ label: 'HAM-D17 response from 50%', status: 'memory' }, bandEdges],
  reviewBy: generalReview,
}

/** Every instrument whose course is read, PHQ-9 first. */
export const outcomeDefinitions: readonly OutcomeDefinition[] = [
  phq9Outcome,
  gad7Outcome,
  pcl5Outcome,
  pcl5WeeklyOutcome,
  madrsOutcome,
  qidsOutcome,
  hamdOutcome,
]

export type OutcomeCategory =
  | 'remission'
  | 'response'
  | 'partial response'
  | 'non-response'
  | 'indeterminate'
  | 'no baseline'

/** Each flag is undefined when an unanswered question could change it, and where nobody defined it. */
export type Outcome = {
  category: OutcomeCategory
  response: Truth
  partial: Truth
  nonResponse: Truth
  remission: Truth
  worse: Truth
  reliablyImproved: Truth
  recovered: Truth
  /** The baseline was below caseness, so a percentage says little. */
  lowBaseline: boolean
}

/**
 * How a follow-up compares with a complete baseline, in whole numbers:
 *   response 2F ≤ B · partial 2F > B and 4F ≤ 3B · non-response 4F > 3B · all only when B > 0
 * @param followUp bounds of the follow-up total, equal when it is complete
 * Not for: deciding on a treatment.
 */
export const outcomeOf = (definition: OutcomeDefinition, baseline: number | undefined, followUp: Bounds): Outcome => {
  if (baseline === undefined) return noBaseline(definition, followUp)
  const agreed = agreedOver(followUp)
  const response = agreed((f) => baseline > 0 && 2 * f <= baseline)
  const partial = agreed((f) => baseline > 0 && 2 * f > baseline && 4 * f <= 3 * baseline)
  const nonResponse = agreed((f) => baseline > 0 && 4 * f > 3 * baseline)
  const remission = remissionOf(definition, followUp)
  const { worseFrom, reliableFrom, caseFrom, lowBaselineBelow } = definition
  return {
    category: categoryOf(definition, { response, partial, nonResponse, remission }),
    response,
    partial,
    nonResponse,
    remission,
    worse: worseFrom === undefined ? undefined : agreed((f) => f - baseline >= worseFrom),
    reliablyImproved: reliableFrom === undefined ? undefined : agreed((f) => baseline - f >= reliableFrom),
    recovered:
      reliableFrom === undefined || caseFrom === undefined
        ? undefined
        : agreed((f) => baseline - f >= reliableFrom && f < caseFrom),
    lowBaseline: lowBaselineBelow !== undefined && baseline < lowBaselineBelow,
  }
}

const remissionOf = ({ remissionBelow }: OutcomeDefinition, followUp: Bounds): Truth =>
  remissionBelow === undefined ? undefined : agreedOver(followUp)((f) => f < remissionBelow)

const noBaseline = (definition: OutcomeDefinition, followUp: Bounds): Outcome => ({
  category: 'no baseline',
  response: undefined,
  partial: undefined,
  nonResponse: undefined,
  remission: remissionOf(definition, followUp),
  worse: undefined,
  reliablyImproved: undefined,
  recovered: undefined,
  lowBaseline: false,
})

/** A test's answer when every total within the bounds gives the same one, else undefined. */
const agreedOver =
  ({ low, high }: Bounds) =>
  (test: (total: number) => boolean): Truth => {
    const first = test(low)
    for (let total = low + 1; total <= high; total += 1) if (test(total) !== first) return undefined
    return first
  }

type Flags = Pick<Outcome, 'response' | 'partial' | 'nonResponse' | 'remission'>

/** Remission beats response beats partial beats non-response; an open one above hides those below. */
const categoryOf = (
  { remissionBelow }: OutcomeDefinition,
  { response, partial, nonResponse, remission }: Flags,
): OutcomeCategory => {
  const ladder: [OutcomeCategory, Truth][] = [
    ...(remissionBelow === undefined ? [] : [['remission', remission] satisfies [OutcomeCategory, Truth]]),
    ['response', response],
    ['partial response', partial],
    ['non-response', nonResponse],
  ]
  const first = ladder.find(([, truth]) => truth !== false)
  return first?.[1] === true ? first[0] : 'indeterminate'
}

/** Fall in percent of the baseline, rounded down so that 49.9 never reads as 50. Undefined without a baseline above 0. */
export const percentFall = (baseline: number | undefined, followUp: number): number | undefined =>
  baseline === undefined || baseline <= 0 ? undefined : Math.floor((100 * (baseline - followUp)) / baseline)
