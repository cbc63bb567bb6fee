import { gzipSync } from 'node:zlib'
import type { Context as Http } from 'hono'
import { type Html, html } from '../care/learn/html.ts'
import { inShell } from '../care/learn/site/shell.ts'
import type { Site } from '../care/learn/site/site.ts'
import { siteWords } from '../web/words/en/site.ts'

/**
 * One public page. `about`: the sentence a search engine shows; a page without one answers what somebody sent, and is
 * not to be found. `own`: classes of its main part. `typedOn`: somebody writes or ticks something on it.
 */
export type PublicPage = { path: string; title: string; about?: string; page: Html; own?: string; typedOn?: boolean }

/** Everybody may find a real clinic by what it says here; nobody is to find a demo. */
const isFound = ({ clinic }: Site, { about }: PublicPage): boolean =>
  about !== undefined && clinic !== undefined && !clinic.contact.isDemo

/** A page put into the one that was built. Its one address is named where the clinic has told its own. */
export const putInto = (built: string, site: Site, origin: string, shown: PublicPage): string => {
  const { path, title, about, page, own } = shown
  const address = isFound(site, shown) && !/^http:\/\/localhost\b/.test(origin) && `${origin}${path}`
  const head = html`<title>${title} – ${site.clinic?.contact.name ?? siteWords.clinic}</title>${about && html`<meta name="description" content="${about}" />`}${address && html`<link rel="canonical" href="${address}" />`}`
  return built
    .replace('<title>Evenkeel</title>', () => head.html)
    .replace('<!--page-->', () => inShell(site, path, page, own).html)
}

/**
 * A page as it is sent: kept nowhere on the way. A fresh one, and one that somebody types on, a browser may find again
 * with what was typed there when it goes back; without that it would show an error instead and have lost it. One that
 * only answers what was said is not kept in the browser either.
 */
export const sentPage = (
  http: Http,
  site: Site,
  { built, origin, status = 200 }: { built: string; origin: string; status?: number },
  shown: PublicPage,
): Response => {
  const text = Buffer.from(putInto(built, site, origin, shown))
  const zip = /\bgzip\b/.test(http.req.header('accept-encoding') ?? '')
  return new Response(new Uint8Array(zip ? gzipSync(text) : text), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': http.req.method === 'GET' || shown.typedOn ? 'private, no-cache' : 'no-store',
      'referrer-policy': 'same-origin',
      vary: 'accept-encoding',
      ...(zip ? { 'content-encoding': 'gzip' } : {}),
      ...(isFound(site, shown) ? { 'x-robots-tag': 'all' } : {}),
    },
  })
}
