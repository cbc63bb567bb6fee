import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator } from 'playwright-core'
import type { EvaluationAnswer } from '../care/evaluation/read.ts'
import { evaluated } from '../care/evaluation/test.ts'
import { booked, dosed } from '../care/sessions/test.ts'
import { orderEvents } from '../clinic/accounts/settings/standing-orders.ts'
import { reading } from '../database/read.ts'
import { sql } from '../database/sql.ts'
import { apiWords } from '../web/words/en/api.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { evaluationWords } from '../web/words/en/evaluation.ts'
import { roomWords } from '../web/words/en/room.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { shellWords } from '../web/words/en/shell.ts'
import { accessible } from './axe.ts'
import { shot } from './browser.ts'
import { comesTo } from './comes-to.ts'
import { type Served, served } from './served.ts'

// What was typed half of a correction, of a booking and of its change is there again after the page was loaded anew, says
// that it was typed before, can be started over, and stands nowhere but where it was typed. Whoever signs out hears of it.
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

const { log, book, day, remark, when } = sessionWords

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
  // With nothing typed, or nothing left of it, nobody is asked.
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await page.getByRole('button', { name: remark.add, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(remark.words).fill('No, not')
  await dialog.getByLabel(when.earlier).check()
  await dialog.getByLabel(remark.words).fill('')
  await dialog.getByLabel(when.now).check()
  await page.keyboard.press('Escape')
  await signOut()
  await page.getByRole('heading', { name: shellWords.signIn }).first().waitFor()
  assert.deepEqual(troubles, [])
  await context.close()
})

test('what is typed on while the clinic’s answer is awaited is there afterwards: in a form for the next, and in one that stays', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.owner.staffId, 'desktop')
  const button = (name: string) => page.locator('form').getByRole('button', { name, exact: true })
  /** Sent, typed on before there is an answer, and answered. */
  const sentWhile = async (path: string, save: string, typesOn: () => Promise<void>) => {
    let answer = () => {}
    const held = new Promise<void>((go) => {
      answer = go
    })
    await page.route(path, async (route) => {
      if (route.request().method() === 'POST') await held
      await route.continue()
    })
    await button(save).click()
    await button(controlWords.saving).waitFor()
    await typesOn()
    answer()
    await button(save).waitFor()
    await page.unroute(path)
  }
  const room = page.getByLabel(sessionWords.rooming.name)
  await page.goto(`${here.origin}/settings/rooms`)
  await room.fill('Willow')
  await sentWhile('**/api/rooms', sessionWords.rooming.add, () => room.fill('Alder'))
  await page.getByText('Willow', { exact: true }).waitFor()
  assert.equal(await room.inputValue(), 'Alder')
  await page.reload()
  await page.getByText(controlWords.draftKept).waitFor()
  await button(sessionWords.rooming.add).click()
  await page.getByText('Alder', { exact: true }).waitFor()
  await comesTo(() => room.inputValue(), '')

  const { orders } = roomWords
  const [first, second] = orderEvents.map((event) => page.getByLabel(orders.events[event]))
  assert.ok(first && second)
  await page.goto(`${here.origin}/settings/standing-orders`)
  await first.fill('Call the prescriber.')
  await sentWhile('**/standing-orders', orders.save, () => second.fill('Sit with them.'))
  await page.getByText(orders.saved).waitFor()
  const written = async () => [await first.inputValue(), await second.inputValue()]
  assert.deepEqual(await written(), ['Call the prescriber.', 'Sit with them.'])
  // It begins from what was just saved: nobody is told that they were second to themselves.
  await button(orders.save).click()
  const stored = async () =>
    Object.values(
      ((await clinic.owner.get('/api/clinic')).json as { policy: { standingOrders: object } }).policy.standingOrders,
    )
  await comesTo(async () => (await stored()).toSorted(), await written())
  assert.deepEqual(troubles, [])
  await context.close()
})

