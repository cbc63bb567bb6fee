import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { phq9Answers, treated } from '../care/outcomes/test.ts'
import { system } from '../clinic/accounts/actor.ts'
import { audited } from '../clinic/audit/audited.ts'
import { registered } from '../clinic/records/test.ts'
import { sql } from '../database/sql.ts'
import { addMinutes } from '../science/time.ts'
import { alertWords, outboxWords } from '../web/words/en/alerts.ts'
import { chartWords } from '../web/words/en/chart.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { answerWords, outcomeWords } from '../web/words/en/outcomes.ts'
import { patientWords } from '../web/words/en/patient.ts'
import { accessible } from './axe.ts'
import { device, shot, type sizes, type Windows } from './browser.ts'
import { type Served, served } from './served.ts'

// The day after a session: a patient answers on their phone, an alert finds its owner, the chart shows how it goes.
let here: Served
let app: Served['app']
let browser: Windows
let origin = ''
let clinic: Awaited<ReturnType<typeof treatedPatient>>

before(async () => {
  here = await served()
  ;({ app, browser, origin } = here)
  clinic = await treatedPatient()
})
after(() => here.close())

const ago = (days: number) => addMinutes(app.clock.now, -days * 1440)

/** Somebody with three sessions behind them, seven scores, a clinic that reads messages on weekdays. */
const treatedPatient = async () => {
  const as = await app.clinicWith({ isDemo: true })
  const { clinicId } = as
  const identity = {
    givenName: 'Samantha',
    familyName: 'Sample',
    preferredName: 'Sam',
    email: 'sam@example.test',
    reachBy: ['mail'],
  }
  const { id: patientId } = await registered(as.prescriber, identity)
  const change = <T>(run: Parameters<typeof audited<T>>[2]) =>
    audited(app.db, { clinicId, actor: system, action: 'test.follow-up', at: app.clock.now }, run)
  const cover = {
    who: 'The nurse on duty',
    hours: [{ days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '09:00', until: '09:01' }],
    outOfHours: 'Call the clinic’s number and follow the voice.',
  }
  await change((tx) => tx.run(sql`update clinic set address = ${{ phone: '555-0100' }}, message_cover = ${cover}`))
  const sessions: string[] = []
  for (const days of [11, 8, 1]) {
    const dosedAt = addMinutes(ago(days), -120)
    sessions.push(
      (await treated(app.db, { clinicId, patientId, staffId: as.prescriber.staffId, dosedAt, mg: 55 })).sessionId,
    )
  }
  for (const [days, total] of [
    [30, 21],
    [13, 19],
    [9, 15],
    [6, 12],
    [2, 9],
  ] as const) {
    const body = {
      id: randomUUID(),
      instrument: 'phq-9',
      answers: phq9Answers(total),
      answeredAt: ago(days),
      contextKind: 'between',
    }
    assert.equal((await as.monitor.post(`/api/patients/${patientId}/responses`, body)).status, 200)
  }
  for (const [kind, fact] of [
    ['medicines', { name: 'Sertraline', dose: '100 mg', frequency: 'every morning' }],
    ['allergies', { substance: 'Penicillin', reaction: 'Rash', severity: 'moderate' }],
  ] as const) {
    await as.prescriber.post(`/api/patients/${patientId}/${kind}`, { change: 'recorded', id: randomUUID(), fact })
  }
  return { ...as, patientId, change, sessions }
}

/** A screen somebody of this clinic is signed in on. */
const signedIn = (staffId: string, size: keyof typeof sizes, dark = false) => here.signedIn(clinic, staffId, size, dark)

const ask = async (asks: 'phq-9' | 'next-day', sessionId?: string) => {
  const reply = await clinic.monitor.post(`/api/patients/${clinic.patientId}/ask`, {
    asks,
    by: 'here',
    ...(sessionId ? { sessionId } : {}),
  })
  assert.equal(reply.status, 200, JSON.stringify(reply.json))
  return (reply.json as { url: string }).url.replace(app.origin, origin)
}

test('the patient is told that nobody reads now, answers one question a screen, and sees help at once', async () => {
  const { page, troubles, context } = await device(browser, 'phone')
  await page.goto(await ask('phq-9'))
  await page.getByRole('heading', { level: 1, name: answerWords.asks['phq-9'].title }).waitFor()
  await page.getByText(answerWords.notReadNow).waitFor()
  await accessible(page, 'before the questions')
  await shot(page, 'follow-up-intro')
  await page.getByRole('button', { name: patientWords.start }).click()
  for (let question = 1; question <= 8; question += 1) {
    await page.getByText(patientWords.question(question, 10)).waitFor()
    if (question === 1) {
      await accessible(page, 'a question')
      await shot(page, 'follow-up-question')
    }
    await page.getByRole('button', { name: 'Several days' }).click()
  }
  await page.getByText(patientWords.question(9, 10)).waitFor()
  await page.getByRole('button', { name: 'Several days' }).click()
  await page.getByRole('heading', { name: patientWords.urgentTitle }).waitFor()
  assert.ok(await page.getByRole('link', { name: patientWords.call988 }).first().isVisible())
  await accessible(page, 'help at once')
  await shot(page, 'follow-up-help')
  await page.getByRole('button', { name: patientWords.goOn }).click()
  await page.getByRole('button', { name: patientWords.skip }).click()
  await page.getByRole('heading', { name: patientWords.reviewTitle }).waitFor()
  await accessible(page, 'the answers before they are sent')
  await shot(page, 'follow-up-review')
  await page.getByRole('button', { name: patientWords.send }).click()
  await page.getByRole('heading', { name: patientWords.sent }).waitFor()
  await accessible(page, 'sent')
  await shot(page, 'follow-up-sent')
  assert.deepEqual(troubles, [])
  await context.close()
})

