import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { patientWords } from '../web/words/en/patient.ts'
import { accessible } from './axe.ts'
import { device, shot } from './browser.ts'
import { gallery, heardWith, tooSmall } from './gallery.ts'
import { withSpeech } from './speech.ts'

// Questions one at a time, as a patient meets them on a phone: by tap, read aloud, closed and opened again, without a connection.
let shown: Awaited<ReturnType<typeof gallery>>
before(async () => {
  shown = await gallery()
})
after(() => shown.close())

const open: typeof shown.open = (...at) => shown.open(...at)

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
    const { page, context, troubles } = await device(shown.browser, 'phone')
    const { knows, heard } = await withSpeech(page)
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    await page.goto(`${shown.address}#phone`)
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
    // By ear: what the question begins with, and where one is, come with the question to which the focus was led.
    const question = page.getByRole('heading', { name: /first thing/ })
    assert.match(await heardWith(question), /^Over the last 2 weeks, .* Question 1 of 3$/)
    await page
      .getByRole('group', { name: /first thing/ })
      .getByRole('button', { name: 'Not at all' })
      .waitFor()
    await answer(page, 'Not at all')
    await answer(page, 'Not at all')
    await answer(page, 'Several days')
    await heading(page, 'You do not have to be alone with this')
    await page.getByText(patientWords.urgentUnknown).waitFor()
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
