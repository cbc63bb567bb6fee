import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { evaluated } from '../care/evaluation/test.ts'
import type { Asked } from '../care/intake/questions.ts'
import { progressOf } from '../care/intake/standing.ts'
import { evaluationWords } from '../web/words/en/evaluation.ts'
import { intakeStaffWords as staff, intakeWords as words } from '../web/words/en/intake.ts'
import { linkWords } from '../web/words/en/links.ts'
import { patientWords } from '../web/words/en/patient.ts'
import { reportedWords as reported } from '../web/words/en/reported.ts'
import { says } from '../web/words/en/says/evaluation.ts'
import { accessible } from './axe.ts'
import { device, shot, type Windows } from './browser.ts'
import { comesTo } from './comes-to.ts'
import { type Served, served } from './served.ts'
import { withSpeech } from './speech.ts'

// Before the visit: the desk sends a link, the patient answers on an old phone through a lost connection and on another
// day, and the clinic goes through it item by item.
const allAsked = progressOf(new Map()).reduce((sum, { all }) => sum + all, 0)
let here: Served
let app: Served['app']
let browser: Windows
let origin = ''
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let patientId = ''
let url = ''
let phone: Page
let phoneContext: BrowserContext
let troubles: string[]
let speech: Awaited<ReturnType<typeof withSpeech>>

before(async () => {
  here = await served()
  ;({ app, browser, origin } = here)
  clinic = await app.clinicWith()
  ;({ patientId } = await evaluated(clinic.prescriber, app.clock.now, {}))
})
after(() => here.close())

const question = (key: Asked) => phone.getByRole('heading', { level: 1, name: words.questions[key] }).waitFor()
const tap = (name: string) => phone.getByRole('button', { name, exact: true }).click()
const answer = async (key: Asked, name: string) => {
  await question(key)
  await tap(name)
}
const openPart = (part: keyof typeof words.parts) =>
  phone.getByRole('button', { name: new RegExp(`^${words.parts[part]} ?\\d`) }).click()

/** The phone holds nothing any more that the clinic does not have: while all goes well no screen says so. */
const allAtClinic = () =>
  comesTo(
    () => phone.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('evenkeel.answers.'))),
    [],
  )

test('the front desk sends the questions and sees no answer', async () => {
  const desk = await here.signedIn(clinic, clinic.frontDesk.staffId, 'desktop')
  await desk.page.goto(`${origin}/patients/${patientId}/intake`)
  await desk.page.getByText(staff.none).waitFor()
  await desk.page.getByRole('radio', { name: staff.byHere }).check()
  const [answer] = await Promise.all([
    desk.page.waitForResponse((one) => one.request().method() === 'POST' && one.url().endsWith('/intake')),
    desk.page.getByRole('button', { name: staff.send, exact: true }).click(),
  ])
  url = ((await answer.json()) as { url: string }).url.replace(app.origin, origin)
  await desk.page.getByRole('button', { name: linkWords.code }).click()
  await desk.page.getByRole('img', { name: linkWords.codeAlt }).waitFor()
  await desk.page.getByText(staff.underway(0, allAsked)).waitFor()
  await accessible(desk.page, 'the intake at the desk')
  await shot(desk.page, 'intake-desk')
  assert.deepEqual(desk.troubles, [])
  await desk.context.close()
})

test('the patient answers part by part; a word of danger shows help at once', async () => {
  ;({ page: phone, context: phoneContext, troubles } = await device(browser, 'phone'))
  await phone.setViewportSize({ width: 360, height: 640 })
  speech = await withSpeech(phone)
  await phone.goto(url)
  await phone.getByRole('heading', { level: 1, name: words.title }).waitFor()
  await accessible(phone, 'the intake’s first page')
  await shot(phone, 'intake-cover')
  await tap(words.start)
  await shot(phone, 'intake-parts')
  await accessible(phone, 'the parts')
  await tap(words.goOnWith(words.parts.you))
  await question('goals')
  await phone.getByLabel(words.yourAnswer).fill('Sleep again 😀 <b>and</b> work')
  await shot(phone, 'intake-words')
  await tap(words.save)
  await question('story')
  await phone.getByLabel(words.yourAnswer).fill('I think of ending my life at night')
  // Help while it is being written, and that the clinic does not have it.
  await phone.getByText(patientWords.urgentUnknown).waitFor()
  await shot(phone, 'intake-words-not-sent')
  await tap(words.save)
  await phone.getByRole('heading', { name: patientWords.urgentTitle }).waitFor()
  assert.equal(await phone.getByText(patientWords.urgentUnknown).count(), 0, 'it was saved, and sent')
  await accessible(phone, 'help at once')
  await tap(patientWords.goOn)
  await answer('suicideThoughts', words.no)
  await phone.getByRole('heading', { level: 1, name: words.partsTitle }).waitFor()
  await openPart('medicines')
  await answer('medicines', words.yes)
  await phone.getByLabel(words.fields.name ?? '', { exact: true }).fill('Lisinopril')
  await phone.getByLabel(words.fields.dose ?? '').fill('10 mg')
  await accessible(phone, 'a line of a list')
  await shot(phone, 'intake-line')
  await tap(words.add)
  await phone.getByText('Lisinopril · 10 mg').waitFor()
  await shot(phone, 'intake-lines')
  await tap(words.thatIsAll)
  await answer('pastMedicines', words.notSure)
  await answer('ketamineReaction', words.no)
  await answer('allergies', words.no)
  await phone.getByRole('heading', { level: 1, name: words.partsTitle }).waitFor()
})

