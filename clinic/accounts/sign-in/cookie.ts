import { longestMinutes } from './who.ts'

/** `__Host-` binds the cookie to this host and to TLS; browsers treat localhost as trustworthy. */
export const cookieName = '__Host-evenkeel'

/** Beside the other one while somebody drills: it opens a drill clinic, and is gone when they leave it. */
export const drillCookieName = '__Host-evenkeel-drill'

const named = (name: string, headers: Headers): string | undefined => {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name && value && /^[\w-]{43}$/.test(value)) return value
  }
  return undefined
}

export const tokenFrom = (headers: Headers): string | undefined => named(cookieName, headers)
export const drillTokenFrom = (headers: Headers): string | undefined => named(drillCookieName, headers)

export const cookieFor = (token: string): string =>
  `${cookieName}=${token}; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=${longestMinutes * 60}`

/** A screen on a wall stays signed in for a year, until somebody ends it. */
export const displayCookieFor = (token: string): string =>
  `${cookieName}=${token}; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=31536000`

export const drillCookieFor = (token: string): string =>
  `${drillCookieName}=${token}; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=${longestMinutes * 60}`

export const noDrillCookie = `${drillCookieName}=; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=0`

export const noCookie = `${cookieName}=; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=0`
