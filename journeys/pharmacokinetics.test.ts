import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { checked } from '../care/sessions/test.ts'
import { learnWords } from '../web/words/en/learn.ts'
import { levelWords } from '../web/words/en/levels.ts'
import { accessible } from './axe.ts'
import { device, shot, sizes } from './browser.ts'
import { type Served, served } from './served.ts'

let here: Served
before(async () => {
  here = await served()
})
after(() => here.close())

const path = '/learn/over-time'

test('whoever has no script reads all of it: pictures, words, numbers and what is uncertain', async () => {
  const context = await here.browser.newContext({ viewport: sizes.phone, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(here.origin + path)
  assert.ok((await page.title()).startsWith(learnWords.title))
  assert.equal(await page.locator('[data-route] svg').count(), 4)
  assert.equal(await page.locator('[data-choose]').isVisible(), false)
  for (const route of Object.values(learnWords.routes))
    assert.equal(await page.getByRole('heading', { name: route }).count(), 2)
  await page.getByText(learnWords.table.show).click()
  assert.ok(await page.getByRole('table').isVisible())
  await page.getByText(learnWords.uncertain.limits['im-height']).waitFor()
  await shot(page, 'over-time-no-script-phone')
  await context.close()
})

test('on any screen, light and dark, it is accessible and nothing scrolls sideways', async () => {
  for (const [size, dark] of [
    ['phone', false],
    ['phone', true],
    ['desktop', false],
  ] as const) {
    const { context, page, troubles } = await device(here.browser, size, { dark })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(here.origin + path)
    await page.locator('[data-plot]').scrollIntoViewIfNeeded()
    await page.locator('[data-choose]').waitFor()
    await page.getByText(learnWords.table.show).click()
    await accessible(page, `${path} on a ${size}`)
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))
    await shot(page, `over-time-${size}${dark ? '-dark' : ''}`)
    assert.deepEqual(troubles, [])
    await context.close()
  }
})

test('nothing is fetched until the pictures are seen; then routes, time and width are chosen by keyboard', async () => {
  const { context, page, troubles } = await device(here.browser, 'phone')
  await page.setViewportSize({ width: 390, height: 300 })
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await page.goto(here.origin + path, { waitUntil: 'networkidle' })
  assert.deepEqual(
    fetched.filter((name) => /plot|worker|\.bin|woff/.test(name)),
    [],
  )
  await page.locator('[data-plot]').scrollIntoViewIfNeeded()
  await page.locator('[data-choose]').waitFor()
  assert.ok(fetched.some((name) => name.endsWith('.bin')))
  const band = page.locator('[data-band="im"]')
  const reading = page.locator('[data-reading="im"]')
  await page.waitForFunction(() => document.querySelector('[data-reading="im"]')?.textContent)
  const [wide, atFirst] = [await band.getAttribute('d'), await reading.textContent()]
  await page.getByLabel(learnWords.choose.minute).focus()
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction((before) => document.querySelector('[data-reading="im"]')?.textContent !== before, atFirst)
  assert.match((await reading.textContent()) ?? '', /^1 h 01 min after the start: \d+% \(/)
  await page.getByLabel(learnWords.choose.width).focus()
  await page.keyboard.press('Home')
  await page.waitForFunction((before) => document.querySelector('[data-band="im"]')?.getAttribute('d') !== before, wide)
  const spray = page.getByRole('checkbox', { name: learnWords.short['nasal-esketamine'] })
  await spray.focus()
  await page.keyboard.press('Space')
  assert.equal(await page.locator('[data-route="nasal-esketamine"]').isVisible(), false)
  assert.deepEqual(troubles, [])
  await context.close()
})

test('a clinician sees levels of a published dose with its points, types an own one, and is told what is refused', async () => {
  const clinic = await here.app.clinicWith()
  for (const [size, dark] of [
    ['desktop', false],
    ['phone', true],
  ] as const) {
    const { context, page, troubles } = await here.signedIn(clinic, clinic.prescriber.staffId, size, dark)
    await page.goto(`${here.origin}/levels`)
    await page.getByRole('img', { name: /venous/ }).waitFor()
    assert.ok(await page.getByText(levelWords.points).isVisible())
    await page.getByText(levelWords.norketamine).click()
    await page.getByText(levelWords.norketamineUnit).waitFor()
    await accessible(page, `levels on a ${size}`)
    assert.deepEqual(
      await page.evaluate(() =>
        document.documentElement.scrollWidth <= innerWidth
          ? []
          : [...document.querySelectorAll('main *')]
              .filter((one) => one.getBoundingClientRect().right > innerWidth)
              .map((one) => one.outerHTML.slice(0, 120)),
      ),
      [],
    )
    await shot(page, `levels-${size}${dark ? '-dark' : ''}`)
    await page.getByLabel(levelWords.example).selectOption('own')
    await page.getByText(levelWords.incomplete).waitFor()
    await page.getByLabel(levelWords.dose).fill('35')
    await page.getByLabel(levelWords.minutes).fill('5')
    await page.getByRole('alert').filter({ hasText: 'injection by hand' }).waitFor()
    await page.getByLabel(levelWords.minutes).fill('45')
    await page.getByText(levelWords.noPoints).waitFor()
    await page.getByRole('img', { name: /venous/ }).waitFor()
    assert.deepEqual(troubles, [])
    await context.close()
  }
})

test('in a session the expected course stands behind the recorded vital signs, with what it cannot say', async () => {
  const { app } = here
  const session = await checked(app, undefined, {}, { route: 'esketamine' })
  await session.vitals({ systolic: 118 })
  assert.equal((await session.clear()).status, 200)
  assert.equal((await session.dose()).status, 200)
  await session.later(5)
  assert.equal((await session.dose({ number: 2 })).status, 200)
  for (const [minutes, systolic] of [
    [10, 129],
    [25, 127],
    [30, 121],
  ] as const) {
    await session.later(minutes)
    assert.equal((await session.vitals({ systolic })).status, 200)
  }
  for (const [size, dark] of [
    ['tablet', true],
    ['phone', false],
  ] as const) {
    const { context, page, troubles } = await here.signedIn(session.clinic, session.clinic.monitor.staffId, size, dark)
    await page.goto(`${here.origin}/sessions/${session.id}`)
    await page.locator('summary', { hasText: levelWords.session.title }).click()
    await page.locator('.level-band').waitFor()
    assert.ok(await page.getByText(levelWords.session.caution).isVisible())
    assert.equal(await page.locator('.level-pressure').count(), 5)
    assert.equal(await page.locator('.level-reported-range').count(), 1)
    await page.getByText(levelWords.session.reportedRange).waitFor()
    await accessible(page, `expected course on a ${size}`)
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))
    await page.locator('summary', { hasText: levelWords.session.title }).evaluate((one) => one.scrollIntoView())
    await shot(page, `expected-${size}${dark ? '-dark' : ''}`)
    assert.deepEqual(troubles, [])
    await context.close()
  }
})
