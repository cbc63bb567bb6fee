import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { evaluationOf, noToAll, nothingFound } from '../care/evaluation/test.ts'
import { Instant } from '../science/time.ts'
import { consentWords } from '../web/words/en/consent.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { evaluationWords } from '../web/words/en/evaluation.ts'
import { examinationWords } from '../web/words/en/examination.ts'
import { integrativeWords } from '../web/words/en/integrative.ts'
import { recordWords } from '../web/words/en/records.ts'
import { says as integrativeSays } from '../web/words/en/says/integrative.ts'
import { treatmentWords } from '../web/words/en/treatment.ts'
import { accessible } from './axe.ts'
import { done, shot, type sizes } from './browser.ts'
import { type Served, served } from './served.ts'

// A patient is registered, is nearly registered twice, is evaluated with the network lost in between, and determined by
// two prescribers; then a new medicine opens the determination again.
let here: Served
let app: Served['app']
let origin = ''
let clinic: Awaited<ReturnType<typeof app.clinicWith>>
let other: Awaited<ReturnType<typeof clinic.another>>
let patientId = ''

before(async () => {
  here = await served()
  ;({ app, origin } = here)
  clinic = await app.clinicWith()
  other = await clinic.another(['prescriber'], 'Pia Prescriber')
})
after(() => here.close())

const signedIn = (staffId: string, size: keyof typeof sizes, dark = false) => here.signedIn(clinic, staffId, size, dark)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const lookedAt = async (page: Page, name: string) => {
  // At its end nothing of a page lies half behind the menu at the bottom of a tablet.
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }))
  await accessible(page, name)
  await shot(page, `evaluation-${name}`)
}
const answer = (page: Page, question: string, choice: string) =>
  page.getByRole('group', { name: question }).getByLabel(choice, { exact: true }).check()
const typeIdentity = async (page: Page, given: string) => {
  await page.getByLabel(recordWords.givenName).fill(given)
  await page.getByLabel(recordWords.familyName).fill('Sampleton 🦊 <b>')
  await page.getByLabel(recordWords.birthDate).fill('1988-04-12')
}

test('the front desk registers somebody, and is stopped at the second record of the same person', async () => {
  const own = await signedIn(clinic.frontDesk.staffId, 'desktop')
  const { page } = own
  await page.goto(`${origin}/patients`)
  await page.getByText(recordWords.nobodyYet).waitFor()
  await lookedAt(page, 'nobody-yet')
  await page.getByRole('link', { name: recordWords.register }).click()
  await title(page, recordWords.registerTitle)
  await button(page, recordWords.registerThem).click()
  await page.getByText('The date of birth is missing.').first().waitFor()
  await page.getByText('A name is missing').first().waitFor()
  await typeIdentity(page, 'Testa')
  await lookedAt(page, 'register')
  await button(page, recordWords.registerThem).click()
  await title(page, recordWords.record)
  patientId = page.url().split('/').at(-2) ?? ''
  await page.getByText('Sampleton 🦊 <b>').first().waitFor()
  assert.equal(await page.getByRole('heading', { name: recordWords.lists.problem }).count(), 0)

  await page.goto(`${origin}/patients/new`)
  await typeIdentity(page, 'Tessta')
  await button(page, recordWords.registerThem).click()
  await page.getByText(recordWords.likely['same birth date, similar name']).waitFor()
  await lookedAt(page, 'likely')
  // One way on at a time: the form is behind this, as it was typed.
  assert.equal(await button(page, recordWords.registerThem).count(), 0)
  await button(page, recordWords.backToTyped).click()
  assert.equal(await page.getByLabel(recordWords.givenName).inputValue(), 'Tessta')
  await button(page, recordWords.registerThem).click()
  await button(page, recordWords.someoneElse).click()
  await page.getByText('The reason is missing.').first().waitFor()
  await page.getByRole('link', { name: /^Open Testa/ }).click()
  await title(page, recordWords.record)
  await page.goto(`${origin}/patients?search=sampleton+1988-04-12`)
  await page.getByText(recordWords.found(1, false)).waitFor()
  await lookedAt(page, 'found')
  await done(own)
})

