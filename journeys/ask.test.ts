import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { clinicForTests } from '../clinic/accounts/testing/clinic.ts'
import { ownDatabase } from '../database/test.ts'
import { publicPaths } from '../server/learn.ts'
import { aidWords as aid } from '../web/words/en/aid.ts'
import { calculatorWords as sums } from '../web/words/en/calculator.ts'
import { checkWords as check } from '../web/words/en/check.ts'
import { intakeWords as intake } from '../web/words/en/intake.ts'
import { recordWords as records } from '../web/words/en/records.ts'
import { requestStaffWords as staff, requestWords as words } from '../web/words/en/request.ts'
import { says } from '../web/words/en/says/request.ts'
import { siteWords } from '../web/words/en/site.ts'
import { accessible, device, shot, sizes } from './browser.ts'
import { type Served, served } from './served.ts'

// A newcomer reads and asks on a phone, once without a script; the front desk finds it and makes a patient of it. The
// pages speak for the one clinic of a server, so this database is nobody else's.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let close = async () => {}
let beforeVisit = ''
before(async () => {
  const own = await ownDatabase()
  here = await served(own.db)
  close = own.close
  clinic = await here.app.clinicWith()
  const settings = (await clinic.owner.get('/api/clinic')).json as { policy: object }
  const publicSide = { prices: { evaluation: 300, iv: 431, therapy: 150 }, offers: ['iv', 'esketamine'] }
  const saved = await clinic.owner.post('/api/clinic', {
    ...clinicForTests,
    policy: { ...settings.policy, publicSide },
  })
  assert.equal(saved.status, 200)
})
after(async () => {
  await here.close()
  await close()
})

/** Nobody fills in a form within three seconds; the clock says so instead of a wait. */
const aMomentLater = () => {
  here.app.clock.now = new Date(Date.parse(here.app.clock.now) + 10_000).toISOString() as typeof here.app.clock.now
}

const fits = async (page: Page, what: string) =>
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    `${what} scrolls sideways`,
  )

test('a newcomer reads on a phone, in light and dark; nothing scrolls sideways', async () => {
  const inDark = ['/learn', '/learn/compare', '/learn/results', '/learn/check', '/learn/ask', '/learn/crisis']
  for (const dark of [false, true]) {
    const { context, page, troubles } = await device(here.browser, 'phone', { dark })
    for (const path of dark ? inDark : publicPaths) {
      await page.goto(here.origin + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await accessible(page, `${path}${dark ? ', dark' : ''}`)
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), path)
      await shot(page, `public${path.replaceAll('/', '-')}${dark ? '-dark' : ''}`)
    }
    assert.deepEqual(troubles, [])
    await context.close()
  }
})

