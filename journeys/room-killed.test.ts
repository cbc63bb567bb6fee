import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { buildWeb } from '../web/build.ts'
import { demoWords } from '../web/words/en/demo.ts'
import { sessionWords as words } from '../web/words/en/sessions.ts'
import { type Device, device, openBrowser } from './browser.ts'
import { type Evenkeel, startEvenkeel } from './evenkeel.ts'

// The real process is killed in the middle of a session, and started again on the same folder.
let evenkeel: Evenkeel
let browser: Browser
let tablet: Device

before(async () => {
  await buildWeb()
  evenkeel = await startEvenkeel()
  browser = await openBrowser()
  tablet = await device(browser, 'tablet')
})
after(async () => {
  await browser.close()
  await evenkeel.stop()
})

const { readings } = words.vitals
const enter = async (systolic: number) => {
  const { page } = tablet
  for (const [label, value] of [
    [readings.systolic, systolic],
    [readings.diastolic, 77],
  ] as const)
    await page.getByLabel(label, { exact: false }).first().fill(String(value))
  await page.getByRole('button', { name: words.vitals.save }).click()
  await page.getByText(`BP ${systolic}/77`).first().waitFor()
}

test('the server is killed with SIGKILL in mid-session: every entry is there once when it is back', async () => {
  const { page } = tablet
  page.setDefaultTimeout(60_000)
  await page.goto(evenkeel.origin)
  await page.getByRole('button', { name: 'Open the demo clinic' }).click()
  await page.getByRole('button', { name: demoWords.enter('monitor') }).click({ timeout: 240_000 })
  await page.getByRole('link', { name: /Overduer/ }).click()
  await page.getByRole('button', { name: words.vitals.save }).waitFor()
  const { pathname } = new URL(page.url())
  const before = [141, 142, 143]
  const meanwhile = [144, 145]
  for (const systolic of before) await enter(systolic)
  // Not waiting for the answer of the last one: it may be under way when the process dies.
  await evenkeel.kill()
  for (const systolic of meanwhile) await enter(systolic)
  await page
    .getByText(/^No contact since/)
    .first()
    .waitFor()
  await evenkeel.start()
  await page.getByText(words.saved.atClinic, { exact: true }).waitFor()
  const answer = await page.request.get(`${evenkeel.origin}/api${pathname}`)
  const { events } = (await answer.json()) as { events: { data: { systolic?: number } }[] }
  const times = [...before, ...meanwhile].map((one) => events.filter(({ data }) => data.systolic === one).length)
  assert.deepEqual(times, [1, 1, 1, 1, 1])
  assert.deepEqual(tablet.troubles, [])
})
