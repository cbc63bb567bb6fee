import { generalReview, labelReview } from '../register.ts'
import type { Source } from '../sources.ts'
import type { Day } from '../time.ts'

/** A count of people out of 100, drawn beside the sentence that says it. */
export type OutOf100 = { says: string; people: number }

/** One thing a public page says, in plain words, with what it rests on. */
export type Fact = {
  id: string
  says: string
  source: Source
  further: readonly Source[]
  reviewBy: Day
  drawn: readonly OutOf100[]
}

type Sources = Source | readonly [Source, ...Source[]]
const listOf = (sources: Sources): readonly [Source, ...Source[]] =>
  'label' in sources ? [sources, ...([] as Source[])] : sources

/** A fact that is read again each half year. */
export const fact = (id: string, says: string, sources: Sources, ...drawn: readonly OutOf100[]): Fact => {
  const [source, ...further] = listOf(sources)
  return { id, says, source, further, reviewBy: generalReview, drawn }
}

/** A fact that rests on a drug label or a price, and is read again each quarter. */
export const labelFact = (id: string, says: string, sources: Sources, ...drawn: readonly OutOf100[]): Fact => ({
  ...fact(id, says, sources, ...drawn),
  reviewBy: labelReview,
})
