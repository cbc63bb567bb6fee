import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aidWords as aid } from '../web/words/en/aid.ts'
import { checkWords as check } from '../web/words/en/check.ts'
import { intakeWords as intake } from '../web/words/en/intake.ts'
import { requestWords as words } from '../web/words/en/request.ts'
import { siteWords } from '../web/words/en/site.ts'
import { accessible } from './axe.ts'
import { device, shot } from './browser.ts'
import { fits, type Newcomer, openToPublic } from './newcomer.ts'

// What is kept of a public form while somebody goes back, looks elsewhere or loads it anew; and what is wiped.
let here: Newcomer
before(async () => {
  here = await openToPublic()
})
after(() => here.close())

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
    here.aMomentLater()
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
  here.aMomentLater()
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
  here.aMomentLater()
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
