import { randomUUID } from 'node:crypto'
import { sql } from '../../../database/sql.ts'
import type { Tx } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import { hashOf, newToken } from '../secrets.ts'
import { closedUntil, refuseUntil } from './lock-out.ts'
import { countFailures } from './queries.ts'

export type Method = 'set up' | 'invitation' | 'passkey' | 'password and code' | 'recovery code' | 'display' | 'demo'

/** Signs somebody in: a row, and the token that goes into the cookie and is kept nowhere else. */
export const startSignIn = async (
  tx: Tx,
  { staffId, method, device, now }: { staffId: string; method: Method; device: string; now: Instant },
): Promise<{ id: string; token: string }> => {
  const id = randomUUID()
  const token = newToken()
  await tx.run(sql`
    insert into sign_in (clinic_id, id, staff_id, token_hash, method, device, created_at, seen_at)
    values (evenkeel_clinic(), ${id}, ${staffId}, ${hashOf(token)}, ${method}, ${device}, ${now}, ${now})`)
  return { id, token }
}

/**
 * Writes a try down before it is judged, so that a hundred at once are a hundred.
 * @throws Problem too-many while this account has to wait
 */
export const countTry = async (tx: Tx, staffId: string, now: Instant): Promise<void> => {
  // One after the other for the same person: two at once must not both see the count from before.
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${staffId}, 7))`)
  const until = closedUntil(await countFailures(tx, staffId), now)
  if (until) throw refuseUntil(until, now)
  await noteTry(tx, staffId, 'tried', now)
}

export const noteTry = (tx: Tx, staffId: string, outcome: 'tried' | 'succeeded' | 'elsewhere', now: Instant) =>
  tx.run(sql`
    insert into sign_in_attempt (clinic_id, id, staff_id, at, outcome)
    values (evenkeel_clinic(), ${randomUUID()}, ${staffId}, ${now}, ${outcome})`)

export const endSignIn = async (tx: Tx, staffId: string, id: string, now: Instant): Promise<boolean> =>
  (await tx.run(sql`
    update sign_in set ended_at = ${now} where id = ${id} and staff_id = ${staffId} and ended_at is null`)) === 1

/** @param except a sign-in that goes on: the one somebody is using to end the others. */
export const endSignIns = (tx: Tx, staffId: string, now: Instant, except?: string): Promise<number> =>
  tx.run(sql`
    update sign_in set ended_at = ${now}
    where staff_id = ${staffId} and ended_at is null and id is distinct from ${except ?? null}::uuid`)

export const lockSignIn = (tx: Tx, id: string, now: Instant): Promise<number> =>
  tx.run(sql`update sign_in set locked_at = ${now} where id = ${id} and ended_at is null`)

/** The person has shown again who they are: the screen opens, and what needs a fresh proof may be done. */
export const proveSignIn = (tx: Tx, id: string, now: Instant): Promise<number> =>
  tx.run(sql`
    update sign_in set locked_at = null, seen_at = ${now}, proved_at = ${now} where id = ${id} and ended_at is null`)

/** Somebody touched the screen. Nothing when that was noted less than two minutes ago, or when it is locked. */
export const touchSignIn = (tx: Tx, id: string, now: Instant): Promise<number> =>
  tx.run(sql`
    update sign_in set seen_at = ${now} where id = ${id} and locked_at is null and ended_at is null`)
