import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before } from 'node:test'
import { phq9Answers } from '../care/outcomes/test.ts'
import { registered } from '../clinic/records/test.ts'
import { phq9 } from '../science/instruments/phq9.ts'
import { addMinutes } from '../science/time.ts'
import { alertWords } from '../web/words/en/alerts.ts'
import { answersWords as words } from '../web/words/en/answers.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { questionnaireScreenWords } from '../web/words/en/questionnaires.ts'
import { says } from '../web/words/en/says/responses.ts'
import { accessible } from './axe.ts'
import { type Device, done, shot } from './browser.ts'
import { type Served, served } from './served.ts'
import { journey } from './step.ts'

// Answers that went into the wrong chart, and answers that were typed wrongly.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let patientId = ''
let nurse: Device
const step = journey()

before(async () => {
  here = await served()
  clinic = await here.app.clinicWith()
  patientId = (await registered(clinic.monitor)).id
  const enter = async (days: number, more: object) => {
    const answeredAt = addMinutes(here.app.clock.now, -days * 1440 - 3)
    const sent = { id: randomUUID(), contextKind: 'between', answeredAt, ...more }
    const { status, json } = await clinic.monitor.post(`/api/patients/${patientId}/responses`, sent)
    assert.equal(status, 200, JSON.stringify(json))
  }
  await enter(9, { instrument: 'phq-9', answers: phq9Answers(16) })
  await enter(2, { instrument: 'phq-9', answers: phq9Answers(4, 1) })
  await enter(1, { instrument: 'asrm', total: 3 })
})
after(() => here.close())

const row = (text: string) => nurse.page.getByRole('row').filter({ has: nurse.page.getByText(text, { exact: true }) })
const button = (name: string) => nurse.page.getByRole('button', { name, exact: true })
const lookedAt = async (name: string) => {
  await accessible(nurse.page, name)
  const { page } = nurse
  assert.equal(
    await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
    false,
    `${name} scrolls sideways`,
  )
  await shot(page, `answers-${name}`)
}

step('a nurse finds every answer behind the chart, with who entered it', async () => {
  nurse = await here.signedIn(clinic, clinic.monitor.staffId, 'desktop')
  const { page } = nurse
  await page.goto(`${here.origin}/patients/${patientId}`)
  await page.getByRole('link', { name: words.title, exact: true }).click()
  await page.getByRole('heading', { name: words.title }).waitFor()
  assert.equal(await page.getByRole('row').count(), 4)
  await row('16').getByText(words.each).click()
  await row('16')
    .getByText(words.said(phq9.items[8]?.text ?? '', phq9.items[8]?.answers[0]?.text ?? ''))
    .waitFor()
  await lookedAt('list-desktop')
})

step('what is not this patient’s is taken back with a reason; it stays, crossed out', async () => {
  const { page } = nurse
  const dialog = page.getByRole('dialog')
  await row('4').getByRole('button').click()
  await button(words.takeBack).click()
  await button(words.takeBack).click()
  await dialog.getByText(`${says.whyChanged} is missing.`).first().waitFor()
  await lookedAt('take-back-desktop')
  await dialog.getByLabel(words.why).fill('These are the next patient’s.')
  await button(words.takeBack).click()
  await page.getByText(words.is['taken back'], { exact: true }).waitFor()
  await row('These are the next patient’s.').locator('s').first().waitFor()
  assert.equal(await row('These are the next patient’s.').getByRole('button').count(), 0)
})

step('the alert that they raised is still there, and says what became of them', async () => {
  const { page } = nurse
  await page.goto(`${here.origin}/patients/${patientId}`)
  await page.getByText(alertWords.answersEnded['taken back']).waitFor()
  await lookedAt('chart-desktop')
  await page.goto(`${here.origin}/alerts`)
  await page.getByText('These are the next patient’s.').waitFor()
  await button(alertWords.acknowledgeFor('Test Sample')).waitFor()
  await lookedAt('alerts-desktop')
  await done(nurse)
})

step('on a phone in the dark a score typed wrongly is corrected from what stands there', async () => {
  nurse = await here.signedIn(clinic, clinic.monitor.staffId, 'phone', true)
  const { page } = nurse
  const dialog = page.getByRole('dialog')
  await page.goto(`${here.origin}/patients/${patientId}/answers`)
  await row('16').getByRole('button').click()
  await lookedAt('choose-phone-dark')
  await button(words.correct).click()
  const first = dialog.getByRole('group').first()
  await first.getByRole('radio', { checked: true }).waitFor()
  assert.equal(await first.getByRole('radio').nth(3).isChecked(), true)
  await first.getByRole('radio').nth(1).check()
  await dialog.getByLabel(words.wrong).fill('Question 1 was misread.')
  await lookedAt('correct-phone-dark')
  await button(questionnaireScreenWords.record).click()
  await page.getByText(words.is.corrected, { exact: true }).waitFor()
  await row('14').first().waitFor()
  await lookedAt('list-phone-dark')
})

step('a total is corrected as a total, and no button is left for what counts no more', async () => {
  const { page } = nurse
  const dialog = page.getByRole('dialog')
  await row('3').getByRole('button').click()
  await button(words.correct).click()
  assert.equal(await dialog.getByLabel(questionnaireScreenWords.total).inputValue(), '3')
  await dialog.getByLabel(questionnaireScreenWords.total).fill('8')
  await dialog.getByLabel(words.wrong).fill('The paper says 8.')
  await button(questionnaireScreenWords.record).click()
  // Eight asks for somebody: it is read here before the dialog is closed.
  await dialog.getByText(words.done).waitFor()
  await button(controlWords.close).click()
  await page.getByText('The paper says 8.').waitFor()
  assert.equal(
    await page
      .getByRole('row')
      .getByRole('button', { name: new RegExp(`^${words.change}: `) })
      .count(),
    2,
  )
  await done(nurse)
})
