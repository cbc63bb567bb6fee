import type { Hono, Context as Http } from 'hono'
import { path } from '../care/intake/aid/aid.ts'
import { aidPage } from '../care/intake/aid/page.ts'
import { summaryPage } from '../care/intake/aid/summary.ts'
import { aidOf } from '../care/intake/request/check.ts'
import type { Html } from '../care/learn/html.ts'
import { siteAt } from '../care/learn/queries.ts'
import type { Site } from '../care/learn/site/site.ts'
import { aidWords as words } from '../web/words/en/aid.ts'
import { readForm } from './body.ts'
import type { Parts } from './dispatch.ts'
import { sentPage } from './public-page.ts'

/** The decision aid. Nothing arrives here unless somebody without a script asks for their page; it is kept nowhere. */
export const aidDoor = (app: Hono, parts: Parts, shell: string) => {
  const answer = async (http: Http, write: (site: Site) => Html, about?: string) => {
    const site = await siteAt(parts.db, parts.clock())
    const page = { path, title: words.title, ...(about && { about }), page: write(site) }
    return sentPage(http, site, { built: shell, origin: parts.origin }, page)
  }
  app.get(path, (http) => answer(http, aidPage, words.lead))
  app.post(path, async (http) => {
    const aid = aidOf(await readForm(http, 64 * 1024))
    return answer(http, (site) => summaryPage(site, aid))
  })
}
