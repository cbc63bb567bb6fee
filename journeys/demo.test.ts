import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildWeb } from '../web/build.ts'
import { accountWords } from '../web/words/en/accounts.ts'
import { demoWords } from '../web/words/en/demo.ts'
import { shellWords } from '../web/words/en/shell.ts'
import { accessible } from './axe.ts'
import { type Device, device, openBrowser, shot, type Windows } from './browser.ts'
import { type Evenkeel, startEvenkeel } from './evenkeel.ts'

// From an empty installation to the demo clinic, through it as everybody, and out again.
let evenkeel: Evenkeel
let browser: Windows
let visitor: Device

before(async () => {
  await buildWeb()
  evenkeel = await startEvenkeel()
  browser = await openBrowser()
  visitor = await device(browser, 'desktop')
})
after(async () => {
  await browser.close()
  await evenkeel.stop()
})

const enter = async (role: Parameters<typeof demoWords.enter>[0]) => {
  const { page } = visitor
  await page.goto(`${evenkeel.origin}/demo`)
  await page.getByRole('button', { name: demoWords.enter(role) }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/demo'))
  await page.getByText(shellWords.demo).waitFor()
}

test('the first page offers a demo, which is made while one waits', async () => {
  const { page } = visitor
  await page.goto(evenkeel.origin)
  await page.getByRole('button', { name: 'Open the demo clinic' }).click()
  await page.getByText(demoWords.making).first().waitFor()
  await accessible(page, 'demo being made')
  await page.getByRole('button', { name: demoWords.enter('prescriber') }).waitFor({ timeout: 400_000 })
  await accessible(page, 'demo')
  await shot(page, 'demo')
})

test('everybody in it has something to see', async () => {
  const { page } = visitor
  const seen = {
    prescriber: 'Roomy Overduer',
    monitor: 'Roomy Overduer',
    'front-desk': 'Later Thisday',
    therapist: 'Neue Findings',
    display: 'Room 1',
    owner: 'Outbox',
  } as const
  for (const [role, words] of Object.entries(seen) as [keyof typeof seen, string][]) {
    await enter(role)
    await page.getByText(words).first().waitFor()
    await accessible(page, `demo as ${role}`)
  }
  // Nobody in it has a passkey, and nobody is said to have stayed away.
  await page.goto(`${evenkeel.origin}/settings/staff`)
  await page.getByText(accountWords.staff.lastSeen('')).first().waitFor()
  assert.equal(await page.getByText(accountWords.staff.notJoined).count(), 0)
})

test('the pages of a clinic in the middle of its day can be used by everybody', async () => {
  const { page } = visitor
  await enter('prescriber')
  for (const [path, words] of [
    ['/board', 'overdue'],
    ['/alerts', 'Nina Itemson'],
    ['/patients', 'Testa Sampleton'],
  ] as const) {
    await page.goto(`${evenkeel.origin}${path}`)
    await page.getByText(words).first().waitFor()
    await accessible(page, `demo ${path}`)
  }
  await page.getByText('Maynta Nance').click()
  await page.getByText('Scores over time').waitFor()
  await accessible(page, 'demo chart')
  await shot(page, 'demo-chart')
})

test('no session of the day scrolls sideways on a phone, whatever route and step it is at', async () => {
  const phone = await device(browser, 'phone')
  const { page } = phone
  await page.goto(`${evenkeel.origin}/demo`)
  await page.getByRole('button', { name: demoWords.enter('monitor') }).click()
  await page.getByText('Roomy Overduer').first().waitFor()
  const addresses = await page
    .locator('.day-row .day-name a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  assert.ok(addresses.length > 5)
  for (const address of addresses) {
    await page.goto(address)
    await page.locator('.session .page-title').waitFor()
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.equal(wider, 0, await page.locator('h1').innerText())
  }
  assert.deepEqual(phone.troubles, [])
  await phone.context.close()
})

test('a locked screen opens without a password, because nobody in it has one', async () => {
  const { page } = visitor
  await enter('monitor')
  await page.request.post(`${evenkeel.origin}/api/sign-in/lock`, {
    headers: { 'sec-fetch-site': 'same-origin' },
    data: {},
  })
  await page.reload()
  await page.getByRole('button', { name: demoWords.unlock }).click()
  await page.getByText('Roomy Overduer').first().waitFor()
})

test('it is thrown away by whoever looked around, and the first page is back', async () => {
  const { page } = visitor
  await page.goto(`${evenkeel.origin}/demo`)
  await page.getByRole('button', { name: demoWords.discard }).click()
  await page.waitForURL(/first-run/)
  assert.deepEqual(visitor.troubles, [])
})
