import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { system } from '../clinic/accounts/actor.ts'
import { hashOf, newToken } from '../clinic/accounts/secrets.ts'
import { cookieName } from '../clinic/accounts/sign-in/cookie.ts'
import { audited } from '../clinic/audit/audited.ts'
import { sql } from '../database/sql.ts'
import type { Database } from '../database/types.ts'
import { dayIn } from '../science/day-in.ts'
import { addDays, addMinutes, Day, Instant } from '../science/time.ts'
import { whichOfTwice } from '../science/twice-in.ts'
import { testApp } from '../server/test.ts'
import { buildWeb } from '../web/build.ts'
import { handsOutAxe, withAxe } from './axe.ts'
import { type Device, device, openBrowser, type sizes } from './browser.ts'

/** Every change reaches the server so much later, in milliseconds: see the README of this folder. */
export const lateMs = Number(process.env.EVENKEEL_TEST_LATE_MS ?? 0)

const withLate =
  <Env>(fetch: (request: Request, env: Env) => Response | Promise<Response>): typeof fetch =>
  async (request, env) => {
    if (lateMs > 0 && request.method !== 'GET') await wait(lateMs)
    return fetch(request, env)
  }

/** These answers behind a real port; a free one, unless it is named. */
export const listenWith = async ({ app }: { app: Pick<Hono, 'fetch'> }, at = 0) => {
  const server: Server = createServer(getRequestListener(withAxe(withLate(app.fetch))))
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://localhost:${port}`
  handsOutAxe(origin)
  return { server, port, origin }
}

/**
 * The server of the tests behind a real port, for journeys that need its clock or people who are signed in already.
 * The journey from an empty folder starts the real process instead (`evenkeel.ts`). `own`: a database nobody else has.
 */
export const served = async (own?: Database) => {
  await buildWeb()
  const app = await testApp(own)
  letRun(app.clock)
  const { server, port, origin } = await listenWith(app)
  const browser = await openBrowser()

  /** The cookie of this member of staff, signed in. */
  const cookieOf = async ({ clinicId }: { clinicId: string }, staffId: string) => {
    const token = newToken()
    const { now } = app.clock
    await audited(app.db, { clinicId, actor: system, action: 'test', at: now }, (tx) =>
      tx.run(sql`insert into sign_in (clinic_id, id, staff_id, token_hash, method, device, created_at, seen_at)
        values (${clinicId}, ${randomUUID()}, ${staffId}, ${hashOf(token)}, 'passkey', 'test', ${now}, ${now})`),
    )
    const url = origin.replace('http:', 'https:')
    return { name: cookieName, value: token, url, secure: true, httpOnly: true, sameSite: 'Strict' as const }
  }

  /** A window of this member of staff, signed in. */
  const signedIn = async (
    clinic: { clinicId: string },
    staffId: string,
    size: keyof typeof sizes,
    dark = false,
  ): Promise<Device> => {
    const cookie = await cookieOf(clinic, staffId)
    const own = await device(browser, size, { dark })
    await own.context.addCookies([cookie])
    return own
  }

  /** The day at the clinic, so many days from today: by UTC it may be another, and a day that is written out passes. */
  const day = (ahead: number): Day => addDays(Day.parse(dayIn('America/New_York', app.clock.now)), ahead)

  /** The network is gone: nothing answers at this address any more. */
  const cut = () => {
    server.close()
    server.closeAllConnections()
  }
  const restore = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  const close = async () => {
    await browser.close()
    // In this order: a browser that connects once more in between would keep it open.
    server.close()
    server.closeAllConnections()
  }
  return { app, origin, browser, day, cookieOf, signedIn, cut, restore, close }
}

export type Served = Awaited<ReturnType<typeof served>>

/** The clock of a journey runs, as a browser's does; setting it moves it, and it runs on from there. */
const letRun = (clock: { now: Instant }) => {
  // In the hour that comes twice when clocks go back whoever books is asked which of the two is meant, and there is a test
  // for that: what begins in it, or shortly before, begins after it.
  const real = Instant.parse(new Date().toISOString())
  const comesTwice = [0, 60, 120].some((minutes) => whichOfTwice('America/New_York', addMinutes(real, minutes)))
  let ahead = comesTwice ? 4 * 3_600_000 : 0
  Object.defineProperty(clock, 'now', {
    get: () => Instant.parse(new Date(Date.now() + ahead).toISOString()),
    set: (now: Instant) => {
      ahead = Date.parse(now) - Date.now()
    },
  })
}
