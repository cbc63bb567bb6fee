import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import { type Booked, dosed } from '../care/sessions/test.ts'
import { deviceWords as words } from '../web/words/en/devices.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { accessible } from './axe.ts'
import { type Device, shot } from './browser.ts'
import { type Served, served } from './served.ts'
import { journey } from './step.ts'

// A cuff and an oximeter at the bedside. The radio is not ours, so a fake speaks its interface and sends real bytes.
let here: Served
let session: Booked
let monitor: Device
let page: Page
const step = journey()
const { save, readings } = sessionWords.vitals

before(async () => {
  here = await served()
  const clinic = await here.app.clinicWith()
  session = await dosed(here.app, clinic)
  monitor = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  page = monitor.page
})
after(() => here.close())

/** `window.sends` holds, per characteristic, the messages that the next device will send. */
const withFakeRadio = () => {
  const sends: Record<number, number[][]> = {}
  const characteristic = (id: number) => {
    const one = Object.assign(new EventTarget(), {
      value: undefined as DataView | undefined,
      readValue: async () => new DataView(new TextEncoder().encode('BP-100\0').buffer),
      startNotifications: async () => {
        for (const bytes of sends[id] ?? []) {
          setTimeout(() => {
            one.value = new DataView(Uint8Array.from(bytes).buffer)
            one.dispatchEvent(new Event('characteristicvaluechanged'))
          }, 50)
        }
      },
    })
    return one
  }
  const service = (id: number) => ({
    getCharacteristic: async (wanted: number) => {
      if (id !== 0x180a && !sends[wanted]) throw new DOMException('none', 'NotFoundError')
      return characteristic(wanted)
    },
  })
  const bluetooth = {
    requestDevice: async ({ filters }: { filters: { services: number[] }[] }) =>
      Object.assign(new EventTarget(), {
        name: filters[0]?.services[0] === 0x1810 ? 'Test Cuff' : 'Test Oximeter',
        gatt: {
          connect: async () => ({ getPrimaryService: async (id: number) => service(id) }),
          disconnect: () => undefined,
        },
      }),
  }
  Object.defineProperty(navigator, 'bluetooth', { value: bluetooth, configurable: true })
  Object.assign(window, { sends })
}
const sends = (all: Record<number, readonly number[][]>) =>
  page.evaluate((more) => {
    const { sends } = window as unknown as { sends: Record<number, readonly number[][]> }
    for (const key of Object.keys(sends)) delete sends[Number(key)]
    Object.assign(sends, more)
  }, all)
const press = (name: string) => page.getByRole('button', { name }).click()
const field = (label: string) => page.getByLabel(label, { exact: false }).first()

/** 128/82, pulse 71, at this wall time of the clinic. */
const pressureAt = (away: number) => {
  const at = Temporal.Instant.fromEpochMilliseconds(Date.parse(here.app.clock.now))
    .toZonedDateTimeISO('America/New_York')
    .add({ minutes: away })
  const time = [at.year & 0xff, at.year >> 8, at.month, at.day, at.hour, at.minute, at.second]
  return [0x06, 0x80, 0, 0x52, 0, 0x61, 0, ...time, 0x47, 0]
}

step('without Web Bluetooth there is no button, and one line beside the rest says why', async () => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'bluetooth', { value: undefined, configurable: true }),
  )
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await page.getByText(sessionWords.vitals.more).click()
  await page.getByText(words.cannot).waitFor()
  assert.equal(await page.getByRole('button', { name: words.take.cuff }).count(), 0)
})

step('a cuff fills the fields; nothing counts before the tap', async () => {
  await page.addInitScript(withFakeRadio)
  await page.reload()
  await page.getByRole('button', { name: words.take.cuff }).waitFor()
  // A stored reading comes first; the one of now is last.
  await sends({ 10805: [[0x00, 0x96, 0, 0x5a, 0, 0x6e, 0], pressureAt(0)] })
  await press(words.take.cuff)
  await page.getByText(words.received('Test Cuff (BP-100)', '128/82 mmHg, pulse 71 /min')).waitFor()
  assert.equal(await field(readings.systolic).inputValue(), '128')
  await page.getByText(words.markOpen('Test Cuff')).first().waitFor()
  assert.equal(await page.getByText(words.clockOff).count(), 0)
  await shot(page, 'devices-cuff-tablet')
  await accessible(page, 'values of a cuff')
  await press(save)
  await page.getByText(words.confirmFirst).waitFor()
})

step('a value typed over is typed; the rest is kept as the device’s', async () => {
  await press(words.confirm)
  await field(readings.heartRate).fill('75')
  const stored = page.waitForResponse((answer) => answer.url().endsWith('/events') && answer.ok())
  await press(save)
  await page
    .getByText(/BP 128\/82 mmHg, HR 75 \/min, BP from Test Cuff \(BP-100\), its time/)
    .first()
    .waitFor()
  // The screen shows what was saved before the clinic has it.
  await stored
  const { events } = (await session.read()) as { events: { kind: string; data: { devices?: object[] } }[] }
  const [kept] = events.flatMap(({ data }) => data.devices ?? []) as [{ device: string; values: object }]
  assert.deepEqual([kept.device, kept.values], ['Test Cuff', { systolic: 128, diastolic: 82 }])
})

step('a clock that is off is said, dim too', async () => {
  await sends({ 10805: [pressureAt(-190)] })
  await press(words.take.cuff)
  await page.getByText(words.clockOff).waitFor()
  await press(sessionWords.now.dim)
  await shot(page, 'devices-clock-off-dim')
  await press(words.leave)
  assert.equal(await field(readings.systolic).inputValue(), '')
})

step('bytes that say nothing fill nothing', async () => {
  await sends({ 10805: [[0x00, 0x80]] })
  await press(words.take.cuff)
  await page.getByText(/Nothing was taken from the device\. The message ends early/).waitFor()
  assert.equal(await field(readings.systolic).inputValue(), '')
})

step('an oximeter looks for the pulse first; what was typed stays', async () => {
  await field(readings.heartRate).fill('80')
  await sends({
    10847: [
      [0x00, 0xff, 0x07, 0xff, 0x07],
      [0x00, 0x61, 0, 0x47, 0],
    ],
  })
  await press(words.take.oximeter)
  await page.getByText(words.keptTyped(['heartRate'])).waitFor()
  assert.equal(await field(readings.spo2).inputValue(), '97')
  assert.equal(await field(readings.heartRate).inputValue(), '80')
  assert.deepEqual(monitor.troubles, [])
})
