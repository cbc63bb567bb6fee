import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { imKetamine } from '../care/consent/documents/im-ketamine.ts'
import { consented } from '../care/consent/test.ts'
import { determined } from '../care/plans/test.ts'
import { showDay } from '../web/time.ts'
import { apiWords } from '../web/words/en/api.ts'
import { consentSignWords as reading, consentWords as words } from '../web/words/en/consent.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { linkWords } from '../web/words/en/links.ts'
import { patientWords } from '../web/words/en/patient.ts'
import { planWords } from '../web/words/en/plans.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { shellWords } from '../web/words/en/shell.ts'
import { accessible } from './axe.ts'
import { device, done, shot, type sizes, type Windows } from './browser.ts'
import { type Served, served } from './served.ts'

// Consent and plan: a text is published, read on the clinic's tablet and on a phone, asked about, signed by patient and
// prescriber; then a plan is signed and changed.
let here: Served
let app: Served['app']
let browser: Windows
let origin = ''
let clinic: Awaited<ReturnType<typeof app.clinicWith>>
let patientId = ''

before(async () => {
  here = await served()
  ;({ app, browser, origin } = here)
  clinic = await app.clinicWith()
  patientId = (await determined(clinic, app.clock.now)).patientId
})
after(() => here.close())

const signedIn = (staffId: string, size: keyof typeof sizes, dark = false) => here.signedIn(clinic, staffId, size, dark)

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()
const lookedAt = async (page: Page, name: string) => {
  await accessible(page, name)
  await shot(page, `consent-${name}`)
}
const parts = imKetamine.sections.length

/** From the cover, or from where somebody stopped, to the page after the last part. */
const readOn = async (page: Page, from = 1) => {
  for (let part = from; part <= parts; part += 1) {
    await page.getByText(reading.part(part, parts), { exact: true }).waitFor()
    await button(page, part < parts ? reading.next : reading.toChecks).click()
  }
}

const checks = imKetamine.checks ?? []
const answerOf = ({ choices, right }: (typeof checks)[number]) => choices.find(({ id }) => id === right)?.text ?? ''
/** The questions after the text, each as the text says. */
const answerAll = async (page: Page) => {
  for (const [at, check] of checks.entries()) {
    await heading(page, check.question)
    await page.getByLabel(answerOf(check)).check()
    await button(page, reading.answerCheck).click()
    await page.getByText(reading.told['the text says']).waitFor()
    await button(page, at + 1 < checks.length ? reading.nextCheck : reading.toSigning).click()
  }
}

test('the owner adds what only the clinic can say and publishes', async () => {
  const own = await signedIn(clinic.owner.staffId, 'desktop')
  const { page } = own
  await page.goto(`${origin}/settings/consent`)
  await heading(page, words.documentTitle)
  await button(page, words.publish(1)).click()
  await page.getByText(controlWords.toMend(4)).waitFor()
  await lookedAt(page, 'document-missing')
  for (const { id, clinicMustSay } of imKetamine.sections)
    if (clinicMustSay) await page.locator(`[name="additions.under.${id}"]`).fill(`What we say about ${id}.`)
  await page.getByLabel(words.whatChanged).fill('The first version')
  await page.reload()
  await page.getByText(controlWords.draftKept).waitFor()
  await button(page, words.publish(1)).click()
  await page.getByText(`${words.version} 1`, { exact: true }).waitFor()
  assert.equal(await page.locator('[name="additions.under.costs"]').inputValue(), 'What we say about costs.')
  await page.getByText(words.readText).nth(5).click()
  await lookedAt(page, 'document-published')
  await done(own)
})

