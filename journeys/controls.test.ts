import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { securityHeaders } from '../server/guard.ts'
import { viteConfig } from '../web/vite.config.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { accessible } from './axe.ts'
import { type Device, device, openBrowser, shot, type sizes, type Windows } from './browser.ts'
import { withSpeech } from './speech.ts'

// Every control of web/gallery, as a person meets it: in each mode, by touch and by keyboard, under the real policy.
const folder = mkdtempSync(join(tmpdir(), 'evenkeel-gallery-'))
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}
let server: Server
let browser: Windows

before(async () => {
  const input = join(import.meta.dirname, '../web/gallery/gallery.html')
  await build({ ...viteConfig, build: { ...viteConfig.build, outDir: folder, rolldownOptions: { input } } })
  server = createServer((request, response) => {
    const file = join(folder, new URL(request.url ?? '/', 'http://localhost').pathname)
    if (!file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { ...securityHeaders, 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    return response.end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

// One window a size, for all tests that need that size: opening one takes longer than most of them.
const windows = new Map<string, Device>()
const open = async (size: keyof typeof sizes, mode: string, at = '') => {
  const one = windows.get(size) ?? (await device(browser, size))
  windows.set(size, one)
  const { page, troubles } = one
  troubles.length = 0
  const address = `http://localhost:${(server.address() as AddressInfo).port}/gallery/gallery.html${at}`
  await page.goto(address)
  await page.evaluate((chosen) => {
    sessionStorage.clear()
    localStorage.clear()
    localStorage.setItem('evenkeel.mode', chosen)
  }, mode)
  await page.reload()
  await page.waitForSelector('h1')
  return { page, troubles }
}

/** The height and width of everything that can be pressed, smaller than `least`; links inside a sentence are excepted. */
const tooSmall = (page: Page, least: number) =>
  page.evaluate((px) => {
    const shown = [...document.querySelectorAll('button, input, select, textarea, summary, a.button')].map((one) => {
      // A radio or box is pressed by the tile around it.
      const target = one.closest('.tile') ?? one.closest('.entry') ?? one
      const { width, height } = target.getBoundingClientRect()
      return { what: one.textContent || one.getAttribute('name') || one.tagName, width, height, kind: one.className }
    })
    return shown.filter(({ width, height, kind }) => height > 0 && (height < px || width < px) && kind !== 'error-step')
  }, least)

describe('the controls', () => {
  for (const [mode, size, room] of [
    ['light', 'desktop', false],
    ['dark', 'phone', false],
    ['dim', 'tablet', true],
  ] as const) {
    test(`are accessible, big enough and quiet in ${mode} on a ${size}`, async () => {
      const { page, troubles } = await open(size, mode, room ? '#room' : '')
      await accessible(page, `the gallery in ${mode}`)
      assert.deepEqual(await tooSmall(page, room ? 56 : 44), [])
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true)
      await page.getByRole('button', { name: 'Record visit' }).click()
      await page.getByText(controlWords.toMend(6)).waitFor()
      await accessible(page, `the gallery with errors in ${mode}`)
      await shot(page, `controls-${mode}-${size}`)
      assert.deepEqual(troubles, [])
    })
  }

  test('dim is dim before any of the application has loaded, and stays so when it never does', async () => {
    const { page } = await open('tablet', 'dim')
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.reload()
    const seen = await page.evaluate(() => {
      const { backgroundColor, colorScheme } = getComputedStyle(document.documentElement)
      return { backgroundColor, colorScheme, started: document.querySelector('h1') !== null }
    })
    assert.deepEqual(seen, { backgroundColor: 'rgb(12, 6, 4)', colorScheme: 'dark', started: false })
    await page.unroute('**/assets/*.js')
  })

  test('a disabled button says why, can be reached, and does nothing', async () => {
    const { page } = await open('desktop', 'light')
    const clear = page.getByRole('button', { name: 'Clear for dose' })
    await clear.focus()
    assert.equal(await clear.getAttribute('aria-disabled'), 'true')
    const reason = await clear.getAttribute('aria-describedby')
    assert.equal(await page.locator(`[id="${reason}"]`).textContent(), 'The blood pressure is not known.')
  })

  test('a button shows the server’s answer beneath it', async () => {
    const { page } = await open('desktop', 'light')
    await page.getByRole('button', { name: 'Release to Sam' }).click()
    await page.getByRole('status').filter({ hasText: 'Kim Monitor did this first, at 2:04 PM.' }).waitFor()
  })

  test('the plot has the same as a table, one tap away', async () => {
    const { page } = await open('phone', 'light')
    await page.getByRole('button', { name: 'PHQ-9: Show as a table' }).click()
    assert.equal(await page.getByRole('table', { name: 'PHQ-9' }).getByRole('row').count(), 13)
  })
})

describe('a form', () => {
  const fill = async (page: Page, name = 'Marigold') => {
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('Systolic pressure').fill('128')
    await page.getByRole('group', { name: 'Is an escort named?' }).getByLabel('Not known').check()
    await page.getByRole('group', { name: 'Room' }).getByLabel('Room 2').check()
    await page.getByLabel('Day').fill('2026-11-24')
    await page.getByLabel('None of these').check()
  }
  const saved = (page: Page) => page.evaluate(() => JSON.parse(document.body.dataset.saved ?? 'null'))
  const record = (page: Page) => page.getByRole('button', { name: 'Record visit' }).click()

  test('preselects nothing, and sends exactly what was entered', async () => {
    const { page } = await open('desktop', 'light')
    assert.equal(await page.locator('form input:checked').count(), 0)
    await fill(page)
    await record(page)
    await page.waitForFunction(() => document.body.dataset.saved)
    assert.deepEqual(await saved(page), {
      values: { name: 'Marigold', systolic: 128, escort: 'not known', room: 'two', day: '2026-11-24', effects: [] },
      confirmed: [],
    })
  })

  test('refuses an impossible number, and asks once more about an unlikely one', async () => {
    const { page } = await open('desktop', 'light')
    await fill(page)
    const systolic = page.getByLabel('Systolic pressure')
    await systolic.fill('1200')
    await record(page)
    await page.getByText('Systolic pressure 1200 mmHg is not possible').first().waitFor()
    assert.equal(await systolic.evaluate((one) => one === document.activeElement), true)
    await systolic.fill('240')
    await record(page)
    assert.equal(await saved(page), null)
    await page.getByRole('button', { name: '240 mmHg is correct' }).click()
    await record(page)
    await page.waitForFunction(() => document.body.dataset.saved)
    const { values, confirmed } = await saved(page)
    assert.deepEqual([values.systolic, confirmed], [240, ['systolic']])
  })

  test('a confirmed number that is changed is asked about anew', async () => {
    const { page } = await open('desktop', 'light')
    await fill(page)
    await page.getByLabel('Systolic pressure').fill('240')
    await page.getByLabel('Weight').focus()
    await page.getByRole('button', { name: '240 mmHg is correct' }).click()
    await page.getByLabel('Systolic pressure').fill('250')
    await record(page)
    await page.getByRole('button', { name: '250 mmHg is correct' }).waitFor()
    assert.equal(await saved(page), null)
  })

  test('a number that is none stays as it was typed, with what is wrong beside it', async () => {
    const { page } = await open('desktop', 'light')
    await fill(page)
    await page.getByLabel('Systolic pressure').fill('120/80')
    await record(page)
    await page.getByText('Enter a number.').waitFor()
    assert.equal(await page.getByLabel('Systolic pressure').inputValue(), '120/80')
  })

  test('puts the server’s sentence on its field, focuses it, and keeps the rest', async () => {
    const { page } = await open('desktop', 'light')
    await fill(page, 'refused')
    await record(page)
    await page.getByText('This name is taken.').waitFor()
    const name = page.getByLabel('Name', { exact: true })
    assert.equal(await name.getAttribute('aria-invalid'), 'true')
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'name')
    assert.equal(await page.getByLabel('Systolic pressure').inputValue(), '128')
    await name.fill('Marigold')
    await record(page)
    await page.waitForFunction(() => document.body.dataset.saved)
  })

  test('keeps what was typed through lost contact and a reload, until it is saved', async () => {
    const { page } = await open('desktop', 'light')
    await fill(page, 'offline')
    await record(page)
    await page.getByText('No connection to the server.').waitFor()
    await page.reload()
    await page.getByText('What you typed before is still here.').waitFor()
    assert.equal(await page.getByLabel('Systolic pressure').inputValue(), '128')
    assert.equal(await page.getByLabel('Not known').isChecked(), true)
    await page.getByLabel('Name', { exact: true }).fill('Marigold')
    await record(page)
    await page.waitForFunction(() => document.body.dataset.saved)
    await page.reload()
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), '')
  })

  test('sent again after its answer was lost it is stored once; with something else in it, it can be started over', async () => {
    const { page } = await open('desktop', 'light')
    await fill(page, 'lost')
    await record(page)
    await page.getByText('No connection to the server.').waitFor()
    await record(page)
    await page.waitForFunction(() => document.body.dataset.saved)

    await page.reload()
    await fill(page, 'lost')
    await record(page)
    await page.getByText('No connection to the server.').waitFor()
    await page.getByLabel('Systolic pressure').fill('130')
    await record(page)
    await page.getByText('Something else was stored already.').waitFor()
    await page.getByRole('button', { name: 'Start over' }).click()
    await page.getByText('What you typed before is still here.').waitFor({ state: 'hidden' })
    await fill(page)
    await record(page)
    await page.waitForFunction(() => document.body.dataset.saved)
  })

  test('starts over when asked', async () => {
    const { page } = await open('desktop', 'light')
    await fill(page)
    await page.reload()
    const systolic = page.getByLabel('Systolic pressure')
    assert.equal(await systolic.inputValue(), '128')
    await page.getByRole('button', { name: 'Start over' }).click()
    // The fields are drawn anew a moment after the tap.
    await page.getByText('What you typed before is still here.').waitFor({ state: 'hidden' })
    await page.waitForFunction((field) => (field as HTMLInputElement).value === '', await systolic.elementHandle())
    assert.equal(await page.locator('form input:checked').count(), 0)
  })
})

describe('questions on a phone', () => {
  const answer = (page: Page, text: string) => page.getByRole('button', { name: text, exact: true }).click()
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
  const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => /answers/.test(key)))
  const saved = (page: Page) => page.evaluate(() => JSON.parse(document.body.dataset.saved ?? 'null'))

  test('come one at a time, under the thumb, with help in reach', async () => {
    const { page, troubles } = await open('phone', 'light', '#phone')
    await shot(page, 'phone-intro')
    await answer(page, 'Start')
    await heading(page, /first thing/)
    await page.getByText('Question 1 of 3').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1')
    await accessible(page, 'a question')
    await shot(page, 'phone-question')
    assert.deepEqual(await tooSmall(page, 44), [])
    assert.ok(await page.getByRole('link', { name: 'Call 988' }).isVisible())
    assert.equal(await page.getByRole('link', { name: 'Text 988' }).getAttribute('href'), 'sms:988')
    await answer(page, 'Several days')
    await heading(page, /second thing/)
    await answer(page, 'Back')
    assert.equal(await page.getByRole('button', { name: 'Several days' }).getAttribute('aria-pressed'), 'true')
    assert.deepEqual(troubles, [])
  })

  test('are read aloud by a tap, with the phone’s own voice, until a second tap, an answer or another page', async () => {
    const { page, context, troubles } = await device(browser, 'phone')
    const { knows, heard } = await withSpeech(page)
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/gallery/gallery.html#phone`)
    await answer(page, 'Start')
    await heading(page, /first thing/)
    assert.equal(await button('Read aloud').count(), 0, 'no voice yet')
    await knows(false)
    assert.equal(await button('Read aloud').count(), 0, 'a voice that sends the words elsewhere')
    await knows(true)
    await button('Read aloud').waitFor()
    assert.deepEqual((await heard()).said, [], 'it does not begin by itself')
    await accessible(page, 'a question that can be read aloud')
    await shot(page, 'phone-aloud')
    assert.deepEqual(await tooSmall(page, 44), [])
    await answer(page, 'Read aloud')
    await button('Stop reading').waitFor()
    const first = (await heard()).said
    assert.deepEqual(first, [
      'Own: Over the last 2 weeks, how often have you been bothered by this made-up thing?',
      'Own: A made-up first thing, such as a noisy neighbor or a door that will not close',
      ...['Not at all', 'Several days', 'More than half the days', 'Nearly every day'].map((text) => `Own: ${text}`),
    ])
    const { cancelled } = await heard()
    await answer(page, 'Stop reading')
    await button('Read aloud').waitFor()
    assert.equal((await heard()).cancelled, cancelled + 1)
    // An answer in the middle of it: the next question is silent until it is asked for.
    await answer(page, 'Read aloud')
    const again = (await heard()).cancelled
    await answer(page, 'Several days')
    await heading(page, /second thing/)
    await button('Read aloud').waitFor()
    assert.deepEqual([(await heard()).cancelled, (await heard()).said.length], [again + 1, 2 * first.length])
    await answer(page, 'Read aloud')
    assert.match((await heard()).said[2 * first.length + 1] ?? '', /second thing/)
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
    await button('Read aloud').waitFor()
    assert.equal((await heard()).cancelled, again + 3)
    assert.deepEqual(troubles, [])
    await context.close()
  })

  test('show 988 at once, before anything is sent', async () => {
    const { page } = await open('phone', 'dark', '#phone')
    await answer(page, 'Start')
    await answer(page, 'Not at all')
    await answer(page, 'Not at all')
    await answer(page, 'Several days')
    await heading(page, 'You do not have to be alone with this')
    await accessible(page, 'help at once')
    await shot(page, 'phone-urgent')
    assert.equal(await saved(page), null)
    await answer(page, 'Continue with the questions')
    await heading(page, 'Your answers')
  })

  test('are where they were after the page was closed, and send what was answered and what was not', async () => {
    const { page } = await open('phone', 'light', '#phone')
    await answer(page, 'Start')
    await answer(page, 'Not at all')
    await page.reload()
    await answer(page, 'Pick up where you left off')
    await heading(page, /second thing/)
    await answer(page, 'I would rather not answer this')
    await answer(page, 'Not at all')
    await page.getByText('1 question without an answer.').waitFor()
    await accessible(page, 'the review')
    await shot(page, 'phone-review')
    await answer(page, 'Send to the clinic')
    await heading(page, 'Sent. Thank you.')
    const { responses } = await saved(page)
    assert.deepEqual(
      responses.map(({ instrument, answers }: { instrument: string; answers: unknown }) => [instrument, answers]),
      [
        ['rest', { 1: 0, 2: null }],
        ['dark', { 1: 0 }],
      ],
    )
    assert.deepEqual(await kept(page), [])
  })

  test('changed in the review come back to the review', async () => {
    const { page } = await open('phone', 'light', '#phone')
    await answer(page, 'Start')
    for (let question = 0; question < 3; question++) await answer(page, 'Not at all')
    await page.getByRole('button', { name: /second thing/ }).click()
    await answer(page, 'Nearly every day')
    await heading(page, 'Your answers')
    await page.getByRole('button', { name: /second thing Nearly every day/ }).waitFor()
  })

  test('wait on the phone without a connection, and send themselves once there is one, with the same ids', async () => {
    const { page } = await open('phone', 'light', '#phone')
    await page.evaluate(() => (document.body.dataset.offline = ''))
    await answer(page, 'Start')
    for (let question = 0; question < 3; question++) await answer(page, 'Not at all')
    await answer(page, 'Send to the clinic')
    await page.getByText('Saved on this phone, not yet sent').waitFor()
    await shot(page, 'phone-offline')
    const ids = await page.evaluate(() => JSON.parse(localStorage.getItem('evenkeel.answers.gallery') ?? '{}').ids)
    await page.evaluate(() => {
      delete document.body.dataset.offline
      window.dispatchEvent(new Event('online'))
    })
    await heading(page, 'Sent. Thank you.')
    const { responses } = await saved(page)
    assert.deepEqual(
      responses.map(({ id }: { id: string }) => id),
      [ids.rest, ids.dark],
    )
    assert.deepEqual(await kept(page), [])
  })

  test('still unsent when the page is opened again are sent without another tap', async () => {
    const { page } = await open('phone', 'light', '#phone')
    await page.evaluate(() => (document.body.dataset.offline = ''))
    await answer(page, 'Start')
    for (let question = 0; question < 3; question++) await answer(page, 'Not at all')
    await answer(page, 'Send to the clinic')
    await page.getByText('Saved on this phone, not yet sent').waitFor()
    await page.reload()
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await heading(page, 'Sent. Thank you.')
  })
})
