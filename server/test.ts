import { randomUUID } from 'node:crypto'
import { system } from '../clinic/accounts/actor.ts'
import type { Role } from '../clinic/accounts/permissions.ts'
import { hashOf, newToken, secretsFrom } from '../clinic/accounts/secrets.ts'
import { audited } from '../clinic/audit/audited.ts'
import { sql } from '../database/sql.ts'
import { newClinic, testDatabase } from '../database/test.ts'
import { Instant } from '../science/time.ts'
import { createApp } from './app.ts'
import { newLimiter } from './limiter.ts'
import { listenForChanges } from './live.ts'

export type Reply = { status: number; json: unknown; headers: Headers }
export type As = {
  staffId: string
  get: (path: string) => Promise<Reply>
  post: (path: string, body?: unknown) => Promise<Reply>
  put: (path: string, body?: unknown) => Promise<Reply>
}

/**
 * The whole server on the shared test database, with a clock the test sets: `app.clock.now = …`. `clinicWith` makes a
 * fresh clinic, so tests never see each other, and signs its people in without going through the door
 * (the door has its own tests).
 */
export const testApp = async () => {
  const db = await testDatabase()
  const clock = { now: Instant.parse('2026-11-23T17:00:00.000Z') }
  const secrets = secretsFrom(Buffer.alloc(32, 7))
  const limiter = newLimiter(() => clock.now)
  const origin = 'http://localhost:4747'
  const app = createApp({ db, secrets, clock: () => clock.now, origin, limiter }, await listenForChanges(db))

  const request = async (method: string, path: string, headers: Record<string, string>, body?: unknown) => {
    const init: RequestInit = { method, headers: { 'sec-fetch-site': 'same-origin', ...headers } }
    if (method !== 'GET') {
      init.body = JSON.stringify(body ?? {})
      init.headers = { ...init.headers, 'content-type': 'application/json' }
    }
    const response = await app.request(`${origin}${path}`, init)
    const text = await response.text()
    const json = text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
    return { status: response.status, json, headers: response.headers } satisfies Reply
  }

  const doors = (headers: Record<string, string>) => ({
    get: (path: string) => request('GET', path, headers),
    post: (path: string, body?: unknown) => request('POST', path, headers, body),
    put: (path: string, body?: unknown) => request('PUT', path, headers, body),
  })

  /** Somebody with these roles in this clinic, signed in just now. */
  const person = async (clinicId: string, roles: Role[], name = roles.join(' and ')): Promise<As> => {
    const staffId = randomUUID()
    const token = newToken()
    const act = { clinicId, actor: system, action: 'test.person', at: clock.now }
    await audited(db, act, async (tx) => {
      await tx.run(sql`insert into staff (clinic_id, id, name, email, roles, active, created_at)
        values (${clinicId}, ${staffId}, ${name}, ${`${staffId}@example.test`}, ${roles}, true, ${clock.now})`)
      await tx.run(sql`insert into sign_in (clinic_id, id, staff_id, token_hash, method, device, created_at, seen_at)
        values (${clinicId}, ${randomUUID()}, ${staffId}, ${hashOf(token)}, 'passkey', 'test', ${clock.now}, ${clock.now})`)
    })
    return { staffId, ...doors({ cookie: `__Host-evenkeel=${token}` }) }
  }

  const clinicWith = async () => {
    const clinicId = await newClinic(db)
    const [owner, prescriber, monitor, therapist, frontDesk, display] = await Promise.all([
      person(clinicId, ['owner'], 'Olive Owner'),
      person(clinicId, ['prescriber'], 'Petra Prescriber'),
      person(clinicId, ['monitor'], 'Milo Monitor'),
      person(clinicId, ['therapist'], 'Thea Therapist'),
      person(clinicId, ['front-desk'], 'Fred Frontdesk'),
      person(clinicId, ['display'], 'Wall'),
    ])
    const another = (roles: Role[], name?: string) => person(clinicId, roles, name)
    return { clinicId, owner, prescriber, monitor, therapist, frontDesk, display, another }
  }

  return {
    db,
    clock,
    secrets,
    origin,
    app,
    clinicWith,
    nobody: doors({}),
    /** Whoever holds a patient's link. Takes the token, or the whole address with the token behind the `#`. */
    holding: (link: string) => doors({ 'x-evenkeel-link': link.split('#').at(-1) ?? '' }),
  }
}
