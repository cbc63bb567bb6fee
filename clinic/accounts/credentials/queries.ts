import { sql } from '../../../database/sql.ts'
import type { Query } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import type { StoredPasskey } from './passkey.ts'

export type KeptPasskey = StoredPasskey & {
  id: string
  staffId: string
  name: string
  addedAt: Instant
  usedAt: Instant | null
}

const columns = sql`id, staff_id as "staffId", credential_id as "credentialId", public_key as "publicKey",
  sign_count as "signCount", transports, name, added_at as "addedAt", used_at as "usedAt"`

export const listPasskeys = (q: Query, staffId: string): Promise<KeptPasskey[]> =>
  q.all<KeptPasskey>(sql`
    select ${columns} from passkey where staff_id = ${staffId} and removed_at is null order by added_at, id`)

/** In a transaction that knocks with the hash of the credential: nobody is known yet. */
export const knockPasskey = (q: Query, credentialHash: string) =>
  q.maybe<KeptPasskey & { clinicId: string }>(sql`
    select clinic_id as "clinicId", ${columns} from passkey
    where credential_hash = ${credentialHash} and removed_at is null`)

export const findPasswordHash = async (q: Query, staffId: string): Promise<string | undefined> =>
  (await q.maybe<{ hash: string }>(sql`select hash from password where id = ${staffId} and hash <> ''`))?.hash

/** The sealed secret of the person's authenticator app, once its first code was right. */
export const findCodeSecret = async (q: Query, staffId: string): Promise<string | undefined> =>
  (
    await q.maybe<{ sealed: string }>(sql`
      select sealed_secret as sealed from totp where id = ${staffId} and confirmed_at is not null`)
  )?.sealed

export const countRecoveryCodes = async (q: Query, staffId: string): Promise<number> =>
  (
    await q.one<{ count: number }>(sql`
      select count(*) as count from recovery_code
      where staff_id = ${staffId} and used_at is null and withdrawn_at is null`)
  ).count
