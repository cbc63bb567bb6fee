import { Problem } from '../../clinic/request/problem.ts'
import { DatabaseError } from '../../database/errors.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Day, Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/care-letters.ts'
import type { MarkSent, NewLetter, SignLetter } from './requests.ts'

type Hand = { by: string; now: Instant }

/** Sent twice with the same id it is kept once. @throws conflict when something else has this id */
export const saveLetter = async (tx: Tx, { id, kind, recipientId, patientId, by, now }: LetterRow): Promise<void> => {
  await tx.run(sql`
    insert into letter (clinic_id, id, patient_id, kind, recipient_id, at, by_id)
    values (evenkeel_clinic(), ${id}, ${patientId}, ${kind}, ${recipientId}, ${now}, ${by})
    on conflict (clinic_id, id) do nothing`)
  const same = await tx.maybe(sql`
    select from letter where id = ${id} and patient_id = ${patientId} and kind = ${kind}
      and recipient_id is not distinct from ${recipientId}`)
  if (!same) throw new Problem('conflict', says.sentTwice)
}
type LetterRow = Omit<NewLetter, 'versionId'> & Hand & { patientId: string }

export type VersionToSave = Hand & {
  id: string
  letterId: string
  number: number
  sections: string
  derived: string
  substanceUse: boolean | null
  /** Words of substance use that somebody said are not about it. */
  lookedWords: readonly string[]
  rendered: string
}

/** @returns who was first where another version has this number; undefined when this one is stored */
export const saveVersion = async (tx: Tx, one: VersionToSave): Promise<{ by: string; at: Instant } | undefined> => {
  await tx.run(sql`
    insert into letter_version (clinic_id, id, letter_id, number, sections, derived, substance_use, looked_words, rendered,
                                text_hash, at, by_id)
    values (evenkeel_clinic(), ${one.id}, ${one.letterId}, ${one.number}, ${one.sections}, ${one.derived},
            ${one.substanceUse}, ${[...one.lookedWords]}::text[], ${one.rendered},
            encode(sha256(convert_to(${one.rendered}, 'UTF8')), 'hex'), ${one.now}, ${one.by})
    on conflict do nothing`)
  const first = await tx.maybe<{ same: boolean; by: string; at: Instant }>(sql`
    select v.id = ${one.id} and v.sections = ${one.sections}
             and v.substance_use is not distinct from ${one.substanceUse}::boolean
             and v.looked_words = ${[...one.lookedWords]}::text[] as same, s.name as by, v.at
    from letter_version v join staff s on s.clinic_id = v.clinic_id and s.id = v.by_id
    where v.letter_id = ${one.letterId} and v.number = ${one.number}`)
  if (!first) throw new Problem('conflict', says.sentTwice)
  return first.same ? undefined : first
}

/** What the database refuses where a release was taken back in the same moment. */
const released = async <T>(change: Promise<T>): Promise<T> => {
  try {
    return await change
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'letter_released')
      throw new Problem('rule-held', says.notReleased)
    if (error instanceof DatabaseError && error.constraint === 'letter_aside')
      throw new Problem('conflict', says.isSetAside)
    throw error
  }
}

type OnDay = Hand & { letterId: string; onDay: Day; releaseIds: readonly string[] }

/** Signs the exact text of that hash. @returns who was first */
export const signVersion = async (
  tx: Tx,
  one: SignLetter & OnDay,
): Promise<{ id: string; by: string; at: Instant }> => {
  await released(
    tx.run(sql`
      insert into letter_signature (clinic_id, id, letter_id, version_id, text_hash, on_day, release_ids, at, by_id)
      select evenkeel_clinic(), ${one.id}::uuid, ${one.letterId}::uuid, ${one.versionId}::uuid, ${one.textHash},
             ${one.onDay}::date, ${[...one.releaseIds]}::uuid[], ${one.now}::timestamptz, ${one.by}::uuid
      where not exists (select from letter_signature where version_id = ${one.versionId})
      on conflict do nothing`),
  )
  const first = await tx.maybe<{ id: string; by: string; at: Instant }>(sql`
    select g.id, s.name as by, g.at from letter_signature g
    join staff s on s.clinic_id = g.clinic_id and s.id = g.by_id where g.version_id = ${one.versionId}`)
  if (!first) throw new Problem('conflict', says.sentTwice)
  return first
}

export const markVersionSent = async (tx: Tx, one: MarkSent & OnDay): Promise<void> => {
  await released(
    tx.run(sql`
      insert into letter_sending (clinic_id, id, letter_id, version_id, how, on_day, reach, words, release_ids, at, by_id)
      select evenkeel_clinic(), ${one.id}::uuid, ${one.letterId}::uuid, ${one.versionId}::uuid, ${one.how},
             ${one.onDay}::date, ${one.reach}, ${one.words}, ${[...one.releaseIds]}::uuid[], ${one.now}::timestamptz,
             ${one.by}::uuid
      where not exists (select from letter_sending where id = ${one.id})
      on conflict (clinic_id, id) do nothing`),
  )
  const same = await tx.maybe(sql`
    select from letter_sending where id = ${one.id} and letter_id = ${one.letterId} and version_id = ${one.versionId}
      and how = ${one.how} and on_day = ${one.onDay} and reach = ${one.reach} and words = ${one.words}`)
  if (!same) throw new Problem('conflict', says.sentTwice)
}
