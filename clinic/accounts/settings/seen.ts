import { sql } from '../../../database/sql.ts'
import type { Tx } from '../../../database/types.ts'
import { changedMeanwhile, markOf } from '../../request/seen.ts'
import { findClinic, type StoredClinic } from './queries.ts'

/** What the form of the settings shows; limits and standing orders have forms of their own. */
export const settingsIn = ({ name, address, timeZone, emergencyPlan, messageCover, policy }: StoredClinic) => {
  const { limits: _, limitsSigned: __, standingOrders: ___, ...decided } = policy
  return { name, address, timeZone, emergencyPlan, messageCover, policy: decided }
}

export const marksOf = (clinic: StoredClinic) => ({
  settings: markOf(settingsIn(clinic)),
  orders: markOf(clinic.policy.standingOrders ?? {}),
  limits: markOf(clinic.policy.limitsSigned ?? {}),
})
export type Marks = ReturnType<typeof marksOf>

const actions: Record<keyof Marks, string> = {
  settings: 'clinic.set',
  orders: 'clinic.set-orders',
  limits: 'clinic.set-limits',
}

/** Nobody else decides for the clinic until this transaction is over. */
export const lockClinic = (tx: Tx): Promise<number> => tx.run(sql`select from clinic for update`)

/**
 * Two owners change the same form: the first wins, the second is told who was first. Nobody else writes until this
 * transaction is over.
 * @throws Problem conflict when the form has changed since it was looked at
 */
export const checkSeen = async (tx: Tx, form: keyof Marks, seen: string | undefined): Promise<void> => {
  if (seen === undefined) return
  await lockClinic(tx)
  const clinic = await findClinic(tx)
  if (clinic && marksOf(clinic)[form] === seen) return
  throw await changedMeanwhile(tx, actions[form])
}
