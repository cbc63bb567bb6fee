import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { clinicForTests } from '../clinic/accounts/testing/clinic.ts'
import { ownDatabase } from '../database/test.ts'
import { served } from './served.ts'

/**
 * The public side of a clinic that has told its prices and what it offers. The pages speak for the one clinic of a server, so
 * this database is nobody else’s.
 */
export const openToPublic = async () => {
  const own = await ownDatabase()
  const here = await served(own.db)
  const clinic = await here.app.clinicWith()
  const settings = (await clinic.owner.get('/api/clinic')).json as { policy: object }
  const publicSide = { prices: { evaluation: 300, iv: 431, therapy: 150 }, offers: ['iv', 'esketamine'] }
  const saved = await clinic.owner.post('/api/clinic', {
    ...clinicForTests,
    policy: { ...settings.policy, publicSide },
  })
  assert.equal(saved.status, 200)

  /** Nobody fills in a form within three seconds; the clock says so instead of a wait. */
  const aMomentLater = () => {
    here.app.clock.now = new Date(Date.parse(here.app.clock.now) + 10_000).toISOString() as typeof here.app.clock.now
  }
  const close = async () => {
    await here.close()
    await own.close()
  }
  return { ...here, clinic, aMomentLater, close }
}

export type Newcomer = Awaited<ReturnType<typeof openToPublic>>

export const fits = async (page: Page, what: string) =>
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    `${what} scrolls sideways`,
  )
