import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { phq9Answers, treated } from '../care/outcomes/test.ts'
import { planned } from '../care/plans/test.ts'
import { system } from '../clinic/accounts/actor.ts'
import { audited } from '../clinic/audit/audited.ts'
import { listMessages } from '../clinic/messages/queries.ts'
import { tellOfAlerts } from '../clinic/safety/sender.ts'
import { reading } from '../database/read.ts'
import { sql } from '../database/sql.ts'
import { addMinutes, Instant } from '../science/time.ts'
import { alertWords } from '../web/words/en/alerts.ts'
import { cohortWords } from '../web/words/en/cohort.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { answerWords, askingWords, outcomeWords } from '../web/words/en/outcomes.ts'
import { overTimeWords } from '../web/words/en/over-time.ts'
import { patientWords } from '../web/words/en/patient.ts'
import { planWords } from '../web/words/en/plans.ts'
import { recordWords } from '../web/words/en/records.ts'
import { registryWords } from '../web/words/en/registry.ts'
import { says as chartSays } from '../web/words/en/says/chart.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { accessible } from './axe.ts'
import { device, shot, type sizes } from './browser.ts'
import { type Served, served } from './served.ts'

// What patients answer and what becomes of it: a phone in bad network at midnight on Sunday, an alert that nobody
// takes, a decision at a review point, everybody in the registry, and how all fared.
let here: Served
let app: Served['app']
let clinic: Awaited<ReturnType<typeof treatedPatient>>
// Sunday, midnight in New York.
const midnight = Instant.parse('2026-11-29T05:00:00.000Z')

before(async () => {
  here = await served()
  ;({ app } = here)
  clinic = await treatedPatient()
})
after(() => here.close())

/** Somebody with three of six sessions behind them, scores before and after, and a clinic that reads on weekdays. */
const treatedPatient = async () => {
  app.clock.now = midnight
  const as = await app.clinicWith()
  const { clinicId } = as
  const { patientId } = await planned(as, app.holding as never, app.clock.now)
  const act = { clinicId, actor: system, action: 'test.measured', at: app.clock.now }
  const cover = {
    who: 'The nurse on duty',
    hours: [{ days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '09:00', until: '17:00' }],
    outOfHours: 'Call 555-0100 and follow the voice.',
  }
  await audited(app.db, act, (tx) =>
    tx.run(sql`update clinic set message_cover = ${cover}, address = ${{ phone: '555-0100' }}`),
  )
  for (const days of [11, 8, 5])
    await treated(app.db, {
      clinicId,
      patientId,
      staffId: as.prescriber.staffId,
      dosedAt: addMinutes(midnight, -days * 1440),
    })
  for (const [days, total] of [
    [12, 20],
    [4, 18],
  ] as const) {
    const answeredAt = addMinutes(midnight, -days * 1440)
    const sent = { id: crypto.randomUUID(), instrument: 'phq-9', answers: phq9Answers(total), answeredAt }
    const { status } = await as.monitor.post(`/api/patients/${patientId}/responses`, {
      ...sent,
      contextKind: 'between',
    })
    assert.equal(status, 200)
  }
  return { ...as, patientId }
}
const signedIn = (staffId: string, size: keyof typeof sizes, dark = false) => here.signedIn(clinic, staffId, size, dark)

