import { decide, type Finding, type Recorded, type Route } from '../decide.ts'
import type { Day } from '../time.ts'
import { added } from './added.ts'
import { onTheDay } from './day.ts'
import { exclusions } from './exclusions.ts'
import type { EvaluationFacts } from './facts.ts'
import type { EvaluationRule } from './row.ts'

/** Asked on a session day and not in an evaluation, where nobody can know them yet. */
const onlyOnTheDay: readonly string[] = ['CI-03c']

/** The criteria of an evaluation: CI-01 to CI-26, CI-29, CI-32 and CI-33. */
export const evaluationCriteria: readonly EvaluationRule[] = [...exclusions, ...added].filter(
  ({ id }) => !onlyOnTheDay.includes(id),
)

/** The criteria of a session day: CI-03c, CI-27, CI-28, CI-30 and CI-31. */
export const dayCriteria: readonly EvaluationRule[] = [
  ...exclusions.filter(({ id }) => onlyOnTheDay.includes(id)),
  ...onTheDay,
]

/** Every criterion of the evaluation for this route: met, not met or unknown. It refuses and clears nobody. */
export const evaluate = (facts: Recorded<EvaluationFacts>, at: { route: Route; today: Day }): Finding[] =>
  decide(evaluationCriteria, facts, at)

/** The same for what is about the day or the setting; whoever asks before a session day has most of it unknown. */
export const evaluateDay = (facts: Recorded<EvaluationFacts>, at: { route: Route; today: Day }): Finding[] =>
  decide(dayCriteria, facts, at)
