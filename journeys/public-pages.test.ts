import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { publicPaths } from '../server/learn.ts'
import { aidWords as aid } from '../web/words/en/aid.ts'
import { requestWords as words } from '../web/words/en/request.ts'
import { says } from '../web/words/en/says/request.ts'
import { siteWords } from '../web/words/en/site.ts'
import { accessible } from './axe.ts'
import { device, shot } from './browser.ts'
import { type Newcomer, openToPublic } from './newcomer.ts'

// A newcomer reads the public pages, with eyes and without.
let here: Newcomer
before(async () => {
  here = await openToPublic()
})
after(() => here.close())

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
  await page.getByRole('img', { name: /^54 out of 100: had / }).waitFor()

  await page.goto(`${here.origin}/learn/ask`)
  here.aMomentLater()
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
