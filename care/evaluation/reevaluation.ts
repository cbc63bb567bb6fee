import type { Day } from '../../science/time.ts'

export type Reevaluation = 'not set' | 'ahead' | 'overdue'

/** Where the day to evaluate again stands. The day itself is not late. Before a dose a prescriber speaks to one that is. */
export const reevaluation = (by: Day | null, today: Day): Reevaluation =>
  by === null ? 'not set' : by < today ? 'overdue' : 'ahead'
