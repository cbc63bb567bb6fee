import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { parts } from '../care/evaluation/parts.ts'
import { questions } from '../care/evaluation/questions.ts'
import { evaluated, evaluationOf } from '../care/evaluation/test.ts'
import { type Asked, questions as intakeQuestions } from '../care/intake/questions.ts'
import { applies } from '../care/intake/standing.ts'
import { askedIntake } from '../care/intake/test.ts'
import { beforeDoseKeys } from '../care/sessions/facts.ts'
import { booked } from '../care/sessions/test.ts'
import { ownDatabase } from '../database/test.ts'
import { evaluationWords } from '../web/words/en/evaluation.ts'
import { intakeWords as words } from '../web/words/en/intake.ts'
import { integrativeWords } from '../web/words/en/integrative.ts'
import { payerWords } from '../web/words/en/payer.ts'
import { recordWords } from '../web/words/en/records.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { accessible } from './axe.ts'
import { device, shot } from './browser.ts'
import { type Served, served } from './served.ts'

// No fact has a default: whoever opens a form of intake or evaluation of somebody of whom nothing is known finds nothing
// chosen, nothing ticked and nothing typed, in every form there is.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let patientId = ''

let close: () => Promise<void>

before(async () => {
  // A database of its own: the public pages speak for a clinic only where it is the only one.
  const own = await ownDatabase()
  close = own.close
  here = await served(own.db)
  clinic = await here.app.clinicWith()
  ;({ patientId } = await evaluated(clinic.prescriber, here.app.clock.now, {}))
})
after(async () => {
  await here.close()
  await close()
})

/** What is chosen, ticked or typed on the page, by the words beside it; and the words beside everything that can be. */
const lookAt = async (page: Page): Promise<{ chosen: string[]; offered: string[] }> => {
  const { chosen, offered } = await everythingOn(page)
  // The text for the payer is written from the record, and says of each thing that it is not there.
  return { chosen: chosen.filter((one) => one !== `: ${payerWords.text}`), offered }
}

const everythingOn = (page: Page): Promise<{ chosen: string[]; offered: string[] }> =>
  page.evaluate(() => {
    // The frame of the pages around it holds no form of anybody's care.
    const all = <One extends Element>(what: string) =>
      [...document.querySelectorAll<One>(what)].filter((one) => one.closest('main, dialog, [role=dialog]'))
    const groupOf = (one: Element): string =>
      one.closest('fieldset')?.querySelector('legend')?.textContent ??
      one
        .closest('[role=group],[role=radiogroup]')
        ?.getAttribute('aria-labelledby')
        ?.split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ') ??
      ''
    const labelOf = (one: Element): string => {
      const field = one as HTMLInputElement
      return field.labels?.[0]?.textContent ?? one.getAttribute('aria-label') ?? one.textContent ?? field.name
    }
    const say = (one: Element): string => `${groupOf(one)}: ${labelOf(one)}`
    const boxes = all<HTMLInputElement>('input[type=radio], input[type=checkbox]')
    const lists = all<HTMLSelectElement>('select')
    const pressed = all('[aria-pressed], [aria-checked], [role=option][aria-selected]')
    const fields = all<HTMLInputElement>('input, textarea').filter(
      ({ type }) => !['radio', 'checkbox', 'hidden', 'search', 'submit', 'button', 'file'].includes(type),
    )
    return {
      chosen: [
        ...boxes.filter(({ checked }) => checked),
        ...lists.filter(({ value }) => value !== ''),
        ...pressed.filter((one) =>
          ['aria-pressed', 'aria-checked', 'aria-selected'].some((name) => one.getAttribute(name) === 'true'),
        ),
        ...fields.filter(({ value }) => value.trim() !== ''),
      ].map(say),
      offered: [...boxes, ...lists, ...pressed, ...fields].map(say),
    }
  })

/** Looks at the page, and at each form that a button of it opens; returns the words of everything that was offered. */
const nothingChosenOn = async (page: Page, opens: readonly string[] = []): Promise<string[]> => {
  const first = await lookAt(page)
  assert.deepEqual(first.chosen, [], page.url())
  const offered = [...first.offered]
  for (const name of opens) {
    const before = (await lookAt(page)).offered.length
    await page.getByRole('button', { name, exact: true }).first().click()
    await page.waitForFunction(
      (count) => document.querySelectorAll('input, textarea, select').length > count,
      before === 0 ? 0 : before - 1,
    )
    const opened = await lookAt(page)
    assert.ok(opened.offered.length > before, `${name} opens a form`)
    assert.deepEqual(opened.chosen, [], `${page.url()} ${name}`)
    offered.push(...opened.offered)
    await page.reload()
    await page.getByRole('button', { name, exact: true }).first().waitFor()
  }
  return offered
}

