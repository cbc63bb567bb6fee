import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { nextPart, type Part } from '../care/evaluation/parts.ts'
import { sections } from '../care/evaluation/questions.ts'
import { registered } from '../clinic/records/test.ts'
import { asq } from '../science/instruments/asq.ts'
import { phq9 } from '../science/instruments/phq9.ts'
import { evaluationWords } from '../web/words/en/evaluation.ts'
import { recordWords } from '../web/words/en/records.ts'
import { accessible } from './axe.ts'
import { done, shot, type sizes } from './browser.ts'
import { type Served, served } from './served.ts'

// The whole evaluation once more, with the keyboard alone.
let here: Served
let app: Served['app']
let origin = ''
let clinic: Awaited<ReturnType<typeof app.clinicWith>>

before(async () => {
  here = await served()
  ;({ app, origin } = here)
  clinic = await app.clinicWith()
})
after(() => here.close())

const signedIn = (staffId: string, size: keyof typeof sizes, dark = false) => here.signedIn(clinic, staffId, size, dark)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const lookedAt = async (page: Page, name: string) => {
  // At its end nothing of a page lies half behind the menu at the bottom of a tablet.
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }))
  await accessible(page, name)
  await shot(page, `evaluation-${name}`)
}
const focused = (target: Locator) => target.evaluate((element) => element === document.activeElement)
/** Goes on with Tab until it stands on this, where the focus must be seen. */
const tabTo = async (page: Page, target: Locator) => {
  await target.waitFor()
  for (let pressed = 0; !(await focused(target)); pressed++) {
    assert.ok(pressed < 150, `the keyboard does not reach ${target}`)
    await page.keyboard.press('Tab')
  }
  const seen = await target.evaluate((element) => {
    const frame = (one: Element) =>
      getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none'
    return [element, element.closest('label, .entry') ?? element].some(frame)
  })
  assert.ok(seen, `the focus on ${target} is not seen`)
}
const enter = async (page: Page, target: Locator) => {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}
const typeInto = async (page: Page, label: string, text: string) => {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.type(text)
}
/** No is the second answer, one arrow from where Tab arrives. */
const no = async (page: Page, question: string) => {
  const group = page.getByRole('group', { name: question })
  await tabTo(page, group.getByRole('radio').first())
  await page.keyboard.press('ArrowRight')
  await group.getByRole('radio').nth(1).and(page.locator(':checked')).waitFor()
}
const goOn = async (page: Page, part: Part) => {
  const next = evaluationWords.parts[nextPart(part) ?? 'findings']
  await page.getByText(evaluationWords.saving).first().waitFor({ state: 'hidden' })
  await enter(page, page.getByRole('link', { name: evaluationWords.next(next) }))
  const heading = page.getByRole('heading', { level: 2, name: next, exact: true }).first()
  await heading.waitFor()
  assert.ok(await focused(heading), `the focus is not at the beginning of ${next}`)
}
const noToPart = async (page: Page, part: 'mind' | 'heart' | 'substances' | 'body') => {
  for (const key of Object.keys(sections[part]) as (keyof typeof evaluationWords.questions)[]) {
    await no(page, evaluationWords.questions[key])
  }
  await goOn(page, part)
}

