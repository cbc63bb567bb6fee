import { costFacts, dayFacts, kapFacts } from './care.ts'
import { choiceFacts } from './choice.ts'
import { conditionFacts } from './conditions.ts'
import { effectFacts } from './effects.ts'
import type { Fact } from './fact.ts'
import { safetyFacts } from './safety.ts'
import { treatmentMore, treatments } from './treatments.ts'
import { resultFacts, whatFacts } from './what.ts'

const groups = [
  whatFacts,
  resultFacts,
  dayFacts,
  effectFacts,
  safetyFacts,
  costFacts,
  kapFacts,
  conditionFacts,
  choiceFacts,
]

/** Everything that the public pages state, each once. */
export const facts: readonly Fact[] = [
  ...groups.flatMap((group) => Object.values<readonly Fact[]>(group).flat()),
  ...Object.values(treatments).flatMap((cells) => Object.values(cells)),
  ...Object.values(treatmentMore).flat(),
]

/** Facts by their ids, for a page that says them again. @throws Error where there is no such fact */
export const factsOf = (...ids: string[]): Fact[] =>
  ids.map((id) => {
    const found = facts.find((fact) => fact.id === id)
    if (!found) throw new Error(`There is no fact ${id}.`)
    return found
  })
