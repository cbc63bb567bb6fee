import type { Truth } from '../decide.ts'
import { generalReview } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import type { Day } from '../time.ts'
import type { Bounds } from './instrument.ts'

/** The numbers that outcomes of one instrument are read by. Whole points only. */
export type OutcomeDefinition = {
  instrument: string
  remissionBelow: number
  worseFrom: number
  reliableFrom: number
  caseFrom: number
  source: Source
  further: readonly Source[]
  reviewBy: Day
}

export const phq9Outcome: OutcomeDefinition = {
  instrument: 'phq-9',
  remissionBelow: 5,
  worseFrom: 5,
  reliableFrom: 6,
  caseFrom: 10,
  source: { label: 'Response from 50% and remission below 5: HEDIS, CMS159, McInnes et al. 2022', status: 'verified' },
  further: [
    { label: 'Reliable change 6 with caseness from 10: NHS', status: 'secondary' },
    { label: 'A change of 5 points (Löwe)', status: 'memory' },
    policy('partial response from 25%'),
  ],
  reviewBy: generalReview,
}

export type OutcomeCategory =
  | 'remission'
  | 'response'
  | 'partial response'
  | 'non-response'
  | 'indeterminate'
  | 'no baseline'

/** Each flag is undefined when an unanswered question could change it. */
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
  const remission = agreed((f) => f < definition.remissionBelow)
  return {
    category: categoryOf({ response, partial, nonResponse, remission }),
    response,
    partial,
    nonResponse,
    remission,
    worse: agreed((f) => f - baseline >= definition.worseFrom),
    reliablyImproved: agreed((f) => baseline - f >= definition.reliableFrom),
    recovered: agreed((f) => baseline - f >= definition.reliableFrom && f < definition.caseFrom),
    lowBaseline: baseline < definition.caseFrom,
  }
}

const noBaseline = (definition: OutcomeDefinition, followUp: Bounds): Outcome => ({
  category: 'no baseline',
  response: undefined,
  partial: undefined,
  nonResponse: undefined,
  remission: agreedOver(followUp)((f) => f < definition.remissionBelow),
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
const categoryOf = ({ response, partial, nonResponse, remission }: Flags): OutcomeCategory => {
  const ladder: [OutcomeCategory, Truth][] = [
    ['remission', remission],
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
