import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { askedToSign, published } from '../care/consent/test.ts'
import { askedIntake } from '../care/intake/test.ts'
import { determined } from '../care/plans/test.ts'
import { consentSignWords as reading } from '../web/words/en/consent.ts'
import { intakeWords as intake } from '../web/words/en/intake.ts'
import { device, shot } from './browser.ts'
import { comesTo } from './comes-to.ts'
import { type Served, served } from './served.ts'

// What a patient has half typed on their own phone is there again after the page was loaded anew.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>

before(async () => {
  here = await served()
  clinic = await here.app.clinicWith()
  await published(clinic.owner)
})
after(() => here.close())

test('a weight and a height half typed before the visit are there again on the phone, each with its unit', async () => {
  const { patientId } = await determined(clinic, here.app.clock.now)
  const { url } = await askedIntake(clinic.monitor, here.app.holding as never, patientId)
  const { page, context, troubles } = await device(here.browser, 'phone')
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
  const opened = async (start: string) => {
    await button(start).click()
    await button(new RegExp(intake.parts.body)).click()
    await page.getByRole('heading', { name: intake.questions.weight }).waitFor()
  }
  await page.goto(url.replace(here.app.origin, here.origin))
  await opened(intake.start)
  await page.getByLabel(intake.units.lb ?? '').check()
  await page.getByLabel(intake.amount, { exact: true }).fill('17')
  await page.reload()
  await opened(intake.start)
  assert.deepEqual(
    [
      await page.getByLabel(intake.units.lb ?? '').isChecked(),
      await page.getByLabel(intake.amount, { exact: true }).inputValue(),
    ],
    [true, '17'],
  )
  await page.getByLabel(intake.amount, { exact: true }).fill('172')
  await button(intake.save).click()
  await page.getByRole('heading', { name: intake.questions.height }).waitFor()
  await page.getByLabel(intake.units.in ?? '').check()
  await page.getByLabel(intake.feet, { exact: true }).fill('5')
  await button(intake.back).click()
  await button(intake.leaveOpen).or(button(intake.next)).first().click()
  await page.getByRole('heading', { name: intake.questions.height }).waitFor()
  assert.equal(await page.getByLabel(intake.feet, { exact: true }).inputValue(), '5')
  assert.deepEqual(troubles, [])
  await context.close()
})

test('what a patient writes on a consent is there again on their phone: a question about one part, and why they say no', async () => {
  const { patientId } = await determined(clinic, here.app.clock.now)
  const { url } = await askedToSign(clinic.monitor, patientId)
  const { page, context, troubles } = await device(here.browser, 'phone')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const question = page.getByLabel(reading.yourQuestion)
  await page.goto(url.replace(here.app.origin, here.origin))
  await button(reading.start).click()
  await button(reading.ask).click()
  await question.fill('What if I')
  await page.getByText(reading.stop, { exact: true }).click()
  await button(reading.refuse.start).click()
  await page.getByLabel(reading.refuse.reason).fill('My sister')
  await page.reload()
  await button(reading.goOn).click()
  await shot(page, 'consent-question-again')
  assert.equal(await question.inputValue(), 'What if I')
  await page.getByText(reading.stop, { exact: true }).click()
  assert.equal(await page.getByLabel(reading.refuse.reason).inputValue(), 'My sister')
  await button(reading.next).click()
  await button(reading.ask).waitFor()
  assert.equal(await question.count(), 0, 'on its own part only')
  await button(reading.back).click()
  // The clinic has it, and the answer is lost on the way; then more is said.
  await page.route('**/api/link/consent/question', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await question.fill('What if I stop?')
  await button(reading.sendQuestion).click()
  await page.getByRole('status').first().waitFor()
  await page.unroute('**/api/link/consent/question')
  await question.fill('What if I stop? And when?')
  await button(reading.sendQuestion).click()
  await page.getByText('What if I stop? And when?').waitFor()
  await question.waitFor({ state: 'hidden' })
  await page.reload()
  await button(reading.goOn).click()
  await button(reading.ask).waitFor()
  assert.equal(await question.count(), 0, 'sent, and no longer half written')
  // Said on while the first words are on their way.
  let arrives = () => {}
  const underWay = new Promise<void>((go) => {
    arrives = go
  })
  await page.route('**/api/link/consent/question', async (route) => {
    await underWay
    await route.continue()
  })
  await button(reading.ask).click()
  await question.fill('May I eat?')
  await button(reading.sendQuestion).click()
  await question.fill('May I eat? And drink?')
  arrives()
  await page.getByText('May I eat?', { exact: true }).waitFor()
  await comesTo(() => question.inputValue(), 'May I eat? And drink?')
  assert.deepEqual(troubles, [])
  await context.close()
})
