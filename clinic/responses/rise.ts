import { suicideRedLines } from '../../science/criteria/red-lines.ts'
import { says } from '../../web/words/en/says/responses.ts'
import type { Flag } from './instruments.ts'

export type Bounded = { lowest: number; highest: number }

/**
 * RL-06: PHQ-9 rose since the previous one. Certain when every total the answers allow is that much higher; when only
 * some are, a person looks, because a question left open must not hide a rise.
 */
export const riseFlag = (now: Bounded, before: Bounded | undefined): Flag | undefined => {
  if (!before) return undefined
  const rule = suicideRedLines.find(({ id }) => id === 'RL-06')
  if (!rule) throw new Error('RL-06 is not among the rules')
  const least = now.lowest - before.highest
  const most = now.highest - before.lowest
  const met = (phq9Rise: number) => rule.holdsWhen({ phq9Rise, newSuicidalIdeation: false }) === true
  if (met(least)) return { id: rule.id, level: 'high', says: rule.says, source: rule.source }
  return met(most)
    ? { id: rule.id, level: 'review', says: says.mayHaveRisen(least, most), source: rule.source }
    : undefined
}
