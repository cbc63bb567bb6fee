import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import { type Booked, dosed, touched } from '../care/sessions/test.ts'
import { addMinutes, Instant } from '../science/time.ts'
import { sessionWords as words } from '../web/words/en/sessions.ts'
import { shellWords } from '../web/words/en/shell.ts'
import { type Device, shot } from './browser.ts'
import { lateMs, type Served, served } from './served.ts'
import { journey } from './step.ts'
import { newTablet } from './tablet.ts'

// What goes wrong in a session room: the network, the browser, the battery. Each step counts what arrived.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let session: Booked
let colleague: Device
let page: Page
let passed = 0
const tablet = newTablet()
const step = journey()

before(async () => {
  here = await served()
  clinic = await here.app.clinicWith()
  session = await dosed(here.app, clinic)
  colleague = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
  page = await onTablet()
})
after(async () => {
  await tablet.throwAway()
  await here.close()
})

/** The tablet as the monitor picks it up: signed in, and with the time that has passed. */
const onTablet = async (): Promise<Page> => {
  const { context, page: opened } = await tablet.start()
  await context.addCookies([await here.cookieOf(clinic, clinic.monitor.staffId)])
  await opened.clock.install({ time: Date.now() + passed })
  return opened
}
const address = () => `${here.origin}/sessions/${session.id}`
const later = async (minutes: number) => {
  here.app.clock.now = Instant.parse(addMinutes(here.app.clock.now, minutes))
  await touched(here.app, clinic)
  passed += minutes * 60_000
  await page.clock.fastForward(minutes * 60_000)
}
const { readings } = words.vitals
const enter = async (systolic: number) => {
  for (const [label, value] of [
    [readings.systolic, systolic],
    [readings.diastolic, 78],
    [readings.heartRate, 72],
    [readings.spo2, 98],
    [readings.respiratoryRate, 14],
  ] as const)
    await page.getByLabel(label, { exact: false }).first().fill(String(value))
  await page.getByRole('button', { name: words.vitals.save }).click()
  await page.getByText(`BP ${systolic}/78`).first().waitFor()
}
/** How often each of these reached the clinic. */
const arrived = async (systolics: readonly number[]) => {
  const { events } = (await session.read()) as { events: { kind: string; data: { systolic?: number } }[] }
  return systolics.map((one) => events.filter(({ kind, data }) => kind === 'vitals' && data.systolic === one).length)
}
const atClinic = () => page.getByText(words.saved.atClinic, { exact: true }).waitFor()

step('a second device sees an entry within a second', async () => {
  await page.goto(address())
  await page.getByRole('button', { name: words.vitals.save }).waitFor()
  await colleague.page.goto(address())
  await colleague.page.getByText('Session log').waitFor()
  const waits: number[] = []
  for (const systolic of [121, 122, 123]) {
    await enter(systolic)
    const from = Date.now()
    await colleague.page.getByText(`BP ${systolic}/78`).first().waitFor()
    waits.push(Date.now() - from)
  }
  await atClinic()
  assert.ok(Math.min(...waits) < 1000 + lateMs, `seen after ${waits.join(', ')} ms`)
  assert.deepEqual(await arrived([121, 122, 123]), [1, 1, 1])
})

