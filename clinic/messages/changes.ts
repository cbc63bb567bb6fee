import { randomUUID } from 'node:crypto'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import type { Secrets } from '../accounts/secrets.ts'
import type { Channel } from './message.ts'

export type NewMessage = {
  patientId?: string
  staffId?: string
  /** The patient's link that the body carries. */
  linkId?: string
  channel: Channel
  to: string
  /** No clinical facts, no patient's words: a lock screen shows this, and so does a mail server's log. */
  subject: string
  body: string
  now: Instant
  /** Not handed over before this: quiet hours. */
  notBefore?: Instant
  /** The body carries a link, which opens something: it is stored sealed. */
  secrets: Secrets
}

/** Puts a message into the outbox, in the transaction of what it tells about. The sender takes it from there. */
export const queueMessage = async (tx: Tx, message: NewMessage): Promise<{ id: string }> => {
  const id = randomUUID()
  const from = message.notBefore && message.notBefore > message.now ? message.notBefore : message.now
  await tx.run(sql`
    insert into message (clinic_id, id, patient_id, staff_id, link_id, channel, recipient, subject, sealed_body,
                         queued_at, not_before, next_try_at)
    values (evenkeel_clinic(), ${id}, ${message.patientId ?? null}, ${message.staffId ?? null}, ${message.linkId ?? null},
            ${message.channel}, ${message.to}, ${message.subject}, ${message.secrets.seal(message.body)},
            ${message.now}, ${from}, ${from})`)
  return { id }
}
