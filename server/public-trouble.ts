import type { Context as Http } from 'hono'
import { html } from '../care/learn/html.ts'
import { Day, type Instant } from '../science/time.ts'
import { siteWords } from '../web/words/en/site.ts'
import { sentPage } from './public-page.ts'

export const isPublic = (path: string): boolean => path === '/learn' || path.startsWith('/learn/')

/**
 * A public page where something went wrong on the way: in plain words, with help above it like every other, and with what
 * was typed one step back. It asks the database nothing, since that may be what broke.
 */
export const troublePage = (http: Http, { shell, at }: { shell: string; at: Instant }, answer: Response): Response => {
  const { title, notThere, notThereSays, says } = siteWords.trouble
  const missing = answer.status === 404
  const head = missing ? notThere : title
  const page = html`<h1>${head}</h1><p class="lead">${missing ? notThereSays : says}</p>
<p><a href="/learn">${siteWords.trouble.first}</a></p>`
  const site = { today: Day.parse(at.slice(0, 10)), clinic: undefined }
  const sent = sentPage(
    http,
    site,
    { built: shell, origin: '', status: answer.status },
    { path: '', title: head, page },
  )
  const retry = answer.headers.get('retry-after')
  if (retry) sent.headers.set('retry-after', retry)
  return sent
}