test('the monitor asks about allergies, problems and medicines; nothing is ever assumed', async () => {
  const own = await signedIn(clinic.monitor.staffId, 'tablet', true)
  const { page } = own
  await page.goto(`${origin}/patients/${patientId}/record`)
  for (const list of ['allergy', 'problem', 'medicine'] as const) {
    await page.getByText(recordWords.unknownList[list]).waitFor()
  }
  await button(page, recordWords.sayNone.allergy).click()
  await page.getByText(/^No known allergies/).waitFor()
  await button(page, recordWords.add.problem).click()
  await page.getByLabel(recordWords.words, { exact: true }).fill('Recurrent depression')
  await button(page, recordWords.save).click()
  await page.getByText('Say whether it is active').first().waitFor()
  await lookedAt(page, 'problem')
  await page.getByLabel(recordWords.statuses.active, { exact: true }).check()
  await button(page, recordWords.save).click()
  await button(page, recordWords.changeOf('Recurrent depression')).click()
  await button(page, recordWords.correctOne).click()
  await page.getByLabel(recordWords.code).fill('f33.2')
  await button(page, recordWords.save).click()
  await page.getByText('Active · F33.2', { exact: true }).waitFor()
  await button(page, recordWords.add.medicine).click()
  await page.getByLabel(recordWords.medicineName, { exact: true }).fill('Lorazepan 1 mg')
  await button(page, recordWords.recognised.didYouMean('lorazepam')).waitFor()
  await lookedAt(page, 'misspelled')
  await button(page, recordWords.save).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  // The keyboard goes on from where it was.
  await button(page, recordWords.add.medicine).and(page.locator(':focus')).waitFor()
  await button(page, recordWords.recognised.didYouMean('lorazepam')).click()
  await page.getByText('lorazepam (benzodiazepine)').waitFor()
  await lookedAt(page, 'record')
  await done(own)
})

test('an evaluation is saved as it is answered, and an answer given without network is not lost', async () => {
  const own = await signedIn(clinic.prescriber.staffId, 'desktop')
  const { page, context } = own
  await page.goto(`${origin}/patients/${patientId}/evaluation`)
  await button(page, evaluationWords.start).click()
  await page.getByRole('textbox', { name: evaluationWords.questions.history }).fill('Eight years, four episodes.')
  await page.getByRole('textbox', { name: evaluationWords.questions.diagnosis }).focus()
  await page.getByText(/Petra Prescriber, /).waitFor()
  await lookedAt(page, 'history')
  await page.getByRole('link', { name: new RegExp(`^${evaluationWords.parts.mind}`) }).click()
  await answer(page, evaluationWords.questions.currentPsychosis, controlWords.no)
  await page.getByText(/Petra Prescriber, /).waitFor()
  await context.setOffline(true)
  await answer(page, evaluationWords.questions.pastPsychosis, controlWords.no)
  await button(page, controlWords.tryAgain).first().waitFor()
  await context.setOffline(false)
  // Whoever leaves the page meanwhile finds it there, marked as not saved.
  await page.reload()
  await page.getByText(evaluationWords.notSaved, { exact: true }).waitFor()
  await button(page, evaluationWords.saveNow).click()
  await page
    .getByText(/Petra Prescriber, /)
    .nth(1)
    .waitFor()
  await lookedAt(page, 'mind')
  await page.reload()
  assert.ok(
    await page
      .getByRole('group', { name: evaluationWords.questions.pastPsychosis })
      .getByLabel(controlWords.no, { exact: true })
      .isChecked(),
  )

  await page.getByRole('link', { name: new RegExp(`^${evaluationWords.parts.signs}`) }).click()
  await page.getByLabel(evaluationWords.questions.spo2).fill('101')
  await page.getByLabel(evaluationWords.questions.systolic).fill('210')
  await page.getByLabel(evaluationWords.questions.diastolic).fill('90')
  await button(page, evaluationWords.saveMeasurements).click()
  await page
    .getByText(/SpO2 101% is not possible/)
    .first()
    .waitFor()
  await lookedAt(page, 'refused')
  await page.getByText(examinationWords.bodyMassUnknown(Object.values(examinationWords.missing).join(', '))).waitFor()
  await page.getByLabel(evaluationWords.questions.height).fill('170')
  await page.getByLabel(evaluationWords.questions.weight).fill('80')
  await page.getByLabel(evaluationWords.questions.spo2).fill('98')
  await button(page, controlWords.isRight('210 mmHg')).click()
  await button(page, evaluationWords.saveMeasurements).click()
  await page.getByText(evaluationWords.lookedAgain).waitFor()
  await page.getByText(examinationWords.bodyMass('27.7')).waitFor()

  await page.getByRole('link', { name: new RegExp(`^${evaluationWords.parts.mse}`) }).click()
  await answer(page, evaluationWords.questions.speech, examinationWords.choices['something of note'])
  await page.getByText(examinationWords.describe).waitFor()
  await page.getByLabel(evaluationWords.questions.speechSaid).fill('Slow, long pauses.')
  await page.getByLabel(evaluationWords.questions.mentalState).focus()
  await page
    .getByText(/Petra Prescriber, /)
    .nth(1)
    .waitFor()
  await lookedAt(page, 'mental-status')
  await done(own)
})

test('an acute suicide screen is seen at once', async () => {
  const own = await signedIn(clinic.monitor.staffId, 'phone')
  const { page } = own
  await page.goto(`${origin}/patients/${patientId}/evaluation?part=asq`)
  await answer(page, 'Are you having thoughts of killing yourself right now?', 'Yes')
  await button(page, evaluationWords.record).click()
  await page.getByRole('alert').getByText(evaluationWords.shown988).waitFor()
  await page.getByText(evaluationWords.asqResults['acute positive'] ?? '', { exact: true }).waitFor()
  await lookedAt(page, 'acute')
  await done(own)
})

