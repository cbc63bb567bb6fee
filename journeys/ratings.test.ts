import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import { evaluated } from '../care/evaluation/test.ts'
import { treated } from '../care/outcomes/test.ts'
import { arrivedAndAsked, type Booked, booked, touched } from '../care/sessions/test.ts'
import { measureById } from '../science/instruments/catalogue.ts'
import { cgiImprovement } from '../science/instruments/cgi.ts'
import type { Measure } from '../science/instruments/instrument.ts'
import { packFor } from '../science/instruments/testing.ts'
import { addMinutes } from '../science/time.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { evaluationWords } from '../web/words/en/evaluation.ts'
import { questionnaireScreenWords } from '../web/words/en/questionnaires.ts'
import { ratingWords as words } from '../web/words/en/ratings.ts'
import { says as responseSays } from '../web/words/en/says/responses.ts'
import { says as sessionSays } from '../web/words/en/says/sessions.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { accessible } from './axe.ts'
import { shot, type sizes } from './browser.ts'
import { type Served, served } from './served.ts'
import { journey } from './step.ts'

// What the schedule asks clinicians for: on the start page of whose work it is, in the room before a dose, in the
// evaluation, on the chart.
let here: Served
let app: Served['app']
let session: Booked
let patientId = ''
const cssrs = measureById['c-ssrs-screener'] as Measure
const step = journey()

before(async () => {
  here = await served()
  ;({ app } = here)
  session = await booked(app)
  ;({ patientId } = session)
  const { clinicId, owner, prescriber } = session.clinic
  const pack = { id: randomUUID(), pack: packFor(cssrs), licenceHeld: true }
  assert.equal((await owner.post(`/api/questionnaires/${cssrs.id}/pack`, pack)).status, 200)
  for (const days of [19, 12, 5])
    await treated(app.db, {
      clinicId,
      patientId,
      staffId: prescriber.staffId,
      dosedAt: addMinutes(app.clock.now, -days * 1440),
    })
  await arrivedAndAsked(app, session)
})
after(() => here.close())

const signedIn = async (by: { staffId: string }, size: keyof typeof sizes, dark = false) => {
  await touched(app, session.clinic)
  return here.signedIn(session.clinic, by.staffId, size, dark)
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const notWide = async (page: Page, name: string) =>
  assert.equal(
    await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
    false,
    `${name} scrolls sideways`,
  )
const lookedAt = async (page: Page, name: string) => {
  await accessible(page, name)
  await notWide(page, name)
  await shot(page, `ratings-${name}`)
}
const cgi = words.rateLabel(cgiImprovement.title, 'Test Sample')

step(
  'a prescriber finds on the start page what is overdue, and rates it with one tap; without an answer nothing is saved',
  async () => {
    const { page, troubles, context } = await signedIn(session.clinic.prescriber, 'desktop')
    await page.goto(here.origin)
    await page.getByRole('heading', { name: words.waitingTitle }).waitFor()
    await page.getByText(/^Overdue: due since/).waitFor()
    await lookedAt(page, 'today-desktop')
    await button(page, cgi).click()
    await button(page, questionnaireScreenWords.record).click()
    await page.getByText(responseSays.nothingAnswered).waitFor()
    await page.getByLabel('Much improved', { exact: true }).check()
    await lookedAt(page, 'cgi-desktop')
    await button(page, questionnaireScreenWords.record).click()
    await button(page, cgi).waitFor({ state: 'detached' })
    assert.ok(troubles.every((one) => one.includes('422')))
    await context.close()
  },
)

step('the chart says it and when the next one is due, on a phone in the dark', async () => {
  const { page, troubles, context } = await signedIn(session.clinic.prescriber, 'phone', true)
  await page.goto(`${here.origin}/patients/${patientId}`)
  await page.getByRole('heading', { name: words.title }).waitFor()
  // One rating is a sentence; a plot begins with the second.
  await page.getByText(`${cgiImprovement.title}: 2, Much improved`).waitFor()
  await page
    .getByText(/^Last rated/)
    .first()
    .waitFor()
  await page.getByRole('heading', { name: words.title }).scrollIntoViewIfNeeded()
  await lookedAt(page, 'chart-phone-dark')
  assert.deepEqual(troubles, [])
  await context.close()
})

step(
  'the monitor is asked for C-SSRS before the dose, where the clinic holds it; what it finds holds the clearance',
  async () => {
    const { page, troubles, context } = await signedIn(session.clinic.monitor, 'tablet')
    await page.goto(here.origin)
    await button(page, words.rateLabel(cssrs.title, 'Test Sample')).waitFor()
    await lookedAt(page, 'today-tablet')
    await page.goto(`${here.origin}${session.path.replace('/api', '')}`)
    await page.getByRole('heading', { name: sessionWords.before.title }).waitFor()
    const left = page.locator('h2#before-title + .state')
    await left.getByText(sessionWords.before.left(0, { toRate: 2, unanswered: 1 }), { exact: true }).waitFor()
    await button(page, words.rateLabel(cssrs.title, 'Test Sample')).scrollIntoViewIfNeeded()
    await lookedAt(page, 'room-tablet')
    await button(page, words.rateLabel(cssrs.title, 'Test Sample')).click()
    const dialog = page.getByRole('dialog')
    for (const { linkId } of cssrs.items) {
      const group = dialog.getByRole('group').nth(Number(linkId) - 1)
      await group
        .getByRole('radio')
        .nth(linkId === '5' || linkId === '6' ? 0 : 1)
        .check()
    }
    await lookedAt(page, 'cssrs-tablet')
    await button(page, questionnaireScreenWords.record).click()
    await page.getByText(questionnaireScreenWords.raised).waitFor()
    await lookedAt(page, 'cssrs-raised-tablet')
    // It stays although the row is gone, until it is closed.
    await button(page, controlWords.close).click()
    await button(page, words.rateLabel(cssrs.title, 'Test Sample')).waitFor({ state: 'detached' })
    await left.getByText(sessionWords.before.left(0, { toRate: 1, unanswered: 1 }), { exact: true }).waitFor()
    assert.deepEqual(troubles, [])
    await context.close()
    const own = await signedIn(session.clinic.prescriber, 'desktop', true)
    await own.page.goto(`${here.origin}${session.path.replace('/api', '')}`)
    await own.page
      .getByText(new RegExp(sessionSays.openAlert('')))
      .first()
      .waitFor()
    await lookedAt(own.page, 'held-desktop-dark')
    assert.deepEqual(own.troubles, [])
    await own.context.close()
  },
)

step('in an evaluation they are a part of their own', async () => {
  const { patientId: other } = await evaluated(session.clinic.prescriber, app.clock.now, {})
  const { page, troubles, context } = await signedIn(session.clinic.prescriber, 'phone')
  await page.goto(`${here.origin}/patients/${other}/evaluation?route=im&part=rated`)
  await page.getByRole('heading', { name: evaluationWords.parts.rated }).waitFor()
  await page.getByText(words.why.evaluation).first().waitFor()
  await lookedAt(page, 'evaluation-phone')
  assert.deepEqual(troubles, [])
  await context.close()
})
