import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import { suicideRedLines } from '../../science/criteria/red-lines.ts'
import type { Instant } from '../../science/time.ts'
import { raiseAlert } from './changes.ts'
import { findDueMinutes } from './due.ts'
import { stillOpen } from './open.ts'

const redLine = suicideRedLines.find(({ id }) => id === 'RL-07')

/**
 * RL-07: a patient's words may speak of suicide or self-harm. It reaches the clinic at once; one alert about the same
 * thing stands for all until somebody closes it. The words themselves stay where they were written; `why` says where they
 * are not.
 */
export const raiseDanger = async (
  tx: Tx,
  {
    patientId,
    about,
    now,
    why,
  }: { patientId: string; about: { kind: string; id: string }; now: Instant; why?: string },
): Promise<void> => {
  if (!redLine) throw new Error('RL-07 is not among the red lines')
  const open = await tx.maybe(sql`
    select a.id from alert a where a.about_kind = ${about.kind} and a.about_id = ${about.id}
      and a.patient_id = ${patientId} and a.rule_id = ${redLine.id} and ${stillOpen}`)
  if (open) return
  const minutes = await findDueMinutes(tx)
  await raiseAlert(tx, {
    patientId,
    ruleId: redLine.id,
    level: 'urgent',
    about,
    now,
    dueMinutes: minutes.urgent,
    ownerRole: 'prescriber',
    says: why ? `${redLine.says} ${why}` : redLine.says,
    source: redLine.source,
    inputs: { from: about.kind },
  })
}
