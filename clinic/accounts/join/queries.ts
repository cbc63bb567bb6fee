import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import type { Database, Query } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import { Problem } from '../../request/problem.ts'
import { hashOf } from '../secrets.ts'
import { findStaff } from '../staff/queries.ts'

export type InvitationPurpose = 'join' | 'recover' | 'display'

type Row = {
  clinicId: string
  id: string
  staffId: string
  purpose: InvitationPurpose
  expiresAt: Instant
  usedAt: Instant | null
  withdrawnAt: Instant | null
}

const knockInvitation = (q: Query, hash: string): Promise<Row | undefined> =>
  q.maybe<Row>(sql`
    select clinic_id as "clinicId", id, staff_id as "staffId", purpose, expires_at as "expiresAt",
           used_at as "usedAt", withdrawn_at as "withdrawnAt"
    from invitation where token_hash = ${hash}`)

const askAnew = 'Ask the owner of the clinic for a new one.'

/**
 * The invitation behind a link, with the person and the clinic it opens.
 * @throws Problem with one sentence: unknown, used, replaced, too old, or for somebody who no longer works there
 */
export const openInvitation = async (db: Database, token: string, now: Instant) => {
  const hash = hashOf(token)
  const row = await reading(db, { knock: hash }, (q) => knockInvitation(q, hash))
  if (!row) throw new Problem('not-found', `This link is not one of ours, or was cut off. ${askAnew}`)
  if (row.usedAt) throw new Problem('conflict', 'This link was used already. If that was you, just sign in.')
  if (row.withdrawnAt) throw new Problem('conflict', `This link was replaced by a newer one or taken back. ${askAnew}`)
  if (row.expiresAt <= now) throw new Problem('conflict', `This link is too old. ${askAnew}`)
  const found = await reading(db, { clinicId: row.clinicId }, async (q) => {
    const [staff, clinic] = await Promise.all([
      findStaff(q, row.staffId),
      q.one<{ name: string }>(sql`select name from clinic`),
    ])
    return { staff, clinic }
  })
  const { staff, clinic } = found
  if (!staff?.active) throw new Problem('conflict', `This account is no longer in use. ${askAnew}`)
  return { ...row, staff, clinicName: clinic.name }
}
