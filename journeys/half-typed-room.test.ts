import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { arrivedAndAsked, booked, checked, dosed } from '../care/sessions/test.ts'
import { addMinutes } from '../science/time.ts'
import { clockTime } from '../web/time.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { givingWords } from '../web/words/en/giving.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { shot } from './browser.ts'
import { comesTo } from './comes-to.ts'
import { type Served, served } from './served.ts'

// What was typed half in a room is there again after the page was loaded anew, and what was sent no longer is.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let session: Awaited<ReturnType<typeof dosed>>

before(async () => {
  here = await served()
  session = await dosed(here.app)
  ;({ clinic } = session)
})
after(() => here.close())

const { remark, when, clear } = sessionWords

test('a remark half typed is there again with the time that was said, and a reason not to clear', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = page.getByRole('dialog')
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await button(remark.add).click()
  await dialog.getByLabel(remark.words).fill('Said the light was')
  await dialog.getByLabel(when.earlier).check()
  await dialog.getByLabel(when.time).fill('00:01')
  await page.reload()
  await button(remark.add).click()
  assert.deepEqual(
    [await dialog.getByLabel(remark.words).inputValue(), await dialog.getByLabel(when.time).inputValue()],
    ['Said the light was', '00:01'],
  )
  await dialog.getByRole('button', { name: remark.save }).click()
  await dialog.waitFor({ state: 'hidden' })
  await button(remark.add).click()
  assert.deepEqual(
    [await dialog.getByLabel(remark.words).inputValue(), await dialog.getByLabel(when.time).count()],
    ['', 0],
  )
  assert.deepEqual(troubles, [])
  await context.close()

  const waiting = await checked(here.app, clinic)
  const prescriber = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
  const reason = prescriber.page.getByRole('dialog').getByLabel(clear.notClearReason)
  const open = () => prescriber.page.getByRole('button', { name: clear.notClear, exact: true }).click()
  await prescriber.page.goto(`${here.origin}/sessions/${waiting.id}`)
  await open()
  await reason.fill('Too tired today, and')
  await prescriber.page.reload()
  await open()
  assert.equal(await reason.inputValue(), 'Too tired today, and')
  await prescriber.context.close()
})

test('a dose half typed is there again, says so, and what is typed into a further one begins empty', async () => {
  const waiting = await checked(here.app, clinic)
  assert.equal((await waiting.clear()).status, 200)
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const mg = page.getByLabel(givingWords.mg, { exact: true })
  const lot = page.getByRole('textbox', { name: givingWords.lot })
  const kept = page.getByText(controlWords.draftKept)
  await page.goto(`${here.origin}/sessions/${waiting.id}`)
  await mg.fill('20')
  await lot.fill('K-7')
  await page.reload()
  await kept.waitFor()
  await shot(page, 'dose-again')
  assert.deepEqual([await mg.inputValue(), await lot.inputValue()], ['20', 'K-7'])
  await page.getByRole('button', { name: controlWords.discardDraft }).click()
  await comesTo(async () => [await mg.inputValue(), await lot.inputValue(), await kept.count()], ['', '', 0])
  await page.reload()
  await mg.waitFor()
  assert.deepEqual([await mg.inputValue(), await kept.count()], ['', 0])
  assert.deepEqual(troubles, [])
  await context.close()
})

test('a device refused for want of an answer keeps what was typed of it', async () => {
  const spray = await booked(here.app, clinic, {}, { route: 'esketamine' })
  await arrivedAndAsked(here.app, spray)
  assert.equal((await spray.clear()).status, 200)
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const lot = page.getByRole('textbox', { name: givingWords.lot })
  await page.goto(`${here.origin}/sessions/${spray.id}`)
  await lot.fill('S-1')
  await page.getByRole('button', { name: givingWords.deviceGiven(1) }).click()
  await page.getByRole('alert').first().waitFor()
  assert.equal(await lot.inputValue(), 'S-1')
  assert.deepEqual(troubles, [])
  await context.close()
})

test('what is half typed of a device that a colleague then records is not what the next one begins with', async () => {
  const spray = await booked(here.app, clinic, {}, { route: 'esketamine', mg: 84 })
  await arrivedAndAsked(here.app, spray)
  assert.equal((await spray.clear()).status, 200)
  assert.equal((await spray.dose({ number: 1 })).status, 200)
  await spray.later(6)
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const lot = page.getByRole('textbox', { name: givingWords.lot })
  const gave = page.getByLabel(givingWords.gaveOptions['both sprays'], { exact: true })
  await page.goto(`${here.origin}/sessions/${spray.id}`)
  await page.getByRole('button', { name: givingWords.deviceGiven(2) }).waitFor()
  await lot.fill('S-2')
  await gave.check()
  assert.equal((await spray.dose({ number: 2 })).status, 200)
  await page.getByRole('button', { name: givingWords.deviceGiven(3) }).waitFor()
  await comesTo(async () => [await lot.inputValue(), await gave.isChecked()], ['', false])
  const kept = () => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('session.dose')))
  await comesTo(kept, [])
  assert.deepEqual(troubles, [])
  await context.close()
})

