import { randomUUID } from 'node:crypto'
import type { Hono, Context as Http } from 'hono'
import { z } from 'zod'
import { aidOf } from '../care/intake/request/check.ts'
import { checkedIn } from '../care/intake/request/checked.ts'
import { askPage, receivedPage, type Shown, sendPath, trap, typedIn, viaPath } from '../care/intake/request/form.ts'
import { keepRequest } from '../care/intake/request/receive.ts'
import { Said } from '../care/intake/request/said.ts'
import { type Typed, unfinishedOf, worries } from '../care/intake/request/unfinished.ts'
import { siteAt } from '../care/learn/queries.ts'
import type { Site } from '../care/learn/site/site.ts'
import { Problem } from '../clinic/request/problem.ts'
import { Day, Instant, minutesBetween } from '../science/time.ts'
import { requestWords as words } from '../web/words/en/request.ts'
import { answerTo } from './answer-to.ts'
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
    if (via === 'self') {
      app.get(`${path}/with`, (http) => http.redirect(path, 303))
      app.post(`${path}/with`, async (http) => {
        const form = await readForm(http, mostBytes)
        const site = await siteAt(parts.db, parts.clock())
        const check = form.get('check') ?? JSON.stringify(checkedIn(form))
        const typed = { aid: JSON.stringify(aidOf(form)), check }
        return answer(http, site, { title, page: askPage(site, { ...fresh(), typed, wrong: {} }), typedOn: true })
      })
    }

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
      const form = await readForm(http, mostBytes)
      const typed = { ...typedIn(form), via }
      const id = z.uuid().catch(randomUUID()).parse(form.get('id'))
      const again = (site: Site, status: number, why: Partial<Shown>) => {
        const page = askPage(site, { id, at: now, typed, wrong: {}, ...why }, via)
        return answer(
          http,
          site,
          { title: worries(typed) ? words.received.helpTitle : words.again(title), page, typedOn: true },
          status,
        )
      }
      const takesPart = () => {
        parts.limiter.take(`ask ${addressOf(http)}`, limits.fromOne, limits.seconds)
        parts.limiter.take('ask', limits.fromAll, limits.seconds)
      }
      try {
        const site = await siteAt(parts.db, now)
        const { clinicId } = site
        if (!clinicId) return again(site, 404, { notice: words.noClinic })
        const { said, lacks, ...why } = lookedAt(form, typed, now)
        const unfinished = lacks && unfinishedOf(typed, lacks)
        if (said || unfinished) {
          try {
            takesPart()
          } catch (error) {
            if (error instanceof Problem) return again(site, 429, { notice: words.wait })
            throw error
          }
        }
        if (!said) {
          if (unfinished) await keepRequest(parts.db, { clinicId, id, said: unfinished, now })
          return again(site, 422, { ...why, kept: unfinished !== undefined })
        }
        const { danger } = await keepRequest(parts.db, { clinicId, id, said, now })
        // Going back from there and sending again is the same request: the id is in the form.
        const end = danger || worries(typed) ? 'received-help' : 'received'
        return new Response(null, { status: 303, headers: { location: `${path}/${end}` } })
      } catch (error) {
        // Whatever broke on our side, whoever wrote gets back what they wrote, and help where it speaks of danger.
        const { status } = answerTo(error)
        return again({ today: Day.parse(now.slice(0, 10)), clinic: undefined }, status, { notice: words.notSent })
      }
    })
  }
}

type Looked = { said: Said; lacks?: never } | { said?: never; lacks: string[]; notice?: string; wrong?: Shown['wrong'] }

/** What a form says, or why it has to be sent once more. */
const lookedAt = (form: URLSearchParams, typed: Typed, now: Instant): Looked => {
  const said = Said.safeParse(typed)
  const wrong: Record<string, string> = {}
  for (const issue of said.error?.issues ?? []) wrong[String(issue.path[0])] ??= issue.message
  const opened = Instant.safeParse(form.get('at'))
  const how = form.get(trap)
    ? 'trap'
    : !opened.success
      ? 'older'
      : minutesBetween(opened.data, now) * 60 < leastSeconds && 'quick'
  if (how) return { lacks: [how, ...Object.keys(wrong)], notice: words[how] }
  return said.success ? { said: said.data } : { lacks: Object.keys(wrong), wrong }
}
