import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { checked, dosed, recovered } from '../care/sessions/test.ts'
import { addMinutes } from '../science/time.ts'
import { givingWords as words } from '../web/words/en/giving.ts'
import { registryWords } from '../web/words/en/registry.ts'
import { says } from '../web/words/en/says/sessions.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { accessible } from './axe.ts'
import { shot } from './browser.ts'
import { type Served, served } from './served.ts'

// Two hold tablets, one of them without a network: what the clinic cannot take from it any more is not lost in silence.
let here: Served
before(async () => {
  here = await served()
})
after(() => here.close())

test('a pause entered without network after somebody else’s stop stays on the tablet with its words and the reason', async () => {
  const { app } = here
  const clinic = await app.clinicWith()
  const session = await checked(app, clinic, {}, { route: 'iv' })
  await session.clear()
  await session.event('line placed', { site: 'forearm', side: 'left', gauge: 22 })
  await session.later(1)
  assert.equal((await session.dose()).status, 200)
  await session.later(10)
  const { page, context } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await button(words.pause).waitFor()
  await context.setOffline(true)
  const doseId = (await session.read()).events.find(({ kind }) => kind === 'dose')?.id
  const stop = { doseId, what: 'stopped', reason: 'Chest tightness.' }
  const happenedAt = addMinutes(app.clock.now, -5)
  assert.equal((await session.event('infusion changed', stop, { happenedAt })).status, 200)
  await button(words.pause).click()
  await page.getByLabel(words.why, { exact: false }).first().fill('The arm hurts.')
  await button(words.save.paused).click()
  await page.getByText(sessionWords.saved.here(1)).waitFor()
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await context.setOffline(false)
  await page.getByText(sessionWords.saved.refused(1)).waitFor()
  await page.getByText(says.afterPumpStop).waitFor()
  await page.waitForFunction(() => window.scrollY === 0)
  await page
    .getByText(/paused\. The arm hurts\./i)
    .first()
    .waitFor()
  assert.equal(await page.getByText(sessionWords.saved.atClinic, { exact: true }).count(), 0)
  await accessible(page, 'an entry that was not taken')
  await shot(page, 'not-taken')
  // It is there after the page was opened anew, until somebody removes it.
  await page.reload()
  await page
    .getByText(/paused\. The arm hurts\./i)
    .first()
    .waitFor()
  await button(sessionWords.saved.drop).click()
  await page.getByText(says.afterPumpStop).waitFor({ state: 'detached' })
  await context.close()

  // The therapist of the team is in no room, and reads from the chart what happened there.
  const { patientId } = session
  const team = { id: randomUUID(), staffId: clinic.therapist.staffId }
  assert.equal((await clinic.frontDesk.post(`/api/patients/${patientId}/team`, team)).status, 200)
  const therapist = await here.signedIn(clinic, clinic.therapist.staffId, 'tablet')
  await therapist.page.goto(`${here.origin}/patients/${patientId}`)
  await therapist.page.locator(`a[href$="/sessions/${session.id}/note"]`).click()
  await therapist.page.getByRole('heading', { name: sessionWords.note }).waitFor()
  await therapist.page.getByText(/Infusion stopped\. Chest tightness\./).waitFor()
  await therapist.page.goto(here.origin)
  await therapist.page.getByRole('heading', { level: 1, name: registryWords.title }).waitFor()
  assert.deepEqual(therapist.troubles, [])
  await therapist.context.close()
})

