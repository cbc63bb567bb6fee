import { reading } from '../../database/read.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/links.ts'
import { audited } from '../audit/audited.ts'
import { Problem } from '../request/problem.ts'
import type { Context } from '../request/route.ts'
import { raiseDanger } from '../safety/danger.ts'
import { opensAfterUse, stateOf } from './link.ts'
import { findLink } from './queries.ts'

type Call = Pick<Context, 'db' | 'clinicId' | 'actor' | 'now'>

/** The link takes nothing any more, or other answers came through it. */
export const isTooLate = (error: unknown): boolean =>
  error instanceof Problem && (error.kind === 'not-allowed' || error.kind === 'conflict')

/**
 * For a route that says `afterEnd` and takes a patient's own words: through a link that takes none any more they are refused as
 * everywhere, and kept nowhere. But where they may speak of danger somebody is told so (RL-07), once for each link.
 * @param afterUse true for what a used link still does until its days are over; `take` knows what that is.
 */
export const takenOrHeard = async <Taken>(
  call: Call,
  danger: boolean,
  take: () => Promise<Taken>,
  { afterUse = false } = {},
): Promise<Taken> => {
  const { db, clinicId, actor, now } = call
  try {
    const link = await reading(db, { clinicId }, (q) => findLink(q, actor.id))
    const state = link ? stateOf(link, now) : 'expired'
    if (state !== 'live' && !(link && afterUse && opensAfterUse(link, now)))
      throw new Problem('not-allowed', says.closed[state])
    return await take()
  } catch (error) {
    if (danger && isTooLate(error) && actor.kind === 'link') {
      const { id: linkId, patientId } = actor
      const act = {
        clinicId,
        actor,
        action: 'links.refused',
        at: now,
        subject: { kind: 'link', id: linkId },
        patientId,
      }
      await audited(db, act, (tx) => raiseRefused(tx, { patientId, linkId, now }))
    }
    throw error
  }
}

/** Words that may speak of danger and are not kept: somebody calls whoever wrote them. */
export const raiseRefused = (
  tx: Tx,
  { patientId, linkId, now }: { patientId: string; linkId: string; now: Instant },
): Promise<void> => raiseDanger(tx, { patientId, about: { kind: 'link', id: linkId }, now, why: says.wordsRefused })
