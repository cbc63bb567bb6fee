import { randomUUID } from 'node:crypto'
import { sql } from '../../../database/sql.ts'
import type { Tx } from '../../../database/types.ts'
import { addMinutes, type Instant } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { dropInvitations } from '../../messages/of-invitations.ts'
import { Problem } from '../../request/problem.ts'
import { hashOf, newToken } from '../secrets.ts'
import type { InvitationPurpose } from './queries.ts'

/** Hours for which each kind of link opens something. */
export const linkHours: Record<InvitationPurpose, number> = { join: 7 * 24, recover: 24, display: 24 }

/** A link that works once. Those made before for the same person stop working. The token is kept nowhere. */
export const makeInvitation = async (
  tx: Tx,
  invitation: { staffId: string; purpose: InvitationPurpose; madeBy: string; now: Instant },
): Promise<{ id: string; token: string; expiresAt: Instant }> => {
  const { staffId, purpose, madeBy, now } = invitation
  const id = randomUUID()
  const token = newToken()
  const expiresAt = addMinutes(now, linkHours[purpose] * 60)
  await withdrawInvitations(tx, staffId, now)
  await tx.run(sql`
    insert into invitation (clinic_id, id, staff_id, purpose, token_hash, made_at, made_by, expires_at)
    values (evenkeel_clinic(), ${id}, ${staffId}, ${purpose}, ${hashOf(token)}, ${now}, ${madeBy}, ${expiresAt})`)
  return { id, token, expiresAt }
}

/** Those not used yet open nothing any more, and their messages are not sent. */
export const withdrawInvitations = async (tx: Tx, staffId: string, now: Instant): Promise<void> => {
  await tx.run(sql`
    update invitation set withdrawn_at = ${now}
    where staff_id = ${staffId} and used_at is null and withdrawn_at is null`)
  await dropInvitations(tx, now)
}

/** @throws Problem conflict for the second of two who open it at once */
export const spendInvitation = async (tx: Tx, id: string, now: Instant): Promise<void> => {
  const spent = await tx.run(sql`
    update invitation set used_at = ${now}
    where id = ${id} and used_at is null and withdrawn_at is null and expires_at > ${now}`)
  if (spent !== 1) throw new Problem('conflict', says.linkUsed)
  await dropInvitations(tx, now)
}
