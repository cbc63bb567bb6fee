import type { MiddlewareHandler } from 'hono'
import { Problem } from '../clinic/request/problem.ts'
import { says } from '../web/words/en/says/server.ts'

/** No inline script or style, nothing from elsewhere, no frame around us. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const securityHeaders: Record<string, string> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), bluetooth=(self)',
  'strict-transport-security': 'max-age=31536000',
  'x-robots-tag': 'noindex',
}

/**
 * What an answer may say otherwise: a public page may be found, and its form names where it comes from, without which an
 * older browser sends `Origin: null`.
 */
const own = ['x-robots-tag', 'referrer-policy']

/** Puts the headers on every answer, errors included. */
export const secured: MiddlewareHandler = async (http, next) => {
  await next()
  for (const [name, value] of Object.entries(securityHeaders)) {
    if (!own.includes(name) || !http.res.headers.has(name)) http.res.headers.set(name, value)
  }
}

/**
 * Refuses a change that a page of another site made this browser send. Browsers say where a request comes from in
 * `Sec-Fetch-Site`; older ones say it in `Origin`. A caller that sends neither is no browser and carries no cookie
 * that somebody could misuse, unless it does carry one: then it is refused too.
 */
export const sameOrigin: MiddlewareHandler = async (http, next) => {
  if (http.req.method !== 'GET' && http.req.method !== 'HEAD') {
    const site = http.req.header('sec-fetch-site')
    const origin = http.req.header('origin')
    const ours = site
      ? site === 'same-origin' || site === 'none'
      : origin
        ? hostOf(origin) === http.req.header('host')
        : !http.req.header('cookie')
    if (!ours) throw new Problem('not-allowed', says.otherSite)
  }
  await next()
}

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