test('the monitor hands over the tablet, locked; the patient reads, goes back and forth, and asks', async () => {
  const own = await signedIn(clinic.monitor.staffId, 'tablet')
  const { page } = own
  // What this tablet knows of the day, for a room without network, is nothing for whom it is handed to.
  await page.goto(origin)
  await heading(page, sessionWords.today)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.goto(`${origin}/patients/${patientId}/consent`)
  await heading(page, words.title)
  await lookedAt(page, 'not-asked')
  await page.getByLabel(words.treatedFor).fill('Depression that other treatments did not help')
  await page.getByLabel(words.aim).fill('Fewer bad days')
  await page.getByLabel(words.ways.tablet).check()
  await page.getByLabel(words.present).check()
  await button(page, words.ask).click()
  await lookedAt(page, 'hand-over')
  // For the patient's own phone, as long as this screen stays; on the tablet, with the staff's screen locked.
  await button(page, linkWords.code).click()
  await page.getByRole('img', { name: linkWords.codeAlt }).waitFor()
  await lookedAt(page, 'hand-over-code')
  await button(page, linkWords.here).click()
  await heading(page, imKetamine.title)
  assert.equal(new URL(page.url()).hash, '', 'the next patient finds no link in this tablet’s history')
  await own.context.setOffline(true)
  await page.goto(origin)
  await page.getByText(apiWords.offline).waitFor()
  assert.equal(await page.getByRole('navigation').count(), 0, 'nothing of the staff’s is there without network')
  await own.context.setOffline(false)
  await page.goBack()
  await heading(page, imKetamine.title)
  await lookedAt(page, 'cover')
  await button(page, reading.start).click()
  await page.getByText('Depression that other treatments did not help').waitFor()
  await lookedAt(page, 'part')
  await button(page, reading.next).click()
  await button(page, reading.next).click()
  await page.getByText(reading.part(3, parts)).waitFor()
  await page.goBack()
  await page.getByText(reading.part(2, parts)).waitFor()
  await page.reload()
  await button(page, reading.goOn).click()
  await page.getByText(reading.part(2, parts)).waitFor()
  await button(page, reading.ask).click()
  await page.getByLabel(reading.yourQuestion).fill('Will it hurt?')
  await lookedAt(page, 'asking')
  await button(page, reading.sendQuestion).click()
  await page.getByText(reading.waiting).waitFor()
  await readOn(page, 2)
  const [first] = checks
  assert.ok(first)
  const wrong = first.choices.find(({ id }) => id !== first.right)?.text ?? ''
  await page.getByLabel(wrong).check()
  await button(page, reading.answerCheck).click()
  await page.getByText(reading.told.otherwise).waitFor()
  await lookedAt(page, 'check')
  await button(page, reading.readThatPart).click()
  await heading(page, imKetamine.sections.find(({ id }) => id === first.section)?.heading ?? '')
  await readOn(page, 1 + imKetamine.sections.findIndex(({ id }) => id === first.section))
  await answerAll(page)
  await heading(page, reading.waitTitle)
  await lookedAt(page, 'waiting')
  const staff = await page.request.get(`${origin}/api/patients/${patientId}/consent?route=im`)
  assert.equal(staff.status(), 401, 'the staff screen stays locked')
  // Wherever the patient stopped, whoever handed the tablet over is one tap from where they were, and at their lock.
  await button(page, patientWords.staffGoOn).click()
  await heading(page, shellWords.lockedTitle)
  assert.equal(new URL(page.url()).pathname, `/patients/${patientId}/consent`)
  await lookedAt(page, 'back-at-the-lock')
  // A patient who tapped that by mistake goes on where they were.
  await button(page, shellWords.backToPatient).click()
  await heading(page, imKetamine.title)
  await button(page, patientWords.staffGoOn).click()
  await heading(page, shellWords.lockedTitle)
  // Who signs in here anew unlocks nothing, and the patient's link is gone from this tablet all the same.
  await own.context.addCookies([await here.cookieOf(clinic, clinic.prescriber.staffId)])
  await page.goto(`${origin}/patients/${patientId}/consent`)
  await heading(page, words.title)
  await page.goto(`${origin}/l`)
  await page.getByText(patientWords.noLink).waitFor()
  assert.equal(await button(page, patientWords.staffGoOn).count(), 0)
  await done(own)
})

