import type { Flag } from '../../clinic/responses/instruments.ts'
import { recordAlerts } from '../../science/criteria/gates.ts'
import { says } from '../../web/words/en/says/outcomes.ts'
import type { Series } from './series.ts'

/**
 * W1: the newest PHQ-9 is worse than the baseline, or could be. A rise since the previous one (RL-06) is raised when the
 * answers are stored; this is the slow one, that no single step shows.
 */
export const worseFlag = ({ baseline, latest, definition }: Series): Flag | undefined => {
  if (!baseline || !latest || definition.worseFrom === undefined || latest.worse === false) return undefined
  const sentence = latest.worse ? says.worse : says.mayBeWorse
  return {
    id: recordAlerts.worse.id,
    level: 'review',
    says: sentence(definition.worseFrom, baseline.total),
    source: recordAlerts.worse.source,
  }
}