test('a newcomer is helped to decide on a phone, stops, goes on, and takes it into the self-check and the form', async () => {
  const { context, page, troubles } = await device(here.browser, 'phone')
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url())
  })
  const next = () => page.getByRole('button', { name: aid.next }).click()
  const part = async (name: string) => {
    await page.getByRole('heading', { level: 2, name, exact: true }).waitFor()
    assert.equal(await page.locator('[data-step]:visible').count(), 1, 'one step at a time')
  }
  await page.goto(`${here.origin}/learn/decide`)
  await part(aid.parts.choices)
  await accessible(page, 'the decision aid')
  await next()
  await part(aid.parts.matters)
  await page.getByRole('group', { name: aid.matters.needles }).getByLabel(aid.weights.much).check()
  await shot(page, 'public-decide-matters')
  // Closed and opened again: where they were, with what they had said.
  await page.reload()
  await page.getByRole('status').getByText(aid.resumed).waitFor()
  assert.ok(await page.getByRole('group', { name: aid.matters.needles }).getByLabel(aid.weights.much).isChecked())
  for (const name of Object.values(aid.parts).slice(2)) {
    await next()
    await part(name)
    await accessible(page, `the decision aid: ${name}`)
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name)
    await shot(page, `public-decide-${name.toLowerCase().replaceAll(/\W+/g, '-')}`)
  }
  // A second tab of it says the same, and what is said in one is not written over by the other.
  const other = await context.newPage()
  await other.goto(`${here.origin}/learn/decide`)
  await other.getByLabel(aid.ready.talk).check()
  await page.locator(`input[name="ready"][value="talk"]:checked`).waitFor({ state: 'attached' })
  await other.close()
  // Words of danger are answered where they are typed.
  await page.getByRole('button', { name: aid.back }).click()
  await part(aid.parts.questions)
  const help = page.locator('[data-step]:visible').getByText(words.received.help)
  await page.getByLabel(aid.own).fill('What if I panic?')
  assert.equal(await help.count(), 1)
  assert.ok(!(await help.isVisible()))
  await page.getByLabel(aid.own).fill('I want to die')
  await page.getByRole('alert').getByText(words.received.help).waitFor()
  await accessible(page, 'the decision aid with words of danger')
  await shot(page, 'public-decide-danger')
  await page.getByLabel(aid.own).fill('What if I panic?')
  await help.waitFor({ state: 'hidden' })
  await next()
  await next()
  await part(aid.page.title)
  await page.getByRole('heading', { level: 4, name: aid.matters.needles }).waitFor()
  assert.equal(await page.getByRole('heading', { level: 4, name: aid.matters.speed }).count(), 0)
  assert.ok(!(await page.getByText(aid.page.againstSays).isVisible()), 'nothing was said yes to')
  await accessible(page, 'the page of the decision aid')
  await shot(page, 'public-decide-page')
  assert.deepEqual(sent, [], 'nothing left the device')
  await page.getByRole('button', { name: aid.page.check }).click()
  await page.getByRole('group').getByLabel(check.no, { exact: true }).check()
  await accessible(page, 'the self-check')
  await page.getByRole('button', { name: check.start }).click()
  await page.getByText(check.rest).waitFor()
  await accessible(page, 'the self-check, the rest')
  await shot(page, 'public-check')
  await page.getByRole('button', { name: check.show }).click()
  await page.getByRole('heading', { name: check.result.open }).first().waitFor()
  await accessible(page, 'what the self-check says')
  await shot(page, 'public-check-result')
  await page.getByRole('button', { name: check.askWith }).click()
  await page.getByLabel(aid.attach.aid).waitFor()
  assert.equal(await page.getByLabel(aid.attach.aid).isChecked(), false)
  await accessible(page, 'the form with what came along')
  await shot(page, 'public-ask-with')
  await page.getByLabel(aid.attach.aid).check()
  await page.getByLabel(aid.attach.check).check()
  await page.getByLabel(words.fields.givenName).fill('Addie')
  await page.getByLabel(words.fields.familyName).fill('Attacher')
  await page.getByLabel(words.fields.email).fill('addie@example.test')
  await page.getByLabel(words.ways.mail).check()
  await page.getByLabel(words.agree.agreeContact).check()
  await page.getByLabel(words.agree.agreeNotUrgent).check()
  aMomentLater()
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('heading', { level: 1, name: words.received.title }).waitFor()
  assert.deepEqual(troubles, [])
  await context.close()
})

