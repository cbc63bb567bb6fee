import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { notAsked, questions } from '../care/intake/questions.ts'
import { criteriaOf } from '../care/intake/request/check.ts'
import { checked, danger } from '../care/intake/request/checked.ts'
import { evaluationCriteria } from '../science/criteria/evaluation.ts'
import { Instant } from '../science/time.ts'
import { checkWords as words } from '../web/words/en/check.ts'
import { intakeWords } from '../web/words/en/intake.ts'
import { siteWords } from '../web/words/en/site.ts'
import { testApp } from './test.ts'

const app = await testApp()
const send = async (fields: Record<string, string>) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  const answer = await app.app.request('/learn/check', { method: 'POST', headers, body: new URLSearchParams(fields) })
  return { text: await answer.text(), cache: answer.headers.get('cache-control') }
}
const no = Object.fromEntries(checked.map((asked) => [asked, 'no']))
const rest = (fields: Record<string, string>) => send({ step: 'rest', suicideThoughts: 'no', adult: 'yes', ...fields })

describe('the self-check', () => {
  test('asks by yes, no and not sure what criteria of the evaluation ask, with nothing ticked', async () => {
    for (const asked of checked) {
      assert.equal(questions[asked].kind, 'yes or no', asked)
      assert.ok(criteriaOf(asked).length > 0, asked)
    }
    const { text } = await send({ step: 'first', suicideThoughts: 'no' })
    assert.equal(text.match(/type="radio"/g)?.length, (checked.length + 1) * 3)
    assert.doesNotMatch(text, / checked/)
  })

  test('asks for every criterion of the evaluation but those that a patient cannot answer, which are named', () => {
    const asks = new Set(([danger, ...checked] as const).flatMap((asked) => criteriaOf(asked).map(({ id }) => id)))
    const left = evaluationCriteria.filter(({ id }) => !asks.has(id))
    for (const { id, needs } of left)
      assert.ok(
        needs.some((need) => notAsked[need]),
        id,
      )
    // Measured, from a laboratory, judged by a clinician, or an age: of which one side is asked.
    assert.deepEqual([...new Set(left.map(({ id }) => id))], ['CI-01a', 'CI-04c', 'CI-25', 'CI-26', 'CI-33'])
  })

  test('says with a question what helps to understand it', async () => {
    const { text } = await send({ step: 'first', suicideThoughts: 'no' })
    for (const asked of ['heartTrouble', 'hospital'])
      assert.ok(text.includes(`${intakeWords.hints[asked]}</span></legend>`), asked)
  })

  test('shows help at once to somebody in danger, and asks nothing more', async () => {
    const first = await (await app.app.request('/learn/check')).text()
    assert.equal(first.match(/<fieldset/g)?.length, 1)
    assert.ok(first.includes(intakeWords.questions.suicideThoughts))
    const { text } = await send({ step: 'first', suicideThoughts: 'yes' })
    assert.ok(text.includes(words.help.title) && text.includes('class="call" href="tel:988"'))
    assert.doesNotMatch(text, /<form|<fieldset/)
    assert.ok((await send({ step: 'first', suicideThoughts: 'not sure' })).text.includes(words.help.says))
    // Left open is no no: the same help, there and beside what the rest means.
    for (const answer of [{ step: 'first' }, { step: 'rest', ...no, adult: 'yes' }])
      assert.ok((await send(answer)).text.includes(words.help.says))
    assert.ok(!(await send({ step: 'first', suicideThoughts: 'no' })).text.includes(words.help.says))
  })

  test('names for each yes the rule and its source, and says of nothing that was left open that it is a no', async () => {
    const { text, cache } = await rest({ ...no, aneurysm: 'yes', liver: 'not sure', pregnant: '' })
    const [talk = '', unsure = '', open = ''] = [...text.matchAll(/<section><h2>.*?<\/section>/gs)].map(([one]) => one)
    assert.ok(
      talk.includes(words.result.talk) && talk.includes(intakeWords.questions.aneurysm) && talk.includes('CI-10'),
    )
    assert.ok(unsure.includes(words.result.ask) && unsure.includes(intakeWords.questions.liver))
    assert.ok(open.includes(words.result.open) && open.includes(intakeWords.questions.pregnant))
    assert.ok(!text.includes(words.result.worthSays))
    assert.equal(cache, 'no-store')
  })

  test('names the source of each rule at the end, when they were read, and of a rule past its day that it is', async () => {
    const { text } = await rest({ ...no, aneurysm: 'yes' })
    const [, to = 'missing'] = text.match(/CI-10.*?href="#(source-\d+)"/s) ?? []
    assert.match(text, new RegExp(`<li id="${to}" value="\\d+"><a href="https://[^>]*>Spravato`))
    assert.ok(text.includes('We last checked the facts on this page on November 23, 2026'))
    assert.ok(!text.includes('class="stale"'))
    const { now } = app.clock
    app.clock.now = Instant.parse('2027-05-24T17:00:00.000Z')
    const late = await rest({ ...no, aneurysm: 'yes' })
    app.clock.now = now
    assert.match(late.text, /CI-10.*?<strong class="stale">This may be out of date/s)
    assert.ok(late.text.includes(siteWords.facts.stalePage))
  })

  test('whoever wrote of suicide before is shown help before the first question, and on each page after it', async () => {
    const aid = JSON.stringify({ own: 'I want to die' })
    for (const [fields, what] of [
      [{ own: 'I want to die' }, '<fieldset'],
      [{ aid, step: 'first', suicideThoughts: 'no' }, '<fieldset'],
      [{ aid, step: 'rest', ...no, suicideThoughts: 'no', adult: 'yes' }, words.result.worth],
    ] as const) {
      const { text } = await send(fields)
      const help = text.indexOf('class="call" href="tel:988"')
      assert.ok(help > 0 && help < text.indexOf(what), what)
    }
    for (const fields of [{ own: 'What if I panic?' }, { step: 'first', suicideThoughts: 'no' }])
      assert.ok(!(await send(fields)).text.includes('class="call"'))
    // Not sure is no no: a call away, not only told about.
    const unsure = await send({ step: 'first', suicideThoughts: 'not sure' })
    assert.ok(unsure.text.indexOf('class="call" href="tel:988"') > 0)
  })

  test('only all of them answered with no reads as "may be worth it"; nothing answered never does', async () => {
    assert.ok((await rest(no)).text.includes(words.result.worthSays))
    for (const fields of [
      {},
      { ...no, bladder: '' },
      { ...no, adult: '' },
      { ...no, adult: 'no' },
      { ...no, eyes: 'maybe' },
      { ...no, suicideThoughts: '' },
      { ...no, suicideThoughts: 'not sure' },
    ])
      assert.ok(!(await rest(fields)).text.includes(words.result.worthSays))
    assert.ok((await rest({ ...no, adult: 'no' })).text.includes(words.result.young))
  })

  test('says of each in plain words why it matters, and of being too ill to wait that help comes first', async () => {
    const { text } = await rest(Object.fromEntries(checked.map((asked) => [asked, 'yes'])))
    for (const asked of checked) assert.ok(text.includes(`<strong>${words.why[asked]}</strong>`), asked)
    const help = text.match(/<section><h2>Please get help now<.*?<\/section>/s)?.[0] ?? ''
    assert.ok(help.includes(words.why.hospital) && !help.includes(words.why.eyes))
    assert.ok(!(await rest(no)).text.includes(words.result.now))
    // Whoever is too young is told whom to talk with, and is not led on.
    const { text: young } = await rest({ ...no, adult: 'no' })
    assert.ok(!young.includes(words.result.worthAnyway) && !young.includes(words.askWith) && young.includes('CI-25'))
    assert.ok((await rest({ ...no, eyes: 'yes' })).text.includes(words.result.worthAnyway))
  })

  test('never says eligible, safe, refused or the like', async () => {
    for (const { text } of [await rest(no), await rest({ aneurysm: 'yes' })])
      assert.doesNotMatch(
        // The title of a source is not ours.
        text.match(/<main.*<\/main>/s)?.[0].replaceAll(/<section class="sources".*?<\/section>/gs, '') ?? 'missing',
        /\b(eligible|safe|refused|cleared|qualify|missing)\b/i,
      )
  })
})
