import { listClinicIds, listDrillClinics } from '../../../database/owner.ts'
import { reading } from '../../../database/read.ts'
import type { Database } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import { letterWords } from '../../../web/words/en/letters.ts'
import { audited } from '../../audit/audited.ts'
import { queueMessage } from '../../messages/changes.ts'
import { system } from '../actor.ts'
import { makeInvitation } from '../join/changes.ts'
import type { Secrets } from '../secrets.ts'
import { findClinic } from '../settings/queries.ts'
import { listStaff, type StaffRow } from './queries.ts'

export type OwnerLink = { name: string; email: string; clinic: string; token: string; expiresAt: Instant }
export type OwnersHere = { owners: string[] }
/** Clinics that all have an owner with this address. */
export type WhichClinic = { clinics: { id: string; name: string }[] }

type Found = { clinicId: string; clinic: string; owners: StaffRow[] }

/** Who owns the clinics here and has joined, the practice clinics of drills aside. */
const listOwners = async (db: Database, now: Instant): Promise<Found[]> => {
  const drills = new Set((await listDrillClinics(db)).map(({ clinicId }) => clinicId))
  const clinicIds = (await listClinicIds(db)).filter((id) => !drills.has(id))
  return Promise.all(
    clinicIds.map((clinicId) =>
      reading(db, { clinicId }, async (q) => ({
        clinicId,
        clinic: (await findClinic(q))?.name ?? '',
        owners: (await listStaff(q, now)).filter(
          ({ roles, active, joined }) => active && joined && roles.includes('owner'),
        ),
      })),
    ),
  )
}

const isCalled = (asked: string, id: string, name: string): boolean =>
  [id, name].some((one) => one.toLowerCase() === asked.trim().toLowerCase())

/**
 * A link with which an owner who lost every way in signs in again, made at the machine by whoever holds the data already.
 * For owners only: they make everybody else's. The trail says that it came from there, and the owner is told by mail, so
 * that nobody comes in this way unseen. The mail does not hold the link.
 * @param asked the name of a clinic, or its id: needed where several have an owner with this address
 * @returns the link; which owners there are when none has this address; or the clinics between which somebody has to say
 */
export const makeOwnerLink = async (
  db: Database,
  { email, clinic: asked, secrets, now }: { email: string; clinic?: string; secrets: Secrets; now: Instant },
): Promise<OwnerLink | OwnersHere | WhichClinic> => {
  const all = await listOwners(db, now)
  const theirs = all.flatMap(({ clinicId, clinic, owners }) =>
    owners.filter((owner) => owner.email === email).map((owner) => ({ clinicId, clinic, owner })),
  )
  if (theirs.length === 0) return { owners: all.flatMap(({ owners }) => owners.map((owner) => owner.email)) }
  const found = theirs.filter(({ clinicId, clinic }) => asked === undefined || isCalled(asked, clinicId, clinic))
  const [one] = found
  if (!one || found.length > 1)
    return { clinics: theirs.map(({ clinicId, clinic }) => ({ id: clinicId, name: clinic })) }
  const { clinicId, clinic, owner } = one
  const subject = { kind: 'staff', id: owner.id }
  const detail = { from: 'command line' }
  const act = { clinicId, actor: system, action: 'staff.link-recover', at: now, subject, detail }
  const { token, expiresAt } = await audited(db, act, async (tx) => {
    const made = await makeInvitation(tx, { staffId: owner.id, purpose: 'recover', madeBy: system.id, now })
    const letter = letterWords.madeAtMachine(clinic, owner.name)
    await queueMessage(tx, { staffId: owner.id, channel: 'mail', to: owner.email, ...letter, now, secrets })
    return made
  })
  return { name: owner.name, email: owner.email, clinic, token, expiresAt }
}
