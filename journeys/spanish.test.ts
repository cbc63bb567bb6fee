import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { treated } from '../care/outcomes/test.ts'
import { system } from '../clinic/accounts/actor.ts'
import { audited } from '../clinic/audit/audited.ts'
import { registered } from '../clinic/records/test.ts'
import { listResponses } from '../clinic/responses/queries.ts'
import { reading } from '../database/read.ts'
import { sql } from '../database/sql.ts'
import { spanishById } from '../science/instruments/spanish.ts'
import { addMinutes } from '../science/time.ts'
import { answerWords as englishAnswers, askingWords as englishAsking, outcomeWords } from '../web/words/en/outcomes.ts'
import { patientWords as english } from '../web/words/en/patient.ts'
import { answerWords, askingWords } from '../web/words/es/outcomes.ts'
import { patientWords as words } from '../web/words/es/patient.ts'
import { textsOf } from '../web/words/readability.ts'
import { accessible } from './axe.ts'
import { device, shot } from './browser.ts'
import { type Served, served } from './served.ts'
import { withSpeech } from './speech.ts'

// Somebody whose record says Spanish answers PHQ-9 on a phone: question, answers and everything around them in Spanish.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let patientId = ''
before(async () => {
  here = await served()
  clinic = await here.app.clinicWith()
  const { clinicId } = clinic
  patientId = (await registered(clinic.prescriber, { givenName: 'Rosa', language: 'Spanish' })).id
  const act = { clinicId, actor: system, action: 'test.spanish', at: here.app.clock.now }
  await audited(here.app.db, act, (tx) => tx.run(sql`update clinic set address = ${{ phone: '555-0100' }}`))
})
after(() => here.close())

const ask = async (body: object) => {
  const reply = await clinic.monitor.post(`/api/patients/${patientId}/ask`, { ...body, by: 'here' })
  assert.equal(reply.status, 200, JSON.stringify(reply.json))
  return (reply.json as { url: string }).url.replace(here.app.origin, here.origin)
}
const phq9 = spanishById['phq-9']
const pageLanguage = (page: Page) => page.evaluate(() => document.documentElement.lang)

/** Three buttons stand beside each other at the bottom: words that do not fit run into one another. */
const fits = async (page: Page, what: string) => {
  const wide = await page
    .locator('.help-line .button')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map(({ textContent }) => textContent))
  assert.deepEqual(wide, [], what)
}

/** No line of the English page stands on this one. */
const noEnglish = async (page: Page, what: string) => {
  const said = await page.evaluate(() => document.body.innerText)
  const inSpanish = textsOf([words, answerWords, askingWords]).map(([, text]) => text)
  const forms = textsOf([english, englishAnswers, englishAsking])
  for (const text of forms.map(([, one]) => one).filter((one) => one.length > 4 && !inSpanish.includes(one)))
    assert.ok(!said.split('\n').some((line) => line.trim() === text), `${what}: ${text}`)
}

test('a patient answers PHQ-9 in Spanish on a phone, hears it read in Spanish, and sees 988 in Spanish at question 9', async () => {
  const { page, troubles, context } = await device(here.browser, 'phone')
  const speech = await withSpeech(page, 'es-US')
  await page.goto(await ask({ asks: 'phq-9' }))
  await page.getByRole('heading', { level: 1, name: answerWords.asks['phq-9'].title }).waitFor()
  assert.equal(await pageLanguage(page), 'es')
  await page.getByText(phq9?.licence.sentence ?? '').waitFor()
  await page.getByText(answerWords.notForEmergencies).waitFor()
  assert.equal(await page.getByText(answerWords.inEnglish).count(), 0)
  await page.getByText(askingWords.open).click()
  await page.getByText(askingWords.hour).waitFor()
  await noEnglish(page, 'before the questions')
  await accessible(page, 'before the questions, in Spanish')
  await shot(page, 'spanish-intro')
  await speech.knows(true)
  await page.getByRole('button', { name: words.start }).click()
  for (const [at, item] of (phq9?.items ?? []).entries()) {
    await page.getByText(words.question(at + 1, 10)).waitFor()
    const asked = page.getByRole('heading', { level: 1, name: item.text })
    assert.equal(await asked.getAttribute('lang'), 'es')
    if (item.linkId === '1') {
      await page.getByText(phq9?.stem ?? '').waitFor()
      await page.getByRole('button', { name: words.readAloud }).click()
      await page.getByRole('button', { name: words.stopReading }).waitFor()
      const lines = [phq9?.stem, item.text, ...item.answers.map(({ text }) => text)]
      assert.deepEqual(
        (await speech.heard()).said,
        lines.map((line) => `Own: ${line}`),
      )
      await noEnglish(page, 'a question')
      await fits(page, 'a question')
      await accessible(page, 'a question in Spanish')
      await shot(page, 'spanish-question')
    }
    await page.getByRole('button', { name: item.answers[1]?.text ?? '', exact: true }).click()
    if (item.linkId !== '9') continue
    await page.getByRole('heading', { name: words.urgentTitle }).waitFor()
    await page.getByText(words.nineEightEight).waitFor()
    const help = page.getByRole('main')
    assert.equal(await help.getByRole('link', { name: words.call988 }).getAttribute('href'), 'tel:988')
    assert.match((await help.getByRole('link', { name: words.text988 }).getAttribute('href')) ?? '', /^sms:988.*AYUDA$/)
    await noEnglish(page, 'help at once')
    await accessible(page, 'help at once, in Spanish')
    await shot(page, 'spanish-help')
    await page.getByRole('button', { name: words.goOn }).click()
  }
  await page.getByRole('heading', { name: words.reviewTitle }).waitFor()
  await noEnglish(page, 'the answers')
  await accessible(page, 'the answers before they are sent, in Spanish')
  await shot(page, 'spanish-review')
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('heading', { name: words.sent }).waitFor()
  await page.getByText(answerWords.arrived).waitFor()
  await noEnglish(page, 'sent')
  await accessible(page, 'sent, in Spanish')
  const [stored] = await reading(here.app.db, { clinicId: clinic.clinicId }, (q) => listResponses(q, patientId))
  assert.deepEqual([stored?.askedIn, stored?.score, stored?.instrumentVersion], ['es', 9, phq9?.version])
  assert.deepEqual(troubles, [])
  await context.close()

  const chart = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
  await chart.page.goto(`${here.origin}/patients/${patientId}`)
  await chart.page.getByText(outcomeWords.askedInSpanish).waitFor()
  await accessible(chart.page, 'a chart of somebody asked in Spanish')
  await chart.context.close()
})

