import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { askedToSign } from '../care/consent/test.ts'
import { askedIntake } from '../care/intake/test.ts'
import { determined } from '../care/plans/test.ts'
import { arrivedAndAsked, booked, checked, dosed } from '../care/sessions/test.ts'
import { consentSignWords as reading } from '../web/words/en/consent.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { givingWords } from '../web/words/en/giving.ts'
import { intakeWords as intake } from '../web/words/en/intake.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { shellWords } from '../web/words/en/shell.ts'
import { accessible } from './axe.ts'
import { device, shot } from './browser.ts'
import { type Served, served } from './served.ts'

// What was typed half of a correction, of a booking and of its change is there again after the page was loaded anew, says
// that it was typed before, can be started over, and stands nowhere but where it was typed.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let session: Awaited<ReturnType<typeof dosed>>
let other: Awaited<ReturnType<typeof booked>>

before(async () => {
  here = await served()
  session = await dosed(here.app)
  ;({ clinic } = session)
  for (const words of ['Awake.', 'Calm.']) assert.equal((await session.event('remark', { words })).status, 200)
  other = await booked(here.app, clinic)
})
after(() => here.close())

const { log, book, day, remark, when, clear } = sessionWords

test('a correction half typed is there again, on its own entry only', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const kept = page.getByText(controlWords.draftKept)
  const said = page.getByRole('dialog').getByLabel(sessionWords.remark.words)
  const open = (words: string) => page.getByRole('button', { name: new RegExp(`^${log.correct}: .*${words}`) }).click()
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await open('Awake')
  await said.fill('Awake, talking.')
  await page.getByLabel(log.reason).fill('Half a sentence.')
  await page.reload()
  await open('Awake')
  await kept.waitFor()
  assert.deepEqual(
    [await said.inputValue(), await page.getByLabel(log.reason).inputValue()],
    ['Awake, talking.', 'Half a sentence.'],
  )
  await page.keyboard.press('Escape')
  await open('Calm')
  assert.deepEqual([await said.inputValue(), await kept.count()], ['Calm.', 0])
  await page.keyboard.press('Escape')
  await open('Awake')
  await page.getByRole('button', { name: log.save }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByText('Awake, talking.').first().waitFor()
  assert.deepEqual(troubles, [])
  await context.close()
})

test('a booking half typed is there again, and not for another patient', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.frontDesk.staffId, 'desktop')
  const path = (patientId: string) => `${here.origin}/sessions/book?patient=${patientId}`
  const time = page.getByLabel(book.time, { exact: true })
  const kept = page.getByText(controlWords.draftKept)
  await page.goto(path(session.patientId))
  await time.fill('14:30')
  await page.getByLabel(book.responsible).selectOption(clinic.monitor.staffId)
  await page.reload()
  await kept.waitFor()
  assert.deepEqual(
    [await time.inputValue(), await page.getByLabel(book.responsible).inputValue()],
    ['14:30', clinic.monitor.staffId],
  )
  await page.goto(path(other.patientId))
  await page.getByText(book.chosen).waitFor()
  assert.deepEqual([await time.inputValue(), await kept.count()], ['', 0])
  await page.goto(path(session.patientId))
  await page.getByRole('button', { name: controlWords.discardDraft }).click()
  assert.deepEqual([await time.inputValue(), await kept.count()], ['', 0])
  assert.deepEqual(troubles, [])
  await context.close()
})

test('a change of a booking half typed is there again, and says where it was when somebody began', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.frontDesk.staffId, 'desktop')
  const open = () =>
    page
      .getByRole('button', { name: /^Change the booking of/ })
      .last()
      .click()
  await page.goto(here.origin)
  await open()
  await page.getByText(day.cancel, { exact: true }).click()
  await page.getByLabel(day.reason).fill('Called: a cold.')
  await page.reload()
  await open()
  await page.getByText(controlWords.draftKept).waitFor()
  assert.equal(await page.getByLabel(day.reason).inputValue(), 'Called: a cold.')
  assert.deepEqual(troubles, [])
  await context.close()
})

