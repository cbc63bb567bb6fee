import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { system } from '../clinic/accounts/actor.ts'
import { savePassword } from '../clinic/accounts/credentials/changes.ts'
import { hashPassword } from '../clinic/accounts/credentials/password-hash.ts'
import { hashOf, newToken } from '../clinic/accounts/secrets.ts'
import { audited } from '../clinic/audit/audited.ts'
import { sql } from '../database/sql.ts'
import { newClinic } from '../database/test.ts'
import { addMinutes, Instant } from '../science/time.ts'
import { testApp } from '../server/test.ts'
import { buildWeb } from '../web/build.ts'
import { accountWords } from '../web/words/en/accounts.ts'
import { accessible } from './axe.ts'
import { device, openBrowser, shot, type sizes, type Windows } from './browser.ts'
import { listenWith } from './served.ts'

// The shell around every staff page: menu, focus, lock, lost contact. Signing in has its own journey.
const password = 'a quiet harbour at low tide'
let app: Awaited<ReturnType<typeof testApp>>
let server: Server
let browser: Windows

before(async () => {
  await buildWeb()
  app = await testApp()
  app.clock.now = Instant.parse(new Date().toISOString())
  server = (await listenWith(app)).server
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})

/** Somebody in a new clinic, whose browser is signed in. */
const signedIn = async (roles: string[], size: keyof typeof sizes, dark = false) => {
  const [clinicId, staffId, token] = [await newClinic(app.db), randomUUID(), newToken()]
  const hash = await hashPassword(password)
  await audited(app.db, { clinicId, actor: system, action: 'test.person', at: app.clock.now }, async (tx) => {
    await tx.run(sql`insert into staff (clinic_id, id, name, email, roles, active, created_at)
      values (${clinicId}, ${staffId}, 'Milo Monitor', ${`${staffId}@example.test`}, ${roles}, true, ${app.clock.now})`)
    await tx.run(sql`insert into sign_in (clinic_id, id, staff_id, token_hash, method, device, created_at, seen_at)
      values (${clinicId}, ${randomUUID()}, ${staffId}, ${hashOf(token)}, 'passkey', 'test', ${app.clock.now}, ${app.clock.now})`)
    await savePassword(tx, staffId, hash, app.clock.now)
  })
  const opened = await device(browser, size, { dark })
  const { port } = server.address() as AddressInfo
  await opened.context.addCookies([
    {
      name: '__Host-evenkeel',
      value: token,
      url: `https://localhost:${port}`,
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
    },
  ])
  return { ...opened, origin: `http://localhost:${port}`, close: () => opened.context.close() }
}

test('the menu is there by mouse, by keyboard and on a phone, and every page says where one is', async () => {
  for (const [size, dark] of [
    ['desktop', false],
    ['tablet', true],
    ['phone', false],
  ] as const) {
    const { page, troubles, origin, close } = await signedIn(['monitor'], size, dark)
    await page.goto(`${origin}/settings`)
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    assert.match(await page.title(), /^Settings · /)
    assert.equal(await page.getByRole('link', { name: 'Settings' }).getAttribute('aria-current'), 'page')
    await accessible(page, `settings on a ${size}`)
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true)
    await shot(page, `shell-${size}`)
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to main content')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'page')
    await page.goto(`${origin}/no/such/page`)
    await page.getByRole('heading', { name: 'Page not found' }).waitFor()
    await page.goto(`${origin}/patients/cut-off`)
    await page.getByText('Nothing was found at this address. It may be mistyped or cut off.').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0)
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.waitForFunction(() => document.activeElement?.textContent === 'Settings')
    assert.deepEqual(troubles, [])
    await close()
  }
})

test('an owner who opens what is not theirs is told where roles are given', async () => {
  const { page, origin, close } = await signedIn(['owner'], 'desktop')
  await page.goto(`${origin}/alerts`)
  await page.getByText('If you need it for your work, add the role for it to your account under Staff.').waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Staff' }).click()
  await page.getByRole('heading', { level: 1, name: 'Staff' }).waitFor()
  await close()
})

test('the person chooses how the screen looks, and it stays', async () => {
  const { page, origin, close } = await signedIn(['monitor'], 'tablet')
  await page.goto(`${origin}/settings`)
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  await page.getByLabel('Milo Monitor: menu').click()
  await page.getByLabel('Dim, for the session room').first().check()
  await accessible(page, 'the user menu in dim')
  await shot(page, 'shell-menu-dim')
  await page.reload()
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.dataset.mode), 'dim')
  await close()
})

