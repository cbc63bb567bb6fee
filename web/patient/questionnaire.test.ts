import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allAsked, answersOf, type Questionnaire, stepAt, withoutAnswer, wordsOf } from './questionnaire.ts'

const answers = [
  { value: 0, text: 'Not at all' },
  { value: 1, text: 'Several days' },
]
const mood: Questionnaire = {
  id: 'mood',
  title: 'Mood',
  items: [
    { linkId: '1', text: 'First', answers },
    { linkId: '2', text: 'Second', answers },
  ],
}
const sleep: Questionnaire = { id: 'sleep', title: 'Sleep', items: [{ linkId: '1', text: 'Third', answers }] }
const all = allAsked([mood, sleep])

test('the same link id in two questionnaires is two questions', () => {
  assert.deepEqual(
    all.map(({ key }) => key),
    ['mood/1', 'mood/2', 'sleep/1'],
  )
  const given = { 'mood/1': 1, 'sleep/1': 0 }
  assert.deepEqual(answersOf(mood, given), { 1: 1, 2: null })
  assert.deepEqual(answersOf(sleep, given), { 1: 0 })
})

test('after the last question comes the review, and nothing after that', () => {
  assert.deepEqual(stepAt(all, 0), { kind: 'question', asked: all[0], number: 1 })
  assert.deepEqual(stepAt(all, 3), { kind: 'review' })
  assert.deepEqual(stepAt(all, 9), { kind: 'review' })
})

test('zero is an answer; skipped and not reached are not', () => {
  assert.deepEqual(withoutAnswer(all, { 'mood/1': 0, 'mood/2': null }), [all[1], all[2]])
  assert.deepEqual(withoutAnswer(all, { 'mood/1': 0, 'mood/2': 1, 'sleep/1': 0 }), [])
})

test('an answer is shown in its own words, a skipped one in none', () => {
  const [first] = all
  assert.ok(first)
  assert.equal(wordsOf(first, { 'mood/1': 0 }), 'Not at all')
  assert.equal(wordsOf(first, { 'mood/1': null }), undefined)
})
