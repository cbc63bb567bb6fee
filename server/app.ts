import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { siteAt } from '../care/learn/queries.ts'
import { json } from '../clinic/request/json.ts'
import { Problem, type ProblemKind, statusOf } from '../clinic/request/problem.ts'
import { DatabaseError, DatabaseGone } from '../database/errors.ts'
import { reading } from '../database/read.ts'
import { sql } from '../database/sql.ts'
import { says } from '../web/words/en/says/server.ts'
import { aidDoor } from './aid.ts'
import { askDoor, bareShell } from './ask.ts'
import { calculatorDoor } from './calculator.ts'
import { checkDoor } from './check.ts'
import { addressOf, dispatch, type Parts } from './dispatch.ts'
import { sameOrigin, secured } from './guard.ts'
import { type Live, live } from './live.ts'
import { newOpenings } from './openings.ts'
import { load, pages } from './pages.ts'
import { routes } from './stages.ts'
import { whereOf } from './stumble.ts'

/** The whole server as one function from request to answer; `app.request()` is all a test needs. */
export const createApp = (parts: Parts, liveFeed: Live) => {
  const app = new Hono()
  const openings = newOpenings()
  app.use(secured)
  app.use(sameOrigin)
  // Screens count minutes by this clock, not by a tablet's own; in a drill, by the drill's.
  app.use(async (http, next) => {
    await next()
    http.res.headers.set('date', new Date(http.get('now') ?? parts.clock()).toUTCString())
  })
  app.onError((error) => answerTo(error))
  app.get('/health', async (http) => {
    await reading(parts.db, { knock: 'health' }, (q) => q.one(sql`select 1 as answers`))
    return http.json({ status: 'serving', engine: parts.db.engine, at: parts.clock() })
  })
  app.get('/api/live', (http) => live(http, parts, liveFeed))
  for (const route of routes) app.on(route.method, route.path, (http) => dispatch(route, http, parts, openings))
  app.all('/api/*', () => {
    throw new Problem('not-found', says.nothingHere)
  })
  const files = load()
  const shellOf = (name: string) => Buffer.from(files.get(name)?.plain ?? '').toString() || bareShell
  const shell = shellOf('/read.html')
  askDoor(app, parts, addressOf, shell)
  checkDoor(app, parts, shell)
  calculatorDoor(app, parts, shell)
  aidDoor(app, parts, shellOf('/decide.html'))
  pages(
    app,
    () => siteAt(parts.db, parts.clock()),
    files,
    () => parts.origin,
  )
  return app
}

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
}
