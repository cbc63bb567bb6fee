import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Actor } from '../accounts/actor.ts'
import { mayDo, type Permission, type Role } from '../accounts/permissions.ts'

const everywhere: readonly Role[] = ['prescriber', 'monitor', 'front-desk']

/**
 * Whether this person does this for all of the clinic's patients; otherwise only for those whose team they are on. It is
 * the role that gives the permission which counts: a therapist who also works at the desk books everybody, and reads
 * the charts of their own patients only.
 */
export const seesEveryPatient = (actor: Actor, to: Permission): boolean =>
  actor.kind === 'staff' && actor.roles.some((role) => everywhere.includes(role) && mayDo([role], to))

/**
 * Whether this person may open this patient's chart. Row-level security has already hidden every other clinic's
 * patients; a therapist, and nobody else, is held to the patients whose team they are on.
 */
export const mayOpenChart = async (q: Query, actor: Actor, patientId: string, to: Permission): Promise<boolean> => {
  if (actor.kind === 'link') return actor.patientId === patientId
  if (actor.kind !== 'staff') return false
  const found = await q.maybe<{ id: string }>(sql`
    select p.id from patient p
    where p.id = ${patientId}
      and (${seesEveryPatient(actor, to)} or exists (
        select from care_team t where t.patient_id = p.id and t.staff_id = ${actor.id} and t.ended_at is null))`)
  return found !== undefined
}