test('without a script they ask: what is missing is said, what was typed stays, and it comes in', async () => {
  const context = await here.browser.newContext({ viewport: sizes.phone, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${here.origin}/learn`)
  await page.getByRole('banner').getByRole('link', { name: siteWords.ask }).click()
  await page.getByLabel(words.fields.givenName).fill('Rosa')
  await page.getByLabel(words.fields.familyName).fill('Quince')
  await page.getByLabel(words.fields.birthDate).fill('1988-04-03')
  await page.getByLabel(words.fields.phone, { exact: true }).fill('503 555 0142')
  await page.getByLabel(words.fields.goals).fill('Low for years 😀 <b>tired</b>')
  aMomentLater()
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('alert').getByText(words.fix).waitFor()
  assert.equal(await page.getByLabel(words.fields.goals).inputValue(), 'Low for years 😀 <b>tired</b>')
  await page.getByLabel(words.ways.call).check()
  await page.getByLabel(words.agree.agreeContact).check()
  await page.getByLabel(words.agree.agreeNotUrgent).check()
  aMomentLater()
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('heading', { name: words.received.title }).waitFor()
  await shot(page, 'public-received')
  await context.close()
})

test('without a script they count a course, go back to a form that came in, and are helped in danger', async () => {
  const context = await here.browser.newContext({ viewport: sizes.phone, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${here.origin}/learn/cost`)
  await page.getByRole('main').getByRole('link', { name: sums.title }).click()
  await page.getByLabel(siteWords.routes.iv).check()
  await page.getByLabel(sums.fields.visits).fill('6')
  await page.getByLabel(sums.fields.therapy).fill('2')
  await page.getByLabel(sums.fields.travel).fill('40')
  await page.getByRole('button', { name: sums.count }).click()
  await page.getByText(sums.total('$3,186')).waitFor()
  for (const found of [sums.between(9, 15), sums.about(12)])
    await page.getByRole('definition').getByText(found, { exact: true }).waitFor()
  await shot(page, 'public-course')

  await page.goto(`${here.origin}/learn/ask`)
  await page.getByLabel(words.fields.givenName).fill('Twyla')
  await page.getByLabel(words.fields.familyName).fill('Twice')
  await page.getByLabel(words.fields.phone, { exact: true }).fill('503 555 0144')
  await page.getByLabel(words.ways.call).check()
  await page.getByLabel(words.agree.agreeContact).check()
  await page.getByLabel(words.agree.agreeNotUrgent).check()
  for (let time = 0; time < 2; time++) {
    aMomentLater()
    await page.getByRole('button', { name: words.send }).click()
    await page.getByRole('heading', { name: words.received.title }).waitFor()
    await page.goBack()
    assert.equal(await page.getByLabel(words.fields.familyName).inputValue(), 'Twice')
  }

  // Nothing stands on the decision aid that only a script could press, and its page is written for them.
  await page.goto(`${here.origin}/learn/decide`)
  for (const name of [aid.next, aid.back, aid.wipe])
    assert.equal(await page.getByRole('button', { name, exact: true }).count(), 0, name)
  await page.getByRole('group', { name: aid.matters.needles }).getByLabel(aid.weights.much).check()
  await page.getByRole('button', { name: aid.show }).click()
  await page.getByRole('heading', { level: 4, name: aid.matters.needles }).waitFor()
  await shot(page, 'public-decide-page-without-script')

  await page.goto(`${here.origin}/learn/check`)
  await page.getByRole('group').getByLabel(check.yes, { exact: true }).check()
  await page.getByRole('button', { name: check.start }).click()
  await page.getByRole('heading', { level: 1, name: check.help.title }).waitFor()
  assert.equal(
    await page.getByRole('main').getByRole('link', { name: check.help.call }).getAttribute('href'),
    'tel:988',
  )
  assert.equal(await page.getByRole('radio').count(), 0)
  await context.close()
})

test('without a script and in danger they send half a form: help comes first, it is kept and they are told; completed, it is one request', async () => {
  const context = await here.browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${here.origin}/learn/ask`)
  await page.getByText(words.privacy).waitFor()
  await page.getByLabel(words.fields.goals).fill('I want to die. Nobody answers.')
  aMomentLater()
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('heading', { level: 1, name: words.received.helpTitle }).waitFor()
  await page.getByText(words.kept).waitFor()
  assert.equal(await page.getByLabel(words.fields.goals).inputValue(), 'I want to die. Nobody answers.')
  await shot(page, 'public-ask-unfinished')
  const staffs = await here.signedIn(clinic, clinic.frontDesk.staffId, 'phone')
  await staffs.page.goto(`${here.origin}/requests`)
  const kept = staffs.page.getByRole('article', { name: staff.anonymous })
  await kept.getByText(staff.dangerUnfinished).waitFor()
  await kept.getByText(staff.unfinishedSays).waitFor()
  await kept.getByText(staff.agreedContact.no).waitFor()
  await accessible(staffs.page, 'a form that was not sent to the end')
  await shot(staffs.page, 'requests-unfinished')
  await page.getByLabel(words.fields.givenName).fill('Una')
  await page.getByLabel(words.fields.familyName).fill('Unfinished')
  await page.getByLabel(words.fields.phone, { exact: true }).fill('503 555 0149')
  await page.getByLabel(words.ways.call).check()
  await page.getByLabel(words.agree.agreeContact).check()
  await page.getByLabel(words.agree.agreeNotUrgent).check()
  aMomentLater()
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('heading', { name: words.received.title }).waitFor()
  await context.close()
  const whole = staffs.page.getByRole('article', { name: 'Una Unfinished' })
  await whole.getByText(staff.danger).waitFor()
  await whole.getByText(staff.sentAgain(2)).waitFor()
  assert.equal(await kept.count(), 0)
  await shot(staffs.page, 'requests-completed')
  assert.deepEqual(staffs.troubles, [])
  await staffs.context.close()
})

test('what was typed is there again by going back, without a script too: the self-check, a refused form, the form after the aid', async () => {
  for (const javaScriptEnabled of [false, true]) {
    const context = await here.browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(`${here.origin}/learn/check`)
    await page.getByRole('group').getByLabel(check.no, { exact: true }).check()
    await page.getByRole('button', { name: check.start }).click()
    const bulge = page.getByRole('group', { name: intake.questions.aneurysm }).getByLabel(check.yes, { exact: true })
    await bulge.check()
    await page.getByRole('button', { name: check.show }).click()
    await page.getByRole('heading', { name: check.result.talk }).waitFor()
    await page.goBack()
    assert.ok(await bulge.isChecked(), 'the self-check')

    const goals = page.getByLabel(words.fields.goals)
    const lookAway = async () => {
      await page.getByRole('contentinfo').getByRole('link', { name: siteWords.safety.title, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: siteWords.safety.title }).waitFor()
      await page.goBack()
    }
    await page.goto(`${here.origin}/learn/ask`)
    await goals.fill('Low for years')
    aMomentLater()
    await page.getByRole('button', { name: words.send }).click()
    await page.getByRole('alert').getByText(words.fix).waitFor()
    await goals.fill('Low for ten years')
    await lookAway()
    assert.equal(await goals.inputValue(), 'Low for ten years', 'a refused form')
    await context.close()
  }
})

test('what was typed outlasts a page that is loaded anew and a look elsewhere, can be wiped, and is gone once it came in', async () => {
  const { context, page, troubles } = await device(here.browser, 'phone')
  const goals = page.getByLabel(words.fields.goals)
  const again = page.getByRole('status').getByText(words.resumed)
  await page.goto(`${here.origin}/learn/ask`)
  await page.getByText(words.inThisTab).waitFor()
  assert.equal(await page.getByRole('button', { name: words.wipe }).count(), 0)
  const help = page.locator('[data-help="goals"]')
  await goals.fill('I want to die')
  await help.getByRole('link', { name: check.help.call }).waitFor()
  await accessible(page, 'the form with words of danger')
  await shot(page, 'public-ask-danger')
  await goals.fill('Low for years')
  await help.waitFor({ state: 'hidden' })
  await page.getByLabel(words.ways.call).check()
  await page.getByRole('radio', { name: words.yesNo.no, exact: true }).check()
  await page.reload()
  await again.waitFor()
  assert.equal(await goals.inputValue(), 'Low for years')
  assert.ok(await page.getByLabel(words.ways.call).isChecked())
  assert.ok(await page.getByRole('radio', { name: words.yesNo.no, exact: true }).isChecked())
  await accessible(page, 'the form that is there again')
  await shot(page, 'public-ask-again')
  await page.getByRole('banner').getByRole('link', { name: siteWords.ask }).click()
  await again.waitFor()
  await page.getByRole('button', { name: words.wipe }).click()
  await page.getByText(words.inThisTab).waitFor()
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#goals')?.value === '')
  await page.reload()
  assert.equal(await goals.inputValue(), '')

  await page.getByLabel(words.fields.givenName).fill('Reloda')
  await page.getByLabel(words.fields.phone, { exact: true }).fill('503 555 0188')
  await page.getByLabel(words.ways.call).check()
  await page.reload()
  await again.waitFor()
  await page.getByLabel(words.agree.agreeContact).check()
  await page.getByLabel(words.agree.agreeNotUrgent).check()
  aMomentLater()
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('heading', { name: words.received.title }).waitFor()
  await page.goto(`${here.origin}/learn/ask`)
  await page.getByText(words.inThisTab).waitFor()
  assert.equal(await page.getByLabel(words.fields.givenName).inputValue(), '')
  assert.deepEqual(troubles, [])
  await context.close()
})

test('the newest words are there on an earlier page of the form; what was wiped does not come back; ticks to send along are made anew', async () => {
  const { context, page, troubles } = await device(here.browser, 'phone')
  const goals = page.getByLabel(words.fields.goals)
  /** An earlier page as a phone brings it back by going back: just as it was left, and told so. */
  const broughtBack = () =>
    page.evaluate(() => void window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await page.goto(`${here.origin}/learn/ask`)
  await goals.fill('Low for years')
  await page.evaluate(() => {
    const kept = JSON.parse(sessionStorage.getItem('evenkeel.ask') ?? '')
    const said = kept.said.map(([field]: string[]) => [field, 'I want to die'])
    sessionStorage.setItem('evenkeel.ask', JSON.stringify({ ...kept, said }))
  })
  await broughtBack()
  assert.equal(await goals.inputValue(), 'I want to die')
  await page.locator('[data-help="goals"]').getByRole('link', { name: check.help.call }).waitFor()
  await goals.fill('One')
  aMomentLater()
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('alert').getByText(words.fix).waitFor()
  await goals.fill('Two')
  await page.goBack()
  await page.getByText(words.lead).waitFor()
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#goals')?.value === 'Two')
  await page.goto(`${here.origin}/learn/safety`)
  await page.getByRole('banner').getByRole('link', { name: siteWords.ask }).click()
  await page.getByRole('button', { name: words.wipe }).click()
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#goals')?.value === '')
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: siteWords.safety.title }).waitFor()
  await page.goBack()
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#goals')?.value === '')

  // The decision aid the same, and on a copy that the browser would keep of it by itself.
  const needle = page.getByRole('group', { name: aid.matters.needles }).getByLabel(aid.weights.much)
  await page.goto(`${here.origin}/learn/decide`)
  await page.getByRole('button', { name: aid.next }).click()
  await needle.check()
  await page.goto(`${here.origin}/learn/safety`)
  await page.goto(`${here.origin}/learn/decide`)
  assert.ok(await needle.isChecked())
  await page.getByRole('button', { name: aid.wipe }).click()
  await page.goBack()
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: aid.title }).waitFor()
  assert.equal(await page.locator('[data-aid] :checked').count(), 0)
  await page.getByRole('button', { name: aid.next }).click()
  await needle.check()
  await page.evaluate(() => localStorage.removeItem('evenkeel.decide'))
  await broughtBack()
  assert.ok(!(await needle.isChecked()))

  const fromAid = async () => {
    await page.goto(`${here.origin}/learn/decide`)
    while (await page.getByRole('button', { name: aid.next }).isVisible())
      await page.getByRole('button', { name: aid.next }).click()
    await page.getByRole('button', { name: aid.page.ask }).click()
    await page.getByLabel(aid.attach.aid).waitFor()
  }
  await needle.check()
  await fromAid()
  await page.getByLabel(aid.attach.aid).check()
  await goals.fill('Low again')
  const again = page.getByRole('status').getByText(words.unticked)
  await fromAid()
  await again.waitFor()
  assert.deepEqual([await page.getByLabel(aid.attach.aid).isChecked(), await goals.inputValue()], [false, 'Low again'])
  await page.getByLabel(aid.attach.aid).check()
  await page.getByRole('banner').getByRole('link', { name: siteWords.ask }).click()
  await again.waitFor()
  await fits(page, 'the form that is there again')
  assert.deepEqual(troubles, [])
  await context.close()
})

test('where a browser lets a page keep nothing, the form and the aid work all the same, and promise nothing', async () => {
  const { context, page, troubles } = await device(here.browser, 'phone')
  await context.addInitScript(() => {
    for (const store of ['sessionStorage', 'localStorage'])
      Object.defineProperty(window, store, {
        get: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
  })
  await page.goto(`${here.origin}/learn/ask`)
  await page.getByLabel(words.fields.goals).fill('I want to die')
  await page.locator('[data-help="goals"]').getByRole('link', { name: check.help.call }).waitFor()
  assert.ok(!(await page.getByText(words.inThisTab).isVisible()))
  await page.goto(`${here.origin}/learn/decide`)
  await page.getByRole('button', { name: aid.next }).click()
  await page.getByRole('status').getByText(aid.full).waitFor()
  const needle = page.getByRole('group', { name: aid.matters.needles }).getByLabel(aid.weights.much)
  await needle.check()
  await page.evaluate(() => void window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  assert.ok(await needle.isChecked())
  assert.deepEqual(troubles, [])
  await context.close()
})

test('a therapist refers somebody from their own page, with the patient’s agreement', async () => {
  const { context, page, troubles } = await device(here.browser, 'desktop')
  const { fields, ways, agreePatient, agreeNotUrgent } = words.refer
  await page.goto(`${here.origin}/learn/refer`)
  await page.getByLabel(fields.referrer ?? '').fill('Tess Therapist, Demo Counseling')
  await page.getByLabel(words.roles.therapist).check()
  await page.getByLabel(words.fields.referrerPhone).fill('503 555 0185')
  await page.getByLabel(fields.givenName ?? '').fill('Refa')
  await page.getByLabel(fields.familyName ?? '').fill('Referred')
  await page.getByLabel(fields.phone ?? '').fill('503 555 0184')
  await page.getByLabel(ways.call).check()
  await page.getByLabel(agreeNotUrgent).check()
  aMomentLater()
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('alert').getByRole('link', { name: says.agreePatient }).click()
  await page.getByLabel(agreePatient).check()
  await accessible(page, 'a referral that lacks the agreement')
  aMomentLater()
  await page.getByRole('button', { name: words.send }).click()
  await page.getByText(words.refer.received).waitFor()
  assert.deepEqual(troubles, [])
  await context.close()
})

test('somebody with a screen reader hears where they are, what is asked and what is wrong, by keyboard alone', async () => {
  const { context, page, troubles } = await device(here.browser, 'phone')
  const focused = () => page.evaluate(() => document.activeElement?.id)
  for (const path of [
    '/learn',
    '/learn/compare',
    '/learn/results',
    '/learn/cost/course',
    '/learn/decide',
    '/learn/ask',
  ]) {
    await page.goto(here.origin + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    for (const [role, name] of [
      ['complementary', siteWords.crisis.title],
      ['banner', undefined],
      ['main', undefined],
      ['contentinfo', undefined],
      ['navigation', siteWords.menu],
    ] as const)
      assert.equal(await page.getByRole(role, name ? { name } : {}).count(), 1, `${path}: ${role}`)
    const levels = await page
      .getByRole('heading')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))))
    assert.equal(levels.filter((level) => level === 1).length, 1, path)
    levels.forEach((level, at) => {
      assert.ok(level - (levels[at - 1] ?? 0) <= 1, `${path}: heading ${level} after ${levels[at - 1]}`)
    })
  }
  // The first thing the keyboard meets leads past what stands on every page.
  await page.goto(`${here.origin}/learn/compare`)
  await page.keyboard.press('Tab')
  assert.ok(await page.getByRole('link', { name: siteWords.skip }).evaluate((link) => link === document.activeElement))
  await page.keyboard.press('Enter')
  assert.equal(await focused(), 'page')
  // Laid out as blocks it is a table still, with names for its rows and columns.
  const table = page.getByRole('table')
  for (const name of Object.values(siteWords.aspects))
    await table.getByRole('rowheader', { name, exact: true }).waitFor()
  for (const name of Object.values(siteWords.routes))
    assert.equal(await table.getByRole('columnheader', { name, exact: true }).count(), 1, name)
  await page.goto(`${here.origin}/learn/results`)
  await page.getByRole('img', { name: /^54 of 100: had / }).waitFor()

  await page.goto(`${here.origin}/learn/ask`)
  aMomentLater()
  await page.getByRole('button', { name: words.send }).press('Enter')
  const alert = page.getByRole('alert')
  await alert.getByText(words.fix).waitFor()
  assert.ok(await alert.evaluate((shown) => shown === document.activeElement), 'what is wrong is read first')
  assert.match(await page.title(), new RegExp(`^${words.again('')}`))
  const name = page.getByRole('textbox', { name: words.fields.givenName, description: new RegExp(says.name) })
  assert.equal(await name.getAttribute('aria-invalid'), 'true')
  await page.getByRole('group', { name: words.fields.reachBy, description: new RegExp(says.reachBy) }).waitFor()
  await alert.getByRole('link', { name: says.reachBy }).press('Enter')
  assert.equal(await focused(), 'reachBy')

  // Each step of the decision aid is announced by its heading; what happened, by a status.
  await page.goto(`${here.origin}/learn/decide`)
  await page.getByRole('button', { name: aid.next }).press('Enter')
  const heading = page.getByRole('heading', { level: 2, name: aid.parts.matters })
  assert.ok(await heading.evaluate((shown) => shown === document.activeElement))
  await page
    .getByRole('group', { name: aid.matters.speed })
    .getByRole('radio', { name: aid.weights.much })
    .press('Space')
  await page.getByRole('button', { name: aid.wipe }).press('Enter')
  await page.getByRole('status').getByText(aid.wiped).waitFor()
  assert.deepEqual(troubles, [])
  await context.close()
})

test('one long word, markup and letters from right to left come in as they are, once, however they are sent', async () => {
  const long = 'Verylongword'.repeat(80)
  const { context, page, troubles } = await device(here.browser, 'phone', { dark: true })
  await page.goto(`${here.origin}/learn/ask`)
  await page.getByLabel(words.fields.givenName).fill('<img src=x onerror=alert(1)>')
  await page.getByLabel(words.fields.familyName).fill(`מרים 😀 ${'Abcdefghij'.repeat(15)}`)
  await page.getByLabel(words.fields.phone, { exact: true }).fill('my number is 555')
  await page.getByLabel(words.fields.goals).fill(long)
  await page.getByLabel(words.fields.therapist).fill(long.slice(0, 301))
  aMomentLater()
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('alert').getByText(says.tooLong(300)).waitFor()
  await fits(page, 'the form')
  assert.equal(await page.getByLabel(words.fields.therapist).inputValue(), long.slice(0, 301))
  await page.getByLabel(words.fields.phone, { exact: true }).fill('503 555 0199')
  await page.getByLabel(words.fields.therapist).fill(long.slice(0, 300))
  await page.getByLabel(words.ways.call).check()
  await page.getByLabel(words.agree.agreeContact).check()
  await page.getByLabel(words.agree.agreeNotUrgent).check()
  aMomentLater()
  await page.getByRole('button', { name: words.send }).dblclick()
  await page.getByRole('heading', { name: words.received.title }).waitFor()
  assert.deepEqual(troubles, [])
  await context.close()
  let link = ''
  for (const size of ['desktop', 'phone'] as const) {
    const { context, page, troubles } = await here.signedIn(clinic, clinic.frontDesk.staffId, size)
    const request = page.getByRole('article', { name: '<img src=x onerror=alert(1)> מרים 😀' })
    for (const path of ['/requests', 'register']) {
      if (path === 'register') await request.getByRole('link', { name: staff.register }).click()
      else await page.goto(here.origin + path)
      await page.getByText(long).waitFor()
      if (path !== 'register') assert.equal(await request.count(), 1)
      assert.equal(await page.locator('img').count(), 0)
      await fits(page, `${path} on a ${size}`)
      await shot(page, `request-long-${size}-${path.replace('/', '')}`)
    }
    if (size === 'phone') {
      await page.getByLabel('Birth date').fill('1980-02-03')
      await page.getByRole('button', { name: 'Register', exact: true }).click()
      await page.waitForURL(/\/patients\/[0-9a-f-]+\/record/)
      await page.getByText('born Feb 3, 1980').waitFor()
      await fits(page, 'the record')
      const patientId = /patients\/([0-9a-f-]+)\/record/.exec(page.url())?.[1] ?? ''
      const { json } = await clinic.frontDesk.post(`/api/patients/${patientId}/intake`, {
        id: randomUUID(),
        by: 'here',
      })
      link = (json as { url: string }).url.replace(here.app.origin, here.origin)
    }
    assert.deepEqual(troubles, [])
    await context.close()
  }
  const phone = await device(here.browser, 'phone')
  const tap = (name: string) => phone.page.getByRole('button', { name, exact: true }).click()
  await phone.page.goto(link)
  await tap(intake.goOn)
  await tap(intake.goOnWith(intake.parts.you))
  await phone.page.getByRole('heading', { level: 1, name: intake.questions.goals }).waitFor()
  assert.equal(await phone.page.getByLabel(intake.yourAnswer).inputValue(), long)
  await fits(phone.page, 'the question')
  await shot(phone.page, 'intake-prefilled-long')
  await phone.page.goBack()
  await tap(intake.toReview)
  await phone.page.getByText(long).waitFor()
  await fits(phone.page, 'what was told')
  assert.deepEqual(phone.troubles, [])
  await phone.context.close()
})

test('the front desk sees who waits, takes it, and makes a patient of it without typing again', async () => {
  const { context, page, troubles } = await here.signedIn(clinic, clinic.frontDesk.staffId, 'desktop')
  await page.goto(`${here.origin}/requests`)
  const request = page.getByRole('article', { name: 'Rosa Quince' })
  await request.getByText('Low for years 😀 <b>tired</b>').waitFor()
  await request.getByRole('button', { name: staff.take }).click()
  await request.getByText(staff.owner('Fred Frontdesk')).waitFor()
  await accessible(page, 'requests')
  await shot(page, 'requests')
  // What came along is there, as told by them; what was left open is no answer. A form sent twice stands once.
  const attached = page.getByRole('article', { name: 'Addie Attacher' })
  await attached.getByText(aid.staff.aid).click()
  await attached.getByText(aid.matters.needles).waitFor()
  await attached.getByText(aid.staff.check).click()
  await attached.getByText(check.adult).waitFor()
  const referral = page.getByRole('article', { name: 'Refa Referred' })
  await referral.getByText(staff.referral('Tess Therapist, Demo Counseling', words.roles.therapist)).waitFor()
  await referral.getByText(staff.referralSays).waitFor()
  assert.equal(await page.getByRole('article', { name: 'Twyla Twice' }).count(), 1)
  await accessible(page, 'requests with what came along')
  await shot(page, 'requests-attached')
  await page.getByText(aid.use.title).click()
  await page.getByRole('table', { name: aid.use.understood }).getByText(aid.claims.drive).waitFor()
  await page.getByRole('table', { name: aid.use.prepared }).getByText(aid.prep.sides).waitFor()
  await accessible(page, 'what came along from the decision aid, counted')
  await shot(page, 'requests-aid-use')
  await request.getByRole('link', { name: staff.register }).click()
  await page.getByRole('button', { name: 'Register', exact: true }).waitFor()
  await accessible(page, 'a request becomes a patient')
  await shot(page, 'request-register')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.waitForURL(/\/patients\/[0-9a-f-]+\/record/)
  await page.getByText('Rosa Quince').first().waitFor()
  const patientId = /patients\/([0-9a-f-]+)\/record/.exec(page.url())?.[1] ?? ''
  const { json } = await clinic.frontDesk.post(`/api/patients/${patientId}/intake`, { id: randomUUID(), by: 'here' })
  beforeVisit = (json as { url: string }).url.replace(here.app.origin, here.origin)
  // What they asked with stays at hand with the patient.
  await page.goto(`${here.origin}/patients/${patientId}/intake`)
  await page.getByText(staff.askedWith).click()
  await page.getByText('Low for years 😀 <b>tired</b>').waitFor()
  await accessible(page, 'what a patient asked with')
  await shot(page, 'request-with-patient')
  assert.deepEqual(troubles, [])
  await context.close()
})

test('on the phone before the visit it stands as told beforehand, and is kept, changed or taken back there', async () => {
  for (const dark of [false, true]) {
    const { context, page, troubles } = await device(here.browser, 'phone', { dark })
    const tap = (name: string) => page.getByRole('button', { name, exact: true }).click()
    const question = (key: keyof typeof intake.questions) =>
      page.getByRole('heading', { level: 1, name: intake.questions[key] }).waitFor()
    await page.goto(beforeVisit)
    await tap(intake.goOn)
    await page.getByRole('heading', { level: 1, name: intake.partsTitle }).waitFor()
    if (dark) {
      await page.getByText(intake.toLookAt(1)).waitFor({ state: 'detached' })
      await tap(intake.toReview)
      await page.getByRole('heading', { level: 1, name: intake.reviewTitle }).waitFor()
      await shot(page, 'intake-after-request-dark')
    } else {
      await page.getByText(intake.toLookAt(1)).first().waitFor()
      await shot(page, 'intake-parts-prefilled')
      await tap(intake.goOnWith(intake.parts.you))
      await question('goals')
      await page.getByText(intake.stillRight).waitFor()
      assert.equal(await page.getByLabel(intake.yourAnswer).inputValue(), 'Low for years 😀 <b>tired</b>')
      await accessible(page, 'an answer that was told beforehand')
      await shot(page, 'intake-prefilled')
      await tap(intake.keepIt)
      await question('story')
      await page.goBack()
      await question('goals')
      await page.getByRole('button', { name: intake.save, exact: true }).waitFor()
      assert.equal(await page.getByText(intake.stillRight).count(), 0)
    }
    assert.deepEqual(troubles, [])
    await context.close()
  }
})

test('staff put a request of somebody who is a patient with the record that there is', async () => {
  const { context, page, troubles } = await here.signedIn(clinic, clinic.frontDesk.staffId, 'tablet')
  await page.goto(`${here.origin}/requests`)
  await page.getByRole('article', { name: 'Twyla Twice' }).getByRole('link', { name: staff.register }).click()
  // Another name, and the number that Rosa has.
  await page.getByLabel(records.phone, { exact: true }).fill('503 555 0142')
  await page.getByLabel(records.birthDate, { exact: true }).fill('1988-04-03')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  const same = page.getByRole('button', { name: records.sameAs('Rosa Quince') })
  await same.waitFor()
  await accessible(page, 'whom a request may be of')
  await shot(page, 'request-likely')
  await same.click()
  await page.waitForURL(/\/patients\/[0-9a-f-]+\/record/)
  await page.getByText('Rosa Quince').first().waitFor()
  await page.goto(`${here.origin}/requests`)
  await page.getByRole('article', { name: 'Twyla Twice' }).getByText(staff.becamePatient).waitFor()
  assert.deepEqual(troubles, [])
  await context.close()
})
