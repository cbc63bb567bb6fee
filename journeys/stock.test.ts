import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import { type Booked, checked, touched } from '../care/sessions/test.ts'
import { addMinutes, Instant } from '../science/time.ts'
import { givingWords } from '../web/words/en/giving.ts'
import { says } from '../web/words/en/says/stock.ts'
import { stockWords as words } from '../web/words/en/stock.ts'
import { accessible } from './axe.ts'
import { type Device, shot } from './browser.ts'
import { type Served, served } from './served.ts'
import { journey } from './step.ts'

// A vial on its way through the cabinet: received, given, wasted before a witness, counted, missed, and in the inventory.
let here: Served
let app: Served['app']
let session: Booked
let monitor: Device
let prescriber: Device
const step = journey()

before(async () => {
  here = await served()
  app = here.app
  session = await checked(app)
  assert.equal((await session.clear()).status, 200)
  const { clinic } = session
  monitor = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  prescriber = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
})
after(() => here.close())

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const lookedAt = async (page: Page, name: string) => {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await accessible(page, name)
  await shot(page, `stock-${name}`)
}
const later = async (minutes: number) => {
  app.clock.now = Instant.parse(addMinutes(app.clock.now, minutes))
  await touched(app, session.clinic)
}
const { acts, entryForm, itemForm, outcomes } = words
const vial = 'Ketamine vial, 50 mg/mL, 10 mL'

step('the monitor adds a drug and receives two vials', async () => {
  const { page } = monitor
  await page.goto(`${here.origin}/stock`)
  await page.getByText(words.none).waitFor()
  await lookedAt(page, 'empty')
  await button(page, words.newItem).click()
  await page.getByText(itemForm.forms.vial, { exact: true }).click()
  await page.getByLabel(itemForm.strengthVial).fill('50')
  await button(page, itemForm.save).click()
  await page.getByText('Enter the mL in one vial.').first().waitFor()
  await page.getByLabel(itemForm.volume).fill('10')
  await button(page, itemForm.save).click()
  await page.getByRole('link', { name: vial }).click()
  await button(page, acts.received).click()
  await page.getByLabel(words.lot, { exact: true }).fill('K-77')
  await page.getByLabel(words.expiry, { exact: true }).fill(here.day(14))
  await page.getByLabel(entryForm.fullVials).fill('2')
  await page.getByLabel(entryForm.from).fill('Sample Supply, invoice 1')
  await lookedAt(page, 'receive')
  await page.locator('form').getByRole('button', { name: acts.received }).click()
  await page.getByText('+1,000 mg (20 mL)').waitFor()
  await lookedAt(page, 'item')
})

step('a dose draws it down in the same act', async () => {
  await later(1)
  const { page } = monitor
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await page.getByLabel(words.pick.label).selectOption({ index: 1 })
  await page.getByLabel(givingWords.mg, { exact: true }).fill('40')
  for (const choice of [givingWords.sites.deltoid, givingWords.sides.left])
    await page
      .locator('label')
      .filter({ hasText: new RegExp(`^${choice}$`) })
      .click()
  await lookedAt(page, 'dose')
  await button(page, givingWords.give).click()
  await button(page, givingWords.give).waitFor({ state: 'detached' })
  await page.goto(`${here.origin}/stock`)
  await page.getByText('960 mg (19.2 mL)').first().waitFor()
  await page.getByText(words.nothingOpen).waitFor()
  await lookedAt(page, 'list')
})

step('waste waits for a witness, who confirms for themselves', async () => {
  const { page } = monitor
  await page.getByRole('link', { name: vial }).click()
  await button(page, acts.wasted).click()
  await page.getByLabel(words.lot, { exact: true }).selectOption({ index: 1 })
  await page.getByLabel(entryForm.openMl).fill('0.2')
  await page.getByLabel(entryForm.wastedWhy).fill('Rest of the syringe, into the drug binder')
  await page.locator('form').getByRole('button', { name: acts.wasted }).click()
  await page.getByText(words.someoneElse).waitFor()
  await lookedAt(page, 'waste')
  await prescriber.page.goto(`${here.origin}/stock`)
  await button(prescriber.page, words.confirmSeen).waitFor()
  await lookedAt(prescriber.page, 'witness')
  await button(prescriber.page, words.confirmSeen).click()
  await prescriber.page.getByText(words.nothingOpen).waitFor()
})

step('a blind count that does not agree holds the item and starts the clocks', async () => {
  await later(1)
  const { page } = monitor
  await page.getByRole('link', { name: acts.count }).click()
  await page.getByText(words.countHelp).waitFor()
  assert.doesNotMatch(await page.locator('main').innerText(), /950/)
  await page.getByLabel(entryForm.fullVials, { exact: false }).fill('1')
  await button(page, words.countSave).click()
  await page.getByText(says.openMl).first().waitFor()
  await page.getByRole('textbox', { name: entryForm.openMl }).fill('8')
  await lookedAt(page, 'count')
  await button(page, words.countSave).click()
  await page.getByText('900 mg (18 mL) counted, 950 mg (19 mL) in the ledger').waitFor()
  await page.getByText(words.tasks.notice, { exact: false }).waitFor()
  await lookedAt(page, 'mismatch')
})

step('the prescriber writes what was found, and what was sent', async () => {
  const { page } = prescriber
  await page.reload()
  await button(page, words.take).click()
  await page.getByText(words.withWhom('Petra Prescriber'), { exact: false }).waitFor()
  await button(page, words.found).click()
  await page.getByText(outcomes['loss or theft'], { exact: true }).click()
  await page.getByLabel(words.foundWords).fill('Looked with two people; one mL is gone.')
  await lookedAt(page, 'found')
  await button(page, words.foundSave).click()
  await page.getByText('Looked with two people').waitFor()
  for (const what of ['notice', 'form 106'] as const) {
    await button(page, words.markSent[what]).first().click()
    await page.getByLabel(words.sentHow).fill('By fax, 10:15, number 123')
    await page.locator('form').getByRole('button', { name: words.markSent[what] }).click()
    await button(page, words.markSent[what]).first().waitFor({ state: 'detached' })
  }
  await page.getByText(words.nothingOpen).waitFor()
  await lookedAt(page, 'settled')
})

step('the inventory is taken and opened as a paper, and the log is there for a period', async () => {
  await later(1)
  const { page } = prescriber
  await page.getByRole('link', { name: words.inventory }).click()
  await button(page, words.takeInventory).click()
  await page.getByText(words.businessAt.close, { exact: true }).click()
  await page.getByLabel(entryForm.fullVials, { exact: false }).fill('1')
  await page.getByRole('textbox', { name: entryForm.openMl }).fill('8')
  await page.getByText(words.estimated('K-77')).click()
  await lookedAt(page, 'inventory')
  await button(page, words.saveInventory).click()
  await page.getByText(words.inventorySaved).waitFor()
  await lookedAt(page, 'inventories')
  const paper = await page.getByRole('link', { name: words.pdf }).getAttribute('href')
  const opened = await page.request.get(`${here.origin}${paper}`)
  assert.equal(opened.status(), 200)
  assert.match((await opened.body()).subarray(0, 5).toString(), /%PDF-/)
  await page.goto(`${here.origin}/stock/log`)
  await page.getByLabel(words.from).fill(here.day(-30))
  await page.getByLabel(words.until).fill(here.day(0))
  await page.getByRole('link', { name: words.csv }).waitFor()
  await lookedAt(page, 'log')
  assert.deepEqual([...monitor.troubles, ...prescriber.troubles], [])
})