test('an answer that is changed while the first is on its way stands as changed, and as not saved when only the first arrived', async () => {
  const { patientId } = await evaluated(clinic.prescriber, here.app.clock.now, {})
  const { page, context, troubles } = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
  const chosen = (name: string) =>
    page
      .getByRole('group', { name: evaluationWords.questions.aneurysmOrMalformation })
      .getByRole('radio', { name, exact: true })
  const arrives = [() => {}, () => {}]
  const held = arrives.map((_, at) => new Promise<void>((go) => Object.assign(arrives, { [at]: go })))
  const sent: number[] = []
  await page.route('**/evaluation/answers', async (route) => {
    const at = sent.push(0) - 1
    await held[at]
    if (at === 1) await route.abort()
    else await route.continue()
  })
  await page.goto(`${here.origin}/patients/${patientId}/evaluation?part=heart`)
  await chosen(controlWords.no).check()
  await chosen(controlWords.yes).check()
  const readAnew = page.waitForResponse((one) => one.request().method() === 'GET' && one.url().includes('/evaluation'))
  arrives[0]?.()
  await readAnew
  await comesTo(async () => sent.length, 2)
  await page.getByText(evaluationWords.saving).waitFor()
  arrives[1]?.()
  await page.getByText(apiWords.offline).first().waitFor()
  assert.ok(await chosen(controlWords.yes).isChecked())
  await page.getByRole('button', { name: controlWords.tryAgain }).first().click()
  const stored = async () => {
    const { json } = await clinic.prescriber.get(`/api/patients/${patientId}/evaluation?route=im`)
    return (json as EvaluationAnswer).answers.find(({ key }) => key === 'aneurysmOrMalformation')?.value
  }
  await comesTo(stored, true)
  assert.ok(await chosen(controlWords.yes).isChecked())
  // The clinic takes the next one too, and what it then says of the evaluation does not arrive.
  await page.getByText(evaluationWords.saving).waitFor({ state: 'hidden' })
  await page.route('**/evaluation?route=*', (route) => route.abort())
  await chosen(controlWords.no).check()
  await page.getByText(evaluationWords.saving).waitFor()
  await page.getByText(evaluationWords.saving).waitFor({ state: 'hidden' })
  assert.deepEqual([await stored(), await chosen(controlWords.no).isChecked()], [false, true])
  assert.deepEqual(troubles, [])
  await context.close()
})

test('what one person typed and read is not there for the next whom a tab finds signed in', async () => {
  const { page, context } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const said = page.getByRole('dialog').getByLabel(remark.words)
  /** In another tab of this browser somebody else signed in, or nobody; this one hears of it when it is looked at. */
  const becomes = async (staffId: string | undefined, shown: Locator) => {
    await context.clearCookies()
    if (staffId) await context.addCookies([await here.cookieOf(clinic, staffId)])
    // An answer that is younger than this is not asked for again.
    await page.waitForTimeout(5_500)
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    await shown.waitFor()
  }
  const named = (name: string) => page.getByLabel(shellWords.userMenu(name))
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await button(remark.add).click()
  await said.fill('Milo thinks that')
  await page.keyboard.press('Escape')
  await becomes(clinic.prescriber.staffId, named('Petra Prescriber'))
  await button(remark.add).click()
  assert.equal(await said.inputValue(), '', 'in a page that was open')
  await said.fill('Petra thinks that')
  await page.keyboard.press('Escape')
  await becomes(undefined, page.getByRole('heading', { name: shellWords.signIn }).first())
  await becomes(clinic.monitor.staffId, named('Milo Monitor'))
  await button(remark.add).click()
  assert.equal(await said.inputValue(), '', 'in a page that is opened again')

  await page.goto(`${here.origin}/patients/${session.patientId}`)
  const patient = page.getByRole('heading', { level: 1 })
  await patient.waitFor()
  const name = (await patient.textContent()) ?? ''
  let answer = () => {}
  const held = new Promise<void>((go) => {
    answer = go
  })
  await page.route(/\/api\/(?!me)/, async (route) => {
    await held
    await route.continue()
  })
  await becomes(clinic.therapist.staffId, named('Thea Therapist'))
  assert.equal(await page.getByText(name).count(), 0, 'before the clinic has said whether they may')
  answer()
  await context.close()
})

test('what one person left unsent is not sent as somebody else’s, who signed in in another tab meanwhile', async () => {
  const { page, context } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  const dialog = page.getByRole('dialog')
  const said = 'Milo left this unsent'
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await page.getByRole('button', { name: remark.add, exact: true }).click()
  await dialog.getByLabel(remark.words).fill(said)
  await context.setOffline(true)
  await dialog.getByRole('button', { name: remark.save }).click()
  await page.getByText(said).waitFor()
  const becomes = async (staffId: string) => {
    await context.clearCookies()
    await context.addCookies([await here.cookieOf(clinic, staffId)])
  }
  const stored = async () => {
    const rows = await reading(here.app.db, clinic, (q) =>
      q.all<{ by: string }>(sql`select recorded_by as by from session_event where data ->> 'words' = ${said}`),
    )
    return rows.map(({ by }) => by)
  }
  // This tab has not heard of it yet when the network comes back.
  await becomes(clinic.prescriber.staffId)
  const tried = page.waitForResponse((answer) => answer.url().endsWith('/events'))
  await context.setOffline(false)
  await tried
  assert.deepEqual(await stored(), [])
  await becomes(clinic.monitor.staffId)
  await page.reload()
  await comesTo(stored, [clinic.monitor.staffId])
  await context.close()
})
