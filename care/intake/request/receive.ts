import { nobody } from '../../../clinic/accounts/actor.ts'
import { audited } from '../../../clinic/audit/audited.ts'
import type { Database } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import { receive } from './changes.ts'
import { isInDanger, type Version } from './request.ts'

/** Keeps a request that came in from outside; tells whether its words call for help. */
export const keepRequest = async (
  db: Database,
  { clinicId, id, said, now }: { clinicId: string; id: string; said: Version; now: Instant },
): Promise<{ danger: boolean }> => {
  const act = { clinicId, actor: nobody, action: 'requests.receive', at: now, subject: { kind: 'request', id } }
  await audited(db, act, (tx) => receive(tx, id, said, now))
  return { danger: isInDanger(said) }
}
