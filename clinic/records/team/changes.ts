import { sql } from '../../../database/sql.ts'
import type { Tx } from '../../../database/types.ts'
import { says } from '../../../web/words/en/says/records.ts'
import { Problem } from '../../request/problem.ts'
import type { By } from '../changes.ts'

/** Puts somebody on a patient's team. Somebody who is on it already stays on it, once. */
export const assign = async (
  tx: Tx,
  patientId: string,
  { id, staffId }: { id: string; staffId: string },
  { actorId, now }: By,
): Promise<void> => {
  const person = await tx.maybe<{ active: boolean }>(sql`select active from staff where id = ${staffId}`)
  if (!person?.active)
    throw new Problem('invalid', says.notHereNow, {
      fields: { staffId: says.chooseStaff },
    })
  await tx.run(sql`
    insert into care_team (clinic_id, id, patient_id, staff_id, assigned_at, assigned_by)
    values (evenkeel_clinic(), ${id}, ${patientId}, ${staffId}, ${now}, ${actorId}) on conflict do nothing`)
}

/** Takes somebody off the team; that they were on it stays readable. */
export const unassign = async (tx: Tx, patientId: string, memberId: string, { actorId, now }: By): Promise<void> => {
  const ended = await tx.run(sql`
    update care_team set ended_at = ${now}, ended_by = ${actorId}
    where patient_id = ${patientId} and id = ${memberId} and ended_at is null`)
  if (ended === 0) throw new Problem('conflict', says.offTheTeam)
}

/** Whoever leaves the clinic is on nobody's team any more: let back in later, they open no chart by it. */
export const leaveTeams = (tx: Tx, staffId: string, { actorId, now }: By): Promise<number> =>
  tx.run(sql`
    update care_team set ended_at = ${now}, ended_by = ${actorId} where staff_id = ${staffId} and ended_at is null`)
