import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import type { Instant } from '../../science/time.ts'
import { type ConsentRecorded, type ConsentStanding, standingOf } from './consent.ts'
import { Content } from './document.ts'

type Row = {
  current_version: number | null
  request_id: string | null
  version: number
  asked_at: Instant
  asked_by: string
  open_questions: number
  signature_id: string | null
  signed_name: string
  signed_at: Instant
  countersigned_at: Instant | null
  countersigned_by: string
  withdrawn_at: Instant | null
  therapist_id: string | null
  therapist_name: string
  therapist_signed_at: Instant | null
  therapist_here: boolean
}

/** The rows about a patient's newest request for a route, in one statement. */
export const findConsentRecorded = async (q: Query, patientId: string, route: Route): Promise<ConsentRecorded> => {
  const row = await q.one<Row>(sql`
    select (select max(d.version) from consent_document d where d.route = ${route}) as current_version,
      r.id as request_id, r.document_version as version, r.asked_at, r.asked_by,
      (select count(*) from consent_question n where n.request_id = r.id
         and not exists (select from consent_answer a where a.question_id = n.id)) as open_questions,
      s.id as signature_id, s.signed_name, s.signed_at,
      c.signed_at as countersigned_at, c.signed_by as countersigned_by, w.withdrawn_at,
      r.therapist_id, t.name as therapist_name, ts.signed_at as therapist_signed_at,
      t.active and 'therapist' = any (t.roles) and exists (
        select from care_team m where m.patient_id = ${patientId} and m.staff_id = t.id and m.ended_at is null) as therapist_here
    from (select 1) one
    left join lateral (select * from consent_request
      where patient_id = ${patientId} and route = ${route} order by seq desc limit 1) r on true
    left join consent_signature s on s.request_id = r.id
    left join consent_countersignature c on c.signature_id = s.id
    left join consent_withdrawal w on w.request_id = r.id
    left join staff t on t.id = r.therapist_id
    left join consent_therapist_signature ts on ts.signature_id = s.id`)
  return {
    currentVersion: row.current_version ?? undefined,
    request: row.request_id
      ? { id: row.request_id, version: row.version, askedAt: row.asked_at, askedBy: row.asked_by }
      : undefined,
    openQuestions: row.open_questions,
    signature: row.signature_id
      ? { id: row.signature_id, signedName: row.signed_name, signedAt: row.signed_at }
      : undefined,
    countersignature: row.countersigned_at
      ? { signedBy: row.countersigned_by, signedAt: row.countersigned_at }
      : undefined,
    therapist: row.therapist_id
      ? { id: row.therapist_id, name: row.therapist_name, signedAt: row.therapist_signed_at, here: row.therapist_here }
      : undefined,
    withdrawal: row.withdrawn_at ? { withdrawnAt: row.withdrawn_at } : undefined,
  }
}

/** Where consent stands for plans and sessions to read: `inForce` is true only when nothing is missing. One statement. */
export const consentInForce = async (q: Query, patientId: string, route: Route): Promise<ConsentStanding> =>
  standingOf(await findConsentRecorded(q, patientId, route))

export type PublishedDocument = {
  id: string
  version: number
  content: Content
  hash: string
  whatChanged: string
  publishedAt: Instant
  publishedBy: string
}

/** Every published version for a route, newest first. */
export const listDocuments = async (q: Query, route: Route): Promise<PublishedDocument[]> => {
  const rows = await q.all<Omit<PublishedDocument, 'content'> & { content: string }>(sql`
    select d.id, d.version, d.content, d.hash, d.what_changed as "whatChanged", d.published_at as "publishedAt",
           s.name as "publishedBy"
    from consent_document d join staff s on s.clinic_id = d.clinic_id and s.id = d.published_by
    where d.route = ${route} order by d.version desc`)
  return rows.map((row) => ({ ...row, content: Content.parse(JSON.parse(row.content)) }))
}

/** The version that counts now; undefined when the clinic has published none. */
export const findCurrentDocument = async (q: Query, route: Route): Promise<PublishedDocument | undefined> =>
  (await listDocuments(q, route))[0]
