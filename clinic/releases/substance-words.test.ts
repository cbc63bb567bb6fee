import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { notLookedAt, substanceWordsIn } from './substance-words.ts'

describe('words of substance use', () => {
  for (const [text, words] of [
    ['Alcohol use disorder, in remission', ['use disorder', 'alcohol']],
    ['Takes METHADONE 80 mg and Suboxone', ['methadone', 'suboxone']],
    ['AUDIT-C: 7 of 12', ['audit-c']],
    ['Opioid dependence (F11.20)', ['opioid', 'f11.20']],
    ['Sober since March, goes to Alcoholics Anonymous', ['alcoholics', 'sober', 'alcoholics anonymous']],
    ['Naltrexone 50 mg; smokes ten cigarettes', ['naltrexone', 'smokes', 'cigarettes']],
    // What is not about it, though it sounds alike.
    ['Recurrent depression (F33.2). Sertraline 100 mg. Do not drink for 30 minutes before.', []],
    ['An audit of the record. Uses a walker. PHQ-9: 18 of 27. Ketamine 40 mg, 6 sessions.', []],
    ['', []],
  ] as const)
    test(`“${text}”: ${words.join(', ') || 'none'}`, () => assert.deepEqual(substanceWordsIn(text), words))

  test('that were looked at are no longer open; others are', () => {
    assert.deepEqual(notLookedAt('Methadone for pain. Alcohol.', ['methadone']), ['alcohol'])
    assert.deepEqual(notLookedAt('Methadone for pain.', ['methadone', 'alcohol']), [])
  })
})
