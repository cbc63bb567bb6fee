import { DatabaseError } from '../../../database/errors.ts'
import { sql } from '../../../database/sql.ts'
import type { Tx } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { Problem } from '../../request/problem.ts'
import type { Role } from '../permissions.ts'
import { countOtherOwners } from './queries.ts'

type NewRow = { id: string; name: string; email: string; roles: readonly Role[]; now: Instant }

/** @throws Problem conflict when this was sent before, or when the address is taken */
export const addStaff = async (tx: Tx, staff: NewRow): Promise<void> => {
  try {
    await tx.run(sql`
      insert into staff (clinic_id, id, name, email, roles, active, created_at)
      values (evenkeel_clinic(), ${staff.id}, ${staff.name}, ${staff.email}, ${staff.roles}, true, ${staff.now})`)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '23505') throw error
    throw new Problem('conflict', says.addressTaken, { fields: { email: says.addressTaken } })
  }
}

/** Nobody else changes this person until this transaction is over. */
export const lockStaff = (tx: Tx, id: string): Promise<number> =>
  tx.run(sql`select from staff where id = ${id} for update`)

export const setRoles = (tx: Tx, id: string, roles: readonly Role[]): Promise<number> =>
  tx.run(sql`update staff set roles = ${roles} where id = ${id}`)

export const setActive = (tx: Tx, id: string, active: boolean): Promise<number> =>
  tx.run(sql`update staff set active = ${active} where id = ${id}`)

/** @throws Problem when nobody else could open these settings any more */
export const keepAnOwner = async (tx: Tx, withoutId: string): Promise<void> => {
  // Two owners who remove each other at the same time come one after the other.
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(evenkeel_clinic()::text, 8))`)
  if ((await countOtherOwners(tx, withoutId)) > 0) return
  throw new Problem('conflict', says.onlyOwner)
}