test('a pressure that the patient declines is one tap, stays due, and gives way to the pressure that came after all', async () => {
  const { app } = here
  const clinic = await app.clinicWith()
  const session = await dosed(app, clinic)
  await session.later(10)
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  await page.goto(`${here.origin}/sessions/${session.id}`)
  const { notTaken, readings, save } = sessionWords.vitals
  const because = 'not taken: patient declined'
  await page.getByText(notTaken.title, { exact: true }).click()
  const tap = (value: keyof typeof notTaken.values, why: keyof typeof notTaken.why) =>
    page
      .getByRole('group', { name: notTaken.values[value], exact: true })
      .getByRole('radio', { name: notTaken.why[why], exact: true })
      .click()
  await tap('bloodPressure', 'patient declined')
  await tap('heartRate', 'equipment failed')
  assert.equal(await page.getByText(because, { exact: true }).count(), 2, 'under both numbers')
  // It was got after all: the number is what counts, and its reason goes.
  await page.getByLabel(readings.heartRate).fill('74')
  await page.getByText(notTaken.these([notTaken.values.bloodPressure])).waitFor()
  await tap('spo2', 'other')
  await page.getByRole('button', { name: save, exact: true }).click()
  await page.getByText(says.whyNotTaken).waitFor()
  await page.getByLabel(notTaken.words(notTaken.values.spo2)).fill('Nail polish')
  await accessible(page, 'values that were not taken')
  await shot(page, 'value-not-taken')
  await page.getByRole('button', { name: save, exact: true }).click()
  await page.getByText(`BP ${because}, HR 74 /min, SpO2 not taken: Nail polish`).first().waitFor()
  await page.locator('.next-due', { hasText: 'Blood pressure' }).waitFor()
  await page
    .locator('.quick-more', { hasText: new RegExp(`^124 at .*; ${because}$`) })
    .first()
    .waitFor()
  // The screen shows what was saved before the clinic has it.
  await page.getByText(sessionWords.saved.atClinic, { exact: true }).waitFor()
  const stored = (await session.read()).events.findLast(({ kind }) => kind === 'vitals')
  assert.deepEqual(stored?.data, {
    heartRate: 74,
    notTaken: { bloodPressure: { why: 'patient declined' }, spo2: { why: 'other', words: 'Nail polish' } },
  })

  // A correction with the pressure takes the reason away, and leaves the other.
  await page.getByRole('button', { name: new RegExp(`^${sessionWords.log.correct}: BP ${because}`) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(notTaken.these([notTaken.values.bloodPressure, notTaken.values.spo2])).waitFor()
  await dialog.getByLabel(sessionWords.log.reason, { exact: true }).fill('She agreed.')
  await dialog.getByLabel(readings.systolic).fill('124')
  await dialog.getByLabel(readings.diastolic).fill('78')
  await dialog.getByRole('button', { name: sessionWords.log.save }).click()
  await page.getByText('BP 124/78 mmHg, HR 74 /min, SpO2 not taken: Nail polish').first().waitFor()
  await page.getByText(sessionWords.saved.atClinic, { exact: true }).waitFor()
  const { json } = await clinic.monitor.get(`/api/patients/${session.patientId}/sessions/${session.id}/note`)
  assert.match(JSON.stringify(json), /"124\/78","74","not taken: Nail polish","–"/)
  assert.deepEqual(troubles, [])
  await context.close()
})

test('what the clinic has taken stays on the screen while the session is read anew, however long that takes', async () => {
  const { app } = here
  const session = await dosed(app)
  const { clinic } = session
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const { readings, save } = sessionWords.vitals
  const line = page.getByText('HR 77 /min')
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await page.getByLabel(readings.heartRate).fill('77')
  let letGo: () => void = () => undefined
  const asked = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(`**/api/sessions/${session.id}`, async (route) => {
    await asked
    await route.continue().catch(() => undefined)
  })
  await page.getByRole('button', { name: save, exact: true }).click()
  await line.first().waitFor()
  await page.getByText(sessionWords.saved.atClinic, { exact: true }).waitFor()
  const shown = await line.count()
  assert.ok(shown > 0, 'it is at the clinic and on no screen')
  letGo()
  await page.waitForResponse(`**/api/sessions/${session.id}`)
  assert.equal(await line.count(), shown)
  assert.deepEqual(troubles, [])
  await context.close()
})

test('a decision waits for no answer that never comes', async () => {
  const { app } = here
  const clinic = await app.clinicWith()
  const session = await recovered(app, clinic)
  const { page, context } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  await page.goto(`${here.origin}/sessions/${session.id}`)
  const { release } = sessionWords
  await page.getByLabel(release.to).fill('Sam Sample')
  // A connection that died without a word: neither an answer nor an error.
  await page.route(/\/events$/, () => undefined)
  const asked = page.getByRole('group', { name: release.questions.instructionsGiven })
  await asked.getByRole('radio', { name: release.instructionOptions.printed }).click()
  await page.getByRole('button', { name: release.release('Sam Sample'), exact: true }).click()
  await page.getByText(sessionWords.phases.released, { exact: true }).first().waitFor({ timeout: 30_000 })
  await context.close()
})

test('a release pressed right after the last tap waits until the clinic has that tap', async () => {
  const { app } = here
  const clinic = await app.clinicWith()
  const session = await recovered(app, clinic)
  assert.equal((await session.facts({ instructionsGiven: null })).status, 200)
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  await page.goto(`${here.origin}/sessions/${session.id}`)
  const { release } = sessionWords
  await page.getByLabel(release.to).fill('Sam Sample')
  const sent: string[] = []
  await page.route(/\/(events|release)$/, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    if (route.request().url().endsWith('/events')) await new Promise((soon) => setTimeout(soon, 1500))
    sent.push(route.request().url().split('/').at(-1) ?? '')
    await route.continue()
  })
  const asked = page.getByRole('group', { name: release.questions.instructionsGiven })
  await asked.getByRole('radio', { name: release.instructionOptions.printed }).click()
  await page.getByRole('button', { name: release.release('Sam Sample'), exact: true }).click()
  await page.getByText(sessionWords.phases.released, { exact: true }).first().waitFor()
  assert.deepEqual(sent, ['events', 'release'])
  assert.deepEqual(troubles, [])
  await context.close()
})
