import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/releases.ts'
import { Problem } from '../request/problem.ts'
import type { NewRecipient, NewRelease, Revoke } from './requests.ts'

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

/** The first taking back stands. @returns whose it is */
export const saveRevocation = async (
  tx: Tx,
  { id, releaseId, revokedOn, words, by, now }: Revoke & Omit<Hand, 'patientId'> & { releaseId: string },
): Promise<{ id: string; by: string; at: Instant; same: boolean }> => {
  await tx.run(sql`
    insert into release_revocation (clinic_id, id, release_id, revoked_on, words, at, by_id)
    values (evenkeel_clinic(), ${id}, ${releaseId}, ${revokedOn}, ${words}, ${now}, ${by})
    on conflict do nothing`)
  const first = await tx.maybe<{ id: string; by: string; at: Instant; same: boolean }>(sql`
    select v.id, s.name as by, v.at,
           v.id = ${id} and v.revoked_on = ${revokedOn} and v.words = ${words} as same
    from release_revocation v join staff s on s.clinic_id = v.clinic_id and s.id = v.by_id
    where v.release_id = ${releaseId}`)
  if (!first) throw new Problem('conflict', says.sentTwice)
  return first
}
