import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { phq9Answers, treated } from '../care/outcomes/test.ts'
import { registered } from '../clinic/records/test.ts'
import { addMinutes } from '../science/time.ts'
import { showMoment } from '../web/time.ts'
import { outcomeWords } from '../web/words/en/outcomes.ts'
import { overTimeWords, ownCourseWords as words } from '../web/words/en/over-time.ts'
import { patientWords } from '../web/words/en/patient.ts'
import { accessible } from './axe.ts'
import { device, shot } from './browser.ts'
import { type Served, served } from './served.ts'

// Somebody three doses into a course looks at how they have been: a plot with the doses, the same in words, on paper; and
// notes a mood a day, also without a network. Staff see it on the same plot.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let patientId = ''
before(async () => {
  here = await served()
  clinic = await here.app.clinicWith()
  patientId = (await registered(clinic.prescriber, { givenName: 'Samantha', preferredName: 'Sam' })).id
  const ago = (days: number) => addMinutes(here.app.clock.now, -days * 1440)
  const { clinicId } = clinic
  for (const days of [30, 20, 10])
    await treated(here.app.db, { clinicId, patientId, staffId: clinic.prescriber.staffId, dosedAt: ago(days), mg: 55 })
  for (const [days, answers] of [
    [33, phq9Answers(20)],
    [24, phq9Answers(15)],
    [12, { ...phq9Answers(8), 3: null }],
    [3, phq9Answers(8)],
  ] as const) {
    const sent = { id: randomUUID(), instrument: 'phq-9', answers, answeredAt: ago(days), contextKind: 'between' }
    assert.equal((await clinic.monitor.post(`/api/patients/${patientId}/responses`, sent)).status, 200)
  }
})
after(() => here.close())

test('a patient sees their own course on a phone: plot, words, paper; and a mood a day, kept without a network', async () => {
  const asked = await clinic.monitor.post(`/api/patients/${patientId}/ask`, { asks: 'course', by: 'here' })
  assert.equal(asked.status, 200, JSON.stringify(asked.json))
  const { page, troubles, context } = await device(here.browser, 'phone')
  await page.goto((asked.json as { url: string }).url.replace(here.app.origin, here.origin))
  await page.getByRole('heading', { level: 1, name: words.title }).waitFor()
  await page.getByText(words.notRead).waitFor()
  // Four hours for a link that is handed over here; the page says how long it opens.
  const until = showMoment(addMinutes(here.app.clock.now, 4 * 60), 'America/New_York').slice(0, 12)
  await page.getByText(`It works until ${until}`).waitFor()

  // The plot, its doses, and a table of the same for whoever does not see it.
  await page.getByRole('heading', { name: words.inWords }).waitFor()
  assert.equal(await page.getByRole('definition').getByText(words.dose(55)).count(), 3)
  for (const value of [20, 15, 8])
    await page
      .getByRole('definition')
      .getByText(words.score('PHQ-9', value, 27))
      .first()
      .waitFor()
  await page.getByRole('definition').getByText(words.open('PHQ-9')).waitFor()
  const said = await page.evaluate(() => document.body.innerText)
  assert.doesNotMatch(said, /moderate|severe|mild|minimal|remission|response|better|worse/i, 'no grade and no verdict')
  await accessible(page, 'the own course')
  await shot(page, 'own-course')

  await page.getByRole('button', { name: words.begin }).click()
  await page.getByRole('button', { name: '6', exact: true }).click()
  await page.getByText(words.noted(6)).waitFor()
  await context.setOffline(true)
  await page.getByRole('button', { name: '1', exact: true }).click()
  await page.getByText(words.hardHelp).waitFor()
  await page.getByText(words.waits).waitFor()
  assert.ok(await page.getByRole('link', { name: patientWords.call988 }).first().isVisible())
  await accessible(page, 'a low mood without a network')
  await shot(page, 'own-course-mood')
  await context.setOffline(false)
  await page.getByText(words.noted(1)).waitFor()
  await page.getByText(words.moodsOfMonth(1, 1, 1)).waitFor()

  // On paper: what was measured and how to get help, and nothing to tap.
  await page.emulateMedia({ media: 'print' })
  assert.ok(await page.getByRole('heading', { name: words.inWords }).isVisible())
  assert.ok(
    await page
      .getByRole('definition')
      .getByText(words.score('PHQ-9', 20, 27))
      .isVisible(),
  )
  assert.ok(await page.getByText(words.notRead).isVisible())
  assert.equal(await page.getByRole('button').count(), 0, 'nothing to tap on paper')
  assert.equal(await page.locator('.when-asked').isVisible(), false, 'and nothing to unfold')
  const lies = await page.locator('.help-line').evaluate((line) => getComputedStyle(line).position)
  assert.equal(lies, 'static', 'the line with 988 lies on nothing')
  await shot(page, 'own-course-print')
  await page.emulateMedia({ media: 'screen' })
  assert.ok(await page.getByRole('button', { name: words.print }).isVisible())
  await page.reload()
  await page.getByText(words.moodsOfMonth(1, 1, 1)).waitFor()
  assert.deepEqual(troubles, [])
  await context.close()

  const own = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
  await own.page.goto(`${here.origin}/patients/${patientId}/over-time`)
  await own.page.getByText(overTimeWords.moodOn(1)).waitFor()
  await accessible(own.page, 'a course over time with a daily mood')
  await shot(own.page, 'own-course-staff')

  // Suicidal behavior without a day stands beside the scores, and says why it is no relapse yet.
  const answers = { 1: 'no', 2: 'no', 6: 'in the past 3 months' }
  const sent = {
    id: randomUUID(),
    instrument: 'c-ssrs-screener',
    answers,
    answeredAt: addMinutes(here.app.clock.now, -5),
  }
  const { status } = await clinic.monitor.post(`/api/patients/${patientId}/responses`, {
    ...sent,
    contextKind: 'between',
  })
  assert.equal(status, 200)
  await own.page.goto(`${here.origin}/patients/${patientId}`)
  await own.page.getByText(outcomeWords.behaviorHelp).waitFor()
  await accessible(own.page, 'a chart with suicidal behavior by C-SSRS')
  await shot(own.page, 'own-course-behavior')
  await own.context.close()
})