test('the prescriber answers, the patient signs on their phone, the prescriber countersigns', async () => {
  const own = await signedIn(clinic.prescriber.staffId, 'desktop', true)
  const { page } = own
  await page.goto(origin)
  await page.getByText(words.waitsFor['an answer']).waitFor()
  await lookedAt(page, 'today-dark')
  await page.locator('a[href$="/consent"]', { hasText: 'Test Sample' }).click()
  await page.getByText('Will it hurt?').waitFor()
  await page.getByLabel(words.answer).fill('A short prick, like a flu shot.')
  await lookedAt(page, 'question-dark')
  await button(page, words.saveAnswer).click()
  await page.getByText(words.states.asked, { exact: true }).waitFor()
  const path = `/api/patients/${patientId}/consent`
  const { requestId } = ((await clinic.monitor.get(`${path}?route=im`)).json as { standing: { requestId: string } })
    .standing
  const sent = await clinic.monitor.post(`${path}/${requestId}/send`, { how: 'tablet' })
  const link = (sent.json as { url: string }).url.replace(app.origin, origin)

  const phone = await device(browser, 'phone')
  const kept = () => phone.page.evaluate(() => Object.keys(localStorage).filter((key) => /answers|reading/.test(key)))
  await phone.page.goto(link)
  await button(phone.page, reading.start).click()
  await button(phone.page, reading.ask).click()
  await phone.page.getByLabel(reading.yourQuestion).fill('And if')
  await phone.page.getByText(reading.stop, { exact: true }).click()
  await button(phone.page, reading.refuse.start).click()
  await phone.page.getByLabel(reading.refuse.reason).fill('I am not sure')
  await button(phone.page, reading.refuse.leave).click()
  await button(phone.page, reading.next).click()
  await phone.page.getByText('A short prick, like a flu shot.').waitFor()
  await readOn(phone.page, 2)
  // Answered before, on the tablet: what was said stands, and can be looked at once more.
  for (const [at] of checks.entries())
    await button(phone.page, at + 1 < checks.length ? reading.nextCheck : reading.toSigning).click()
  await heading(phone.page, reading.signTitle)
  for (const box of await phone.page.getByRole('checkbox').all()) await box.check()
  await phone.page.getByLabel(controlWords.typedSignature).fill('Test Simple')
  await lookedAt(phone.page, 'sign')
  await phone.context.setOffline(true)
  await button(phone.page, reading.sign).click()
  await phone.page.getByRole('status').first().waitFor()
  await phone.context.setOffline(false)
  await button(phone.page, reading.sign).click()
  await heading(phone.page, reading.doneTitle)
  assert.deepEqual(await kept(), [], 'what was half written before they signed is on this phone no more')
  await lookedAt(phone.page, 'signed')
  await phone.context.close()

  await page.reload()
  await page.getByText(words.differs).waitFor()
  await lookedAt(page, 'to-countersign-dark')
  await button(page, words.countersign).click()
  await page.getByText(words.states.countersigned, { exact: true }).waitFor()
  const pdf = await page.request.get(`${origin}${path}/${requestId}/pdf`)
  assert.match((await pdf.body()).toString('latin1'), /^%PDF/)
  await lookedAt(page, 'in-force-dark')
  await page.getByRole('link', { name: controlWords.goOn(planWords.title) }).click()
  await heading(page, planWords.signTitle)
  await done(own)
})

