import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import { addMinutes, type Instant } from '../../science/time.ts'

const againAfterMinutes = 15

/** Whether this person's looking at this session is already in the trail for the last quarter of an hour. */
export const findOpenedRecently = async (
  q: Query,
  { patientId, sessionId, actorId, now }: { patientId: string; sessionId: string; actorId: string; now: Instant },
): Promise<boolean> => {
  const found = await q.maybe<{ seq: number }>(sql`
    select seq from audit_entry
    where patient_id = ${patientId} and action = 'sessions.opened' and subject_id = ${sessionId} and actor_id = ${actorId}
      and at > ${addMinutes(now, -againAfterMinutes)}
    order by seq desc limit 1`)
  return found !== undefined
}
