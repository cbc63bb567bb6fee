import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'

/** The word under which the message with this invitation is queued. */
export const onceOf = (invitationId: string): string => `invitation ${invitationId}`

/** Messages whose invitation was used, taken back or is too old are not sent, and do not wait in the outbox. */
export const dropInvitations = (tx: Tx, now: Instant): Promise<number> =>
  tx.run(sql`
    update message m set gave_up_at = ${now}, sealed_body = null, last_problem = 'its link no longer works'
    from invitation i
    where i.clinic_id = m.clinic_id and m.once = 'invitation ' || i.id and m.sent_at is null and m.gave_up_at is null
      and (i.used_at is not null or i.withdrawn_at is not null or i.expires_at <= ${now})`)