test('whoever signs a colleague out of a locked device is told that something typed is lost with it, and not what', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const notYou = page.getByRole('button', { name: shellWords.notYou('Milo Monitor') })
  const lock = async () => {
    await page.locator('.user-menu summary').click()
    await page.getByRole('button', { name: shellWords.lock }).click()
    await notYou.click()
  }
  await page.goto(`${here.origin}/sessions/book?patient=${other.patientId}`)
  await page.getByLabel(book.time, { exact: true }).fill('14:30')
  await lock()
  await page.getByText(shellWords.losesTyped('Milo Monitor', 1)).waitFor()
  await accessible(page, 'the lock with something typed behind it')
  await shot(page, 'lock-typed')
  await page.getByRole('button', { name: shellWords.staysLocked }).click()
  await notYou.click()
  await page.getByRole('button', { name: shellWords.signOutAndLose }).click()
  await page.getByRole('heading', { name: shellWords.signIn }).first().waitFor()
  await context.addCookies([await here.cookieOf(clinic, clinic.monitor.staffId)])
  await page.goto(`${here.origin}/sessions/book?patient=${other.patientId}`)
  assert.equal(await page.getByLabel(book.time, { exact: true }).inputValue(), '')
  // With nothing typed the colleague has the device at once.
  await lock()
  await page.getByRole('heading', { name: shellWords.signIn }).first().waitFor()
  assert.deepEqual(troubles, [])
  await context.close()
})

test('a remark half typed is there again with the time that was said, and a reason not to clear', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = page.getByRole('dialog')
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await button(remark.add).click()
  await dialog.getByLabel(remark.words).fill('Said the light was')
  await dialog.getByLabel(when.earlier).check()
  await dialog.getByLabel(when.time).fill('00:01')
  await page.reload()
  await button(remark.add).click()
  assert.deepEqual(
    [await dialog.getByLabel(remark.words).inputValue(), await dialog.getByLabel(when.time).inputValue()],
    ['Said the light was', '00:01'],
  )
  await dialog.getByRole('button', { name: remark.save }).click()
  await dialog.waitFor({ state: 'hidden' })
  await button(remark.add).click()
  assert.deepEqual(
    [await dialog.getByLabel(remark.words).inputValue(), await dialog.getByLabel(when.time).count()],
    ['', 0],
  )
  assert.deepEqual(troubles, [])
  await context.close()

  const waiting = await checked(here.app, clinic)
  const prescriber = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
  const reason = prescriber.page.getByRole('dialog').getByLabel(clear.notClearReason)
  const open = () => prescriber.page.getByRole('button', { name: clear.notClear, exact: true }).click()
  await prescriber.page.goto(`${here.origin}/sessions/${waiting.id}`)
  await open()
  await reason.fill('Too tired today, and')
  await prescriber.page.reload()
  await open()
  assert.equal(await reason.inputValue(), 'Too tired today, and')
  await prescriber.context.close()
})

test('a dose half typed is there again, says so, and what is typed into a further one begins empty', async () => {
  const waiting = await checked(here.app, clinic)
  assert.equal((await waiting.clear()).status, 200)
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const mg = page.getByLabel(givingWords.mg, { exact: true })
  const lot = page.getByRole('textbox', { name: givingWords.lot })
  const kept = page.getByText(controlWords.draftKept)
  await page.goto(`${here.origin}/sessions/${waiting.id}`)
  await mg.fill('20')
  await lot.fill('K-7')
  await page.reload()
  await kept.waitFor()
  await shot(page, 'dose-again')
  assert.deepEqual([await mg.inputValue(), await lot.inputValue()], ['20', 'K-7'])
  await page.getByRole('button', { name: controlWords.discardDraft }).click()
  assert.deepEqual([await mg.inputValue(), await lot.inputValue(), await kept.count()], ['', '', 0])
  await page.reload()
  await mg.waitFor()
  assert.deepEqual([await mg.inputValue(), await kept.count()], ['', 0])
  assert.deepEqual(troubles, [])
  await context.close()
})

test('a device refused for want of an answer keeps what was typed of it', async () => {
  const spray = await booked(here.app, clinic, {}, { route: 'esketamine' })
  await arrivedAndAsked(here.app, spray)
  assert.equal((await spray.clear()).status, 200)
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const lot = page.getByRole('textbox', { name: givingWords.lot })
  await page.goto(`${here.origin}/sessions/${spray.id}`)
  await lot.fill('S-1')
  await page.getByRole('button', { name: givingWords.deviceGiven(1) }).click()
  await page.getByRole('alert').first().waitFor()
  assert.equal(await lot.inputValue(), 'S-1')
  assert.deepEqual(troubles, [])
  await context.close()
})