test('the day after, trouble breathing says 911 in Spanish, and the suicide questions follow in Spanish', async () => {
  const { sessionId } = await treated(here.app.db, {
    clinicId: clinic.clinicId,
    patientId,
    staffId: clinic.prescriber.staffId,
    dosedAt: addMinutes(here.app.clock.now, -20 * 60),
  })
  const { page, troubles, context } = await device(here.browser, 'phone')
  await page.goto(await ask({ asks: 'next-day', sessionId }))
  await page.getByRole('heading', { level: 1, name: answerWords.asks['next-day'].title }).waitFor()
  assert.equal(await page.getByText(answerWords.inEnglish).count(), 0)
  await page.getByRole('button', { name: words.start }).click()
  await page.getByRole('button', { name: 'Un poco mejor' }).click()
  await page.getByRole('button', { name: 'Sí', exact: true }).click()
  await page.getByRole('heading', { name: answerWords.help['call 911'].title }).waitFor()
  await noEnglish(page, 'call 911')
  await accessible(page, 'call 911, in Spanish')
  await shot(page, 'spanish-911')
  await page.getByRole('button', { name: words.goOn }).click()
  for (let at = 3; at <= 11; at += 1) {
    await page.getByText(words.question(at, 16)).waitFor()
    await page.getByRole('button', { name: 'No', exact: true }).click()
  }
  await page.getByRole('heading', { level: 1, name: 'En las últimas semanas, ¿ha deseado estar muerto?' }).waitFor()
  assert.equal(await page.getByRole('button', { name: 'No quiero contestar' }).count(), 0, 'it can be skipped instead')
  await page.getByRole('button', { name: 'Sí', exact: true }).click()
  await page.getByRole('heading', { name: words.urgentTitle }).waitFor()
  assert.deepEqual(troubles, [])
  await context.close()
})

test('without a connection it says in Spanish that it is kept; what is in English only is marked and announced', async () => {
  const { page, context } = await device(here.browser, 'phone', { dark: true })
  await page.goto(await ask({ asks: 'questionnaires', instruments: ['gad-7', 'peg'] }))
  await page.getByText(answerWords.inEnglish).waitFor()
  await page.getByRole('button', { name: words.start }).click()
  for (let at = 1; at <= 7; at += 1) {
    await page.getByText(words.question(at, 10)).waitFor()
    await page.getByRole('button', { name: 'Ningún día' }).click()
  }
  await page.getByText(words.question(8, 10)).waitFor()
  assert.equal(await page.getByRole('heading', { level: 1 }).getAttribute('lang'), 'en')
  await accessible(page, 'a question in English on a page in Spanish, dark')
  for (let at = 8; at <= 10; at += 1) {
    await page.getByText(words.question(at, 10)).waitFor()
    await page.getByRole('button', { name: words.skip }).click()
  }
  await page.getByText(words.left(3)).waitFor()
  await page.route('**/api/link/answers', (route) => route.abort('internetdisconnected'))
  await page.getByRole('button', { name: words.send }).click()
  await page.getByText(words.keptNotSent).waitFor()
  await noEnglish(page, 'kept and not sent')
  await accessible(page, 'kept and not sent, in Spanish, dark')
  await shot(page, 'spanish-kept-dark')
  await page.unroute('**/api/link/answers')
  await page.getByRole('button', { name: words.tryAgain }).click()
  await page.getByRole('heading', { name: words.sent }).waitFor()
  await context.close()
})

test('a phone that is set to Spanish is told in Spanish what a dead link is, and reads English where its owner is asked in English', async () => {
  const { page, context } = await device(here.browser, 'phone')
  await page.addInitScript(() => Object.defineProperty(navigator, 'languages', { get: () => ['es-US', 'en'] }))
  await page.goto(`${here.origin}/l`)
  await page.getByRole('heading', { level: 1, name: words.noLink }).waitFor()
  assert.equal(await pageLanguage(page), 'es')
  await accessible(page, 'no link, in Spanish')
  await page.evaluate(() => (location.hash = 'nobody-made-this-one'))
  const why = page.getByText(words.trouble('not-found', ''), { exact: true })
  await why.waitFor()
  assert.equal(await page.getByText(english.noLinkHelp).count(), 0)
  // What the server said stands below it, as the English that it is.
  assert.equal(await page.locator('main p[lang=en]').count(), 1)
  const { id } = await registered(clinic.prescriber, { language: 'English' })
  const reply = await clinic.monitor.post(`/api/patients/${id}/ask`, { asks: 'phq-9', by: 'here' })
  const { hash } = new URL((reply.json as { url: string }).url)
  await page.evaluate((to) => (location.hash = to), hash)
  await page.getByRole('button', { name: english.start }).waitFor()
  assert.equal(await pageLanguage(page), 'en')
  assert.ok(await page.getByRole('link', { name: english.call988 }).first().isVisible())
  await context.close()
})
