import { randomUUID } from 'node:crypto'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/messages.ts'
import type { Secrets } from '../accounts/secrets.ts'
import { digitsOf } from '../records/telephone.ts'
import { Problem } from '../request/problem.ts'
import type { Channel } from './message.ts'
import { mayGoAt } from './queries.ts'
import { findStopped } from './texts/queries.ts'

export type NewMessage = {
  patientId?: string
  staffId?: string
  /** The patient's link that the body carries: once the link is dead the message is not sent any more. */
  linkId?: string
  channel: Channel
  to: string
  /** No clinical facts, no patient's words: a lock screen shows this, and so does a mail server's log. */
  subject: string
  body: string
  now: Instant
  /** Not handed over before this: quiet hours. */
  notBefore?: Instant
  /** What it is for. A second message with the same word is not queued. */
  once?: string
  /** The body carries a link, which opens something: it is stored sealed. */
  secrets: Secrets
}

/**
 * Puts a message into the outbox, in the transaction of what it tells about. The sender takes it from there.
 * @returns undefined when `once` was queued already
 * @throws Problem conflict for a text message to a number that wants none
 */
export const queueMessage = async (tx: Tx, message: NewMessage): Promise<{ id: string } | undefined> => {
  await checkTexts(tx, message)
  const id = randomUUID()
  const from = message.notBefore && message.notBefore > message.now ? message.notBefore : message.now
  const queued = await tx.run(sql`
    insert into message (clinic_id, id, patient_id, staff_id, link_id, channel, once, recipient, subject, sealed_body,
                         queued_at, not_before, next_try_at)
    values (evenkeel_clinic(), ${id}, ${message.patientId ?? null}, ${message.staffId ?? null}, ${message.linkId ?? null},
            ${message.channel}, ${message.once ?? null}, ${message.to}, ${message.subject},
            ${message.secrets.seal(message.body)}, ${message.now}, ${from}, ${from})
    on conflict (clinic_id, once) do nothing`)
  return queued === 1 ? { id } : undefined
}

const checkTexts = async (tx: Tx, { channel, to }: NewMessage): Promise<void> => {
  if (channel === 'sms' && (await findStopped(tx, digitsOf(to)))) throw new Problem('conflict', says.textsStopped)
}

export type Claimed = {
  id: string
  channel: Channel
  recipient: string
  subject: string
  sealedBody: string
  attempts: number
}

/**
 * Takes the next messages for one sender; another sender takes others. Whoever dies while sending lets go after
 * `untilNow`, and the message goes out again: twice is better than never, and both carry the same message id.
 */
export const claimMessages = (tx: Tx, channels: readonly Channel[], now: Instant, until: Instant): Promise<Claimed[]> =>
  tx.all<Claimed>(sql`
    update message set claimed_until = ${until}, attempts = attempts + 1
    where (clinic_id, id) in (
      select m.clinic_id, m.id from message m
      where m.sent_at is null and m.gave_up_at is null and m.next_try_at <= ${now}
        and (m.claimed_until is null or m.claimed_until <= ${now})
        and m.channel = any(${[...channels]}::text[]) and ${mayGoAt(now)}
      order by m.next_try_at, m.id limit 10 for update skip locked)
    returning id, channel, recipient, subject, sealed_body as "sealedBody", attempts`)

/** Handed over. The text is wiped: what it opened is no longer lying about. */
export const markSent = (tx: Tx, id: string, now: Instant): Promise<number> =>
  tx.run(sql`update message set sent_at = ${now}, sealed_body = null, claimed_until = null, last_problem = null
    where id = ${id} and sent_at is null and gave_up_at is null`)

/** Not handed over: again at `next`, or never again. */
export const markFailed = (
  tx: Tx,
  id: string,
  { problem, next, now }: { problem: string; next: Instant | undefined; now: Instant },
): Promise<number> =>
  next
    ? tx.run(sql`update message set next_try_at = ${next}, claimed_until = null, last_problem = ${problem}
        where id = ${id} and sent_at is null`)
    : tx.run(sql`update message set gave_up_at = ${now}, sealed_body = null, claimed_until = null,
        last_problem = ${problem} where id = ${id} and sent_at is null`)

/** Messages whose link opens nothing any more are not sent. */
export const dropDead = (tx: Tx, now: Instant): Promise<number> =>
  tx.run(sql`
    update message m set gave_up_at = ${now}, sealed_body = null, last_problem = 'its link no longer works'
    from patient_link l
    where l.clinic_id = m.clinic_id and l.id = m.link_id and m.sent_at is null and m.gave_up_at is null
      and (l.used_at is not null or l.withdrawn_at is not null or l.expires_at <= ${now})`)