test('who takes over and how a session ends, what a pump is set to and what is decided about a device: half typed, all are there again', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const kept = page.getByText(controlWords.draftKept)
  const dialog = page.getByRole('dialog')
  const { handOver, stop } = sessionWords
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await button(handOver.add).click()
  await dialog.getByLabel(handOver.to, { exact: true }).selectOption(clinic.prescriber.staffId)
  await page.reload()
  await button(handOver.add).click()
  await kept.waitFor()
  assert.equal(await dialog.getByLabel(handOver.to, { exact: true }).inputValue(), clinic.prescriber.staffId)
  await page.keyboard.press('Escape')
  await button(stop.add).click()
  await dialog.getByLabel(stop.ways['left against advice']).check()
  await dialog.getByLabel(stop.reason, { exact: true }).fill('Would not')
  await page.reload()
  await button(stop.add).click()
  assert.deepEqual(
    [
      await dialog.getByLabel(stop.ways['left against advice']).isChecked(),
      await dialog.getByLabel(stop.reason, { exact: true }).inputValue(),
    ],
    [true, 'Would not'],
  )

  const iv = await checked(here.app, clinic, {}, { route: 'iv' })
  assert.equal((await iv.clear()).status, 200)
  assert.equal((await iv.event('line placed', { site: 'hand', side: 'left', gauge: 22 })).status, 200)
  assert.equal((await iv.dose()).status, 200)
  const rate = page.getByLabel(givingWords.newRate)
  const openRate = () => button(givingWords.changeRate).click()
  await page.goto(`${here.origin}/sessions/${iv.id}`)
  await openRate()
  await rate.fill('60')
  await page.reload()
  await openRate()
  await kept.waitFor()
  assert.equal(await rate.inputValue(), '60')
  await button(givingWords.keep).click()
  await openRate()
  assert.deepEqual([await rate.inputValue(), await kept.count()], ['', 0], 'left as it was')
  assert.deepEqual(troubles, [])
  await context.close()

  const spray = await booked(here.app, clinic, {}, { route: 'esketamine' })
  await arrivedAndAsked(here.app, spray)
  assert.equal((await spray.clear()).status, 200)
  assert.equal((await spray.dose({ gave: 'part' })).status, 200)
  const prescriber = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
  const decided = prescriber.page.getByLabel(givingWords.decide)
  await prescriber.page.goto(`${here.origin}/sessions/${spray.id}`)
  await decided.fill('None in its')
  await prescriber.page.reload()
  await decided.waitFor()
  assert.equal(await decided.inputValue(), 'None in its')
  assert.deepEqual(prescriber.troubles, [])
  await prescriber.context.close()
})

test('after a set that was said to be of an earlier time, the next one is of now', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const { readings, save, more } = sessionWords.vitals
  const pad = page.locator('.vitals-pad')
  const taken = async (heartRate: string) => {
    await pad.getByLabel(readings.heartRate).fill(heartRate)
    await pad.getByRole('button', { name: save }).click()
    await page.waitForFunction((name) => {
      const label = [...document.querySelectorAll('.vitals-pad label')].find((one) => one.textContent?.includes(name))
      return (label?.parentElement?.querySelector('input') as HTMLInputElement | null)?.value === ''
    }, readings.heartRate)
  }
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await pad.getByText(more, { exact: true }).click()
  await pad.getByLabel(when.earlier).check()
  await pad.getByLabel(when.time).fill('00:01')
  await taken('81')
  await taken('82')
  const { events } = (await session.read()) as unknown as {
    events: { data: { heartRate?: number }; happenedAt: string }[]
  }
  const at = (rate: number) => events.find(({ data }) => data.heartRate === rate)?.happenedAt ?? ''
  assert.ok(at(81) < at(82), `${at(81)} then ${at(82)}`)
  assert.ok(Date.parse(here.app.clock.now) - Date.parse(at(82)) < 10 * 60_000, at(82))
  assert.deepEqual(troubles, [])
  await context.close()
})

