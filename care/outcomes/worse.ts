import type { Flag } from '../../clinic/responses/instruments.ts'
import { policy } from '../../science/sources.ts'
import type { Series } from './series.ts'

/**
 * W1: the newest PHQ-9 is worse than the baseline, or could be. A rise since the previous one (RL-06) is raised when the
 * answers are stored; this is the slow one, that no single step shows.
 */
export const worseFlag = ({ baseline, latest, definition }: Series): Flag | undefined => {
  if (!baseline || !latest || latest.worse === false) return undefined
  const by = `by ${definition.worseFrom} points or more than before the first dose (${baseline.total})`
  const says = latest.worse ? `PHQ-9 is higher ${by}.` : `Questions were left open: PHQ-9 may be higher ${by}.`
  return { id: 'W1', level: 'review', says, source: policy('a PHQ-9 of 5 points above the baseline') }
}
