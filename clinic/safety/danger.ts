import type { Tx } from '../../database/types.ts'
import { suicideRedLines } from '../../science/criteria/red-lines.ts'
import type { Instant } from '../../science/time.ts'
import { raiseAlert } from './changes.ts'
import { findDueMinutes } from './due.ts'
import { listOpenRules, listWaitingRules } from './open.ts'

const redLine = suicideRedLines.find(({ id }) => id === 'RL-07')

/**
 * RL-07: a patient's words may speak of suicide or self-harm. It reaches the clinic at once; one alert about the same
 * thing stands for all until somebody acknowledges it: what comes after that they have not read. Words that a closed link
 * refused (about `link`) are nowhere to be read and may be sent again and again: there it stands until somebody closes it.
 * The words themselves stay where they were written; `why` says where they are not.
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
  const listStanding = about.kind === 'link' ? listOpenRules : listWaitingRules
  if ((await listStanding(tx, about, patientId)).includes(redLine.id)) return
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
