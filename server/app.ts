import { Hono } from 'hono'
import { siteAt } from '../care/learn/queries.ts'
import { Problem } from '../clinic/request/problem.ts'
import { reading } from '../database/read.ts'
import { sql } from '../database/sql.ts'
import { says } from '../web/words/en/says/server.ts'
import { aidDoor } from './aid.ts'
import { answerTo } from './answer-to.ts'
import { askDoor, bareShell } from './ask.ts'
import { calculatorDoor } from './calculator.ts'
import { checkDoor } from './check.ts'
import { addressOf, dispatch, type Parts } from './dispatch.ts'
import { sameOrigin, secured } from './guard.ts'
import { type Live, live } from './live.ts'
import { newOpenings } from './openings.ts'
import { load, pages } from './pages.ts'
import { isPublic, troublePage } from './public-trouble.ts'
import { routes } from './stages.ts'

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
  const files = load()
  const shellOf = (name: string) => Buffer.from(files.get(name)?.plain ?? '').toString() || bareShell
  const shell = shellOf('/read.html')
  app.onError((error, http) =>
    isPublic(http.req.path) ? troublePage(http, { shell, at: parts.clock() }, answerTo(error)) : answerTo(error),
  )
  app.get('/health', async (http) => {
    await reading(parts.db, { knock: 'health' }, (q) => q.one(sql`select 1 as answers`))
    return http.json({ status: 'serving', engine: parts.db.engine, at: parts.clock() })
  })
  app.get('/api/live', (http) => live(http, parts, liveFeed))
  for (const route of routes) app.on(route.method, route.path, (http) => dispatch(route, http, parts, openings))
  app.all('/api/*', () => {
    throw new Problem('not-found', says.nothingHere)
  })
  askDoor(app, parts, addressOf, shellOf('/ask.html'))
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