step('30 minutes without network, and the battery dies in the middle: everything arrives, once', async () => {
  // The worker has the pages by now, or the tablet could not start without the clinic.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  here.cut()
  const entered = [131, 132, 133, 134, 135, 136]
  for (const systolic of entered) {
    await later(5)
    await enter(systolic)
    if (systolic === 133) {
      await page.getByText(words.saved.here(3)).waitFor()
      await page
        .getByText(/^No connection since/)
        .first()
        .waitFor()
      await shot(page, 'room-offline')
      await tablet.kill()
      page = await onTablet()
      await page.goto(address())
      await page.getByText(words.saved.here(3)).waitFor()
      await page.getByText(/What the clinic had at/).waitFor()
      await page.getByText('BP 131/78').first().waitFor()
      await shot(page, 'room-started-offline')
    }
  }
  assert.deepEqual(await arrived(entered), [0, 0, 0, 0, 0, 0])
  await here.restore()
  await atClinic()
  await page.getByText(/What the clinic had at/).waitFor({ state: 'detached' })
  assert.deepEqual(await arrived(entered), [1, 1, 1, 1, 1, 1])
  await colleague.page.getByText('BP 136/78').first().waitFor()
  const { json } = await clinic.monitor.get(session.path)
  const { events } = json as { events: { happenedAt: string; recordedAt: string; data: object }[] }
  const first = events.find(({ data }) => 'systolic' in data && data.systolic === 131)
  assert.ok(first && Date.parse(first.recordedAt) - Date.parse(first.happenedAt) > 20 * 60_000, 'both times are kept')
})

step('a page that dies between writing down and sending loses nothing', async () => {
  here.cut()
  await enter(141)
  await page.reload()
  await page.getByText(words.saved.here(1)).waitFor()
  await enter(142)
  await tablet.kill()
  await here.restore()
  page = await onTablet()
  await page.goto(here.origin)
  await page.getByText(words.day.goToday).first().waitFor()
  await page.goto(address())
  await atClinic()
  assert.deepEqual(await arrived([141, 142]), [1, 1])
})

step('a wall display that is reloaded without contact says so, and never shows a calm or empty board', async () => {
  const wall = await here.signedIn(clinic, clinic.display.staffId, 'desktop')
  await wall.page.goto(`${here.origin}/board`)
  await wall.page.getByText(words.phases.observing, { exact: true }).first().waitFor()
  await wall.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  here.cut()
  await wall.page.reload()
  await wall.page.getByText(/This is the last board this display received, as of \d/).waitFor()
  await wall.page
    .getByText(/^(Attention: )?No connection to the server since/)
    .first()
    .waitFor()
  await wall.page.getByText(words.phases.observing, { exact: true }).first().waitFor()
  assert.equal(await wall.page.getByText(words.wall.free, { exact: true }).count(), 0)
  await shot(wall.page, 'board-offline')
  await wall.page.evaluate(() => indexedDB.deleteDatabase('evenkeel-known'))
  await wall.page.reload()
  await wall.page.getByText(/No connection to the clinic’s server since/).waitFor()
  await shot(wall.page, 'board-offline-knows-nothing')
  await here.restore()
  // By itself: nobody touches it.
  await wall.page.getByText(words.phases.observing, { exact: true }).first().waitFor()
  assert.equal(await wall.page.getByText(/This is the last board/).count(), 0)
  await wall.context.close()
})

step('without contact nothing is shown to whoever finds a locked tablet, or one that was left alone', async () => {
  await page.goto(address())
  await page.getByText('BP 142/78').first().waitFor()
  here.cut()
  await later(31)
  await page.reload()
  await page
    .getByText(/No connection/)
    .first()
    .waitFor()
  assert.doesNotMatch(await page.locator('body').innerText(), /BP 142|Sample/)
  await here.restore()
  await page.goto(address())
  // Left alone for so long the screen has locked itself; only the clinic can say that it is the same person.
  await page.getByRole('button', { name: shellWords.notYou('Milo Monitor') }).click()
  await page.getByRole('heading', { name: shellWords.signIn }).first().waitFor()
  here.cut()
  await page.goto(address())
  await page
    .getByText(/No connection/)
    .first()
    .waitFor()
  assert.doesNotMatch(await page.locator('body').innerText(), /BP 142|Sample/)
  const left = await page.evaluate(async () => {
    const open = indexedDB.open('evenkeel-known')
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result)
    })
    const all = db.transaction('known').objectStore('known').getAllKeys()
    return new Promise<IDBValidKey[]>((resolve) => {
      all.onsuccess = () => resolve(all.result)
    })
  })
  assert.deepEqual(
    left.filter((path) => path !== 'touched'),
    [],
    'signing out forgets what this device knew',
  )
  await here.restore()
})
