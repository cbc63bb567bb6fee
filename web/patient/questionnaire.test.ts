import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Question, stepAt, withoutAnswer, wordsOf } from './questionnaire.ts'

const answers = [
  { value: 0, text: 'Not at all' },
  { value: 1, text: 'Several days' },
]
const items: Question[] = [
  { linkId: '1', text: 'First', answers },
  { linkId: '2', text: 'Second', answers },
]

test('after the last question comes the review, and nothing after that', () => {
  assert.deepEqual(stepAt(items, 0), { kind: 'question', item: items[0], number: 1 })
  assert.deepEqual(stepAt(items, 2), { kind: 'review' })
  assert.deepEqual(stepAt(items, 9), { kind: 'review' })
})

test('zero is an answer; skipped and not reached are not', () => {
  assert.deepEqual(withoutAnswer(items, { 1: 0 }), [items[1]])
  assert.deepEqual(withoutAnswer(items, { 1: 0, 2: null }), [items[1]])
  assert.deepEqual(withoutAnswer(items, { 1: 0, 2: 1 }), [])
})

test('an answer is shown in its own words, a skipped one in none', () => {
  assert.equal(wordsOf(items[0] as Question, { 1: 0 }), 'Not at all')
  assert.equal(wordsOf(items[0] as Question, { 1: null }), undefined)
})
