import { costFacts, dayFacts, effectFacts, kapFacts } from './care.ts'
import { conditionFacts } from './conditions.ts'
import type { Fact } from './fact.ts'
import { safetyFacts } from './safety.ts'
import { treatmentMore, treatments } from './treatments.ts'
import { resultFacts, whatFacts } from './what.ts'

const groups = [whatFacts, resultFacts, dayFacts, effectFacts, safetyFacts, costFacts, kapFacts, conditionFacts]

/** Everything that the public pages state, each once. */
export const facts: readonly Fact[] = [
  ...groups.flatMap((group) => Object.values<readonly Fact[]>(group).flat()),
  ...Object.values(treatments).flatMap((cells) => Object.values(cells)),
  ...Object.values(treatmentMore).flat(),
]
