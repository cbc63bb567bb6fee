import type { Truth } from '../decide.ts'
import { generalReview, register } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import type { Day } from '../time.ts'
import { any } from '../truth.ts'
import type { Bounds } from './instrument.ts'

/** What is known about going on, to read beside a patient's own course. It proposes nothing. */
export const continuing = [
  {
    id: 'C1',
    says: 'In a registry of 537 people, 53.6% had responded 14 to 31 days after 4 to 8 infusions, 28.9% were in remission, and 8.4% were worse than before.',
    source: register.registry2022,
    reviewBy: generalReview,
  },
  {
    id: 'C2',
    says: 'In the same registry about 80% of those who had responded still did after 4 weeks without maintenance, and about 60% after 8.',
    source: register.registry2022,
    reviewBy: generalReview,
  },
  {
    id: 'N1',
    says: 'Less than 25% lower at the end of a course, or less than 20% lower after the fourth dose: the plan is reviewed.',
    source: policy('when too little has changed for going on unasked'),
    further: [{ label: 'A fifth as the smallest change that matters (Kounali 2022)', status: 'verified' }],
    reviewBy: generalReview,
  },
] as const satisfies readonly {
  id: string
  says: string
  source: Source
  further?: readonly Source[]
  reviewBy: Day
}[]

const doseFrom = 4

/**
 * N1: whether too little has changed. A fifth, from the fourth dose on: 5 (B − F) < B; a quarter, at the end of the course.
 * Unknown while a question left open could change it, and while nothing can be compared.
 * @param latest bounds of the newest score after the first dose
 * @param endNonResponse non-response in the window after the course; null when nothing was read in it
 */
export const tooLittle = (
  baseline: number | undefined,
  latest: Bounds | undefined,
  dosesBefore: number,
  endNonResponse: Truth | null,
): Truth => {
  const atTheEnd = endNonResponse === null ? false : endNonResponse
  if (dosesBefore < doseFrom || latest === undefined) return atTheEnd
  if (baseline === undefined) return undefined
  if (baseline === 0) return atTheEnd
  const less = (followUp: number) => 5 * (baseline - followUp) < baseline
  return any(atTheEnd, less(latest.low) ? true : less(latest.high) ? undefined : false)
}
