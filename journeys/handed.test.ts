import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { imKetamine } from '../care/consent/documents/im-ketamine.ts'
import { askedToSign, published } from '../care/consent/test.ts'
import { determined } from '../care/plans/test.ts'
import { dosed } from '../care/sessions/test.ts'
import { system } from '../clinic/accounts/actor.ts'
import { savePassword } from '../clinic/accounts/credentials/changes.ts'
import { hashPassword } from '../clinic/accounts/credentials/password-hash.ts'
import { audited } from '../clinic/audit/audited.ts'
import { reading as readStored } from '../database/read.ts'
import { sql } from '../database/sql.ts'
import { consentWords, consentSignWords as reading } from '../web/words/en/consent.ts'
import { linkWords } from '../web/words/en/links.ts'
import { outcomeWords as asking } from '../web/words/en/outcomes.ts'
import { patientWords } from '../web/words/en/patient.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
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

  // This tab hears nothing meanwhile, neither from the clinic nor of the other one, as one that sleeps.
  await page.route('**/api/me', (route) => route.abort())
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

const keptHere = () => Object.keys(localStorage).filter((name) => name.startsWith('evenkeel.answers.'))

/** A tablet with the questions handed over, and answers to the first of them. */
const answering = async (taps: number) => {
  const own = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const { page } = own
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await page.goto(`${here.origin}/patients/${patientId}`)
  await page.getByRole('button', { name: new RegExp(`^${asking.askNow}`) }).click()
  await page.getByLabel(asking.asked['phq-9'], { exact: true }).check()
  await page.getByLabel(asking.byHere, { exact: true }).check()
  await button(asking.send).click()
  await button(linkWords.here).click()
  await button(patientWords.start).click()
  for (let question = 1; question <= taps; question += 1) {
    await page.getByText(patientWords.question(question, 10)).waitFor()
    await button('Several days').click()
    if (question === 9) await button(patientWords.goOn).click()
  }
  const unlock = async () => {
    await page.getByLabel(shellWords.password).fill(password)
    await button(shellWords.unlock).click()
    await page.getByRole('heading', { name: shellWords.lockedTitle }).waitFor({ state: 'detached' })
  }
  return { ...own, button, unlock }
}

test('what a patient had half answered is said to end before staff unlock, leads back, and does not stay on the tablet', async () => {
  const { page, context, troubles, button, unlock } = await answering(3)
  await page.getByText(patientWords.clinicTablet).waitFor()
  await button(patientWords.staffGoOn).click()
  await page.getByText(shellWords.patientUnsent).waitFor()
  await accessible(page, 'a lock before answers that were not sent')
  await shot(page, 'handed-unsent')
  await button(shellWords.backToPatient).click()
  await button(patientWords.resume).click()
  await page.getByText(patientWords.question(4, 10)).waitFor()
  await button(patientWords.staffGoOn).click()
  await unlock()
  await page.waitForFunction(() => !Object.keys(localStorage).some((name) => name.startsWith('evenkeel.answers.')))
  assert.deepEqual(troubles, [])
  await context.close()
})

test('answers that waited for the network on a tablet go out when its staff unlock it, as the patient was told', async () => {
  const { page, context, button, unlock } = await answering(9)
  await button(patientWords.skip).click()
  await context.setOffline(true)
  await button(patientWords.send).click()
  await page.getByText(patientWords.keptNotSent).waitFor()
  await context.setOffline(false)
  // At once, before the page itself tries again.
  await page.evaluate((back) => window.location.replace(back), `/patients/${patientId}`)
  await page.getByRole('heading', { name: shellWords.lockedTitle }).waitFor()
  assert.equal((await page.evaluate(keptHere)).length, 1)
  assert.equal(await page.getByText(shellWords.patientUnsent).count(), 0, 'they are not lost')
  await unlock()
  await page.waitForFunction(() => !Object.keys(localStorage).some((name) => name.startsWith('evenkeel.answers.')))
  const stored = await readStored(here.app.db, { clinicId: clinic.clinicId }, (q) =>
    q.all(
      sql`select instrument, answers -> '9' as ninth from response where patient_id = ${patientId} and link_id is not null`,
    ),
  )
  assert.deepEqual(stored, [{ instrument: 'phq-9', ninth: 1 }])
  await context.close()
})

test('a tab that was locked shows what happened meanwhile once its person unlocks in another', async () => {
  const session = await dosed(here.app, clinic)
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const lockedIn = (at: typeof page) => at.getByRole('heading', { name: shellWords.lockedTitle })
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await page.getByRole('heading', { name: sessionWords.log.title }).waitFor()
  const other = await context.newPage()
  await other.goto(`${here.origin}/patients`)
  await other.locator('.user-menu summary').click()
  await other.getByRole('button', { name: shellWords.lock, exact: true }).click()
  await lockedIn(page).waitFor()
  assert.equal((await session.event('remark', { words: 'Asked for water.' })).status, 200)
  await other.getByLabel(shellWords.password).fill(password)
  await other.getByRole('button', { name: shellWords.unlock, exact: true }).click()
  await lockedIn(page).waitFor({ state: 'detached' })
  await page.getByText('Asked for water.').waitFor({ timeout: 20_000 })
  assert.deepEqual(troubles, [])
  await context.close()
})
