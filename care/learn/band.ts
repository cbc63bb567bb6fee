import { type Ranked, rankedCurve } from '../../science/pharmacokinetics/ranked.ts'
import type { Band } from './paths.ts'

/** The middle of the people at every minute, and the two ends that `percent` of them lie between. */
export const bandOf = ({ ranked }: { ranked: Ranked }, percent: number): Band => ({
  low: rankedCurve(ranked, 0.5 - percent / 200),
  middle: rankedCurve(ranked, 0.5),
  high: rankedCurve(ranked, 0.5 + percent / 200),
})