test('the whole evaluation to a signed determination, with the keyboard alone', async () => {
  const { questions } = evaluationWords
  const { id } = await registered(clinic.prescriber)
  const own = await signedIn(clinic.prescriber.staffId, 'desktop', true)
  const { page } = own
  await page.goto(`${origin}/patients/${id}/evaluation`)
  await enter(page, button(page, evaluationWords.start))
  await typeInto(page, questions.history, 'Eight years, four episodes.')
  await enter(page, button(page, recordWords.add.problem))
  await typeInto(page, recordWords.words, 'Recurrent depression')
  await typeInto(page, recordWords.code, 'F33.2')
  await tabTo(page, page.getByLabel(recordWords.statuses.active, { exact: true }))
  await page.keyboard.press('Space')
  await enter(page, button(page, recordWords.save))
  await page.getByText('Active · F33.2', { exact: true }).waitFor()
  await goOn(page, 'story')
  const { trials, results, entries } = evaluationWords
  await enter(page, button(page, trials.add))
  await typeInto(page, trials.medicine, 'Sertraline')
  await tabTo(page, page.getByLabel(trials.kinds.antidepressant, { exact: true }))
  await page.keyboard.press('Space')
  await typeInto(page, trials.mgPerDay, '150')
  await typeInto(page, trials.weeks, '10')
  await enter(page, button(page, entries.save))
  await page
    .getByText(/Sertraline/)
    .first()
    .waitFor()
  await goOn(page, 'trials')
  await goOn(page, 'episode')
  await typeInto(page, questions.systolic, '122')
  await typeInto(page, questions.diastolic, '78')
  await page.keyboard.press('Enter')
  await page
    .getByText(/Petra Prescriber, /)
    .first()
    .waitFor()
  await goOn(page, 'signs')
  await goOn(page, 'examination')
  for (const { text } of asq.items) await no(page, text)
  await enter(page, button(page, evaluationWords.record))
  await page.getByText(evaluationWords.asqResults.negative ?? '', { exact: true }).waitFor()
  await goOn(page, 'asq')
  for (const { text } of phq9.items.slice(0, 9)) {
    await tabTo(page, page.getByRole('group', { name: text }).getByRole('radio').first())
    await page.keyboard.press('Space')
  }
  await enter(page, button(page, evaluationWords.record))
  await page.getByText(evaluationWords.phqScore(0)).waitFor()
  await goOn(page, 'phq')
  await goOn(page, 'rated')
  await tabTo(page, page.getByRole('group', { name: questions.speech }).getByRole('radio').first())
  await page.keyboard.press('Space')
  await typeInto(page, questions.speechSaid, 'Quiet.')
  await lookedAt(page, 'keyboard')
  await goOn(page, 'mse')
  await noToPart(page, 'mind')
  await no(page, questions.capacityInDoubt)
  await goOn(page, 'capacity')
  for (const part of ['heart', 'substances', 'body'] as const) await noToPart(page, part)
  await typeInto(page, questions.liverTestTimesLimit, '1')
  await typeInto(page, questions.egfr, '90')
  await typeInto(page, questions.stopBang, '1')
  await typeInto(page, questions.asaClass, '2')
  await tabTo(page, page.getByRole('group', { name: questions.childPugh }).getByRole('radio').first())
  await page.keyboard.press('Space')
  await enter(page, button(page, evaluationWords.saveTests))
  await page
    .getByText(/Petra Prescriber, /)
    .nth(4)
    .waitFor()
  await goOn(page, 'tests')
  await enter(page, button(page, results.add))
  await tabTo(page, page.getByLabel(results.test, { exact: true }))
  await page.keyboard.type('INR')
  await typeInto(page, results.value, '1.1')
  await tabTo(page, page.getByLabel(results.takenOn))
  await page.keyboard.type('11202026')
  await enter(page, button(page, entries.save))
  await page.getByText(/^INR: 1\.1, /).waitFor()
  await goOn(page, 'results')
  await no(page, questions.pregnancy)
  await no(page, questions.breastfeeding)
  await goOn(page, 'pregnancy')
  await enter(page, button(page, recordWords.sayNone.medicine))
  await page
    .getByText(/^No medicines/)
    .first()
    .waitFor()
  await goOn(page, 'medicines')
  await enter(page, page.getByRole('link', { name: evaluationWords.determination, exact: true }).first())
  await title(page, evaluationWords.determination)
  await page.getByText(evaluationWords.nothingHeld).waitFor()
  await tabTo(page, page.getByRole('radio', { name: /^Suitable/ }))
  await page.keyboard.press('Space')
  await typeInto(page, evaluationWords.reasons, 'Four adequate trials.')
  await tabTo(page, page.getByLabel(evaluationWords.reevaluateBy))
  await page.keyboard.type('06302099')
  await enter(page, button(page, evaluationWords.decide))
  await page.getByText(evaluationWords.states['in force']).first().waitFor()
  await done(own)
})
