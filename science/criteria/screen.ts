import type { Finding, Recorded, Route } from '../decide.ts'
import { type MedicineList, type Taken, takenFrom } from '../medicines/taken.ts'
import type { Day } from '../time.ts'
import { evaluate } from './evaluation.ts'
import type { EvaluationFacts } from './facts.ts'
import { interactionsOf } from './interactions.ts'

/** Everything that an evaluation may know: answers by question, and what is taken. */
export type Known = { facts: Recorded<EvaluationFacts>; taken: Taken }

export const knownFrom = (facts: Recorded<EvaluationFacts>, medicines: MedicineList): Known => ({
  facts,
  taken: takenFrom(medicines),
})

/** Every criterion and every interaction for the route: met, not met or unknown. It refuses and clears nobody. */
export const screen = ({ facts, taken }: Known, at: { route: Route; today: Day }): Finding[] => [
  ...evaluate(facts, at),
  ...interactionsOf(taken.facts, at),
]
