import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import type { Database, Query } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
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

/**
 * The invitation behind a link, with the person and the clinic it opens.
 * @throws Problem with one sentence: unknown, used, replaced, too old, or for somebody who no longer works there
 */
export const openInvitation = async (db: Database, token: string, now: Instant) => {
  const hash = hashOf(token)
  const row = await reading(db, { knock: hash }, (q) => knockInvitation(q, hash))
  if (!row) throw new Problem('not-found', says.linkUnknown)
  if (row.usedAt) throw new Problem('conflict', says.linkUsed)
  if (row.withdrawnAt) throw new Problem('conflict', says.linkReplaced)
  if (row.expiresAt <= now) throw new Problem('conflict', says.linkTooOld)
  const found = await reading(db, { clinicId: row.clinicId }, async (q) => {
    const [staff, clinic] = await Promise.all([
      findStaff(q, row.staffId),
      q.one<{ name: string }>(sql`select name from clinic`),
    ])
    return { staff, clinic }
  })
  const { staff, clinic } = found
  if (!staff?.active) throw new Problem('conflict', says.linkOfFormerStaff)
  return { ...row, staff, clinicName: clinic.name }
}
