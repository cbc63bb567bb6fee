import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { determined } from '../care/plans/test.ts'
import { released, releasesOf } from '../clinic/releases/test.ts'
import { letterWords } from '../web/words/en/care-letters.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { releaseWords, releaseSignWords as signing } from '../web/words/en/releases.ts'
import { accessible } from './axe.ts'
import { device, done, shot, type sizes, type Windows } from './browser.ts'
import { type Served, served } from './served.ts'

// What may leave the clinic: a release is signed on paper and on the patient's phone and taken back; then letters.
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
  await shot(page, `releases-${name}`)
}
test('the front desk names who referred the patient and has a release signed; it is taken back', async () => {
  const own = await signedIn(clinic.frontDesk.staffId, 'phone', true)
  const { page } = own
  await page.goto(`${origin}/patients/${patientId}/releases`)
  await page.getByText(releaseWords.noRecipients).waitFor()
  await button(page, releaseWords.addRecipient).click()
  await page.getByLabel(releaseWords.relations.referrer).check()
  await page.getByLabel(releaseWords.name, { exact: true }).fill('Dr. Refer Example')
  await lookedAt(page, 'recipient-dark')
  await button(page, releaseWords.addRecipientSave).click()
  await page.getByText(releaseWords.noRelease).waitFor()
  await page.getByRole('link', { name: releaseWords.record }).click()
  await button(page, releaseWords.save).click()
  await lookedAt(page, 'release-missing-dark')
  await page.getByLabel(releaseWords.contents.diagnoses).check()
  await page.getByLabel(releaseWords.purposes.treatment).check()
  await page.getByLabel(releaseWords.until).fill(here.day(200))
  await page.getByLabel(releaseWords.hows['on screen']).check()
  await page.getByText('Dr. Refer Example (Referred the patient)').waitFor()
  await page.getByLabel(releaseWords.readFirst).check()
  await page.getByLabel(releaseWords.signedName).fill('Test Sample')
  await lookedAt(page, 'release-to-sign-dark')
  await button(page, releaseWords.save).click()
  await page.getByText(releaseWords.standing['in force'], { exact: true }).waitFor()
  await lookedAt(page, 'release-dark')
  await button(page, releaseWords.revoke).click()
  await button(page, releaseWords.revokeSave).click()
  await page.getByText(releaseWords.standing['taken back'], { exact: true }).waitFor()
  await lookedAt(page, 'release-taken-back-dark')
  await done(own)
})

test('a release is asked for and signed on the patient’s own phone, and taken back there', async () => {
  const own = await signedIn(clinic.frontDesk.staffId, 'tablet')
  const { page } = own
  await page.goto(`${origin}/patients/${patientId}/releases`)
  await page.getByRole('link', { name: releaseWords.askTitle }).click()
  await page.getByLabel(releaseWords.contents.diagnoses).check()
  await page.getByLabel(releaseWords.purposes.treatment).check()
  await page.getByLabel(releaseWords.until).fill(here.day(200))
  await page.getByLabel(releaseWords.sendWays.tablet).check()
  await lookedAt(page, 'release-ask')
  await button(page, releaseWords.ask).click()
  await page.getByText(releaseWords.openTitle).waitFor()
  await page.getByRole('link', { name: releaseWords.toReleases }).click()
  await page.getByText(releaseWords.waits).waitFor()
  await lookedAt(page, 'release-waits')

  const [asked] = (await releasesOf(clinic.prescriber, patientId)).asked
  const sent = await clinic.frontDesk.post(`/api/patients/${patientId}/releases/${asked?.id}/link`, { how: 'tablet' })
  const phone = await device(browser, 'phone')
  await phone.page.goto((sent.json as { url: string }).url.replace(app.origin, origin))
  await phone.page.getByText('Dr. Refer Example (Referred the patient)').waitFor()
  await phone.page.getByLabel(signing.statement).check()
  await phone.page.getByLabel(controlWords.typedSignature).fill('Test Sample')
  await lookedAt(phone.page, 'release-sign')
  await button(phone.page, signing.sign).click()
  await heading(phone.page, signing.signedTitle['in force'])
  await lookedAt(phone.page, 'release-signed')
  await button(phone.page, signing.takeBack.start).click()
  await lookedAt(phone.page, 'release-take-back')
  await button(phone.page, signing.takeBack.save).click()
  await heading(phone.page, signing.signedTitle['taken back'])
  await lookedAt(phone.page, 'release-back')
  assert.deepEqual(phone.troubles, [])
  await phone.context.close()

  await page.reload()
  await page.getByText(releaseWords.revokedLine('', null).split('. ')[1] ?? '').waitFor()
  await lookedAt(page, 'release-of-patient')
  await done(own)
})

test('the prescriber writes to the referrer: held, released, signed, marked as sent; and a summary for the patient', async () => {
  const own = await signedIn(clinic.prescriber.staffId, 'tablet')
  const { page } = own
  await page.goto(`${origin}/patients/${patientId}/letters`)
  await page.getByText(letterWords.none, { exact: true }).waitFor()
  await button(page, letterWords.begin).click()
  await page.getByLabel(letterWords.kinds.referrer).check()
  await page.getByLabel('Dr. Refer Example').check()
  await lookedAt(page, 'letter-begin')
  await button(page, letterWords.beginSave).click()
  await page.getByText(letterWords.notReleased).first().waitFor()
  await lookedAt(page, 'letter-held')
  await button(page, letterWords.edit).click()
  await page.getByLabel(letterWords.headings.determination).fill('Suitable; two adequate trials failed.')
  await page.getByLabel(letterWords.answers.no, { exact: true }).check()
  await lookedAt(page, 'letter-edit')
  await button(page, letterWords.save).click()
  // Until it is saved the same words stand in the field.
  await page.getByLabel(letterWords.headings.determination).waitFor({ state: 'hidden' })
  await page.getByText('Suitable; two adequate trials failed.').waitFor()

  const { recipients } = await releasesOf(clinic.prescriber, patientId)
  await released(clinic.prescriber, patientId, recipients[0]?.id ?? '')
  await page.reload()
  await button(page, letterWords.sign).click()
  await button(page, letterWords.markSent).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(letterWords.hows.fax).check()
  await lookedAt(page, 'letter-mark-sent')
  await dialog.getByRole('button', { name: letterWords.markSent }).click()
  await page.getByText(/^Sent /).waitFor()
  await lookedAt(page, 'letter-sent')

  await button(page, letterWords.writeAgain).click()
  await button(page, letterWords.cancel).click()
  await page.getByRole('link', { name: letterWords.all }).click()
  await button(page, letterWords.begin).click()
  await page.getByRole('radio', { name: letterWords.kindHints.patient }).check()
  await button(page, letterWords.beginSave).click()
  await heading(page, letterWords.patientHeadings.determination)
  await lookedAt(page, 'letter-for-patient')
  await page.goto(`${origin}/patients/${patientId}`)
  await page.getByRole('link', { name: letterWords.lineTo('Dr. Refer Example') }).waitFor()
  await lookedAt(page, 'letters-on-chart')
  await done(own)
})
