import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Day, Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/releases.ts'
import { Problem } from '../request/problem.ts'
import type { AskRelease, ChangeRecipient, NewRecipient, NewRelease, Revoke } from './requests.ts'

type Hand = { patientId: string; by: string; now: Instant }

/** Whoever shares something and whoever takes a release back wait for each other. */
export const waitForReleases = (tx: Tx, patientId: string) =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${patientId}::text, 34))`)

/** Sent twice with the same id it is kept once. @throws conflict when something else has this id */
export const saveRecipient = async (tx: Tx, { patientId, by, now, ...one }: NewRecipient & Hand): Promise<void> => {
  await tx.run(sql`
    insert into recipient (clinic_id, id, patient_id, relation, name, organisation, reach, at, by_id)
    values (evenkeel_clinic(), ${one.id}, ${patientId}, ${one.relation}, ${one.name}, ${one.organisation}, ${one.reach},
            ${now}, ${by})
    on conflict (clinic_id, id) do nothing`)
  const same = await tx.maybe(sql`
    select from recipient where id = ${one.id} and patient_id = ${patientId} and relation = ${one.relation}
      and name = ${one.name} and organisation = ${one.organisation} and reach = ${one.reach}`)
  if (!same) throw new Problem('conflict', says.sentTwice)
}

/** Corrected, set aside or taken up again: a row on top of the earlier ones. @throws conflict when something else has this id */
export const saveChange = async (
  tx: Tx,
  { patientId, recipientId, by, now, ...one }: ChangeRecipient & Hand & { recipientId: string },
): Promise<void> => {
  await tx.run(sql`
    insert into recipient_change (clinic_id, id, patient_id, recipient_id, relation, name, organisation, reach, aside,
                                  words, at, by_id)
    values (evenkeel_clinic(), ${one.id}, ${patientId}, ${recipientId}, ${one.relation}, ${one.name},
            ${one.organisation}, ${one.reach}, ${one.aside}, ${one.words}, ${now}, ${by})
    on conflict (clinic_id, id) do nothing`)
  const same = await tx.maybe(sql`
    select from recipient_change where id = ${one.id} and recipient_id = ${recipientId} and relation = ${one.relation}
      and name = ${one.name} and organisation = ${one.organisation} and reach = ${one.reach} and aside = ${one.aside}
      and words = ${one.words}`)
  if (!same) throw new Problem('conflict', says.sentTwice)
}

/** What the patient is asked to sign, word for word. @throws conflict when something else has this id */
export const saveRequest = async (
  tx: Tx,
  { patientId, by, now, ...one }: Omit<AskRelease, 'how'> & Hand & { text: string },
): Promise<void> => {
  await tx.run(sql`
    insert into release_request (clinic_id, id, patient_id, recipient_id, form, contents, purposes, valid_until,
                                 rendered, text_hash, at, by_id)
    values (evenkeel_clinic(), ${one.id}, ${patientId}, ${one.recipientId}, ${one.form}, ${one.contents}::text[],
            ${one.purposes}::text[], ${one.until}, ${one.text},
            encode(sha256(convert_to(${one.text}, 'UTF8')), 'hex'), ${now}, ${by})
    on conflict (clinic_id, id) do nothing`)
  const same = await tx.maybe(sql`
    select from release_request where id = ${one.id} and patient_id = ${patientId}
      and recipient_id = ${one.recipientId} and rendered = ${one.text}`)
  if (!same) throw new Problem('conflict', says.sentTwice)
}

/** The patient's own signature, from a link: what was asked, from today on. The first one stands. */
export const saveOwnSignature = (
  tx: Tx,
  one: { requestId: string; signedName: string; today: Day; linkId: string; now: Instant },
): Promise<number> =>
  tx.run(sql`
    insert into release (clinic_id, id, patient_id, recipient_id, form, contents, purposes, valid_from, valid_until,
                         rendered, text_hash, signed_name, signed_on, signed_how, kept_where, at, request_id, link_id)
    select clinic_id, id, patient_id, recipient_id, form, contents, purposes, ${one.today}::date, valid_until, rendered,
           text_hash, ${one.signedName}, ${one.today}::date, 'by link', '', ${one.now}::timestamptz, id, ${one.linkId}::uuid
    from release_request where id = ${one.requestId}
    on conflict (clinic_id, id) do nothing`)

/** @throws conflict when something else has this id */
export const saveRelease = async (tx: Tx, { patientId, by, now, ...one }: NewRelease & Hand): Promise<void> => {
  await tx.run(sql`
    insert into release (clinic_id, id, patient_id, recipient_id, form, contents, purposes, valid_from, valid_until,
                         rendered, text_hash, signed_name, signed_on, signed_how, kept_where, at, by_id)
    values (evenkeel_clinic(), ${one.id}, ${patientId}, ${one.recipientId}, ${one.form}, ${one.contents}::text[],
            ${one.purposes}::text[], ${one.from}, ${one.until}, ${one.text},
            encode(sha256(convert_to(${one.text}, 'UTF8')), 'hex'), ${one.signedName}, ${one.signedOn},
            ${one.signedHow}, ${one.keptWhere}, ${now}, ${by})
    on conflict (clinic_id, id) do nothing`)
  const same = await tx.maybe(sql`
    select from release where id = ${one.id} and patient_id = ${patientId} and recipient_id = ${one.recipientId}
      and rendered = ${one.text} and signed_name = ${one.signedName} and signed_on = ${one.signedOn}
      and signed_how = ${one.signedHow} and kept_where = ${one.keptWhere}`)
  if (!same) throw new Problem('conflict', says.sentTwice)
}

type Revocation = Revoke & { releaseId: string; now: Instant; by: { staff: string } | { link: string } }

/** The first taking back stands. @returns whose it is; by null: the patient's own, from a link */
export const saveRevocation = async (
  tx: Tx,
  { id, releaseId, revokedOn, words, by, now }: Revocation,
): Promise<{ id: string; by: string | null; at: Instant; same: boolean }> => {
  const [staff, link] = 'staff' in by ? [by.staff, null] : [null, by.link]
  await tx.run(sql`
    insert into release_revocation (clinic_id, id, release_id, revoked_on, words, at, by_id, link_id)
    values (evenkeel_clinic(), ${id}, ${releaseId}, ${revokedOn}, ${words}, ${now}, ${staff}, ${link})
    on conflict do nothing`)
  const first = await tx.maybe<{ id: string; by: string | null; at: Instant; same: boolean }>(sql`
    select v.id, s.name as by, v.at,
           v.id = ${id} and v.revoked_on = ${revokedOn} and v.words = ${words} as same
    from release_revocation v left join staff s on s.clinic_id = v.clinic_id and s.id = v.by_id
    where v.release_id = ${releaseId}`)
  if (!first) throw new Problem('conflict', says.sentTwice)
  return first
}
