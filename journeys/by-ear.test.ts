import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import { booked, normalSet, touched } from '../care/sessions/test.ts'
import { accountWords } from '../web/words/en/accounts.ts'
import { roomWords } from '../web/words/en/room.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { accessible } from './axe.ts'
import { device } from './browser.ts'
import { type Served, served } from './served.ts'
import { journey } from './step.ts'

// Somebody who works by ear and keys: what they press often goes away with the press, and the page must not begin anew for
// them; and an alarm on the board is said, once.
let here: Served
let app: Served['app']
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let session: Awaited<ReturnType<typeof booked>>
const step = journey()

before(async () => {
  here = await served()
  ;({ app } = here)
  clinic = await app.clinicWith()
  session = await booked(app, clinic)
  await touched(app, clinic)
})
after(() => here.close())

/** Waits until what has the focus is called this, by its label or its words. */
const hasFocus = (page: Page, name: string) =>
  page.waitForFunction(
    (wanted) => {
      const { activeElement: at } = document
      return at !== document.body && (at?.getAttribute('aria-label') ?? at?.textContent) === wanted
    },
    name,
    { timeout: 20_000 },
  )

step('whoever has no code left reads what to do, from its title on', async () => {
  const { page } = await device(here.browser, 'desktop')
  await page.goto(here.origin)
  await page.getByRole('button', { name: accountWords.signIn.lost }).press('Enter')
  await hasFocus(page, accountWords.signIn.lostTitle)
  await page.getByText(accountWords.signIn.noCodesBody).waitFor()
  await accessible(page, 'no code left')
})

step('an arrival is recorded, and the day is still there under the fingers', async () => {
  const { page } = await here.signedIn(clinic, clinic.frontDesk.staffId, 'desktop')
  await page.goto(here.origin)
  await page.getByRole('button', { name: sessionWords.day.arrive }).press('Enter')
  await page.getByText(sessionWords.phases.arrived, { exact: true }).waitFor()
  await hasFocus(page, 'Today')
  await page.getByRole('list', { name: sessionWords.day.list }).getByRole('listitem').first().waitFor()
})

step('a question answered with one tap leaves one at that question; a number said to be right leads on', async () => {
  const { page } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  await page.goto(`${here.origin}/sessions/${session.id}`)
  const { ask, change, questions, baseline } = sessionWords.before
  await page.getByRole('button', { name: `${ask}: ${questions.alcoholToday}` }).press('Enter')
  await page.getByRole('radio', { name: sessionWords.vitals.no, exact: true }).press('Space')
  await hasFocus(page, `${change}: ${questions.alcoholToday}`)
  await page.getByRole('button', { name: `${ask}: ${baseline}` }).press('Enter')
  const { readings, units, isRight } = sessionWords.vitals
  await page.getByLabel(readings.systolic).fill('181')
  await page.getByLabel(readings.diastolic).fill('122')
  await page.getByLabel(readings.heartRate).fill('31')
  await page.getByRole('button', { name: isRight(`${readings.heartRate} 31 ${units.heartRate}`) }).press('Enter')
  assert.equal(await page.getByLabel(readings.spo2).evaluate((field) => field === document.activeElement), true)
  assert.equal(await page.getByLabel(readings.systolic).inputValue(), '181')
})

step('an alarm is said on the board once, and the board is dim for a dark room and light again after it', async () => {
  const { page } = await here.signedIn(clinic, clinic.display.staffId, 'desktop')
  await page.goto(`${here.origin}/board`)
  const aloud = page.locator('.board-alarms [role="alert"]')
  await page.getByText(roomWords.alarms.none).waitFor()
  assert.equal(await aloud.innerText(), '')
  await page.evaluate(() => {
    const said: string[] = []
    const alert = document.querySelector('.board-alarms [role="alert"]')
    if (alert)
      new MutationObserver(() => said.push(alert.textContent ?? '')).observe(alert, {
        childList: true,
        characterData: true,
        subtree: true,
      })
    Object.assign(window, { said })
  })
  const { status } = await session.vitals({ spo2: 84 }, {})
  assert.equal(status, 422, 'asked about once more')
  assert.equal((await session.event('vitals', { ...normalSet, spo2: 84, confirmed: ['spo2'] })).status, 200)
  await page.locator('.board-alert[data-signal]').first().waitFor()
  // Past the moments at which the board looks anew by itself.
  await page.waitForTimeout(6000)
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
  assert.equal(said.length, 1, said.join(' / '))
  assert.match(said[0] ?? '', /^Room .+: Emergency\. SpO2 below 90%/)

  const mode = () => page.evaluate(() => document.documentElement.dataset.mode)
  await page.evaluate(() => localStorage.setItem('evenkeel.mode', 'light'))
  await page.reload()
  await page.getByRole('button', { name: sessionWords.now.dim }).click()
  assert.equal(await mode(), 'dim')
  await page.reload()
  await page.getByRole('button', { name: sessionWords.now.undim }).waitFor()
  assert.equal(await mode(), 'dim')
  await accessible(page, 'board in the dark')
  await page.getByRole('button', { name: sessionWords.now.undim }).click()
  assert.equal(await mode(), 'light')
})
