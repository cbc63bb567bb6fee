import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Booked, booked, dosed, touched } from '../care/sessions/test.ts'
import { addMinutes, Instant } from '../science/time.ts'
import { sessionWords as words } from '../web/words/en/sessions.ts'
import { accessible } from './axe.ts'
import { shot } from './browser.ts'
import { type Served, served } from './served.ts'

// A night in the clinic: a session that midnight falls into, and screens on which nobody does anything at midnight.
let here: Served
let app: Served['app']
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let session: Booked

const at = async (now: string) => {
  app.clock.now = Instant.parse(now)
  await touched(app, clinic)
}

before(async () => {
  here = await served()
  app = here.app
  clinic = await app.clinicWith()
  // 23:40 in New York, on a Friday.
  app.clock.now = Instant.parse('2026-11-28T04:40:00.000Z')
  session = await dosed(app, clinic)
})
after(() => here.close())

test('after midnight the running session stands on the list of today, with the day it was booked for', async () => {
  await at('2026-11-28T05:10:00.000Z')
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  await page.goto(here.origin)
  const row = page.locator('.day-row')
  await row.getByText(/^Fri, Nov 27$/).waitFor()
  await row.getByText(/28 min since dose|29 min since dose/).waitFor()
  await accessible(page, 'today after midnight')
  await shot(page, 'night-today')
  await row.getByRole('link', { name: words.day.open }).click()
  await page.getByRole('heading', { name: words.log.title }).waitFor()
  await page.goto(`${here.origin}/sessions/${session.id}/sheet`)
  await page.getByText('Fri, Nov 27, 2026', { exact: true }).waitFor()
  await shot(page, 'night-sheet')
  assert.deepEqual(troubles, [])
  await context.close()
})

test('the wall shows who comes tomorrow as soon as tomorrow is today, although nobody touches or enters anything', async () => {
  await at('2026-11-29T04:50:00.000Z')
  const tomorrow = await booked(app, clinic, { day: '2026-11-29', time: '09:00' })
  const { page, context, troubles } = await here.signedIn(clinic, clinic.display.staffId, 'desktop')
  await page.goto(`${here.origin}/board`)
  await page.locator('.board-room').nth(1).waitFor()
  const comes = page.locator('.board-next')
  assert.equal(await comes.count(), 0)
  // The last entry of the evening, by which the wall hears what time it is.
  app.clock.now = Instant.parse('2026-11-29T04:59:55.000Z')
  assert.equal((await session.event('remark', { words: 'Asleep.' })).status, 200)
  await comes.getByText(/9:00 AM/).waitFor()
  assert.equal(await comes.count(), 1)
  assert.ok(tomorrow.id)
  assert.ok(app.clock.now < addMinutes(Instant.parse('2026-11-29T05:00:00.000Z'), 5))
  assert.deepEqual(troubles, [])
  await context.close()
})
