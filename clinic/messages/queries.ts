import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { quiet } from '../links/cover.ts'
import type { Channel } from './message.ts'

export type MessageRow = {
  id: string
  patientId: string | null
  staffId: string | null
  name: string | null
  channel: Channel
  recipient: string
  subject: string
  sealedBody: string | null
  queuedAt: Instant
  notBefore: Instant
  attempts: number
  nextTryAt: Instant
  sentAt: Instant | null
  gaveUpAt: Instant | null
  lastProblem: string | null
}

/** Patients for whom a link waits in the outbox: to ask somebody is not to have reached them. */
export const listUnsent = async (q: Query): Promise<string[]> =>
  (
    await q.all<{ patientId: string }>(sql`
      select distinct patient_id as "patientId" from message
      where link_id is not null and patient_id is not null and sent_at is null and gave_up_at is null`)
  ).map(({ patientId }) => patientId)

/** The outbox, newest first. */
export const listMessages = (q: Query, limit = 200): Promise<MessageRow[]> =>
  q.all<MessageRow>(sql`
    select m.id, m.patient_id as "patientId", m.staff_id as "staffId", coalesce(s.name, p.display_name) as name,
           m.channel, m.recipient, m.subject, m.sealed_body as "sealedBody", m.queued_at as "queuedAt",
           m.not_before as "notBefore", m.attempts, m.next_try_at as "nextTryAt", m.sent_at as "sentAt",
           m.gave_up_at as "gaveUpAt", m.last_problem as "lastProblem"
    from message m
    left join staff s on s.clinic_id = m.clinic_id and s.id = m.staff_id
    left join patient_now p on p.clinic_id = m.clinic_id and p.id = m.patient_id
    order by m.queued_at desc, m.id limit ${limit}`)

/** For so long what somebody asks for is sent at any hour: the patient may be on the phone. */
const atOnceMinutes = 10

/**
 * Of a message `m`: it may be handed over at this hour. What waited, for a gateway or for a server that stood still, does
 * not reach a patient at night by their own clock.
 */
export const mayGoAt = (now: Instant): Statement => sql`(
  m.patient_id is null or m.queued_at > ${now}::timestamptz - make_interval(mins => ${atOnceMinutes}) or exists (
    select from patient_now p join clinic c on c.clinic_id = p.clinic_id
    left join asking_now ch on ch.clinic_id = p.clinic_id and ch.patient_id = p.id
    cross join lateral (
      select (${now}::timestamptz at time zone coalesce(ch.time_zone, p.time_zone, c.time_zone))::time as clock) t
    where p.clinic_id = m.clinic_id and p.id = m.patient_id and t.clock >= ${quiet.until}::time and t.clock < ${quiet.from}::time))`

/**
 * Whether there is anything a sender of these channels could do now, and what the clinic is called. Made-up patients
 * of a demo have made-up addresses, which could be somebody's: nothing of a demo leaves the house.
 */
export const findWork = (
  q: Query,
  channels: readonly Channel[],
  now: Instant,
): Promise<{ due: boolean; clinic: string }> =>
  q.one<{ due: boolean; clinic: string }>(sql`
    select c.name as clinic, not c.is_demo and exists (
      select from message m where m.sent_at is null and m.gave_up_at is null and m.next_try_at <= ${now}
        and (m.claimed_until is null or m.claimed_until <= ${now})
        and m.channel = any(${[...channels]}::text[]) and ${mayGoAt(now)}) as due
    from clinic c`)
