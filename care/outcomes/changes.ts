import { type NewResponse, type Saved, saveResponse } from '../../clinic/responses/changes.ts'
import { listScores } from '../../clinic/responses/queries.ts'
import { raiseAlert } from '../../clinic/safety/changes.ts'
import { findDueMinutes } from '../../clinic/safety/due.ts'
import type { Tx } from '../../database/types.ts'
import { phq9 } from '../../science/instruments/phq9.ts'
import { listDoses } from './queries.ts'
import { phq9Series } from './series.ts'
import { worseFlag } from './worse.ts'

/**
 * Stores what somebody answered, and looks at it in the light of the course: besides the alerts that the answers ask
 * for by themselves, W1 when PHQ-9 is worse than before the first dose and no sharper alert says so already.
 */
export const saveAnswers = async (tx: Tx, response: NewResponse): Promise<Saved> => {
  const saved = await saveResponse(tx, response)
  if (!saved.stored || response.instrument !== phq9.id || saved.flags.some(({ id }) => id === 'RL-06')) return saved
  const { patientId, id, now } = response
  const [scores, doses] = await Promise.all([listScores(tx, patientId), listDoses(tx, patientId)])
  const series = phq9Series(
    scores,
    doses.map(({ at }) => at),
    now,
  )
  const flag = series.latest?.id === id ? worseFlag(series) : undefined
  if (!flag) return saved
  const minutes = await findDueMinutes(tx)
  await raiseAlert(tx, {
    patientId,
    ruleId: flag.id,
    level: flag.level,
    about: { kind: 'response', id },
    says: flag.says,
    source: flag.source,
    now,
    dueMinutes: minutes[flag.level],
    ownerRole: response.ownerRole ?? 'prescriber',
    inputs: {
      baseline: series.baseline?.total ?? null,
      lowest: series.latest?.low ?? null,
      highest: series.latest?.high ?? null,
    },
  })
  return { ...saved, flags: [...saved.flags, flag] }
}
