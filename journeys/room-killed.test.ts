import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newPlace, type Place } from '../bench/place.ts'
import { dosedSession, newWorld } from '../bench/world.ts'
import { copyTemplate } from '../database/test-template.ts'
import { clock } from '../server/start.ts'
import { buildWeb } from '../web/build.ts'
import { sessionWords as words } from '../web/words/en/sessions.ts'
import { type Device, device, openBrowser, type Windows } from './browser.ts'
import { type Evenkeel, startEvenkeel } from './evenkeel.ts'

// The real process is killed in the middle of a session, and started again on the same folder.
let place: Place
let evenkeel: Evenkeel
let browser: Windows
let tablet: Device
let path = ''

before(async () => {
  await buildWeb()
  place = await newPlace('embedded')
  await copyTemplate(place.dataDir)
  const db = await place.open()
  const world = await newWorld(db, place.dataDir, 1)
  path = `/sessions/${await dosedSession(world, 0, clock())}`
  await db.close()
  evenkeel = await startEvenkeel({ env: place.env })
  browser = await openBrowser()
  tablet = await device(browser, 'tablet')
  const [name = '', value = ''] = world.monitorHeaders.cookie?.split('=') ?? []
  const url = evenkeel.origin.replace('http:', 'https:')
  await tablet.context.addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Strict' }])
})
after(async () => {
  await browser.close()
  await evenkeel.stop()
  await place.stop()
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
  await page.goto(evenkeel.origin + path)
  await page.getByRole('button', { name: words.vitals.save }).waitFor()
  const before = [141, 142, 143]
  const meanwhile = [144, 145]
  for (const systolic of before) await enter(systolic)
  // Not waiting for the answer of the last one: it may be under way when the process dies.
  await evenkeel.kill()
  for (const systolic of meanwhile) await enter(systolic)
  await page
    .getByText(/^No connection since/)
    .first()
    .waitFor()
  await evenkeel.start()
  await page.getByText(words.saved.atClinic, { exact: true }).waitFor()
  const answer = await page.request.get(`${evenkeel.origin}/api${path}`)
  const { events } = (await answer.json()) as { events: { data: { systolic?: number } }[] }
  const times = [...before, ...meanwhile].map((one) => events.filter(({ data }) => data.systolic === one).length)
  assert.deepEqual(times, [1, 1, 1, 1, 1])
  assert.deepEqual(tablet.troubles, [])
})
