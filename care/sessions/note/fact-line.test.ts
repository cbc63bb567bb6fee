import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factText } from './fact-line.ts'

const says = (answers: object) => factText('suicide', answers, String)
const four = { '1': 'no', '2': 'no', '3': 'no', '4': 'no' }

test('the fifth question that nobody had to ask is not one that is missing', () =>
  assert.equal(says(four), 'negative. No to 4 of 4 questions; the fifth is asked after a Yes'))

test('asked all the same, it counts', () =>
  assert.equal(says({ ...four, '5': 'no' }), 'negative. No to 5 of 5 questions'))

test('a question that is open is said, and so is the fifth after a Yes', () => {
  assert.match(says({ ...four, '4': undefined }), /^not complete\. No to 3 of 5 questions; 2 of 5 not recorded$/)
  assert.match(says({ ...four, '1': 'yes' }), /^positive, urgency unknown\. .*1 of 5 not recorded$/)
})

test('how the written instructions were given is said in words; of an entry from before it was asked how, that they were', () => {
  const how = (value: unknown) => factText('instructionsGiven', value, String)
  assert.deepEqual(['printed', 'sent', 'given before', true, false].map(how), [
    'yes, on paper',
    'yes, sent',
    'yes, before',
    'yes',
    'no',
  ])
})
