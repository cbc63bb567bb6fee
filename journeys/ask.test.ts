import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ownDatabase } from '../database/test.ts'
import { requestStaffWords as staff, requestWords as words } from '../web/words/en/request.ts'
import { siteWords } from '../web/words/en/site.ts'
import { accessible, device, shot, sizes } from './browser.ts'
import { type Served, served } from './served.ts'

// A newcomer reads and asks on a phone, once without a script; the front desk finds it and makes a patient of it. The
// pages speak for the one clinic of a server, so this database is nobody else's.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let close = async () => {}
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
    for (const path of ['/learn', '/learn/compare', '/learn/results', '/learn/ask', '/learn/crisis']) {
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
  assert.deepEqual(troubles, [])
  await context.close()
})