test('the prescriber signs a plan, is asked about an unusual dose, and changes it with a reason', async () => {
  const own = await signedIn(clinic.prescriber.staffId, 'desktop')
  const { page } = own
  await page.goto(`${origin}/patients/${patientId}/plan`)
  await heading(page, planWords.signTitle)
  await page.getByLabel(planWords.doseField).fill('160')
  await page.getByLabel(planWords.sessionsField).fill('6')
  await page.getByLabel(planWords.least).fill('2')
  await page.getByLabel(planWords.most).fill('5')
  await page.getByLabel(planWords.goalsField).fill('Fewer bad days')
  await page.getByLabel(planWords.why).fill('First course')
  await page.getByText(planWords.nowByWeight('2.00', 80, showDay(here.app.clock.now, 'America/New_York'))).waitFor()
  await button(page, planWords.sign).click()
  await lookedAt(page, 'plan-asked')
  await button(page, controlWords.isRight('160 mg')).click()
  await button(page, planWords.sign).click()
  await page.getByText(planWords.confirmed).waitFor()
  await page.getByRole('link', { name: controlWords.goOn(sessionWords.book.title) }).waitFor()
  await lookedAt(page, 'plan')

  await button(page, planWords.change).click()
  await page.getByLabel(planWords.doseField).fill('40')
  await page.getByLabel(planWords.also).fill('4 5')
  await page.getByLabel(planWords.whyChange).fill('Typed a digit too many')
  await button(page, planWords.signChange(2)).click()
  await page.getByText(planWords.was('160', '40')).waitFor()
  await page.getByText(planWords.was('3', '3, 4, 5')).waitFor()
  await lookedAt(page, 'plan-changed')

  // What the plan rests on is gone: its page says so, and no longer leads to a booking.
  const path = `/api/patients/${patientId}/consent`
  const { requestId } = ((await clinic.monitor.get(`${path}?route=im`)).json as { standing: { requestId: string } })
    .standing
  const withdrawn = { id: randomUUID(), reason: 'I want to wait.' }
  assert.equal((await clinic.prescriber.post(`${path}/${requestId}/withdraw`, withdrawn)).status, 200)
  await page.getByText(planWords.sessionsHeld).waitFor()
  await page.getByRole('link', { name: controlWords.goOn(sessionWords.book.title) }).waitFor({ state: 'detached' })
  await lookedAt(page, 'plan-held')

  await button(page, planWords.stop).click()
  await page.getByRole('dialog').getByLabel(planWords.reason).fill('The patient moves away')
  await page.getByRole('dialog').getByRole('button', { name: planWords.stop }).click()
  await button(page, planWords.newPlan).waitFor()
  // What was prescribed is not in force any more, and can be read.
  await page.getByText(/^Stopped: IM injection/).click()
  await page.getByText(planWords.goals, { exact: true }).waitFor()
  await page.getByText('The patient moves away').first().waitFor()
  await lookedAt(page, 'plan-stopped')
  await done(own)
})

test('the patient takes the consent back on their own phone; the prescriber sees it, and sessions are held', async () => {
  const { requestId } = await consented(clinic, app.holding, patientId, 'iv')
  const path = `/api/patients/${patientId}/consent`
  const sent = await clinic.frontDesk.post(`${path}/${requestId}/send`, { how: 'tablet' })
  const link = (sent.json as { url: string }).url.replace(app.origin, origin)
  const phone = await device(browser, 'phone', { dark: true })
  await phone.page.goto(link)
  await heading(phone.page, reading.usedTitle)
  await button(phone.page, reading.takeBack.start).click()
  await phone.page.getByLabel(reading.takeBack.reason).fill('I want to wait.')
  await lookedAt(phone.page, 'consent-take-back-dark')
  await button(phone.page, reading.takeBack.save).click()
  await heading(phone.page, reading.backTitle.signed)
  await lookedAt(phone.page, 'consent-taken-back-dark')
  // Opened once more, the used link says what became of it, and no longer whose it was.
  await phone.page.reload()
  await heading(phone.page, reading.backTitle.signed)
  assert.equal(await phone.page.getByText('Test Sample').count(), 0)
  assert.deepEqual(phone.troubles, [])
  await phone.context.close()

  const own = await signedIn(clinic.prescriber.staffId, 'desktop')
  await own.page.goto(`${origin}/patients/${patientId}/consent?route=iv`)
  await own.page.getByText(words.states.withdrawn, { exact: true }).waitFor()
  await own.page.getByText('I want to wait.').waitFor()
  await own.page.getByText(/^By the patient, through their own link/).waitFor()
  await lookedAt(own.page, 'consent-taken-back-desktop')
  await done(own)
})
