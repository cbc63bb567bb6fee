import { sql } from '../../../database/sql.ts'
import type { Tx } from '../../../database/types.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { json } from '../../request/json.ts'
import { Problem } from '../../request/problem.ts'
import type { Context } from '../../request/route.ts'
import { endSignIn, type Method, startSignIn } from './changes.ts'
import { cookieFor, displayCookieFor } from './cookie.ts'
import { deviceFrom } from './device.ts'

/**
 * Signs `staffId` in on this browser. Whoever was signed in on it before, in the same clinic, no longer is.
 * @throws Problem not-signed-in when they were deactivated meanwhile
 */
export const enter = async (tx: Tx, call: Context, staffId: string, method: Method): Promise<string> => {
  const active = await tx.maybe(sql`select id from staff where id = ${staffId} and active`)
  if (!active) throw new Problem('not-signed-in', says.accountEnded)
  const { actor, now } = call
  if (actor.kind === 'staff') await endSignIn(tx, actor.id, actor.signInId, now)
  const { token } = await startSignIn(tx, {
    staffId,
    method,
    device: deviceFrom(call.headers.get('user-agent') ?? ''),
    now,
  })
  return method === 'display' ? displayCookieFor(token) : cookieFor(token)
}

/** The answer that carries the cookie. Nothing may keep it. */
export const withCookie = (cookie: string, body: unknown): Response =>
  json(body, { headers: { 'set-cookie': cookie, 'cache-control': 'no-store' } })
