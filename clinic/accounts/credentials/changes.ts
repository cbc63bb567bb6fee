import { randomUUID } from 'node:crypto'
import { sql } from '../../../database/sql.ts'
import type { Tx } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { Problem } from '../../request/problem.ts'
import { hashOf } from '../secrets.ts'
import type { StoredPasskey } from './passkey.ts'
import { newRecoveryCodes, recoveryHash } from './recovery-code.ts'

export const savePassword = (tx: Tx, staffId: string, hash: string, now: Instant): Promise<number> =>
  tx.run(sql`
    insert into password (clinic_id, id, hash, set_at) values (evenkeel_clinic(), ${staffId}, ${hash}, ${now})
    on conflict (clinic_id, id) do update set hash = excluded.hash, set_at = excluded.set_at`)

/** `step` is the time step of the code that proved it: that code is used up. */
export const saveCodeSecret = (tx: Tx, staffId: string, sealed: string, step: number, now: Instant): Promise<number> =>
  tx.run(sql`
    insert into totp (clinic_id, id, sealed_secret, confirmed_at, last_step)
    values (evenkeel_clinic(), ${staffId}, ${sealed}, ${now}, ${step})
    on conflict (clinic_id, id) do update
      set sealed_secret = excluded.sealed_secret, confirmed_at = excluded.confirmed_at, last_step = excluded.last_step`)

/** Uses up a code. False when it, or a later one, was used already: of two at once one gets in. */
export const spendCode = async (tx: Tx, staffId: string, step: number): Promise<boolean> =>
  (await tx.run(sql`update totp set last_step = ${step} where id = ${staffId} and last_step < ${step}`)) === 1

export const spendRecoveryCode = async (tx: Tx, staffId: string, typed: string, now: Instant): Promise<boolean> =>
  (await tx.run(sql`
    update recovery_code set used_at = ${now}
    where staff_id = ${staffId} and code_hash = ${recoveryHash(typed)} and used_at is null and withdrawn_at is null`)) ===
  1

/** What a passkey signed is taken once. @throws Problem conflict the second time. */
export const spendChallenge = async (tx: Tx, challengeId: string, now: Instant): Promise<void> => {
  const spent = await tx.run(sql`
    insert into spent_challenge (clinic_id, id, spent_at) values (evenkeel_clinic(), ${challengeId}, ${now})
    on conflict do nothing`)
  if (spent !== 1) throw new Problem('conflict', says.passkeyUsed)
}

export const addPasskey = (
  tx: Tx,
  passkey: StoredPasskey & { staffId: string; name: string; now: Instant },
): Promise<number> =>
  tx.run(sql`
    insert into passkey (clinic_id, id, staff_id, credential_id, credential_hash, public_key, sign_count, transports,
                         name, added_at)
    values (evenkeel_clinic(), ${randomUUID()}, ${passkey.staffId}, ${passkey.credentialId},
            ${hashOf(passkey.credentialId)}, ${passkey.publicKey}, ${passkey.signCount}, ${passkey.transports},
            ${passkey.name}, ${passkey.now})`)

export const usePasskey = async (tx: Tx, id: string, signCount: number, now: Instant): Promise<boolean> =>
  (await tx.run(sql`
    update passkey set sign_count = ${signCount}, used_at = ${now} where id = ${id} and removed_at is null`)) === 1

export const namePasskey = async (tx: Tx, staffId: string, id: string, name: string): Promise<boolean> =>
  (await tx.run(sql`
    update passkey set name = ${name} where id = ${id} and staff_id = ${staffId} and removed_at is null`)) === 1

export const removePasskey = async (tx: Tx, staffId: string, id: string, now: Instant): Promise<boolean> =>
  (await tx.run(sql`
    update passkey set removed_at = ${now} where id = ${id} and staff_id = ${staffId} and removed_at is null`)) === 1

/** Ten new recovery codes in place of those that are left. Only here can they be read; the database keeps hashes. */
export const renewRecoveryCodes = async (tx: Tx, staffId: string, now: Instant): Promise<string[]> => {
  const codes = newRecoveryCodes()
  await withdrawRecoveryCodes(tx, staffId, now)
  await Promise.all(
    codes.map((code) =>
      tx.run(sql`
        insert into recovery_code (clinic_id, id, staff_id, code_hash, made_at)
        values (evenkeel_clinic(), ${randomUUID()}, ${staffId}, ${recoveryHash(code)}, ${now})`),
    ),
  )
  return codes
}

const withdrawRecoveryCodes = (tx: Tx, staffId: string, now: Instant): Promise<number> =>
  tx.run(sql`
    update recovery_code set withdrawn_at = ${now}
    where staff_id = ${staffId} and used_at is null and withdrawn_at is null`)

/** Everything a person could sign in with before stops working: they lost it, and somebody else may have it. */
export const withdrawCredentials = async (tx: Tx, staffId: string, now: Instant): Promise<void> => {
  await tx.run(sql`update passkey set removed_at = ${now} where staff_id = ${staffId} and removed_at is null`)
  // An empty hash, which fits no password, rather than no row: nothing of accounts is deleted.
  await tx.run(sql`update password set hash = '', set_at = ${now} where id = ${staffId}`)
  await tx.run(sql`update totp set confirmed_at = null where id = ${staffId}`)
  await withdrawRecoveryCodes(tx, staffId, now)
}
