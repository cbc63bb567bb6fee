import { randomUUID } from 'node:crypto'
import { system } from '../clinic/accounts/actor.ts'
import type { Role } from '../clinic/accounts/permissions.ts'
import { startSignIn } from '../clinic/accounts/sign-in/changes.ts'
import { cookieName } from '../clinic/accounts/sign-in/cookie.ts'
import { addStaff } from '../clinic/accounts/staff/changes.ts'
import { audited } from '../clinic/audit/audited.ts'
import type { Database } from '../database/types.ts'
import type { Instant } from '../science/time.ts'
import type { createApp } from './app.ts'

export type Reply = { status: number; json: unknown; headers: Headers }

/** What somebody can ask the server in this process: the same requests, dispatch and rules as over a network. */
export type Doors = {
  get: (path: string) => Promise<Reply>
  post: (path: string, body?: unknown) => Promise<Reply>
  put: (path: string, body?: unknown) => Promise<Reply>
}

type App = ReturnType<typeof createApp>

/** Doors into `app` for whoever carries these headers. */
export const doorsInto =
  (app: App, origin: string) =>
  (headers: Record<string, string>): Doors => {
    const request = async (method: string, path: string, body?: unknown): Promise<Reply> => {
      const init: RequestInit = { method, headers: { 'sec-fetch-site': 'same-origin', ...headers } }
      if (method !== 'GET') {
        init.body = JSON.stringify(body ?? {})
        init.headers = { ...init.headers, 'content-type': 'application/json' }
      }
      const response = await app.request(`${origin}${path}`, init)
      const text = await response.text()
      const json = text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
      return { status: response.status, json, headers: response.headers }
    }
    return {
      get: (path) => request('GET', path),
      post: (path, body) => request('POST', path, body),
      put: (path, body) => request('PUT', path, body),
    }
  }

/** The headers of a browser that this sign-in was made in. */
export const carrying = (token: string): Record<string, string> => ({ cookie: `${cookieName}=${token}` })

/** The headers of whoever holds a patient's link. Takes the token, or the whole address with the token behind `#`. */
export const holdingLink = (link: string): Record<string, string> => ({
  'x-evenkeel-link': link.split('#').at(-1) ?? '',
})

export type Person = { name: string; roles: readonly Role[]; email?: string; now: Instant; signedInAt?: Instant }

/**
 * Adds somebody to a clinic and signs them in without going through the door: for the demo and for tests, never for
 * a clinic with patients.
 */
export const addSignedIn = async (
  db: Database,
  clinicId: string,
  { name, roles, now, ...more }: Person,
  { action, method, device }: { action: string; method: 'demo' | 'passkey'; device: string },
): Promise<{ staffId: string; signInId: string; token: string }> => {
  const staffId = randomUUID()
  const email = more.email ?? `${staffId}@example.test`
  const act = { clinicId, actor: system, action, at: now, subject: { kind: 'staff', id: staffId }, detail: { roles } }
  return audited(db, act, async (tx) => {
    await addStaff(tx, { id: staffId, name, email, roles, now })
    const { id, token } = await startSignIn(tx, { staffId, method, device, now: more.signedInAt ?? now })
    return { staffId, signInId: id, token }
  })
}
