import { createHash } from 'node:crypto'
import { sql } from '../../../database/sql.ts'
import type { Tx } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { Problem } from '../../request/problem.ts'
import { findClinic, type StoredClinic } from './queries.ts'

/** As text that does not depend on the order in which parts were written. */
export const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  )

/** What the form of the settings shows; limits and standing orders have forms of their own. */
export const settingsIn = ({ name, address, timeZone, emergencyPlan, messageCover, policy }: StoredClinic) => {
  const { limits: _, limitsSigned: __, standingOrders: ___, ...decided } = policy
  return { name, address, timeZone, emergencyPlan, messageCover, policy: decided }
}

/** One short word for what a form shows: a screen sends it back with what was changed. */
const markOf = (shown: unknown): string => createHash('sha256').update(sorted(shown)).digest('base64url').slice(0, 22)

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

/**
 * Two owners change the same form: the first wins, the second is told who was first. Nobody else writes until this
 * transaction is over. Without `seen`, whoever writes has not looked (a script).
 * @throws Problem conflict when the form has changed since it was looked at
 */
export const checkSeen = async (tx: Tx, form: keyof Marks, seen: string | undefined): Promise<void> => {
  if (seen === undefined) return
  await tx.run(sql`select from clinic for update`)
  const clinic = await findClinic(tx)
  if (clinic && marksOf(clinic)[form] === seen) return
  const first = await tx.maybe<{ by: string; at: Instant }>(sql`
    select s.name as by, e.at from audit_entry e join staff s on s.clinic_id = e.clinic_id and s.id = e.actor_id
    where e.action = ${actions[form]} order by e.seq desc limit 1`)
  throw new Problem('conflict', says.settingsChanged(first?.by), first ? { first } : {})
}