test('question 9 at midnight on Sunday, on a phone that loses the network; nobody takes the alert', async () => {
  const asked = await clinic.monitor.post(`/api/patients/${clinic.patientId}/ask`, { asks: 'phq-9', by: 'here' })
  const url = (asked.json as { url: string }).url.replace(app.origin, here.origin)
  const { page, troubles, context } = await device(here.browser, 'phone')
  await page.goto(url)
  // Before anything is typed: nobody reads now, what to do until then, and whom to call.
  await page.getByText(answerWords.notReadNow).waitFor()
  await page.getByText(answerWords.outOfHours('Call 555-0100 and follow the voice.')).waitFor()
  for (const way of [patientWords.call988, patientWords.text988, patientWords.call911])
    assert.ok(await page.getByRole('link', { name: way }).isVisible())
  await page.getByText(askingWords.open).click()
  await page.getByLabel(askingWords.hour).selectOption({ label: '6:00 PM' })
  await page.getByRole('button', { name: askingWords.save, exact: true }).click()
  await page.getByText(askingWords.saved).waitFor()
  await accessible(page, 'when somebody is asked')
  await shot(page, 'measured-when')
  await page.getByRole('button', { name: patientWords.start }).click()
  await page.getByRole('button', { name: 'Several days' }).click()
  await page.getByText(patientWords.question(2, 10)).waitFor()
  await context.setOffline(true)
  for (let question = 2; question <= 8; question += 1) {
    await page.getByText(patientWords.question(question, 10)).waitFor()
    await page.getByRole('button', { name: 'Several days' }).click()
  }
  await page.getByText(patientWords.question(9, 10)).waitFor()
  await page.getByRole('button', { name: 'Nearly every day' }).click()
  await page.getByRole('heading', { name: patientWords.urgentTitle }).waitFor()
  // Help is there at once, and the clinic is not: the page says so, and who reads it once it is sent.
  await page.getByText(patientWords.urgentUnknown).waitFor()
  await page.getByText(patientWords.urgentNotSent).waitFor()
  await page.getByText(answerWords.whoReads('The nurse on duty')).waitFor()
  await shot(page, 'measured-not-told-yet')
  await page.getByRole('button', { name: patientWords.goOn }).click()
  await page.getByRole('button', { name: patientWords.skip }).click()
  await page.getByRole('heading', { name: patientWords.reviewTitle }).waitFor()
  await page.getByRole('button', { name: patientWords.send }).click()
  await page.getByText(patientWords.keptNotSent).waitFor()
  await accessible(page, 'answers that wait for the network')
  await shot(page, 'measured-waiting')
  await context.setOffline(false)
  await page.getByRole('heading', { name: patientWords.sent }).waitFor()
  await page.getByText(answerWords.arrivedNotRead).waitFor()
  await shot(page, 'measured-sent')
  assert.deepEqual(troubles, [])
  await context.close()

  const parts = { db: app.db, secrets: app.secrets, origin: here.origin, clock: () => app.clock.now }
  const mails = async () => {
    await tellOfAlerts(parts, clinic.clinicId)
    const sent = await reading(app.db, { clinicId: clinic.clinicId }, (q) => listMessages(q))
    return sent.filter(({ subject }) => subject.includes('something needs you')).map(({ name }) => name)
  }
  const { staffId } = clinic.prescriber
  assert.ok(
    (await mails()).every((name) => name === 'Petra Prescriber'),
    'first the prescribers',
  )
  app.clock.now = addMinutes(app.clock.now, 16)
  assert.ok((await mails()).includes('Milo Monitor'), 'then everybody who may act')
  const own = await signedIn(staffId, 'tablet')
  await own.page.goto(`${here.origin}/alerts`)
  await own.page.getByText(alertWords.withWhom(alertWords.everyone)).first().waitFor()
  await own.page.getByText('No one acknowledged it in time').first().waitFor()
  await accessible(own.page, 'an alert that nobody took')
  await shot(own.page, 'measured-escalated')
  assert.deepEqual(own.troubles, [])
  await own.context.close()
})

test('a prescriber decides at a review point, with the course beside it, and the reason stays', async () => {
  const own = await signedIn(clinic.prescriber.staffId, 'desktop')
  await own.page.goto(`${here.origin}/patients/${clinic.patientId}/record`)
  await own.page.getByRole('button', { name: recordWords.add.admission }).click()
  await own.page.getByLabel(recordWords.admittedOn).fill('2026-11-26')
  await own.page.getByLabel(recordWords.stays['still there'], { exact: true }).check()
  await own.page.getByLabel(recordWords.hospital, { exact: true }).fill('Example Hospital')
  await own.page.getByLabel(recordWords.admissionFroms.family, { exact: true }).check()
  await accessible(own.page, 'an admission')
  await shot(own.page, 'measured-admission')
  await own.page.getByRole('button', { name: recordWords.save, exact: true }).click()
  await own.page.getByRole('dialog').waitFor({ state: 'hidden' })
  await own.page.goto(`${here.origin}/patients/${clinic.patientId}`)
  await own.page
    .getByText(/Psychiatric admission, .*Nov 26/)
    .first()
    .waitFor()
  await shot(own.page, 'measured-admission-chart')
  // What waits for a decision stands where a prescriber begins.
  await own.page.goto(here.origin)
  await own.page.getByText(planWords.reviewDue['after session'](3)).waitFor()
  await accessible(own.page, 'a decision that is due')
  await shot(own.page, 'measured-decision-due')
  await own.page.getByRole('heading', { name: planWords.waiting.title }).locator('..').getByRole('link').click()
  await own.page.getByText(planWords.reviewDue['after session'](3)).waitFor()
  await own.page.getByText(planWords.ground.scores).first().waitFor()
  await own.page.getByText(planWords.ground.known).first().waitFor()
  await own.page
    .getByText(/Psychiatric admission, .*Nov 26/)
    .first()
    .waitFor()
  await accessible(own.page, 'a review point')
  await shot(own.page, 'measured-decision')
  await own.page.getByLabel(planWords.decisions['change dose or interval']).check()
  await own.page.getByLabel(planWords.reason).fill('Two points lower after three; sleep is the goal. CBT-I beside it.')
  await own.page.getByRole('button', { name: planWords.recordReview }).click()
  await own.page.getByRole('heading', { name: planWords.reviewed }).waitFor()
  await own.page.getByRole('cell', { name: 'CBT-I beside it', exact: false }).waitFor()
  assert.equal(await own.page.getByText(planWords.reviewDue['after session'](3)).count(), 0)
  // Decided is not changed: the plan is as it was signed until somebody signs it.
  await own.page.getByText(/Decided .*: change dose or interval\. No version has been signed since/).waitFor()
  assert.equal(await own.page.getByRole('link', { name: controlWords.goOn(sessionWords.book.title) }).count(), 0)
  await accessible(own.page, 'a change that was decided and is not signed')
  await shot(own.page, 'measured-change-awaited')
  await own.page.goto(`${here.origin}/patients/${clinic.patientId}`)
  await own.page.getByText(chartSays.changeAwaited).waitFor()
  assert.deepEqual(own.troubles, [])
  await own.context.close()
})