test('locking hides the page, keeps it as it was, and opens to the password only', async () => {
  const { page, troubles, origin, close } = await signedIn(['monitor'], 'tablet')
  await page.goto(`${origin}/settings`)
  const heading = page.getByRole('heading', { name: 'Settings' })
  await heading.evaluate((one) => (one.dataset.typed = 'still here'))
  const other = await page.context().newPage()
  await other.goto(`${origin}/settings`)
  await other.getByRole('heading', { name: 'Settings' }).waitFor()
  await page.getByLabel('Milo Monitor: menu').click()
  await page.getByRole('button', { name: 'Lock this screen' }).click()
  await page.getByRole('heading', { name: 'Locked' }).waitFor()
  assert.equal(await heading.isVisible(), false)
  assert.match(await page.title(), /^Locked/)
  // What this person left open in another tab is not left open for whoever the tablet is handed to.
  await other.getByRole('heading', { name: 'Locked' }).waitFor({ timeout: 5_000 })
  await accessible(page, 'the locked screen')
  await shot(page, 'shell-locked')
  // Nothing behind the lock can be reached by keyboard.
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement?.closest('.behind-the-door') ?? null), null)
  }
  await page.getByLabel('Password').fill('not this one at all')
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await page.getByText('This password does not match.').first().waitFor()
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await heading.waitFor()
  assert.equal(await heading.evaluate((one) => one.dataset.typed), 'still here')
  assert.equal(await page.evaluate(() => document.activeElement?.closest('.behind-the-door') !== null), true)
  await other.getByRole('heading', { name: 'Settings' }).waitFor()
  await other.close()
  assert.deepEqual(troubles, [])
  await close()
})

test('a dialog that is open does not stand before the lock, nor in its way, and is as it was behind it', async () => {
  const { page, troubles, origin, close } = await signedIn(['owner'], 'tablet')
  await page.goto(`${origin}/settings/staff`)
  await page.getByRole('button', { name: accountWords.staff.invite, exact: true }).click()
  const name = page.getByLabel(accountWords.staff.name, { exact: true })
  await name.fill('Nina Nurse')
  await page.evaluate(() => {
    const paper = document.body.appendChild(document.createElement('div'))
    paper.className = 'on-paper-only'
    paper.textContent = 'A patient’s code'
  })
  // A dialog leaves no way to the menu: it is another tab that locks, as it is time or a colleague elsewhere.
  const other = await page.context().newPage()
  await other.goto(`${origin}/settings`)
  await other.getByLabel('Milo Monitor: menu').click()
  await other.getByRole('button', { name: 'Lock this screen' }).click()
  await page.bringToFront()
  await page.getByRole('heading', { name: 'Locked' }).waitFor()
  assert.deepEqual([await name.isVisible(), await page.getByRole('dialog').count()], [false, 0])
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByText('A patient’s code').isVisible(), false, 'nor is it printed')
  await page.emulateMedia({ media: 'screen' })
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await name.waitFor()
  assert.equal(await name.inputValue(), 'Nina Nurse')
  assert.equal(await name.evaluate((field) => field === document.activeElement), true, 'and one types on')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByText('A patient’s code').isVisible(), true)
  await page.emulateMedia({ media: 'screen' })
  await page.keyboard.press('Escape')
  await name.waitFor({ state: 'detached' })
  assert.deepEqual(troubles, [])
  await close()
})

test('a tab that lies untouched does not lock the one that its person works in, and both lock once nobody is there', async () => {
  const { page, origin, close } = await signedIn(['monitor'], 'tablet')
  await page.clock.install()
  await page.goto(`${origin}/settings`)
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  const other = await page.context().newPage()
  await other.goto(`${origin}/settings`)
  await other.getByRole('heading', { name: 'Settings' }).waitFor()
  for (let tens = 0; tens < 4; tens += 1) {
    await page.clock.fastForward('10:00')
    await page.keyboard.press('Shift')
  }
  await page.clock.runFor(6_000)
  for (const tab of [page, other]) assert.equal(await tab.getByRole('heading', { name: 'Locked' }).count(), 0)
  await page.clock.fastForward('31:00')
  await page.clock.runFor(6_000)
  for (const tab of [page, other]) await tab.getByRole('heading', { name: 'Locked' }).waitFor()
  await close()
})

