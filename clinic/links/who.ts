import type { Database } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import type { Actor } from '../accounts/actor.ts'
import { nobody } from '../accounts/actor.ts'
import { Problem } from '../request/problem.ts'
import { type LinkState, stateOf } from './link.ts'
import { findName, lookAtLink } from './queries.ts'

const closed: Record<Exclude<LinkState, 'live'>, string> = {
  used: 'This link was used already. What you sent has arrived.',
  withdrawn: 'This link was replaced or taken back. Please use the newest one, or call the clinic.',
  expired: 'This link is too old to open. Please call the clinic for a new one.',
}

/**
 * Who holds the link of this request (header `x-evenkeel-link`). Nobody when there is no such link.
 * @param purpose what the route takes; a link made for something else opens nothing here.
 * @param afterUse true for a submit that may arrive twice: its handler answers for a used link itself.
 * @throws Problem not-allowed for a used, withdrawn, expired or other link.
 */
export const whoHoldsLink = async (
  db: Database,
  headers: Headers,
  now: Instant,
  purpose?: string,
  { afterUse = false } = {},
): Promise<{ actor: Actor; clinicId: string }> => {
  const found = await lookAtLink(db, headers, (q, { patientId }) => findName(q, patientId))
  if (!found) return { actor: nobody, clinicId: '' }
  const { link } = found
  if (purpose && link.purpose !== purpose) throw new Problem('not-allowed', 'This link was made for something else.')
  const state = stateOf(link, now)
  if (state !== 'live' && !(state === 'used' && afterUse)) throw new Problem('not-allowed', closed[state])
  const { clinicId, linkId: id, patientId } = link
  return { actor: { kind: 'link', id, patientId, purpose: link.purpose, name: found.more }, clinicId }
}
