import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import type { Day, Instant } from '../../science/time.ts'
import { Asked } from './text.ts'
import type { Answered } from './understanding.ts'

export type ConsentRequest = {
  id: string
  patientId: string
  route: Route
  version: number
  asked: Asked
  rendered: string
  textHash: string
  askedAt: Instant
  askedBy: string
}

type RequestRow = Omit<ConsentRequest, 'asked'> & { canonical: string }

const requests = sql`
  select r.id, r.patient_id as "patientId", r.route, r.document_version as version, r.canonical, r.rendered,
         r.text_hash as "textHash", r.asked_at as "askedAt", s.name as "askedBy"
  from consent_request r join staff s on s.clinic_id = r.clinic_id and s.id = r.asked_by`

const requestFrom = ({ canonical, ...row }: RequestRow): ConsentRequest => ({
  ...row,
  asked: Asked.parse(JSON.parse(canonical)),
})

export const findRequest = async (q: Query, id: string): Promise<ConsentRequest | undefined> => {
  const row = await q.maybe<RequestRow>(sql`${requests} where r.id = ${id}`)
  return row && requestFrom(row)
}

/** The request that a patient's link was made for. */
export const findRequestOfLink = async (q: Query, linkId: string): Promise<ConsentRequest | undefined> => {
  const row = await q.maybe<RequestRow>(sql`
    ${requests} join consent_link l on l.clinic_id = r.clinic_id and l.request_id = r.id where l.link_id = ${linkId}`)
  return row && requestFrom(row)
}

/** Who of the staff was with the patient when this link was opened on the clinic's tablet. */
export const findPresent = async (q: Query, linkId: string): Promise<string | null> =>
  (await q.maybe<{ present: string | null }>(sql`select present from consent_link where link_id = ${linkId}`))
    ?.present ?? null

/** How this link was given out. */
export const findHow = async (q: Query, linkId: string): Promise<Sending['how'] | undefined> =>
  (await q.maybe<Pick<Sending, 'how'>>(sql`select how from consent_link where link_id = ${linkId}`))?.how

export type Question = {
  id: string
  section: string
  words: string
  askedAt: Instant
  answer: string | null
  answeredAt: Instant | null
  answeredBy: string | null
}

export const listQuestions = (q: Query, requestId: string): Promise<Question[]> =>
  q.all<Question>(sql`
    select n.id, n.section, n.words, n.asked_at as "askedAt", a.words as answer, a.answered_at as "answeredAt",
           s.name as "answeredBy"
    from consent_question n
    left join consent_answer a on a.clinic_id = n.clinic_id and a.question_id = n.id
    left join staff s on s.clinic_id = a.clinic_id and s.id = a.answered_by
    where n.request_id = ${requestId} order by n.asked_at, n.id`)

/** Every answer to the questions on the text, in the order they were given. */
export const listChecks = (q: Query, requestId: string): Promise<Answered[]> =>
  q.all<Answered>(sql`
    select check_id as "checkId", choice from consent_check where request_id = ${requestId} order by seq`)

/** Who of this patient's team could be the therapist that signs too. */
export const listTherapists = (q: Query, patientId: string): Promise<{ id: string; name: string }[]> =>
  q.all<{ id: string; name: string }>(sql`
    select s.id, s.name from care_team t join staff s on s.clinic_id = t.clinic_id and s.id = t.staff_id
    where t.patient_id = ${patientId} and t.ended_at is null and s.active and 'therapist' = any (s.roles)
    group by s.id, s.name order by s.name`)

export type Signature = {
  id: string
  textHash: string
  signedName: string
  signedAt: Instant
  deviceKind: string
  linkId: string
  presentName: string | null
  countersignedAt: Instant | null
  countersignedBy: string | null
  confirmed: string[]
  talkedThrough: string | null
  therapistSignedAt: Instant | null
  therapistSignedBy: string | null
}

export const findSignature = (q: Query, requestId: string): Promise<Signature | undefined> =>
  q.maybe<Signature>(sql`
    select g.id, g.text_hash as "textHash", g.signed_name as "signedName", g.signed_at as "signedAt",
           g.device_kind as "deviceKind", g.link_id as "linkId", p.name as "presentName",
           c.signed_at as "countersignedAt", s.name as "countersignedBy", g.confirmed,
           c.talked_through as "talkedThrough", t.signed_at as "therapistSignedAt", u.name as "therapistSignedBy"
    from consent_signature g
    left join staff p on p.clinic_id = g.clinic_id and p.id = g.present
    left join consent_countersignature c on c.clinic_id = g.clinic_id and c.signature_id = g.id
    left join staff s on s.clinic_id = c.clinic_id and s.id = c.signed_by
    left join consent_therapist_signature t on t.clinic_id = g.clinic_id and t.signature_id = g.id
    left join staff u on u.clinic_id = t.clinic_id and u.id = t.signed_by
    where g.request_id = ${requestId}`)

/** `recordedBy` is null where the patient took it back themselves, on their own phone. */
export type Withdrawal = {
  id: string
  reason: string
  withdrawnAt: Instant
  recordedAt: Instant
  recordedBy: string | null
}

export const findWithdrawal = (q: Query, requestId: string): Promise<Withdrawal | undefined> =>
  q.maybe<Withdrawal>(sql`
    select w.id, w.reason, w.withdrawn_at as "withdrawnAt", w.recorded_at as "recordedAt", s.name as "recordedBy"
    from consent_withdrawal w left join staff s on s.clinic_id = w.clinic_id and s.id = w.recorded_by
    where w.request_id = ${requestId}`)

export type Sending = {
  how: 'mail' | 'sms' | 'tablet'
  madeAt: Instant
  madeBy: string
  openedAt: Instant | null
  usedAt: Instant | null
  withdrawnAt: Instant | null
  expiresAt: Instant
}

export const listSendings = (q: Query, requestId: string): Promise<Sending[]> =>
  q.all<Sending>(sql`
    select l.how, l.made_at as "madeAt", s.name as "madeBy", k.opened_at as "openedAt", k.used_at as "usedAt",
           k.withdrawn_at as "withdrawnAt", k.expires_at as "expiresAt"
    from consent_link l
    join patient_link k on k.clinic_id = l.clinic_id and k.id = l.link_id
    join staff s on s.clinic_id = l.clinic_id and s.id = l.made_by
    where l.request_id = ${requestId} order by l.made_at desc, l.id`)

export type Reach = {
  legalName: string
  displayName: string
  birthDate: Day
  email: string
  phone: string
  reachBy: string[]
  clinicName: string
}

/** Who is asked and how they said they may be reached. */
export const findReach = (q: Query, patientId: string): Promise<Reach | undefined> =>
  q.maybe<Reach>(sql`
    select p.legal_name as "legalName", p.display_name as "displayName", p.birth_date as "birthDate", p.email, p.phone, p.reach_by as "reachBy",
           c.name as "clinicName"
    from patient_now p join clinic c on c.clinic_id = p.clinic_id where p.id = ${patientId}`)

export type PastRequest = { id: string; route: Route; version: number; askedAt: Instant; signedAt: Instant | null }

/** Every request ever made to this patient, newest first, for the history. */
export const listRequests = (q: Query, patientId: string): Promise<PastRequest[]> =>
  q.all<PastRequest>(sql`
    select r.id, r.route, r.document_version as version, r.asked_at as "askedAt", s.signed_at as "signedAt"
    from consent_request r
    left join consent_signature s on s.clinic_id = r.clinic_id and s.request_id = r.id
    where r.patient_id = ${patientId} order by r.seq desc`)
