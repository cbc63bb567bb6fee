import type { Hono, Context as Http } from 'hono'
import * as check from '../care/intake/request/check.ts'
import type { Html } from '../care/learn/html.ts'
import { siteAt } from '../care/learn/queries.ts'
import type { Site } from '../care/learn/site/site.ts'
import { checkWords as words } from '../web/words/en/check.ts'
import { readForm } from './body.ts'
import type { Parts } from './dispatch.ts'
import { type PublicPage, sentPage } from './public-page.ts'

/** The self-check: answers come in, what they mean goes out, and nothing of it is kept or written anywhere. */
export const checkDoor = (app: Hono, parts: Parts, shell: string) => {
  const answer = async (http: Http, write: (site: Site) => Html, more: Pick<PublicPage, 'about' | 'typedOn'> = {}) => {
    const site = await siteAt(parts.db, parts.clock())
    const page = { path: check.path, title: words.title, ...more, page: write(site) }
    return sentPage(http, site, { built: shell, origin: parts.origin }, page)
  }
  app.get(check.path, (http) => answer(http, () => check.firstPage(new URLSearchParams()), { about: words.lead }))
  app.post(check.path, async (http) => {
    const form = await readForm(http, 64 * 1024)
    if (check.isDangerIn(form)) return answer(http, check.helpPage)
    const step = form.get('step')
    if (step === 'rest') return answer(http, (site) => check.resultPage(site, form))
    // From the decision aid: what comes before all others is asked first here, too.
    const asks = step === 'first' ? check.questionsPage : check.firstPage
    return answer(http, () => asks(form), { typedOn: true })
  })
}
