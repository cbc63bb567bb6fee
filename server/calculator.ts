import type { Hono } from 'hono'
import { siteAt } from '../care/learn/queries.ts'
import { calculatorPage, path } from '../care/learn/site/calculator.ts'
import { calculatorWords as words } from '../web/words/en/calculator.ts'
import type { Parts } from './dispatch.ts'
import { sentPage } from './public-page.ts'

/** What a course costs, counted from what stands in the address; nothing is kept. */
export const calculatorDoor = (app: Hono, parts: Parts, shell: string) => {
  app.get(path, async (http) => {
    const site = await siteAt(parts.db, parts.clock())
    const page = calculatorPage(site, new URL(http.req.url).searchParams)
    const { title, lead: about } = words
    return sentPage(http, site, { built: shell, origin: parts.origin }, { path, title, about, page })
  })
}
