import { reading } from '../../database/read.ts'
import { says } from '../../web/words/en/says/links.ts'
import { audited } from '../audit/audited.ts'
import { Problem } from '../request/problem.ts'
import type { Context } from '../request/route.ts'
import { raiseDanger } from '../safety/danger.ts'
import { stateOf } from './link.ts'
import { findLink } from './queries.ts'

type Call = Pick<Context, 'db' | 'clinicId' | 'actor' | 'now'>

/** The link takes nothing any more, or other answers came through it. */
export const isTooLate = (error: unknown): boolean =>
  error instanceof Problem && (error.kind === 'not-allowed' || error.kind === 'conflict')

/**
 * For a route that says `afterEnd` and takes a patient's own words: through a link that takes none any more they are refused as
 * everywhere, and kept nowhere. But where they may speak of danger somebody is told so (RL-07), once for each link.
 */
export const takenOrHeard = async <Taken>(call: Call, danger: boolean, take: () => Promise<Taken>): Promise<Taken> => {
  const { db, clinicId, actor, now } = call
  try {
    const link = await reading(db, { clinicId }, (q) => findLink(q, actor.id))
    const state = link ? stateOf(link, now) : 'expired'
    if (state !== 'live') throw new Problem('not-allowed', says.closed[state])
    return await take()
  } catch (error) {
    if (danger && isTooLate(error) && actor.kind === 'link') {
      const subject = { kind: 'link', id: actor.id }
      const { patientId } = actor
      const act = { clinicId, actor, action: 'links.refused', at: now, subject, patientId }
      await audited(db, act, (tx) => raiseDanger(tx, { patientId, about: subject, now, why: says.wordsRefused }))
    }
    throw error
  }
}
