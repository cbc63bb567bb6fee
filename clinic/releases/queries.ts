import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Day, Instant } from '../../science/time.ts'
import type { Recipient, Release } from './release.ts'

export const listRecipients = (q: Query, patientId: string): Promise<Recipient[]> =>
  q.all<Recipient>(sql`
    select id, relation, name, organisation, reach from recipient where patient_id = ${patientId} order by at, id`)

type Row = Omit<Release, 'revoked'> & {
  revokedOn: Day | null
  revokedWords: string
  revokedAt: Instant
  revokedBy: string
}

/** Every release of a patient, oldest first, with what became of it. */
export const listReleases = async (q: Query, patientId: string): Promise<Release[]> => {
  const rows = await q.all<Row>(sql`
    select r.id, r.form, r.recipient_id as "recipientId", r.contents, r.purposes, r.valid_from as "from",
           r.valid_until as "until", r.signed_name as "signedName", r.signed_on as "signedOn",
           r.signed_how as "signedHow", r.kept_where as "keptWhere", r.text_hash as "textHash", r.at, s.name as by,
           v.revoked_on as "revokedOn", v.words as "revokedWords", v.at as "revokedAt", b.name as "revokedBy"
    from release r
    join staff s on s.clinic_id = r.clinic_id and s.id = r.by_id
    left join release_revocation v on v.clinic_id = r.clinic_id and v.release_id = r.id
    left join staff b on b.clinic_id = v.clinic_id and b.id = v.by_id
    where r.patient_id = ${patientId} order by r.seq`)
  return rows.map(({ revokedOn, revokedWords, revokedAt, revokedBy, ...row }) => ({
    ...row,
    revoked: revokedOn === null ? null : { on: revokedOn, words: revokedWords, at: revokedAt, by: revokedBy },
  }))
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
