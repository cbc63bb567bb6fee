import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Instant } from '../../../science/time.ts'
import type { Role } from '../permissions.ts'
import { type Browser, newBrowser, type Reply, type TestApp } from './browser.ts'

export const goodPassword = 'copper lantern seven otters'

/** What the person's app shows at this moment. */
export const codeAt = (letters: string, now: Instant): string =>
  new TOTP({ secret: Secret.fromBase32(letters.replaceAll(' ', '')) }).generate({ timestamp: Date.parse(now) })

export const tokenIn = (link: unknown): string => String(link).split('#').at(-1) ?? ''

type Asks = { post: (path: string, body?: unknown) => Promise<{ status: number; json: unknown }> }

/** The owner invites somebody; returns what the invitation answered. */
export const invite = async (
  owner: Asks,
  roles: Role[],
  email = `${randomUUID()}@clinic.example`,
  name = 'Ines Invited',
) => {
  const id = randomUUID()
  const { status, json } = await owner.post('/api/staff', { id, name, email, roles })
  assert.equal(status, 200, JSON.stringify(json))
  return { id, email, ...(json as { link: string; expiresAt: string }) }
}

/** Chooses a password and an authenticator app for the holder of a link. */
export const joinByPassword = async (browser: Browser, link: string, now: Instant, password = goodPassword) => {
  const token = tokenIn(link)
  const offered = await browser.post('/api/join/offer', { token })
  assert.equal(offered.status, 200, JSON.stringify(offered.json))
  const { offer, letters } = offered.json.code as { offer: string; letters: string }
  const credential = { kind: 'password', password, offer, code: codeAt(letters, now) }
  const reply: Reply = await browser.post('/api/join', { token, credential })
  return { reply, letters, recoveryCodes: (reply.json.recoveryCodes ?? []) as string[] }
}

/** Somebody who was invited and joined with a password and an app. Their browser is signed in. */
export const joinedPerson = async (app: TestApp, owner: Asks, roles: Role[], email?: string) => {
  const invited = await invite(owner, roles, email)
  const browser = newBrowser(app)
  const { reply, letters, recoveryCodes } = await joinByPassword(browser, invited.link, app.clock.now)
  assert.equal(reply.status, 200, JSON.stringify(reply.json))
  return { ...invited, browser, letters, recoveryCodes }
}
