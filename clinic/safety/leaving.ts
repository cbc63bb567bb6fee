import { randomUUID } from 'node:crypto'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/safety.ts'
import { addAlertEvent } from './changes.ts'
import { listOpenAlerts } from './queries.ts'

/**
 * Somebody leaves, or may act on alerts no more: what was theirs, acknowledged or not, is handed to the prescribers and
 * waits there with a clock of its own. With nobody to act on it, it would look like something somebody has.
 */
export const handOnFrom = async (
  tx: Tx,
  { id: staffId, name }: { id: string; name: string },
  { byId, now }: { byId: string; now: Instant },
): Promise<void> => {
  for (const { id: alertId, standing } of await listOpenAlerts(tx, now)) {
    const { owner } = standing
    if (owner === 'everyone' || !('staff' in owner) || owner.staff !== staffId) continue
    const hand = { kind: 'reassign', words: says.takesNoMore(name), toRole: 'prescriber' } as const
    await addAlertEvent(tx, { id: randomUUID(), ...hand, alertId, byId, now })
  }
}
