import {
  type Answer,
  type ClinicalRole,
  type Finding,
  knownFacts,
  missingOf,
  type Recorded,
  type Truth,
  withStaleness,
} from './decide.ts'
import type { Source } from './sources.ts'
import type { Day } from './time.ts'
import { scienceWords as words } from './words.ts'

/** Something that must be fulfilled, and recorded, before a step: the mirror image of a Rule. */
export type Criterion<Facts> = {
  id: string
  section?: string
  needs: readonly (keyof Facts & string)[]
  metWhen: (facts: Facts) => Truth
  says: string
  settledBy: string
  source: Source
  further?: readonly Source[]
  reviewBy: Day
  overriddenBy: readonly ClinicalRole[] | 'nobody'
}

/** Every criterion with its answer. One that is not met or unknown holds; who goes on, and why, is for a clinician. */
export const weigh = <Facts extends object>(
  criteria: readonly Criterion<Facts>[],
  recorded: Recorded<Facts>,
  { today }: { today: Day },
): Finding[] => {
  const facts = knownFacts(recorded)
  return criteria.map((criterion) => {
    const met = criterion.metWhen(facts)
    const answer: Answer = met === undefined ? 'unknown' : met ? 'met' : 'not met'
    const stale = criterion.reviewBy < today
    return {
      kind: 'criterion',
      rule: criterion.id,
      ...(criterion.section === undefined ? {} : { section: criterion.section }),
      severity: 'block',
      answer,
      holds: answer !== 'met',
      missing: missingOf(criterion.needs, facts, answer),
      stale,
      says: withStaleness(
        answer === 'unknown' ? `${criterion.says} ${words.notKnown(criterion.settledBy)}` : criterion.says,
        stale,
        criterion.reviewBy,
      ),
      settledBy: criterion.settledBy,
      source: criterion.source,
      further: criterion.further ?? [],
      reviewBy: criterion.reviewBy,
      overriddenBy: criterion.overriddenBy,
    }
  })
}
