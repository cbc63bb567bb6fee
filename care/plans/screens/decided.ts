import { planWords as words } from '../../../web/words/en/plans.ts'
import type { Reviewed } from '../plan.ts'

/** In the words it was decided in. */
export const decided = (decision: Reviewed['decision'], point: Reviewed['point']): string =>
  ({ ...words.decisions, ...(point === 'at the end' ? words.decisionsAtEnd : {}) })[decision]
