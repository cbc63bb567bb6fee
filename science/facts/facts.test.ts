import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyRoute } from '../decide.ts'
import { indications } from '../indications/indications.ts'
import { conditionFacts } from './conditions.ts'
import { effectFacts } from './effects.ts'
import { facts } from './facts.ts'
import { aspects, treatments } from './treatments.ts'

test('an id stands for one fact', () => {
  const ids = facts.map(({ id }) => id)
  assert.ok(ids.length > 120)
  assert.deepEqual([...new Set(ids)], ids)
})

test('every cell of the comparison is there', () => {
  for (const route of everyRoute)
    for (const aspect of aspects) assert.ok(treatments[route][aspect].says.length > 10, `${route} ${aspect}`)
})

test('what a person has to find stands in the cells and on the pages', () => {
  const said: [string, RegExp][] = [
    ['PT-IV-10', /best-studied.*fast.*adjusted.*monitor/],
    ['PT-IM-09', /suicide.*trauma.*stronger/],
    ['PT-LO-01', /ketamine/],
    ['PT-LO-10', /no needle.*less.*easier to get.*therapy/],
    ['PT-ES-07', /prior authorization.*Medicaid/],
    ['PT-ES-11', /driving.*REMS/],
    ['PT-ES-24', /before the first spray.*After each visit/],
    ['PD-14', /six visits.*every two weeks/],
    ['PC-08', /10 dollars.*each year/],
    ['PK-07', /visits and the medicine/],
    ['PI-04', /prevent suicide.*hospital/],
    ['PI-18', /fewer than two medicines/],
    ['PS-07', /psychosis, schizophrenia/],
    ['PS-11', /glaucoma.*kidney/],
    ['PS-33', /stroke.*lung.*memory/],
    ['PS-34', /65/],
  ]
  for (const [id, what] of said) assert.match(facts.find((one) => one.id === id)?.says ?? '', what, id)
})

test('how good the proof is, is said of each condition for each of the four', () => {
  for (const [id, of] of Object.entries(conditionFacts)) {
    const all = of.map(({ says }) => says).join(' ')
    for (const route of [/drip/i, /shot/i, /lozenge/i, /spray/i]) assert.match(all, route, id)
  }
})

test('how often and how long side effects come is said for each of the four', () => {
  const ofSpray = effectFacts.spray.map(({ says }) => says).join(' ')
  for (const effect of [
    /unreal/,
    /Dizzy/,
    /Sick/,
    /spinning/,
    /Sleepy/,
    /Headache/,
    /Blurred/,
    /Anxious/,
    /Numb/,
    /Tired/,
  ])
    assert.match(ofSpray, effect)
  // By a scale far more were cut off than told of it.
  assert.match(ofSpray, /61 to 84 of 100.*48 to 61 of 100/)
  assert.match(ofSpray, /8 to 19 of 100.*1 to 4 of 100/)
  const others = effectFacts.others.map(({ says }) => says).join(' ')
  for (const what of [/pulse and blood pressure rise.*30 of 100/, /hours after the shot.*hours after the lozenge/])
    assert.match(others, what)
})

test('what is drawn is said: people out of 100, whole, and their number stands in the sentence', () => {
  const words: Record<number, string> = { 50: 'half' }
  for (const { id, says, drawn } of facts)
    for (const { people } of drawn) {
      assert.ok(Number.isInteger(people) && people >= 0 && people <= 100, id)
      assert.ok(new RegExp(`\\b(${people}|${words[people] ?? people})\\b`).test(says), `${id}: ${people}`)
    }
})

test('each number of people out of 100 is drawn', () => {
  for (const { id, says, drawn } of facts) {
    const said = [...says.matchAll(/\b(\d+)(?:,? (?:to|or|and) (\d+))? of 100\b/g)].flatMap(([, low, high]) => [
      low,
      high,
    ])
    // Half a person is not drawn: of two such numbers one stands for both.
    for (const people of said.filter((one) => one !== undefined))
      assert.ok(id === 'PF-24' || drawn.some((one) => one.people === Number(people)), `${id}: ${people}`)
  }
})

test('nothing promises, and the known errors of common articles are not repeated', () => {
  for (const { id, says } of facts) {
    assert.doesNotMatch(says, /\b(guarantee|cure[sd]?|proven to|will help|always works|risk-free|miracle)\b/i, id)
    // R-ketamine is named once, to say that it is wrong.
    if (id !== 'PF-05') assert.doesNotMatch(says, /R-ketamine/, id)
    if (/\b70 (of|%)/.test(says)) assert.match(says, /small early studies/, id)
    if (id !== 'PF-08') assert.doesNotMatch(says, /balance/, id)
  }
})

test('every condition of the evaluation has its plain words, and no other', () => {
  assert.deepEqual(
    Object.keys(conditionFacts),
    indications.map(({ id }) => id),
  )
})