test('the registry is sorted, kept as a view and acted on with one tap; outcomes show who was not measured', async () => {
  const own = await signedIn(clinic.prescriber.staffId, 'desktop')
  const { page } = own
  await page.goto(`${here.origin}/registry`)
  await page.getByRole('heading', { level: 1, name: registryWords.title }).waitFor()
  await page.getByLabel(registryWords.order).selectOption({ label: registryWords.orders.alert })
  await page.getByLabel(new RegExp(`^${registryWords.reasons.alert} \\d`)).check()
  await page
    .getByText(/alerts? open|open alerts?/i)
    .first()
    .waitFor()
  await page.getByRole('button', { name: registryWords.keepView }).click()
  await page.getByLabel(registryWords.viewName).fill('Alerts first')
  await page.getByRole('button', { name: registryWords.save, exact: true }).click()
  await page.getByLabel(registryWords.everybody, { exact: true }).check()
  await page.getByRole('button', { name: 'Alerts first', exact: true }).click()
  await page.waitForURL(/only=alert/)
  await accessible(page, 'the registry')
  await shot(page, 'measured-registry')
  await page
    .getByRole('link', { name: new RegExp(`^${registryWords.openAlerts}`) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: alertWords.title }).waitFor()

  await page.goto(`${here.origin}/clinic-outcomes`)
  await page.getByRole('heading', { level: 1, name: cohortWords.title }).waitFor()
  await page.getByText(cohortWords.standings['not yet']).first().waitFor()
  await page.getByText(cohortWords.hiddenShort).first().waitFor()
  await accessible(page, 'clinic outcomes')
  await shot(page, 'measured-outcomes')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: cohortWords.download }).click(),
  ])
  assert.match(file.suggestedFilename(), /\.csv$/)
  assert.deepEqual(own.troubles, [])
  await own.context.close()
})

/** How one patient is asked, and how often the clinic asks. */
const dialogs = async (page: Page, name: string) => {
  await page
    .getByRole('button', { name: new RegExp(`^${outcomeWords.how}`) })
    .first()
    .click()
  await page.getByLabel(outcomeWords.hourOfDay).waitFor()
  await accessible(page, `how somebody is asked, ${name}`)
  await shot(page, `measured-how-${name}`)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: outcomeWords.rhythmChange }).click()
  await page.getByLabel(outcomeWords.whyDays).waitFor()
  await accessible(page, `other days, ${name}`)
  await shot(page, `measured-days-${name}`)
  await page.keyboard.press('Escape')
}