/** What stands on a part of the evaluation besides its questions: the forms behind a button. */
const behind: Partial<Record<(typeof parts)[number], readonly string[]>> = {
  story: [recordWords.add.problem],
  trials: [evaluationWords.trials.add],
  results: [evaluationWords.results.add, evaluationWords.results.pdmpAdd],
  medicines: [recordWords.add.medicine],
}

test('every part of the evaluation, with every form in it, begins without an answer', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
  const seen: string[] = []
  await page.goto(`${here.origin}/patients/${patientId}/evaluation?route=im`)
  for (const part of parts) {
    await page.locator(`.evaluation-parts :is(a[href$="part=${part}"], a[href*="part=${part}&"])`).click()
    await page.getByRole('heading', { level: 2, name: evaluationWords.parts[part], exact: true }).waitFor()
    await page.waitForFunction(() => !document.querySelector('.skeleton'))
    seen.push(...(await nothingChosenOn(page, behind[part])))
  }
  // A test that saw no question would pass: each one that has answers to choose from was on a page.
  const unseen = (Object.keys(questions) as (keyof typeof questions)[])
    // The words of a finding are asked for once there is something of note.
    .filter((key) => !(questions[key].kind === 'words' && 'of' in questions[key] && questions[key].of))
    .filter((key) => !seen.some((one) => one.includes(evaluationWords.questions[key])))
  assert.deepEqual(unseen, [])
  assert.deepEqual(troubles, [])
  await context.close()
})

test('the determination, the integrative plan and the lists of the record begin without an answer', async () => {
  const { page, context, troubles } = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
  await page.goto(`${here.origin}/patients/${patientId}/determination?route=im`)
  await page.getByRole('button', { name: integrativeWords.write }).waitFor()
  const offered = await nothingChosenOn(page)
  assert.ok(
    offered.some((one) => one.startsWith(evaluationWords.outcome)),
    offered.join('\n'),
  )
  await page.getByRole('button', { name: integrativeWords.write }).click()
  await page.getByRole('button', { name: integrativeWords.add }).click()
  await page.getByLabel(integrativeWords.kind).waitFor()
  assert.deepEqual((await lookAt(page)).chosen, [])
  await page.goto(`${here.origin}/patients/${patientId}/record`)
  await page.getByText(recordWords.unknownList.allergy).waitFor()
  await nothingChosenOn(page, Object.values(recordWords.add))
  assert.deepEqual(troubles, [])
  await context.close()
})

test('every question before the visit begins without an answer, on the patient’s phone', async () => {
  const { url } = await askedIntake(clinic.frontDesk, here.app.holding, patientId)
  const { page, context, troubles } = await device(here.browser, 'phone')
  await page.goto(url.replace(here.app.origin, here.origin))
  await page.getByRole('button', { name: words.start, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: words.partsTitle }).waitFor()
  const seen = new Set<string>()
  for (const part of Object.values(words.parts)) {
    await page.getByRole('button', { name: new RegExp(`^${part} ?\\d`) }).click()
    for (;;) {
      const heading = page.getByRole('heading', { level: 1 })
      await heading.waitFor()
      const asks = (await heading.textContent()) ?? ''
      if (asks === words.partsTitle) break
      seen.add(asks)
      const { chosen, offered } = await lookAt(page)
      assert.deepEqual(chosen, [], asks)
      assert.ok(offered.length > 0, asks)
      const key = (Object.keys(intakeQuestions) as Asked[]).find((one) => words.questions[one] === asks)
      if (key && intakeQuestions[key].kind === 'list') await linesOf(page, asks)
      else await page.getByRole('button', { name: words.leaveOpen, exact: true }).click()
      await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, asks)
    }
  }
  const open = (Object.keys(intakeQuestions) as Asked[])
    // One that is asked only after a yes comes once that was given.
    .filter((key) => applies(key, new Map()))
    .map((key) => words.questions[key])
    .filter((one) => !seen.has(one))
  assert.deepEqual(open, [])
  assert.deepEqual(troubles, [])
  await context.close()
})