test('what can be an emergency the day after says 911', async () => {
  const { page, context } = await device(browser, 'phone', { dark: true })
  await page.goto(await ask('next-day', clinic.sessions[2]))
  await page.getByRole('button', { name: patientWords.start }).click()
  await page.getByRole('button', { name: 'A little better' }).click()
  await page.getByText('Trouble breathing').waitFor()
  await accessible(page, 'a next-day question, dark')
  await shot(page, 'follow-up-next-day-dark')
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await page.getByRole('heading', { name: answerWords.help['call 911'].title }).waitFor()
  await accessible(page, 'call 911, dark')
  await shot(page, 'follow-up-911-dark')
  await context.close()
})

test('the alert is taken with one tap and closed with words', async () => {
  const own = await signedIn(clinic.prescriber.staffId, 'tablet')
  await own.page.goto(`${origin}/alerts`)
  await own.page.getByText('Thoughts of death or self-harm').waitFor()
  await accessible(own.page, 'alerts')
  await shot(own.page, 'alerts-tablet')
  await own.page
    .getByRole('button', { name: /^Acknowledge/ })
    .first()
    .click()
  await own.page.getByLabel(alertWords.closeTitle).first().waitFor()
  await accessible(own.page, 'an alert acknowledged')
  await own.page.getByText(alertWords.more, { exact: true }).first().click()
  await shot(own.page, 'alerts-acknowledged')

  const desk = await signedIn(clinic.prescriber.staffId, 'desktop')
  await desk.page.goto(`${origin}/patients/${clinic.patientId}`)
  await desk.page.getByRole('heading', { level: 1, name: chartWords.title }).waitFor()
  await desk.page.getByText('55').first().waitFor()
  await accessible(desk.page, 'a chart')
  await shot(desk.page, 'chart-desktop')

  await own.page.getByRole('button', { name: alertWords.close, exact: true }).first().click()
  await own.page.getByText(controlWords.needed).first().waitFor()
  await own.page
    .getByLabel(alertWords.closeTitle)
    .first()
    .fill('Called at 14:10. ASQ done, no plan. Sister stays tonight.')
  await own.page.getByRole('button', { name: alertWords.close, exact: true }).first().click()
  await own.page.getByText(alertWords.none).waitFor()
  await own.page.goto(`${origin}/alerts/closed`)
  await own.page.getByText('Sister stays tonight').waitFor()
  await accessible(own.page, 'closed alerts')
  await shot(own.page, 'alerts-closed')
  assert.deepEqual([...own.troubles, ...desk.troubles], [])
  await own.context.close()
  await desk.context.close()
})

test('the chart reads on a phone and in the dark, and its plot has a table', async () => {
  for (const [size, dark] of [
    ['phone', false],
    ['desktop', true],
  ] as const) {
    const own = await signedIn(clinic.prescriber.staffId, size, dark)
    await own.page.goto(`${origin}/patients/${clinic.patientId}`)
    await own.page
      .getByText(outcomeWords.category['partial response'], { exact: false })
      .or(own.page.getByText('lower', { exact: false }))
      .first()
      .waitFor()
    await accessible(own.page, `a chart, ${size}${dark ? ', dark' : ''}`)
    await shot(own.page, `chart-${size}${dark ? '-dark' : ''}`)
    const wide = await own.page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    assert.equal(wide, false, `the chart scrolls sideways on a ${size}`)
    await own.context.close()
  }
})

test('who has seen the chart, what is due, and the outbox', async () => {
  const own = await signedIn(clinic.prescriber.staffId, 'desktop')
  await own.page.goto(`${origin}/patients/${clinic.patientId}/trail`)
  await own.page
    .getByText(chartWords.actions['chart.open'] ?? '')
    .first()
    .waitFor()
  await accessible(own.page, 'the trail')
  await shot(own.page, 'trail')
  await own.page.goto(`${origin}/follow-up`)
  await own.page.getByRole('heading', { level: 1, name: outcomeWords.followUp }).waitFor()
  await own.page.getByText(outcomeWords.asked['next-day']).first().waitFor()
  await accessible(own.page, 'follow-up')
  await shot(own.page, 'follow-up-staff')
  await own.page
    .getByRole('button', { name: /^Ask now/ })
    .first()
    .click()
  const dialog = own.page.getByRole('dialog')
  await dialog.getByLabel(outcomeWords.asked['phq-9']).check()
  await dialog.getByLabel(outcomeWords.byMail).check()
  await accessible(own.page, 'asking a patient')
  await shot(own.page, 'ask')
  await dialog.getByRole('button', { name: outcomeWords.send }).click()
  await dialog.getByText(outcomeWords.sent('sam@example.test')).waitFor()
  assert.deepEqual(own.troubles, [])
  await own.context.close()

  const owner = await signedIn(clinic.owner.staffId, 'desktop')
  await owner.page.goto(`${origin}/settings/outbox`)
  await owner.page.getByText('sam@example.test').first().waitFor()
  await accessible(owner.page, 'the outbox')
  await shot(owner.page, 'outbox')
  await owner.page
    .getByRole('button', { name: new RegExp(`^${outboxWords.read}`) })
    .first()
    .click()
  await owner.page.getByRole('dialog').getByText('988').waitFor()
  await accessible(owner.page, 'a message')
  await shot(owner.page, 'outbox-message')
  assert.deepEqual(owner.troubles, [])
  await owner.context.close()
})