test('what went home is written down; an early refill stands beside the intervals, and esketamine is refused', async () => {
  const own = await signedIn(clinic.monitor.staffId, 'desktop')
  const { page } = own
  await page.goto(`${here.origin}/patients/${clinic.patientId}/over-time`)
  await page.getByText(overTimeWords.noSupply).waitFor()
  await page.getByRole('link', { name: overTimeWords.toSupplies }).click()
  const supplied = async (day: string, drug: 'ketamine' | 'esketamine', coversDays: string) => {
    await page.getByRole('button', { name: recordWords.add.supply }).click()
    await page.getByLabel(recordWords.supplyDrugs[drug], { exact: true }).check()
    await page.getByLabel(recordWords.dispensedOn).fill(day)
    await page.getByLabel(recordWords.units).fill('12')
    await page.getByLabel(recordWords.mgPerUnit).fill('100')
    await page.getByLabel(recordWords.coversDays).fill(coversDays)
    await page.getByLabel(recordWords.dispensers.pharmacy, { exact: true }).check()
    await page.getByLabel(recordWords.whichPharmacy).fill('Corner Pharmacy')
    await page.getByLabel(recordWords.knownFroms.pdmp, { exact: true }).check()
    await page.getByRole('button', { name: recordWords.save, exact: true }).click()
  }
  await supplied('2026-10-20', 'esketamine', '28')
  await page
    .getByText(/Esketamine is never dispensed for home use/)
    .first()
    .waitFor()
  await accessible(page, 'a take-home supply refused')
  await shot(page, 'measured-supply-refused')
  await page.getByLabel(recordWords.supplyDrugs.ketamine, { exact: true }).check()
  await page.getByRole('button', { name: recordWords.save, exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await supplied('2026-11-09', 'ketamine', '28')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: recordWords.add.loss }).click()
  await page.getByLabel(recordWords.losses.lost, { exact: true }).check()
  await page.getByLabel(recordWords.units).fill('3')
  await page.getByLabel(recordWords.knownFroms.patient, { exact: true }).check()
  await page.getByRole('button', { name: recordWords.save, exact: true }).click()
  await page.getByText(recordWords.lossLine('Lost', 3)).first().waitFor()
  await accessible(page, 'what went home, in the record')
  await shot(page, 'measured-supply-record')
  await page.goto(`${here.origin}/patients/${clinic.patientId}/over-time`)
  await page.getByText(/Early refill: 8 days before the supply of .* ends/).waitFor()
  await page.getByText(overTimeWords.withPatient).waitFor()
  await page.getByText(overTimeWords.dispensed(2, 2400, 0)).waitFor()
  await accessible(page, 'an early refill')
  await shot(page, 'measured-supply-over-time')
  assert.deepEqual(own.troubles, [])
  await own.context.close()
})

test('a prescriber chooses how outcomes are defined here, and every page that reads them says so', async () => {
  const own = await signedIn(clinic.prescriber.staffId, 'desktop')
  const { page } = own
  const { define } = outcomeWords
  await page.goto(`${here.origin}/settings`)
  await page.getByRole('link', { name: define.title }).click()
  await page.getByRole('heading', { level: 1, name: define.title }).waitFor()
  assert.equal(await page.getByText(define.nobody).count(), 2)
  await page.getByRole('button', { name: define.chooseLabel(define.what['phq-9-relapse']) }).click()
  await page.getByRole('button', { name: outcomeWords.sign, exact: true }).click()
  await page.getByText('Choose one of these.').first().waitFor()
  await page.getByLabel(/^PHQ9-R1n/).check()
  await page.getByLabel(define.why).fill('As the health service counts a reliable change.')
  await page.getByLabel(outcomeWords.signName).fill('Petra Prescriber')
  await accessible(page, 'choosing a definition')
  await shot(page, 'measured-definition-chosen')
  await page.getByRole('button', { name: outcomeWords.sign, exact: true }).click()
  await page.getByText(/^PHQ9-R1n. Signed by Petra Prescriber/).waitFor()
  assert.equal(await page.getByText(define.nobody).count(), 1)
  await accessible(page, 'outcome definitions')
  await shot(page, 'measured-definitions')
  for (const path of [`/patients/${clinic.patientId}`, '/registry']) {
    await page.goto(here.origin + path)
    await page
      .getByText(/PHQ9-R1n, chosen by Petra Prescriber on/)
      .first()
      .waitFor()
    await accessible(page, `${path} with a definition of the clinic's own`)
    await shot(page, `measured-defined-${path === '/registry' ? 'registry' : 'chart'}`)
  }
  assert.deepEqual(own.troubles, [])
  await own.context.close()
})

test('registry, outcomes, follow-up and questionnaires read on a phone, on a tablet and in the dark', async () => {
  for (const [size, dark] of [
    ['phone', false],
    ['tablet', true],
  ] as const) {
    const both = await clinic.another(['prescriber', 'owner'], 'Ora Owner')
    const own = await signedIn(both.staffId, size, dark)
    for (const [path, title] of [
      ['/registry', registryWords.title],
      ['/clinic-outcomes', cohortWords.title],
      ['/follow-up', outcomeWords.followUp],
      ['/settings/questionnaires', undefined],
      ['/settings/outcomes', outcomeWords.define.title],
      [`/patients/${clinic.patientId}/over-time`, undefined],
      [`/patients/${clinic.patientId}/record`, undefined],
      [`/patients/${clinic.patientId}`, undefined],
    ] as const) {
      await own.page.goto(here.origin + path)
      await own.page.getByRole('heading', { level: 1, ...(title ? { name: title } : {}) }).waitFor()
      const last = path === `/patients/${clinic.patientId}` ? 'chart' : path.split('/').at(-1)
      const name = `${last}-${size}${dark ? '-dark' : ''}`
      await accessible(own.page, name)
      await shot(own.page, `measured-${name}`)
      if (path === '/follow-up') await dialogs(own.page, name)
      const wide = await own.page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      )
      assert.equal(wide, false, `${path} scrolls sideways on a ${size}`)
    }
    assert.deepEqual(own.troubles, [])
    await own.context.close()
  }
})
