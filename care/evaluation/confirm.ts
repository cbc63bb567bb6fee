import type { By } from '../../clinic/records/changes.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import { saveConfirmation } from './changes.ts'
import type { ConfirmationSent } from './determination.ts'
import { determinationInForce, hasAnotherPrescriber } from './queries.ts'

/**
 * The second act. Somebody else does it where there is somebody else; alone in the clinic, the same prescriber does it
 * again, with a reason of its own, and the record says so.
 */
export const confirm = async (tx: Tx, patientId: string, determinationId: string, sent: ConfirmationSent, by: By) => {
  const made = await tx.maybe<{
    byId: string
    route: Route
    needed: boolean
    replaced: boolean
    answered: boolean
  }>(sql`
    select d.decided_by as "byId", d.route, d.needs_confirmation as needed,
           exists (select from determination n where n.clinic_id = d.clinic_id and n.replaces = d.id) as replaced,
           exists (select from determination_confirmation k
                   where k.clinic_id = d.clinic_id and k.determination_id = d.id) as answered
    from determination d where d.id = ${determinationId} and d.patient_id = ${patientId}`)
  if (!made) throw new Problem('not-found', says.noSuchDetermination)
  if (!made.needed) throw new Problem('conflict', says.needsNone)
  if (made.replaced) throw new Problem('conflict', says.replaced)
  // What somebody confirms is what was decided: if it has changed since, there is nothing to confirm any more.
  const { state, because } = await determinationInForce(tx, patientId, made.route, by.now)
  if (!made.answered && state !== 'awaiting confirmation') {
    throw new Problem('conflict', says.changedSince(because.join(' ')))
  }
  const bySamePerson = made.byId === by.actorId
  if (bySamePerson && (await hasAnotherPrescriber(tx, by.actorId))) {
    throw new Problem('not-allowed', says.anotherPrescriber)
  }
  await saveConfirmation(tx, { ...sent, determinationId, bySamePerson }, by)
  return { id: sent.id, bySamePerson }
}
