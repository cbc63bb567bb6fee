import type { Hono } from 'hono'
import { path } from '../care/intake/aid/aid.ts'
import { aidPage } from '../care/intake/aid/page.ts'
import { summaryPage } from '../care/intake/aid/summary.ts'
import { aidOf } from '../care/intake/request/check.ts'
import type { Html } from '../care/learn/html.ts'
import { siteAt } from '../care/learn/queries.ts'
import { inShell } from '../care/learn/site/shell.ts'
import type { Site } from '../care/learn/site/site.ts'
import { aidWords as words } from '../web/words/en/aid.ts'
import { publicHeaders } from './ask.ts'
import { readForm } from './body.ts'
import type { Parts } from './dispatch.ts'
import { putInto } from './learn.ts'

/** The decision aid. Nothing arrives here unless somebody without a script asks for their page; it is kept nowhere. */
export const aidDoor = (app: Hono, parts: Parts, shell: string) => {
  const answer = async (write: (site: Site) => Html) => {
    const site = await siteAt(parts.db, parts.clock())
    return new Response(putInto(shell, site, words.title, inShell(site, path, write(site))), { headers: publicHeaders })
  }
  app.get(path, () => answer(aidPage))
  app.post(path, async (http) => {
    const aid = aidOf(await readForm(http, 64 * 1024))
    return answer((site) => summaryPage(site, aid))
  })
}
