import { randomUUID } from 'node:crypto'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { says as drillSays } from '../../web/words/en/says/drills.ts'
import { says } from '../../web/words/en/says/links.ts'
import { hashOf, newToken } from '../accounts/secrets.ts'
import type { Channel } from '../messages/message.ts'
import { digitsOf } from '../records/telephone.ts'
import { Problem } from '../request/problem.ts'
import { addressOf, type Purpose } from './link.ts'

export type NewLink = {
  clinicId: string
  patientId: string
  purpose: Purpose
  /** What it is about: the session, the consent that was asked for. */
  subjectId?: string
  /** Of a link for questionnaires: which, by id. */
  asks?: readonly string[]
  now: Instant
  /** How long it opens anything. */
  hours: number
  madeBy: string
  origin: string
}

/**
 * Makes a link and returns its address, which exists nowhere else: the database keeps the hash of its token only.
 * None is made in a drill. A live link of the same patient, purpose and subject is withdrawn, so that only the newest one opens.
 */
export const makeLink = async (tx: Tx, link: NewLink): Promise<{ id: string; url: string }> => {
  if (await tx.maybe(sql`select drill_id from drill_play`)) throw new Problem('conflict', drillSays.noLinks)
  const id = randomUUID()
  const token = newToken()
  await tx.run(sql`
    update patient_link set withdrawn_at = ${link.now}
    where patient_id = ${link.patientId} and purpose = ${link.purpose}
      and subject_id is not distinct from ${link.subjectId ?? null}::uuid
      and used_at is null and withdrawn_at is null and expires_at > ${link.now}`)
  await tx.run(sql`
    insert into patient_link (clinic_id, id, patient_id, purpose, subject_id, asks, token_hash, made_at, made_by, expires_at)
    values (${link.clinicId}, ${id}, ${link.patientId}, ${link.purpose}, ${link.subjectId ?? null},
            ${link.asks ? [...link.asks] : null}::text[], ${hashOf(token)}, ${link.now}, ${link.madeBy}, ${addMinutes(link.now, link.hours * 60)})`)
  return { id, url: addressOf(link.origin, token) }
}

/**
 * Uses a link up, in the transaction that stores what came through it.
 * @throws Problem conflict when somebody was first, it was withdrawn, or it is too old.
 */
export const spendLink = async (tx: Tx, linkId: string, now: Instant): Promise<void> => {
  const spent = await tx.run(sql`
    update patient_link set used_at = ${now}
    where id = ${linkId} and used_at is null and withdrawn_at is null and expires_at > ${now}`)
  if (spent !== 1) throw new Problem('conflict', says.usedOrClosed)
}

/**
 * Withdraws what was sent to a number or an address that is the patient's no more: whoever reads there may be somebody
 * else, or always was. What waits in the outbox for it is not sent (`dropDead`).
 */
export const withdrawAstray = async (tx: Tx, patientId: string, now: Instant): Promise<void> => {
  const { phone, email } = await tx.one<{ phone: string; email: string }>(sql`
    select phone, email from patient_now where id = ${patientId}`)
  const sent = await tx.all<{ linkId: string; channel: Channel; recipient: string }>(sql`
    select l.id as "linkId", m.channel, m.recipient from patient_link l
    join message m on m.clinic_id = l.clinic_id and m.link_id = l.id
    where l.patient_id = ${patientId} and l.used_at is null and l.withdrawn_at is null and l.expires_at > ${now}`)
  const isTheirs = ({ channel, recipient }: (typeof sent)[number]) =>
    channel === 'sms' ? digitsOf(recipient) === digitsOf(phone) : recipient.toLowerCase() === email.toLowerCase()
  const astray = sent.filter((one) => !isTheirs(one)).map(({ linkId }) => linkId)
  await tx.run(sql`
    update patient_link set withdrawn_at = ${now}
    where id = any(${astray}::uuid[]) and used_at is null and withdrawn_at is null`)
}

/** Notes when it was first looked at. */
export const openLink = (tx: Tx, linkId: string, now: Instant): Promise<number> =>
  tx.run(sql`update patient_link set opened_at = ${now} where id = ${linkId} and opened_at is null`)

/** @throws Problem conflict when it was used or withdrawn already. */
export const withdrawLink = async (tx: Tx, linkId: string, now: Instant): Promise<void> => {
  const withdrawn = await tx.run(sql`
    update patient_link set withdrawn_at = ${now} where id = ${linkId} and used_at is null and withdrawn_at is null`)
  if (withdrawn !== 1) throw new Problem('conflict', says.usedOrWithdrawn)
}
