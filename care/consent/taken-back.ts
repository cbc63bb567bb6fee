import { raiseAlert } from '../../clinic/safety/changes.ts'
import { findDueMinutes } from '../../clinic/safety/due.ts'
import type { Tx } from '../../database/types.ts'
import { recordAlerts } from '../../science/criteria/gates.ts'
import type { Route } from '../../science/decide.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/consent.ts'

/**
 * A patient took consent back where nobody of the clinic was with them: sessions of that route are held already (SB-2),
 * and somebody is to talk with them. An alert like any other, without the patient's words.
 */
export const tellTeam = async (
  tx: Tx,
  { requestId, patientId, route, now }: { requestId: string; patientId: string; route: Route; now: Instant },
): Promise<void> => {
  const minutes = await findDueMinutes(tx)
  await raiseAlert(tx, {
    patientId,
    ruleId: recordAlerts.takenBack.id,
    level: 'high',
    about: { kind: 'consent', id: requestId },
    now,
    dueMinutes: minutes.high,
    ownerRole: 'prescriber',
    says: says.takenBackByPatient,
    source: recordAlerts.takenBack.source,
    inputs: { route },
  })
}
