import type { Hono } from 'hono'
import * as check from '../care/intake/request/check.ts'
import type { Html } from '../care/learn/html.ts'
import { siteAt } from '../care/learn/queries.ts'
import { inShell } from '../care/learn/site/shell.ts'
import { checkWords as words } from '../web/words/en/check.ts'
import { publicHeaders } from './ask.ts'
import { readForm } from './body.ts'
import type { Parts } from './dispatch.ts'
import { putInto } from './learn.ts'

/** The self-check: answers come in, what they mean goes out, and nothing of it is kept or written anywhere. */
export const checkDoor = (app: Hono, parts: Parts, shell: string) => {
  const answer = async (write: (site: Awaited<ReturnType<typeof siteAt>>) => Html) => {
    const site = await siteAt(parts.db, parts.clock())
    return new Response(putInto(shell, site, words.title, inShell(site, check.path, write(site))), {
      headers: publicHeaders,
    })
  }
  app.get(check.path, () => answer(() => check.firstPage(new URLSearchParams())))
  app.post(check.path, async (http) => {
    const form = await readForm(http, 64 * 1024)
    if (check.isDangerIn(form)) return answer(check.helpPage)
    const step = form.get('step')
    if (step === 'rest') return answer((site) => check.resultPage(site, form))
    // From the decision aid: what comes before all others is asked first here, too.
    return answer(() => (step === 'first' ? check.questionsPage(form) : check.firstPage(form)))
  })
}
