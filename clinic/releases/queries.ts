import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Day, Instant } from '../../science/time.ts'
import type { Recipient, Release } from './release.ts'

export const listRecipients = (q: Query, patientId: string): Promise<Recipient[]> =>
  q.all<Recipient>(sql`
    select id, relation, name, organisation, reach, aside from recipient_now
    where patient_id = ${patientId} order by at, id`)

export type Naming = Omit<Recipient, 'id'> & { recipientId: string; words: string; at: Instant; by: string }

/** Every recipient as they were first named and as each change left them, oldest first. */
export const listNamings = (q: Query, patientId: string): Promise<Naming[]> =>
  q.all<Naming>(sql`
    select n."recipientId", n.relation, n.name, n.organisation, n.reach, n.aside, n.words, n.at, s.name as by
    from (
      select clinic_id, id as "recipientId", relation, name, organisation, reach, false as aside, '' as words, at, by_id,
             0 as seq
      from recipient where patient_id = ${patientId}
      union all
      select clinic_id, recipient_id, relation, name, organisation, reach, aside, words, at, by_id, seq
      from recipient_change where patient_id = ${patientId}) n
    join staff s on s.clinic_id = n.clinic_id and s.id = n.by_id
    order by n.seq, n.at`)

type Row = Omit<Release, 'revoked'> & {
  revokedOn: Day | null
  revokedWords: string
  revokedAt: Instant
  revokedBy: string | null
}

const releases = sql`
  select r.id, r.form, r.recipient_id as "recipientId", r.contents, r.purposes, r.valid_from as "from",
         r.valid_until as "until", r.signed_name as "signedName", r.signed_on as "signedOn",
         r.signed_how as "signedHow", r.kept_where as "keptWhere", r.text_hash as "textHash", r.at, s.name as by,
         v.revoked_on as "revokedOn", v.words as "revokedWords", v.at as "revokedAt", b.name as "revokedBy"
  from release r
  left join staff s on s.clinic_id = r.clinic_id and s.id = r.by_id
  left join release_revocation v on v.clinic_id = r.clinic_id and v.release_id = r.id
  left join staff b on b.clinic_id = v.clinic_id and b.id = v.by_id`

const releaseFrom = ({ revokedOn, revokedWords, revokedAt, revokedBy, ...row }: Row): Release => ({
  ...row,
  revoked: revokedOn === null ? null : { on: revokedOn, words: revokedWords, at: revokedAt, by: revokedBy },
})

/** Every release of a patient, oldest first, with what became of it. */
export const listReleases = async (q: Query, patientId: string): Promise<Release[]> =>
  (await q.all<Row>(sql`${releases} where r.patient_id = ${patientId} order by r.seq`)).map(releaseFrom)

export const findRelease = async (q: Query, patientId: string, id: string): Promise<Release | undefined> => {
  const row = await q.maybe<Row>(sql`${releases} where r.patient_id = ${patientId} and r.id = ${id}`)
  return row && releaseFrom(row)
}

/** The exact text that was signed. */
export const findText = (q: Query, patientId: string, releaseId: string) =>
  q.maybe<{ rendered: string }>(sql`
    select rendered from release where patient_id = ${patientId} and id = ${releaseId}`)

/** Who and where, as the text to sign names them, and today's date at the clinic. */
export const findWho = (q: Query, patientId: string, now: Instant) =>
  q.maybe<{ patientName: string; birthDate: Day; clinicName: string; today: Day; isDrill: boolean }>(sql`
    select p.legal_name as "patientName", p.birth_date as "birthDate", c.name as "clinicName",
           (${now}::timestamptz at time zone c.time_zone)::date as today, c.drill_of is not null as "isDrill"
    from patient_now p join clinic c on c.clinic_id = p.clinic_id where p.id = ${patientId}`)

/** Whether a text that the patient signed or was asked to sign names this recipient. */
export const isNamedInText = async (q: Query, recipientId: string): Promise<boolean> =>
  (await q.maybe(sql`
    select from release where recipient_id = ${recipientId}
    union all select from release_request where recipient_id = ${recipientId} limit 1`)) !== undefined
