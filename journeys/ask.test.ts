import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { ownDatabase } from '../database/test.ts'
import { aidWords as aid } from '../web/words/en/aid.ts'
import { checkWords as check } from '../web/words/en/check.ts'
import { intakeWords as intake } from '../web/words/en/intake.ts'
import { requestStaffWords as staff, requestWords as words } from '../web/words/en/request.ts'
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
})
after(async () => {
  await here.close()
  await close()
})

test('a newcomer reads on a phone, in light and dark; nothing scrolls sideways', async () => {
  for (const dark of [false, true]) {
    const { context, page, troubles } = await device(here.browser, 'phone', { dark })
    for (const path of ['/learn', '/learn/compare', '/learn/results', '/learn/ask', '/learn/refer', '/learn/crisis']) {
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
  const part = (name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor()
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
  await next()
  await part(aid.page.title)
  await page.getByRole('heading', { level: 4, name: aid.matters.needles }).waitFor()
  assert.equal(await page.getByRole('heading', { level: 4, name: aid.matters.speed }).count(), 0)
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
  // Nobody fills this in within three seconds; the clock says so instead of a wait.
  here.app.clock.now = new Date(Date.parse(here.app.clock.now) + 60_000).toISOString() as typeof here.app.clock.now
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('alert').getByText(words.fix).waitFor()
  assert.equal(await page.getByLabel(words.fields.goals).inputValue(), 'Low for years 😀 <b>tired</b>')
  await page.getByLabel(words.ways.call).check()
  await page.getByLabel(words.agree.agreeContact).check()
  await page.getByLabel(words.agree.agreeNotUrgent).check()
  here.app.clock.now = new Date(Date.parse(here.app.clock.now) + 60_000).toISOString() as typeof here.app.clock.now
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('heading', { name: words.received.title }).waitFor()
  await shot(page, 'public-received')
  await context.close()
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