test('a determination speaks to every finding and waits for a second prescriber; a new medicine opens it again', async () => {
  const { evaluation } = await evaluationOf(clinic.prescriber, patientId, '').read()
  const of = evaluationOf(clinic.prescriber, patientId, evaluation?.id ?? '')
  app.clock.now = Instant.parse(new Date().toISOString())
  assert.equal((await of.answer({ ...nothingFound, pressureRiseHazard: true, pregnancy: null })).status, 200)
  assert.equal((await of.screen(noToAll, app.clock.now)).status, 200)

  const own = await signedIn(clinic.prescriber.staffId, 'desktop')
  const { page } = own
  await page.goto(`${origin}/patients/${patientId}/evaluation?part=findings`)
  await page.getByText('A rise in blood pressure would be a serious hazard for this patient.').waitFor()
  await lookedAt(page, 'findings')
  // Beside the list of the parts a tablet has no room for five columns: nothing of an answer is cut off.
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  await page.setViewportSize({ width: 1024, height: 768 })
  const cut = await page
    .locator('.across td')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth))
  assert.equal(cut.length, 0)
  await page.setViewportSize({ width, height })
  await page.getByRole('cell').filter({ hasText: 'absolute' }).first().waitFor()
  await page
    .getByRole('link', { name: evaluationWords.determineRoute(treatmentWords.routes.im) })
    .last()
    .click()
  await title(page, evaluationWords.determination)
  await page.getByRole('radio', { name: /^Suitable/ }).check()
  await button(page, evaluationWords.decide).click()
  await page.getByText(controlWords.toMend(5)).waitFor()
  await lookedAt(page, 'unaddressed')
  await page.getByLabel(evaluationWords.addressOf('CI-01b', false)).fill('Seen by cardiology.')
  await page.getByLabel(evaluationWords.addressOf('CI-05a', true)).fill('Letter on file.')
  await page.getByLabel(evaluationWords.addressOf('DDI-01', false)).fill('Not on the morning of a session.')
  await page.getByLabel(evaluationWords.reasons).fill('Four adequate trials.')
  await page.getByLabel(evaluationWords.reevaluateBy).fill('2099-06-30')
  await button(page, evaluationWords.decide).click()
  await page.getByText(evaluationWords.confirmByOther).waitFor()
  // What came of it stands at the top, and the view is there.
  await page.waitForFunction(() => scrollY === 0)
  await lookedAt(page, 'awaiting')

  const second = await signedIn(other.staffId, 'tablet', true)
  await second.page.goto(`${origin}/patients/${patientId}/determination`)
  await second.page.getByLabel(evaluationWords.confirmAnswers.confirmed).check()
  await second.page.getByLabel(evaluationWords.confirmReason).fill('I read the letter.')
  await lookedAt(second.page, 'confirm')
  await button(second.page, evaluationWords.confirm).click()
  await second.page.getByText(evaluationWords.states['in force']).waitFor()
  await page.getByText(evaluationWords.states['in force']).waitFor()
  await page.getByRole('link', { name: controlWords.goOn(consentWords.title) }).waitFor()

  await button(page, integrativeWords.write).click()
  await button(page, integrativeWords.sign).click()
  await page.getByText(integrativeSays.empty).first().waitFor()
  await button(page, integrativeWords.add).click()
  await page.getByLabel(integrativeWords.kind).selectOption({ label: integrativeWords.kinds.lifestyle })
  await page.getByLabel(integrativeWords.words, { exact: true }).fill('Walk half an hour a day')
  await page.getByLabel(integrativeWords.owner).fill('Testa')
  await lookedAt(page, 'integrative-form')
  await page.getByLabel(integrativeWords.reviewOn).fill('2099-03-01')
  await button(page, integrativeWords.sign).click()
  await page.getByText(/^Version 1, signed by Petra Prescriber/).waitFor()
  await lookedAt(page, 'integrative')
  await second.page.goto(`${origin}/patients/${patientId}`)
  await second.page.getByText('Walk half an hour a day').waitFor()
  await lookedAt(second.page, 'integrative-chart')

  await second.page.goto(`${origin}/patients/${patientId}/record`)
  await button(second.page, recordWords.add.medicine).click()
  await second.page.getByLabel(recordWords.medicineName, { exact: true }).fill('Samplomycin')
  await button(second.page, recordWords.save).click()
  await page.getByText(evaluationWords.stateLead.reopened).waitFor()
  await page
    .getByText(/^Not recognized, or not known which one: Samplomycin\. This leaves these unknown: DDI-02/)
    .waitFor()
  await lookedAt(page, 'reopened')
  await done(own)
  await done(second)
})