/** A yes opens the lines: what a line asks has no answer either. */
const linesOf = async (page: Page, asks: string): Promise<void> => {
  await page.getByRole('button', { name: words.yes, exact: true }).click()
  const none = page.getByRole('button', { name: words.noneAfterAll, exact: true })
  await none.waitFor()
  const { chosen, offered } = await lookAt(page)
  assert.deepEqual(chosen, [], `${asks} ${words.yes}`)
  assert.ok(offered.length > 0, asks)
  await page.getByRole('button', { name: words.notSure, exact: true }).last().click()
}

test('the public forms begin without an answer: the self-check, the decision aid, the request', async () => {
  const { page, context, troubles } = await device(here.browser, 'phone')
  for (const path of ['check', 'decide', 'ask', 'refer']) {
    await page.goto(`${here.origin}/learn/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const { chosen, offered } = await lookAt(page)
    assert.deepEqual(chosen, [], path)
    assert.ok(offered.length > 0, `${page.url()}: ${await page.locator('body').innerText()}`)
  }
  assert.deepEqual(troubles, [])
  await context.close()
})

test('before a dose every question begins without an answer; what was said of pregnancy and who is on record for the way home count once they are tapped', async () => {
  const session = await booked(here.app, clinic)
  const { json } = await clinic.prescriber.get(`/api/patients/${session.patientId}/evaluation?route=im`)
  const { id } = (json as { evaluation: { id: string } }).evaluation
  const evaluation = evaluationOf(clinic.prescriber, session.patientId, id)
  assert.equal((await evaluation.answer({ pregnancy: 'cannot become pregnant' })).status, 200)
  assert.equal((await evaluation.determine()).status, 200)
  const sister = { kind: 'escort', name: 'Łucja Sample', phone: '212 555 0147', relation: 'sister', isAdult: true }
  const others = [
    { ...sister, name: 'Young Sample', isAdult: false },
    { ...sister, name: 'Unknown Sample', isAdult: null },
  ]
  for (const fact of [sister, ...others]) {
    const contact = { change: 'recorded', id: randomUUID(), fact }
    const kept = await clinic.frontDesk.post(`/api/patients/${session.patientId}/contacts`, contact)
    assert.equal(kept.status, 200)
  }
  assert.equal((await session.arrive()).status, 200)
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  await page.goto(`${here.origin}/sessions/${session.id}`)
  const asks = sessionWords.before
  await page.getByRole('heading', { name: asks.title, exact: true }).waitFor()
  for (const question of beforeDoseKeys('im').map((key) => asks.questions[key])) {
    await page.getByRole('button', { name: `${asks.ask}: ${question}`, exact: true }).click()
    await page.getByRole('button', { name: `${sessionWords.day.keep}: ${question}`, exact: true }).waitFor()
    assert.deepEqual((await lookAt(page)).chosen, [], question)
    await page.getByRole('button', { name: `${sessionWords.day.keep}: ${question}`, exact: true }).click()
  }
  await page.getByText(/^In the evaluation: cannot become pregnant/).waitFor()
  await accessible(page, 'what the evaluation said of pregnancy')
  await shot(page, 'pregnancy-not-possible')
  // Somebody on record who is no adult is shown, and is no answer to the question.
  await page.getByText(/^Ride home on record: Young Sample, sister, .* not an adult/).waitFor()
  for (const name of ['Young Sample', 'Unknown Sample'])
    assert.equal(await page.getByRole('button', { name: asks.todayToo(name), exact: true }).count(), 0)
  // Of whom nobody has said whether they are an adult: whoever taps says so.
  await page.getByRole('button', { name: asks.adultToday('Unknown Sample'), exact: true }).waitFor()
  for (const [said, question] of [
    [asks.stillNotPossible, asks.questions.pregnancy],
    [asks.todayToo('Łucja Sample'), asks.questions.escort],
  ] as const) {
    await Promise.all([
      page.waitForResponse(
        (one) => one.request().method() === 'POST' && one.url().includes(`/sessions/${session.id}/events`),
      ),
      page.getByRole('button', { name: said, exact: true }).click(),
    ])
    await page.getByRole('button', { name: `${asks.change}: ${question}`, exact: true }).waitFor()
    await page.getByRole('button', { name: said, exact: true }).waitFor({ state: 'detached' })
  }
  // It is an answer of today, by whoever tapped.
  const facts = (await session.read()).events.filter(({ kind }) => kind === 'facts')
  assert.deepEqual(
    facts.map(({ data }) => data),
    [
      { facts: { pregnancy: 'cannot become pregnant' } },
      { facts: { escort: { name: 'Łucja Sample', phone: sister.phone, relation: 'sister' } } },
    ],
  )
  assert.deepEqual(troubles, [])
  await context.close()
})
