import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Context, Hono } from 'hono'
import type { Site } from '../care/learn/site/site.ts'
import { Problem } from '../clinic/request/problem.ts'
import { says } from '../web/words/en/says/server.ts'
import { learnPages } from './learn.ts'
import { sentPage } from './public-page.ts'
import { isPublic } from './public-trouble.ts'

const built = join(import.meta.dirname, '../web/dist')

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.bin': 'application/octet-stream',
}

/** Who the public pages are written for, and when; asked at each one. */
type SiteNow = () => Promise<Site>
type Bytes = Uint8Array<ArrayBuffer>
/** `zipped` packs it when it is first asked for; a start or a test that shows no page waits for none of it. */
export type File = { type: string; plain: Bytes; zipped?: () => Bytes }

let kept: { build: string; files: Map<string, File> } | undefined

/**
 * The built browser code, read and packed once a process: a few hundred kB, and a request then touches no disk and no path
 * of ours. Every server of a test process serves the same, until another build stands there.
 */
export const load = (): ReadonlyMap<string, File> => {
  const stamp = join(built, '.stamp')
  if (!existsSync(stamp)) return new Map()
  const build = readFileSync(stamp, 'utf8')
  if (kept?.build !== build) kept = { build, files: read() }
  return kept.files
}

const read = (): Map<string, File> => {
  const files = new Map<string, File>()
  for (const name of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(name)]
    if (!type) continue
    const plain = new Uint8Array(readFileSync(join(built, name)))
    const zipped = type.startsWith('font') ? {} : { zipped: onceZipped(plain) }
    files.set(`/${name.replaceAll('\\', '/')}`, { type, plain, ...zipped })
  }
  return files
}

const onceZipped = (plain: Bytes): (() => Bytes) => {
  let made: Bytes | undefined
  return () => {
    made ??= new Uint8Array(gzipSync(plain))
    return made
  }
}

const sent = (http: Context, file: File, path: string): Response => {
  const zipped = /\bgzip\b/.test(http.req.header('accept-encoding') ?? '') ? file.zipped?.() : undefined
  return new Response(zipped ?? file.plain, {
    headers: {
      'content-type': file.type,
      // Built files carry a hash of their content in their name; pages are asked for anew each time.
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    },
  })
}

/** Public pages, whole without a script, written for the clinic of this server. */
const publicPages = (app: Hono, siteNow: SiteNow, files: ReadonlyMap<string, File>, origin: () => string) => {
  for (const { path, shell, write } of learnPages)
    app.get(path, async (http) => {
      const built = files.get(shell)
      if (!built) return http.text(says.noSuchPage, 404)
      const site = await siteNow()
      const into = { built: Buffer.from(built.plain).toString(), origin: origin() }
      return sentPage(http, site, into, await write(site))
    })
}

/** `/l#…` is a patient's link; everything else that is no file is a screen of the staff application. */
export const pages = (app: Hono, siteNow: SiteNow, files = load(), origin = () => '') => {
  publicPages(app, siteNow, files, origin)
  app.get('*', (http) => {
    const path = new URL(http.req.url).pathname
    // As people type it.
    if (isPublic(path) && path.endsWith('/')) return http.redirect(path.replace(/\/+$/, ''), 308)
    if (isPublic(path)) throw new Problem('not-found', says.noSuchPage)
    const page = path === '/l' || path.startsWith('/l/') ? '/patient.html' : '/staff.html'
    const file = files.get(path) ?? (extname(path) ? undefined : files.get(page))
    return file ? sent(http, file, path) : http.text(says.noSuchPage, 404)
  })
}
