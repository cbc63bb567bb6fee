import type { Database } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/links.ts'
import type { Actor } from '../accounts/actor.ts'
import { nobody } from '../accounts/actor.ts'
import { Problem } from '../request/problem.ts'
import { opensAfterUse, stateOf } from './link.ts'
import { findName, lookAtLink } from './queries.ts'

/**
 * Who holds the link of this request (header `x-evenkeel-link`). Nobody when there is no such link.
 * @param purpose what the route takes; a link made for something else opens nothing here.
 * @param afterUse true for a submit that may arrive twice: its handler answers for a used link itself. When its days are
 *   over, it is closed all the same: an old message in somebody else's hands opens nothing.
 * @param afterEnd true for a submit that may come too late, which answers for any closed link itself.
 * @throws Problem not-allowed for a used, withdrawn, expired or other link.
 */
export const whoHoldsLink = async (
  db: Database,
  headers: Headers,
  now: Instant,
  purpose?: string | readonly string[],
  { afterUse = false, afterEnd = false } = {},
): Promise<{ actor: Actor; clinicId: string }> => {
  const found = await lookAtLink(db, headers, (q, { patientId }) => findName(q, patientId))
  if (!found) return { actor: nobody, clinicId: '' }
  const { link } = found
  if (purpose && ![purpose].flat().includes(link.purpose)) throw new Problem('not-allowed', says.otherPurpose)
  const state = stateOf(link, now)
  const stillOpens = afterUse && opensAfterUse(link, now)
  if (state !== 'live' && !stillOpens && !afterEnd) throw new Problem('not-allowed', says.closed[state])
  const { clinicId, linkId: id, patientId } = link
  return { actor: { kind: 'link', id, patientId, purpose: link.purpose, name: found.more }, clinicId }
}
