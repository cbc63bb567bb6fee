import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import { phq9 } from '../../science/instruments/phq9.ts'
import type { Instant } from '../../science/time.ts'
import type { Flag } from './instruments.ts'
import { findNext, findPrevious } from './queries.ts'
import { aboutAnswers, raiseFlag } from './raise.ts'
import { riseFlag } from './rise.ts'

type Scored = {
  patientId: string
  instrument: string
  answeredAt: Instant
  lowest: number | null
  highest: number | null
}

/** RL-06 of these answers, beside those that stand before them. Only PHQ-9 has a rule about rising. */
export const risesOf = async (
  tx: Tx,
  { patientId, instrument, answeredAt, lowest, highest }: Scored,
): Promise<Flag[]> => {
  if (instrument !== phq9.id || lowest === null || highest === null) return []
  const before = await findPrevious(tx, patientId, instrument, answeredAt)
  const bounded = before && { lowest: before.lowest ?? 0, highest: before.highest ?? 27 }
  const flag = riseFlag({ lowest, highest }, bounded)
  return flag ? [flag] : []
}

/**
 * Something changed before the answers that follow these moments: entered late, corrected or taken back. Where a rise
 * shows now that nobody was told of, it is raised about the answers that rose.
 */
export const lookForRises = async (
  tx: Tx,
  { patientId, instrument, now }: { patientId: string; instrument: string; now: Instant },
  after: readonly Instant[],
): Promise<void> => {
  if (instrument !== phq9.id) return
  for (const at of after) {
    const next = await findNext(tx, patientId, instrument, at)
    const [flag] = next ? await risesOf(tx, next) : []
    if (!next || !flag || (await isTold(tx, next.id, flag))) continue
    const inputs = { instrument, lowest: next.lowest, highest: next.highest }
    await raiseFlag(tx, { patientId, about: aboutAnswers(next.id), now }, flag, inputs)
  }
}

/** Whether these answers raised it already, as sharply or more. */
export const isTold = async (tx: Tx, responseId: string, { id, level }: Pick<Flag, 'id' | 'level'>): Promise<boolean> =>
  (await tx.maybe(sql`
    select a.id from alert a
    where a.about_kind = 'response' and a.about_id = ${responseId} and a.rule_id = ${id}
      and (a.level = ${level} or a.level in ('high', 'urgent')) limit 1`)) !== undefined
