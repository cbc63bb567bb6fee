import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import { alertWords } from '../web/words/en/alerts.ts'
import { drillWords as words } from '../web/words/en/drills.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { shellWords } from '../web/words/en/shell.ts'
import { accessible } from './axe.ts'
import { type Device, shot, sizes } from './browser.ts'
import { type Served, served } from './served.ts'
import { journey } from './step.ts'

// A monitor drills on a tablet, with the same screens as in care; a prescriber reads the report and signs it off.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let monitor: Device
let page: Page
const step = journey()

before(async () => {
  here = await served()
  clinic = await here.app.clinicWith()
  monitor = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  page = monitor.page
})
after(() => here.close())

const looked = async (on: Page, name: string) => {
  await accessible(on, name)
  await shot(on, `drill-${name}`)
}
const button = (name: string | RegExp) => page.getByRole('button', { name })
const { readings } = sessionWords.vitals
const skip = /^Skip to/

/** What the panel shows, as the trainee reads it. */
const panel = () => page.getByRole('region', { name: words.panel.title })
const skipUntil = async (shown: string) => {
  for (let taps = 0; taps < 12 && !(await panel().getByText(shown).isVisible()); taps += 1) {
    const moved = page.waitForResponse((answer) => answer.url().endsWith('/api/drill/on'))
    await button(skip).click()
    await moved
    await page.locator('button[aria-busy]').waitFor({ state: 'detached' })
  }
  await panel().getByText(shown).waitFor()
}
const enter = async (values: readonly (readonly [string, number])[], sedation: string) => {
  for (const [label, value] of values) await page.getByLabel(label, { exact: false }).first().fill(String(value))
  await page
    .getByRole('group', { name: sessionWords.vitals.moaas })
    .locator('label')
    .filter({ hasText: sedation })
    .click()
}

step('a monitor starts a drill, and every screen says that it is one', async () => {
  await page.goto(`${here.origin}/settings`)
  await page.getByRole('link', { name: words.setting }).click()
  await page.getByText(words.none).waitFor()
  await looked(page, 'start')
  await button(/Pressure spike/).click()
  await panel().waitFor()
  await page.getByText(words.bandHelp).waitFor()
  await button(sessionWords.vitals.save).waitFor()
  await looked(page, 'room')
})

step('the monitor reads what is shown, writes it down, and takes up what it raises', async () => {
  await skipUntil('188/108')
  await enter(
    [
      [readings.systolic, 188],
      [readings.diastolic, 108],
      [readings.heartRate, 96],
      [readings.spo2, 97],
      [readings.respiratoryRate, 18],
    ],
    '5',
  )
  await page.getByText(sessionWords.vitals.more, { exact: true }).click()
  await page.getByText(sessionWords.vitals.crisisNone, { exact: true }).click()
  await shot(page, 'drill-spike')
  await button(sessionWords.vitals.save).click()
  await page.getByText('BP 188/108').first().waitFor()
  await page.getByRole('link', { name: shellWords.alerts }).click()
  await page.getByRole('button', { name: alertWords.acknowledge }).first().click()
  await page
    .getByText(/^Taken up by|acknowledged/i)
    .first()
    .waitFor()
  await looked(page, 'alerts')
  await page.goto(`${here.origin}/board`)
  await page.getByText(words.bandHelp).waitFor()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await looked(page, 'board')
})

step('the drill is left and ended, and its report stands in the training record', async () => {
  await button(words.panel.leave).first().click()
  await page.getByRole('dialog').getByRole('button', { name: words.panel.leave }).click()
  await button(words.end).click()
  await page.getByRole('heading', { name: words.report }).waitFor()
  assert.equal(await page.getByText(words.bandHelp).count(), 0)
  const row = page.getByRole('row').filter({ hasText: 'taken up' })
  await row.getByText(words.results.met, { exact: true }).waitFor()
  await looked(page, 'report')
  assert.deepEqual(monitor.troubles, [])
})

step('a prescriber reads it and signs it off, in words', async () => {
  const other = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
  await other.page.goto(`${here.origin}/drills`)
  await other.page.getByRole('link', { name: /Pressure spike/ }).click()
  await other.page.getByText(words.answers['not signed off'], { exact: true }).click()
  await other.page.getByLabel(words.words).fill('Saw it and wrote it down. Once more, with the call to the bedside.')
  await looked(other.page, 'sign')
  await other.page.getByRole('button', { name: words.sign }).click()
  await other.page.getByRole('heading', { name: words.by('not signed off', 'Petra Prescriber') }).waitFor()
  await other.page.getByRole('link', { name: words.back }).click()
  await other.page.getByText(words.by('not signed off', 'Petra Prescriber')).waitFor()
  await looked(other.page, 'record')
  assert.deepEqual(other.troubles, [])
})

step('when the network of a drill goes away, entries wait on the device and arrive when it is back', async () => {
  await page.goto(`${here.origin}/drills`)
  await button(/network goes away/).click()
  await panel().waitFor()
  await button(sessionWords.vitals.save).waitFor()
  await skipUntil('144/88')
  await page
    .getByText(/No connection to the server/)
    .first()
    .waitFor()
  await enter(
    [
      [readings.systolic, 144],
      [readings.diastolic, 88],
      [readings.heartRate, 84],
      [readings.spo2, 98],
      [readings.respiratoryRate, 14],
    ],
    '5',
  )
  await button(sessionWords.vitals.save).click()
  await page.getByText('BP 144/88').first().waitFor()
  await page.getByText(sessionWords.saved.here(1)).waitFor()
  await page.setViewportSize(sizes.phone)
  await page.emulateMedia({ colorScheme: 'dark' })
  await looked(page, 'away-phone-dark')
  await skipUntil('128/78')
  await page.getByText(sessionWords.saved.atClinic, { exact: true }).waitFor()
  await page.evaluate(() => {
    document.documentElement.dataset.mode = 'dim'
  })
  await looked(page, 'back-phone-dim')
  assert.deepEqual(monitor.troubles, [])
})
