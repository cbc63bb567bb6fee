import { randomUUID } from 'node:crypto'
import { sql } from '../../database/sql.ts'
import type { Query, Tx } from '../../database/types.ts'
import { says } from '../../web/words/en/says/records.ts'
import { Problem } from '../request/problem.ts'
import { type By, keysOf, lockRegistration, saveChange, saveIdentity, savePatient } from './changes.ts'
import { identityColumns } from './columns.ts'
import { saysTheSame } from './conflict.ts'
import { type Comparable, type Likeness, likenesses } from './duplicates.ts'
import type { Identity } from './identity.ts'
import type { PatientLine } from './patient.ts'
import type { Registration } from './registration.ts'
import { nameKey } from './similar.ts'

export type Candidate = PatientLine & { because: Likeness[] }

const comparable = (identity: Identity): Comparable => ({
  ...keysOf(identity),
  otherNameKey: identity.preferredName.trim() === '' ? '' : nameKey(identity.preferredName, identity.familyName),
  familyKey: nameKey(identity.familyName),
  birthDate: identity.birthDate,
  email: identity.email,
})

/** Patients of this clinic who may be the same person, with what speaks for it. */
export const listCandidates = async (q: Query, identity: Identity): Promise<Candidate[]> => {
  const looking = comparable(identity)
  const rows = await q.all<
    PatientLine & { given: string; family: string; preferred: string; phoneDigits: string; email: string }
  >(sql`
    select p.id, p.number, p.display_name as "displayName", p.legal_name as "legalName", p.birth_date as "birthDate",
           p.phone, p.given_name as given, p.family_name as family, p.preferred_name as preferred,
           p.phone_digits as "phoneDigits", p.email
    from patient_now p
    where p.birth_date = ${looking.birthDate}
       or (p.phone_digits <> '' and p.phone_digits = ${looking.phoneDigits})
       or (p.email <> '' and lower(btrim(p.email)) = lower(btrim(${looking.email})))
       or (abs(p.birth_date - ${looking.birthDate}::date) < 33000 and p.name_key like ${`%${nameKey(identity.familyName)}%`})
    order by p.number`)
  return rows.flatMap(({ given, family, preferred, phoneDigits, email, ...line }) => {
    const because = likenesses(looking, {
      nameKey: nameKey(given, family),
      otherNameKey: preferred.trim() === '' ? '' : nameKey(preferred, family),
      familyKey: nameKey(family),
      birthDate: line.birthDate,
      phoneDigits,
      email,
    })
    return because.length === 0 ? [] : [{ ...line, because }]
  })
}

/**
 * Registers somebody new. Whoever looks like a patient we have must have been looked at and named; that decision is kept
 * with its reason, a row for each of them.
 */
export const register = async (tx: Tx, sent: Registration, by: By): Promise<{ id: string; number: number }> => {
  await lockRegistration(tx)
  const there = await tx.maybe<Record<string, unknown> & { id: string; number: number; identityId: string }>(sql`
    select p.id, p.number, i.id as "identityId", ${identityColumns('i')} from patient p
    join patient_identity i on i.clinic_id = p.clinic_id and i.patient_id = p.id and i.version = 1
    where p.id = ${sent.id}`)
  if (there) {
    if (there.identityId !== sent.identityId) throw new Problem('conflict', says.registered)
    if (!saysTheSame(there, sent.identity)) throw registeredOtherwise(there.number)
    return { id: there.id, number: there.number }
  }
  const candidates = await listCandidates(tx, sent.identity)
  const unseen = candidates.filter(({ id }) => !sent.anyway?.notTheSameAs.includes(id))
  if (unseen.length > 0) throw new Problem('conflict', alreadyHere(unseen))

  const number = await savePatient(tx, sent.id, by)
  await saveIdentity(tx, sent.id, { id: sent.identityId, after: 0, identity: sent.identity, why: '' }, by)
  for (const { id, fact } of sent.contacts)
    await saveChange(tx, 'contact', sent.id, { change: 'recorded', id, fact }, by)
  for (const kind of ['pharmacy', 'coverage'] as const) {
    const given = sent[kind]
    if (given) await saveChange(tx, kind, sent.id, { change: 'recorded', ...given } as never, by)
  }
  for (const candidate of candidates) await saveDecision(tx, sent, candidate, by)
  return { id: sent.id, number }
}

/** The form was sent, changed, and sent again: the first arrived. What was changed since is a change of the record. */
const registeredOtherwise = (number: number): Problem => new Problem('conflict', says.registeredOtherwise(number))

const alreadyHere = (candidates: readonly Candidate[]): string => {
  const [first, ...others] = candidates
  return says.alreadyHere(first?.number, others.length)
}

const saveDecision = (tx: Tx, sent: Registration, candidate: Candidate, { actorId, now }: By): Promise<number> =>
  tx.run(sql`
    insert into duplicate_decision (clinic_id, id, patient_id, candidate_id, because, reason, recorded_at, recorded_by)
    values (evenkeel_clinic(), ${randomUUID()}, ${sent.id}, ${candidate.id}, ${candidate.because},
            ${sent.anyway?.reason ?? ''}, ${now}, ${actorId})`)
