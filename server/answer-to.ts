import { randomUUID } from 'node:crypto'
import { json } from '../clinic/request/json.ts'
import { Problem, type ProblemKind, statusOf } from '../clinic/request/problem.ts'
import { DatabaseError, DatabaseGone } from '../database/errors.ts'
import { says } from '../web/words/en/says/server.ts'
import { whereOf } from './stumble.ts'

/** A `Problem` is an answer. Anything else is our bug: the person gets an id, the log gets the id and the stack. */
export const answerTo = (error: unknown): Response => {
  if (error instanceof Problem) {
    const headers: Record<string, string> = { 'cache-control': 'no-store' }
    if (error.more.retryAfter) headers['retry-after'] = String(error.more.retryAfter)
    return json(error, { status: statusOf[error.kind], headers })
  }
  if (error instanceof DatabaseGone) {
    console.error('The database does not answer.')
    return json({ problem: 'unavailable', says: says.unavailable }, { status: 503, headers: { 'retry-after': '5' } })
  }
  const id = randomUUID()
  console.error(`Error ${id}: ${whereOf(error)}`)
  const refused = error instanceof DatabaseError ? atOnce[error.code] : undefined
  if (refused) return answerTo(new Problem(...refused))
  return json({ problem: 'error', says: says.ourError(id.slice(0, 8)), id }, { status: 500 })
}

/**
 * What PostgreSQL refused because of somebody else, where the route does not say it better: two at the same moment, or
 * something named that is not there. Logged all the same, because a route should say it better.
 */
const atOnce: Record<string, [ProblemKind, string]> = {
  '23505': ['conflict', says.twice],
  '23503': ['not-found', says.namedMissing],
  '40001': ['conflict', says.sameMoment],
  '40P01': ['conflict', says.sameMoment],
  EK001: ['conflict', says.sameMoment],
}
