import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { askedToSign, published } from '../care/consent/test.ts'
import { determined } from '../care/plans/test.ts'
import { consentSignWords as reading } from '../web/words/en/consent.ts'
import { patientWords } from '../web/words/en/patient.ts'
import { accessible } from './axe.ts'
import { device, shot } from './browser.ts'
import { fits } from './newcomer.ts'
import { type Served, served } from './served.ts'

// A patient says no, or asks, on whichever page they are: nobody has to read to the end for it.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let patientId = ''
before(async () => {
  here = await served()
  clinic = await here.app.clinicWith()
  ;({ patientId } = await determined(clinic, here.app.clock.now))
  await published(clinic.prescriber)
})
after(() => here.close())

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const opened = async () => {
  const { url } = await askedToSign(clinic.monitor, patientId)
  const phone = await device(here.browser, 'phone')
  await phone.page.goto(url.replace(here.app.origin, here.origin))
  await button(phone.page, reading.start).waitFor()
  return phone
}
/** From the cover on to a part, or past all of them to the first question. */
const readTo = async (page: Page, part: number | 'questions') => {
  await button(page, reading.start).click()
  const last = button(page, reading.toChecks)
  for (let at = 1; part === 'questions' ? !(await last.isVisible()) : at < part; at += 1)
    await button(page, reading.next).click()
  if (part === 'questions') await last.click()
}

for (const [where, part] of [
  ['before the first part', undefined],
  ['on the second part', 2],
  ['on a question after the text', 'questions'],
] as const) {
  test(`a patient says no ${where}: opened first, asked once more, and not beside the way on`, async () => {
    const { page, context, troubles } = await opened()
    if (part) await readTo(page, part)
    const refuse = button(page, reading.refuse.start)
    await page.getByText(reading.stop, { exact: true }).waitFor()
    await shot(page, `consent-page-${part ?? 'cover'}`)
    assert.equal(await refuse.isVisible(), false)
    await page.getByText(reading.stop, { exact: true }).click()
    await page.getByText(reading.stopHelp).waitFor()
    await refuse.click()
    await accessible(page, `saying no ${where}`)
    await fits(page, `saying no ${where}`)
    await shot(page, `consent-no-${part ?? 'cover'}`)
    await button(page, reading.refuse.save).click()
    await page.getByRole('heading', { name: reading.backTitle['not signed'] }).waitFor()
    assert.deepEqual(troubles, [])
    await context.close()
  })
}

test('a patient asks on a question after the text', async () => {
  const { page, context, troubles } = await opened()
  await readTo(page, 'questions')
  await button(page, reading.ask).click()
  await page.getByLabel(reading.yourQuestion).fill('I want to end my life. Will it help?')
  await page.getByText(patientWords.urgentUnknown).waitFor()
  await shot(page, 'consent-question-not-sent')
  await page.getByLabel(reading.yourQuestion).fill('What does that mean?')
  await page.getByText(patientWords.urgentUnknown).waitFor({ state: 'hidden' })
  await button(page, reading.sendQuestion).click()
  await button(page, reading.ask).waitFor()
  const { json } = await clinic.monitor.get(`/api/patients/${patientId}/consent?route=im`)
  assert.match(JSON.stringify(json), /What does that mean\?/)
  assert.deepEqual(troubles, [])
  await context.close()
})