test('who takes over and how a session ends, what a pump is set to and what is decided about a device: half typed, all are there again', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const kept = page.getByText(controlWords.draftKept)
  const dialog = page.getByRole('dialog')
  const { handOver, stop } = sessionWords
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await button(handOver.add).click()
  const to = dialog.getByLabel(handOver.to, { exact: true })
  await to.selectOption(clinic.prescriber.staffId)
  let named = () => {}
  const names = new Promise<void>((go) => {
    named = go
  })
  await page.route('**/api/staff', async (route) => {
    await names
    await route.continue()
  })
  await page.reload()
  await button(handOver.add).click()
  await kept.waitFor()
  // Before the names are there nobody is handed over to somebody whom no screen shows.
  const save = dialog.getByRole('button', { name: handOver.save })
  assert.deepEqual([await to.inputValue(), await save.getAttribute('aria-disabled')], ['', 'true'])
  named()
  await comesTo(() => to.inputValue(), clinic.prescriber.staffId)
  assert.equal(await save.getAttribute('aria-disabled'), null)
  await page.keyboard.press('Escape')
  await button(stop.add).click()
  await dialog.getByLabel(stop.ways['left against advice']).check()
  await dialog.getByLabel(stop.reason, { exact: true }).fill('Would not')
  await page.reload()
  await button(stop.add).click()
  assert.deepEqual(
    [
      await dialog.getByLabel(stop.ways['left against advice']).isChecked(),
      await dialog.getByLabel(stop.reason, { exact: true }).inputValue(),
    ],
    [true, 'Would not'],
  )

  const iv = await checked(here.app, clinic, {}, { route: 'iv' })
  assert.equal((await iv.clear()).status, 200)
  assert.equal((await iv.event('line placed', { site: 'hand', side: 'left', gauge: 22 })).status, 200)
  assert.equal((await iv.dose()).status, 200)
  const rate = page.getByLabel(givingWords.newRate)
  const openRate = () => button(givingWords.changeRate).click()
  await page.goto(`${here.origin}/sessions/${iv.id}`)
  await openRate()
  await rate.fill('60')
  await page.reload()
  await openRate()
  await kept.waitFor()
  assert.equal(await rate.inputValue(), '60')
  await button(givingWords.keep).click()
  await openRate()
  await comesTo(async () => [await rate.inputValue(), await kept.count()], ['', 0])
  assert.deepEqual(troubles, [])
  await context.close()

  const spray = await booked(here.app, clinic, {}, { route: 'esketamine' })
  await arrivedAndAsked(here.app, spray)
  assert.equal((await spray.clear()).status, 200)
  assert.equal((await spray.dose({ gave: 'part' })).status, 200)
  const prescriber = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
  const decided = prescriber.page.getByLabel(givingWords.decide)
  await prescriber.page.goto(`${here.origin}/sessions/${spray.id}`)
  await decided.fill('None in its')
  await prescriber.page.reload()
  await decided.waitFor()
  assert.equal(await decided.inputValue(), 'None in its')
  assert.deepEqual(prescriber.troubles, [])
  await prescriber.context.close()
})

test('after a set that was said to be of an earlier time, the next one is of now', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const { readings, save, more } = sessionWords.vitals
  const pad = page.locator('.vitals-pad')
  const taken = async (heartRate: string) => {
    await pad.getByLabel(readings.heartRate).fill(heartRate)
    await pad.getByRole('button', { name: save }).click()
    await page.waitForFunction((name) => {
      const label = [...document.querySelectorAll('.vitals-pad label')].find((one) => one.textContent?.includes(name))
      return (label?.parentElement?.querySelector('input') as HTMLInputElement | null)?.value === ''
    }, readings.heartRate)
  }
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await pad.getByText(more, { exact: true }).click()
  await pad.getByLabel(when.earlier).check()
  const earlier = addMinutes(here.app.clock.now, -5)
  await pad.getByLabel(when.time).fill(clockTime(earlier, 'America/New_York'))
  await taken('81')
  await taken('82')
  // The pad is empty for the next set before the clinic has this one.
  await page.getByText(sessionWords.saved.atClinic, { exact: true }).waitFor()
  const { events } = (await session.read()) as unknown as {
    events: { data: { heartRate?: number }; happenedAt: string }[]
  }
  const at = (rate: number) => events.find(({ data }) => data.heartRate === rate)?.happenedAt ?? ''
  assert.equal(at(81), `${earlier.slice(0, 16)}:00.000Z`)
  assert.ok(Date.parse(here.app.clock.now) - Date.parse(at(82)) < 4 * 60_000, at(82))
  assert.deepEqual(troubles, [])
  await context.close()
})