test('without a connection it goes on, says what waits, and sends by itself', async () => {
  await openPart('heart')
  await question('highBloodPressure')
  // Read aloud by a tap, with its answers; the answer ends it and the next question is silent.
  await speech.knows(true)
  await tap(patientWords.readAloud)
  const { said, cancelled } = await speech.heard()
  assert.equal(said[0], `Own: ${words.questions.highBloodPressure}`)
  assert.deepEqual(
    said.slice(-3),
    [words.yes, words.no, words.notSure].map((text) => `Own: ${text}`),
  )
  await accessible(phone, 'a question')
  await shot(phone, 'intake-question')
  await allAtClinic()
  here.cut()
  await tap(words.no)
  await phone.getByRole('button', { name: patientWords.readAloud }).waitFor()
  assert.deepEqual(await speech.heard(), { said, cancelled: cancelled + 1 })
  await answer('heartTrouble', words.no)
  await phone.getByText(words.waiting(2)).waitFor()
  await shot(phone, 'intake-waiting')
  // Typed and not yet saved, then the battery runs out.
  await answer('recentHeartEvent', words.no)
  await here.restore()
  await phone.evaluate(() => window.dispatchEvent(new Event('online')))
  await phone.getByText(/Saved on this phone/).waitFor({ state: 'detached' })
})

test('another day, on the same link: all is there, and the rest is read through and done', async () => {
  await phone.reload()
  await tap(words.goOn)
  await openPart('heart')
  await answer('aneurysm', words.no)
  await answer('brainBleed', words.notSure)
  await answer('stroke', words.yes)
  await question('headPressure')
  // The last answer is still under way when the patient is done.
  let arrives: () => void = () => undefined
  const underWay = new Promise<void>((resolve) => {
    arrives = resolve
  })
  await phone.route('**/api/link/intake/answers', async (route) => {
    await underWay
    await route.continue()
  })
  await tap(words.no)
  await question('seizures')
  await tap(words.leaveOpen)
  await tap(words.toReview)
  await phone.getByRole('heading', { level: 1, name: words.reviewTitle }).waitFor()
  await phone.getByText('Sleep again 😀 <b>and</b> work').waitFor()
  await accessible(phone, 'what you told us')
  await shot(phone, 'intake-review')
  await tap(words.done)
  arrives()
  await phone.getByRole('heading', { level: 1, name: words.doneTitle }).waitFor()
  await accessible(phone, 'done')
  await shot(phone, 'intake-done')
  assert.deepEqual(troubles, [])
})

test('the clinician goes through it, three confirmed, one recorded otherwise, and a prescriber determines upon it', async () => {
  const clinician = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
  const { page } = clinician
  await page.goto(`${origin}/patients/${patientId}/evaluation?part=reported`)
  await page.getByText('Lisinopril · 10 mg').waitFor()
  await accessible(page, 'what the patient reported')
  await shot(page, 'intake-reported')
  const press = (label: string) => page.getByRole('button', { name: label, exact: true }).click()
  await press(`${reported.becomes.medicine}: ${words.questions.medicines}`)
  await press(`${reported.becomes['none known']}: ${words.questions.allergies}`)
  await press(`${reported.becomes.answer('Yes')}: ${words.questions.stroke}`)
  await press(`${reported.own}: ${words.questions.brainBleed}`)
  await accessible(page, 'recording otherwise')
  await shot(page, 'intake-own')
  await page.getByRole('dialog').getByRole('button', { name: 'No', exact: true }).click()
  await page.getByText(/^Patient-reported, .* · Recorded differently by Petra Prescriber/).waitFor()
  assert.equal(await page.getByText(/ · Confirmed by Petra Prescriber/).count(), 3)
  await page.goto(`${origin}/patients/${patientId}/evaluation?part=heart`)
  await page.getByText(/as the patient reported/).waitFor()
  await page.getByText(/different from what the patient reported/).waitFor()
  await accessible(page, 'the questions with what the patient reported')
  await shot(page, 'intake-beside')
  await page.goto(`${origin}/patients/${patientId}/evaluation?part=findings`)
  await page.getByText(evaluationWords.findingsLead).waitFor()
  await shot(page, 'intake-findings')
  await page.goto(`${origin}/patients/${patientId}/determination`)
  await page.getByRole('radio', { name: /^Not yet/ }).check()
  await page.getByLabel(evaluationWords.reasons).fill('The stroke first: a letter from neurology.')
  await press(evaluationWords.decide)
  await page.getByText(says.determined('Petra Prescriber', 'not yet')).waitFor()
  await accessible(page, 'determined after the intake')
  await shot(page, 'intake-determined')
  assert.deepEqual(clinician.troubles, [])
  await clinician.context.close()
  await phone.reload()
  await tap(words.goOn)
  await tap(words.toReview)
  await phone.getByRole('button', { name: new RegExp(words.questions.stroke.replace('?', '\\?')) }).click()
  await phone.getByText(words.confirmedHelp).waitFor()
  await shot(phone, 'intake-confirmed')
  await phoneContext.close()
})
