import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import { houseNumbers } from '../../science/house.ts'
import type { Instant } from '../../science/time.ts'

export type Waiting = {
  patientId: string
  name: string
  requestId: string
  waitsFor: 'an answer' | 'a countersignature' | 'the therapist' | 'asking again'
  since: Instant
}

/** Unanswered questions, and signatures without a prescriber's or therapist's. With `therapistId` only what waits for that therapist. */
const listOpen = (q: Query, therapistId: string | null): Promise<Waiting[]> =>
  q.all<Waiting>(sql`
    select r.patient_id as "patientId", p.display_name as name, r.id as "requestId", w.waits_for as "waitsFor", w.since
    from (
      select n.clinic_id, n.request_id, 'an answer' as waits_for, min(n.asked_at) as since from consent_question n
      where not exists (select from consent_answer a where a.clinic_id = n.clinic_id and a.question_id = n.id)
      group by n.clinic_id, n.request_id
      union all
      select g.clinic_id, g.request_id, 'a countersignature', g.signed_at from consent_signature g
      where not exists (select from consent_countersignature c
                        where c.clinic_id = g.clinic_id and c.signature_id = g.id)
      union all
      select g.clinic_id, g.request_id, 'the therapist', g.signed_at from consent_signature g
      join consent_request q on q.clinic_id = g.clinic_id and q.id = g.request_id and q.therapist_id is not null
      where not exists (select from consent_therapist_signature t
                        where t.clinic_id = g.clinic_id and t.signature_id = g.id)) w
    join consent_request r on r.clinic_id = w.clinic_id and r.id = w.request_id
    join patient_now p on p.clinic_id = r.clinic_id and p.id = r.patient_id
    where not exists (select from consent_withdrawal x where x.clinic_id = r.clinic_id and x.request_id = r.id)
      and not exists (select from consent_request newer where newer.clinic_id = r.clinic_id
        and newer.patient_id = r.patient_id and newer.route = r.route and newer.seq > r.seq)
      and r.document_version = (select max(d.version) from consent_document d
                                where d.clinic_id = r.clinic_id and d.route = r.route)
      and (${therapistId}::uuid is null or (w.waits_for = 'the therapist' and r.therapist_id = ${therapistId}::uuid))
    order by w.since`)

/**
 * Whom a newer version has to be put before: asked, signed or not, under an earlier one and not since. While a plan for
 * this way of treatment was not stopped; without any, as long as a first dose may still come. Whoever said no is left alone.
 */
const listOutdated = (q: Query, now: Instant): Promise<Waiting[]> =>
  q.all<Waiting>(sql`
    select r.patient_id as "patientId", p.display_name as name, r.id as "requestId", 'asking again' as "waitsFor",
           d.published_at as since
    from consent_request r
    join patient_now p on p.clinic_id = r.clinic_id and p.id = r.patient_id
    join lateral (select version, published_at from consent_document
                  where clinic_id = r.clinic_id and route = r.route order by version desc limit 1) d
      on d.version > r.document_version
    where not exists (select from consent_withdrawal x where x.clinic_id = r.clinic_id and x.request_id = r.id)
      and not exists (select from consent_request newer where newer.clinic_id = r.clinic_id
        and newer.patient_id = r.patient_id and newer.route = r.route and newer.seq > r.seq)
      and case when exists (select from plan l
                            where l.clinic_id = r.clinic_id and l.patient_id = r.patient_id and l.route = r.route)
        then exists (select from plan l
                     where l.clinic_id = r.clinic_id and l.patient_id = r.patient_id and l.route = r.route
                       and not exists (select from plan_review v where v.clinic_id = l.clinic_id
                                         and v.plan_id = l.id and v.decision = 'stop'))
        else r.asked_at > ${now}::timestamptz - make_interval(days => ${houseNumbers.waitsForFirstDose.value}) end
    order by d.published_at, r.seq`)

/** What consent waits for somebody here, the oldest first. With `therapistId` only what waits for that therapist. */
export const listWaiting = async (q: Query, therapistId: string | null, now: Instant): Promise<Waiting[]> => {
  const [open, outdated] = await Promise.all([listOpen(q, therapistId), therapistId ? [] : listOutdated(q, now)])
  return [...open, ...outdated].sort((a, b) => a.since.localeCompare(b.since))
}