test('a weight and a height half typed before the visit are there again on the phone, each with its unit', async () => {
  const { patientId } = await determined(clinic, here.app.clock.now)
  const { url } = await askedIntake(clinic.monitor, here.app.holding as never, patientId)
  const { page, context, troubles } = await device(here.browser, 'phone')
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
  const opened = async (start: string) => {
    await button(start).click()
    await button(new RegExp(intake.parts.body)).click()
    await page.getByRole('heading', { name: intake.questions.weight }).waitFor()
  }
  await page.goto(url.replace(here.app.origin, here.origin))
  await opened(intake.start)
  await page.getByLabel(intake.units.lb ?? '').check()
  await page.getByLabel(intake.amount, { exact: true }).fill('17')
  await page.reload()
  await opened(intake.start)
  assert.deepEqual(
    [
      await page.getByLabel(intake.units.lb ?? '').isChecked(),
      await page.getByLabel(intake.amount, { exact: true }).inputValue(),
    ],
    [true, '17'],
  )
  await page.getByLabel(intake.amount, { exact: true }).fill('172')
  await button(intake.save).click()
  await page.getByRole('heading', { name: intake.questions.height }).waitFor()
  await page.getByLabel(intake.units.in ?? '').check()
  await page.getByLabel(intake.feet, { exact: true }).fill('5')
  await button(intake.back).click()
  await button(intake.leaveOpen).or(button(intake.next)).first().click()
  await page.getByRole('heading', { name: intake.questions.height }).waitFor()
  assert.equal(await page.getByLabel(intake.feet, { exact: true }).inputValue(), '5')
  assert.deepEqual(troubles, [])
  await context.close()
})

test('what a patient writes on a consent is there again on their phone: a question about one part, and why they say no', async () => {
  const { patientId } = await determined(clinic, here.app.clock.now)
  const { url } = await askedToSign(clinic.monitor, patientId)
  const { page, context, troubles } = await device(here.browser, 'phone')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const question = page.getByLabel(reading.yourQuestion)
  await page.goto(url.replace(here.app.origin, here.origin))
  await button(reading.start).click()
  await button(reading.ask).click()
  await question.fill('What if I')
  await page.getByText(reading.stop, { exact: true }).click()
  await button(reading.refuse.start).click()
  await page.getByLabel(reading.refuse.reason).fill('My sister')
  await page.reload()
  await button(reading.goOn).click()
  await shot(page, 'consent-question-again')
  assert.equal(await question.inputValue(), 'What if I')
  await page.getByText(reading.stop, { exact: true }).click()
  assert.equal(await page.getByLabel(reading.refuse.reason).inputValue(), 'My sister')
  await button(reading.next).click()
  await button(reading.ask).waitFor()
  assert.equal(await question.count(), 0, 'on its own part only')
  await button(reading.back).click()
  await question.fill('What if I stop?')
  await button(reading.sendQuestion).click()
  await page.getByText(reading.waiting, { exact: true }).waitFor()
  await question.waitFor({ state: 'hidden' })
  await page.reload()
  await button(reading.goOn).click()
  await button(reading.ask).waitFor()
  assert.equal(await question.count(), 0, 'sent, and no longer half written')
  assert.deepEqual(troubles, [])
  await context.close()
})

test('whoever signs out by their own menu is told first what goes with it, and stays where it was typed', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const signOut = async (name: string = shellWords.signOut) => {
    await page.locator('.user-menu summary').click()
    await page.getByRole('button', { name, exact: true }).click()
  }
  const time = page.getByLabel(book.time, { exact: true })
  await page.goto(`${here.origin}/sessions/book?patient=${other.patientId}`)
  await time.fill('14:30')
  const asked = page.getByRole('dialog', { name: shellWords.ownTyped })
  await signOut()
  await asked.getByText(shellWords.ownTypedLost(1)).waitFor()
  await accessible(page, 'signing out with something typed')
  await shot(page, 'sign-out-typed')
  await asked.getByRole('button', { name: shellWords.staySignedIn }).click()
  await asked.waitFor({ state: 'hidden' })
  assert.equal(await time.inputValue(), '14:30')
  assert.ok(await page.locator('.user-menu summary').evaluate((button) => button === document.activeElement))
  await signOut(shellWords.signOutEverywhere)
  await asked.getByRole('button', { name: shellWords.signOutAndLose }).click()
  await page.getByRole('heading', { name: shellWords.signIn }).first().waitFor()
  await context.addCookies([await here.cookieOf(clinic, clinic.monitor.staffId)])
  await page.goto(`${here.origin}/sessions/book?patient=${other.patientId}`)
  await time.waitFor()
  assert.equal(await time.inputValue(), '')
  // With nothing typed nobody is asked.
  await signOut()
  await page.getByRole('heading', { name: shellWords.signIn }).first().waitFor()
  assert.deepEqual(troubles, [])
  await context.close()
})
