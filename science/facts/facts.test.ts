import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyRoute } from '../decide.ts'
import { indications } from '../indications/indications.ts'
import { conditionFacts } from './conditions.ts'
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

test('what is drawn is said: people out of 100, whole, and their number stands in the sentence', () => {
  const words: Record<number, string> = { 50: 'half' }
  for (const { id, says, drawn } of facts)
    for (const { people } of drawn) {
      assert.ok(Number.isInteger(people) && people >= 0 && people <= 100, id)
      assert.ok(new RegExp(`\\b(${people}|${words[people] ?? people})\\b`).test(says), `${id}: ${people}`)
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
