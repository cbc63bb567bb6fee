import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { imKetamine } from '../care/consent/documents/im-ketamine.ts'
import { askedToSign, published } from '../care/consent/test.ts'
import { determined } from '../care/plans/test.ts'
import { system } from '../clinic/accounts/actor.ts'
import { savePassword } from '../clinic/accounts/credentials/changes.ts'
import { hashPassword } from '../clinic/accounts/credentials/password-hash.ts'
import { audited } from '../clinic/audit/audited.ts'
import { consentWords, consentSignWords as reading } from '../web/words/en/consent.ts'
import { linkWords } from '../web/words/en/links.ts'
import { patientWords } from '../web/words/en/patient.ts'
import { shellWords } from '../web/words/en/shell.ts'
import { accessible } from './axe.ts'
import { shot } from './browser.ts'
import { type Served, served } from './served.ts'

// A tablet on which a patient's page was left open in a tab, while its people went on in another.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let patientId = ''
const password = 'correct horse battery staple'

before(async () => {
  here = await served()
  const { app } = here
  clinic = await app.clinicWith()
  ;({ patientId } = await determined(clinic, app.clock.now))
  await published(clinic.prescriber)
  await askedToSign(clinic.monitor, patientId)
  const hash = await hashPassword(password)
  const { clinicId, monitor } = clinic
  await audited(app.db, { clinicId, actor: system, action: 'test', at: app.clock.now }, (tx) =>
    savePassword(tx, monitor.staffId, hash, app.clock.now),
  )
})
after(() => here.close())

test('a page that was handed over ends when staff unlock in another tab: the next patient finds nothing in it', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const button = (name: string, at = page) => at.getByRole('button', { name, exact: true })
  await page.goto(`${here.origin}/patients/${patientId}/consent`)
  await button(consentWords.sendMore).click()
  await page.getByLabel(consentWords.ways.tablet).check()
  await page.getByLabel(consentWords.present).check()
  await button(consentWords.send).click()
  await button(linkWords.here).click()
  await button(reading.start).click()
  await page.getByText(reading.part(1, imKetamine.sections.length)).waitFor()

  const other = await context.newPage()
  await other.goto(`${here.origin}/patients`)
  await other.getByRole('heading', { name: shellWords.lockedTitle }).waitFor()
  assert.equal(await other.getByRole('navigation').count(), 0)
  assert.equal(await button(patientWords.staffGoOn).count(), 1, 'a lock that stays takes nothing from the patient')
  await other.getByLabel(shellWords.password).fill(password)
  await button(shellWords.unlock, other).click()
  await other.getByRole('heading', { name: shellWords.lockedTitle }).waitFor({ state: 'detached' })

  await page.getByRole('heading', { name: patientWords.noLink }).waitFor()
  assert.equal(await page.evaluate(() => sessionStorage.getItem('evenkeel.handed')), null)
  await accessible(page, 'a page that was handed over, and is over')
  await shot(page, 'handed-over')
  await page.reload()
  await page.getByRole('heading', { name: patientWords.noLink }).waitFor()
  assert.deepEqual(troubles, [])
  await context.close()
})
