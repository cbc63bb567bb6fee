import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { controlWords } from '../web/words/en/controls.ts'
import { accessible } from './axe.ts'
import { shot } from './browser.ts'
import { gallery, heardWith, tooSmall } from './gallery.ts'

// Every control of web/gallery, as a person meets it: in each mode, by touch and by keyboard, under the real policy.
let shown: Awaited<ReturnType<typeof gallery>>
before(async () => {
  shown = await gallery()
})
after(() => shown.close())

const open: typeof shown.open = (...at) => shown.open(...at)

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
    assert.match(await heardWith(systolic), /^mmHg/, 'the unit is heard with the field, not only seen')
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

  test('what is typed while the answer is awaited stays, and is kept as not saved', async () => {
    const { page } = await open('desktop', 'light')
    const note = page.getByLabel('Note')
    await fill(page, 'slow')
    await note.fill('She asked')
    await record(page)
    await page.getByRole('button', { name: controlWords.saving }).waitFor()
    await note.fill('She asked for tea.')
    await page.evaluate(() => window.dispatchEvent(new Event('answered')))
    await page.waitForFunction(() => document.body.dataset.saved)
    assert.equal((await saved(page)).values.note, 'She asked')
    await page.getByRole('button', { name: 'Record visit' }).waitFor()
    assert.equal(await note.inputValue(), 'She asked for tea.')
    await page.reload()
    await page.getByText('What you typed before is still here.').waitFor()
    assert.equal(await note.inputValue(), 'She asked for tea.')
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