test('a reload does not open a locked screen, nor does a server that locked it first', async () => {
  const { page, origin, close } = await signedIn(['monitor'], 'desktop')
  await page.goto(`${origin}/settings`)
  await page.getByLabel('Milo Monitor: menu').click()
  // The screen is locked at once; the server hears of it a moment later.
  await Promise.all([
    page.waitForResponse('**/api/sign-in/lock'),
    page.getByRole('button', { name: 'Lock this screen' }).click(),
  ])
  await page.getByRole('heading', { name: 'Locked' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Locked' }).waitFor()
  assert.equal(await page.getByRole('heading', { name: 'Settings' }).isVisible(), false)
  await page.evaluate(() => sessionStorage.clear())
  await page.reload()
  await page.getByRole('heading', { name: 'Locked' }).waitFor()
  await close()
})

test('a sign-in that ran out while it was locked does not lock the next one', async () => {
  const { page, context, origin, close } = await signedIn(['monitor'], 'desktop')
  await page.goto(`${origin}/settings`)
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  await page.evaluate(() => sessionStorage.setItem('evenkeel.locked', '1'))
  const [was] = await context.cookies()
  assert.ok(was)
  await context.clearCookies()
  await page.reload()
  await page.getByRole('button', { name: 'Sign in' }).first().waitFor()
  await page.waitForFunction(() => sessionStorage.getItem('evenkeel.locked') === null)
  const url = origin.replace('http:', 'https:')
  const { name, value } = was
  await context.addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Strict' }])
  await page.reload()
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  assert.equal(await page.getByRole('heading', { name: 'Locked' }).count(), 0)
  await close()
})

test('whoever was typing when the screen locked types on where they were', async () => {
  const { page, origin, close } = await signedIn(['monitor'], 'desktop')
  const other = await page.context().newPage()
  await Promise.all([page.goto(`${origin}/patients/new`), other.goto(`${origin}/settings`)])
  const name = page.getByLabel('Family name')
  await name.fill('Testp')
  await other.getByLabel('Milo Monitor: menu').click()
  await other.getByRole('button', { name: 'Lock this screen' }).click()
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await page.getByRole('heading', { name: 'Locked' }).waitFor({ state: 'detached' })
  await page.keyboard.type('erson')
  assert.equal(await name.inputValue(), 'Testperson')
  await close()
})

for (const where of ['there', 'in another tab'])
  test(`what was being saved when the server locked the screen is saved once it is unlocked ${where}`, async () => {
    const { page, troubles, origin, close } = await signedIn(['monitor'], 'desktop')
    const other = where === 'there' ? page : await page.context().newPage()
    if (other !== page) await other.goto(`${origin}/settings`)
    await page.goto(`${origin}/patients/new`)
    await page.getByLabel('Given name').fill('Marigold')
    await page.getByLabel('Family name').fill('Testperson')
    await page.getByLabel('Date of birth').fill('1988-02-29')
    const before = app.clock.now
    app.clock.now = addMinutes(before, 20)
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.getByRole('heading', { name: 'Locked' }).waitFor()
    await other.getByLabel('Password').fill(password)
    await other.getByRole('button', { name: 'Unlock', exact: true }).click()
    await page.waitForURL(/\/patients\/[0-9a-f-]{36}\/record/)
    await page.getByText('Marigold').first().waitFor()
    assert.deepEqual(troubles, [])
    app.clock.now = before
    await close()
  })

test('signing out leaves nothing of the person on the device', async () => {
  const { page, origin, close } = await signedIn(['monitor'], 'desktop')
  await page.goto(`${origin}/settings`)
  await page.evaluate(() => sessionStorage.setItem('evenkeel.draft.something', '{"name":"typed"}'))
  await page.getByLabel('Milo Monitor: menu').click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('button', { name: 'Sign out and lose it' }).click()
  await page.getByRole('button', { name: 'Sign in' }).first().waitFor()
  assert.equal(await page.evaluate(() => sessionStorage.getItem('evenkeel.draft.something')), null)
  await accessible(page, 'the door')
  await shot(page, 'shell-door')
  await close()
})

test('a lost server is said with the time, and so is its return', async () => {
  const { page, origin, close } = await signedIn(['monitor'], 'tablet')
  await page.goto(`${origin}/settings`)
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  const { port } = server.address() as AddressInfo
  await page.waitForTimeout(500)
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await page.getByText(/No connection to the server since \d+:\d\d/).waitFor({ timeout: 40_000 })
  await accessible(page, 'a page without contact')
  await shot(page, 'shell-no-contact')
  // First something else answers there, as a proxy does while the server restarts: a browser gives up after that.
  const proxy = createServer((_, response) => response.writeHead(502).end()).listen(port, '127.0.0.1')
  await page.waitForTimeout(7_000)
  assert.ok(await page.getByText(/No connection to the server/).isVisible())
  proxy.closeAllConnections()
  await new Promise((resolve) => proxy.close(resolve))
  server = (await listenWith(app, port)).server
  await page.getByText(/No connection to the server/).waitFor({ state: 'detached', timeout: 40_000 })
  await close()
})
