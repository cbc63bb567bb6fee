import { randomUUID } from 'node:crypto'
import type { Hono, Context as Http } from 'hono'
import { z } from 'zod'
import { aidOf } from '../care/intake/request/check.ts'
import { checkedIn } from '../care/intake/request/checked.ts'
import { askPage, receivedPage, type Shown, sendPath, trap, typedIn, viaPath } from '../care/intake/request/form.ts'
import { keepRequest } from '../care/intake/request/receive.ts'
import { Said } from '../care/intake/request/said.ts'
import { siteAt } from '../care/learn/queries.ts'
import type { Site } from '../care/learn/site/site.ts'
import { Problem } from '../clinic/request/problem.ts'
import { Instant, minutesBetween } from '../science/time.ts'
import { requestWords as words } from '../web/words/en/request.ts'
import { readForm } from './body.ts'
import type { Parts } from './dispatch.ts'
import { type PublicPage, sentPage } from './public-page.ts'

/** Where nothing was built (a test of requests): the page alone. */
export const bareShell = '<!doctype html><html lang="en"><title>Evenkeel</title><!--page--></html>'

const mostBytes = 512 * 1024
/** Nobody fills in the form faster than this; nobody who is read here is a robot by being slow. */
const leastSeconds = 3
const limits = { fromOne: 20, fromAll: 300, seconds: 600 } as const

/**
 * The form with which somebody asks for an evaluation, or a therapist or clinician refers somebody. Whatever is wrong,
 * what was typed comes back with it.
 */
export const askDoor = (app: Hono, parts: Parts, addressOf: (http: Http) => string, shell: string) => {
  const fresh = (): Pick<Shown, 'id' | 'at'> => ({ id: randomUUID(), at: parts.clock() })
  for (const via of ['self', 'referral'] as const) {
    const path = viaPath[via]
    const { title, lead: about } = via === 'self' ? words : words.refer
    const answer = (http: Http, site: Site, shown: Omit<PublicPage, 'path'>, status = 200) =>
      sentPage(http, site, { built: shell, origin: parts.origin, status }, { path, ...shown })

    app.get(path, async (http) => {
      const site = await siteAt(parts.db, parts.clock())
      return answer(http, site, { title, about, page: askPage(site, { ...fresh(), typed: {}, wrong: {} }, via) })
    })

    // From the decision aid or the self-check: what was answered there stands in the form, and nothing is kept yet.
    if (via === 'self')
      app.post(`${path}/with`, async (http) => {
        const form = await readForm(http, mostBytes)
        const site = await siteAt(parts.db, parts.clock())
        const check = form.get('check') ?? JSON.stringify(checkedIn(form))
        const typed = { aid: JSON.stringify(aidOf(form)), check }
        return answer(http, site, { title, page: askPage(site, { ...fresh(), typed, wrong: {} }) })
      })

    for (const [end, danger] of [
      ['received', false],
      ['received-help', true],
    ] as const)
      app.get(`${path}/${end}`, async (http) => {
        const page = receivedPage(danger, via)
        return answer(http, await siteAt(parts.db, parts.clock()), {
          title: danger ? words.received.helpTitle : words.received.title,
          page,
        })
      })

    app.get(sendPath(via), (http) => http.redirect(path, 303))
    app.post(sendPath(via), async (http) => {
      const now = parts.clock()
      const site = await siteAt(parts.db, now)
      const form = await readForm(http, mostBytes)
      const { clinicId } = site
      const typed = { ...typedIn(form), via }
      const id = z.uuid().catch(randomUUID()).parse(form.get('id'))
      const again = (notice: string | undefined, status: number, wrong: Shown['wrong'] = {}) => {
        const page = askPage(site, { id, at: now, typed, wrong, ...(notice ? { notice } : {}) }, via)
        return answer(http, site, { title: words.again(title), page }, status)
      }
      if (!clinicId) return again(words.noClinic, 404)
      if (form.get(trap)) return again(words.trap, 422)
      const opened = Instant.safeParse(form.get('at'))
      if (!opened.success) return again(words.older, 422)
      if (minutesBetween(opened.data, now) * 60 < leastSeconds) return again(words.quick, 422)
      const said = Said.safeParse(typed)
      if (!said.success) {
        const wrong: Record<string, string> = {}
        for (const issue of said.error.issues) wrong[String(issue.path[0])] ??= issue.message
        return again(undefined, 422, wrong)
      }
      try {
        parts.limiter.take(`ask ${addressOf(http)}`, limits.fromOne, limits.seconds)
        parts.limiter.take('ask', limits.fromAll, limits.seconds)
      } catch (error) {
        if (error instanceof Problem) return again(words.wait, 429)
        throw error
      }
      const { danger } = await keepRequest(parts.db, { clinicId, id, said: said.data, now })
      // Going back from there and sending again is the same request: the id is in the form.
      return new Response(null, {
        status: 303,
        headers: { location: `${path}/${danger ? 'received-help' : 'received'}` },
      })
    })
  }
}
