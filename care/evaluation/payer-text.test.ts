import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Trial } from '../../science/trials/trial.ts'
import { payerText } from './payer-text.ts'

const trial = (more: Partial<Trial> = {}): Trial => ({
  medicine: 'Sertraline',
  what: 'antidepressant',
  mgPerDay: 150,
  leastMgPerDay: 100,
  weeks: 8,
  result: 'no response',
  stopped: 'no benefit',
  inEpisode: true,
  ...more,
})
const on = 'Nov 20, 2026'
const empty = { trials: [], problems: [], phq9: undefined, looked: undefined }

test('an empty record says of each thing that it is not there, and claims no trial', () => {
  const text = payerText(empty)
  for (const missing of [/no mood disorder/, /not answered in this evaluation/, /no query recorded/, /none recorded/])
    assert.match(text, missing)
  assert.match(text, /current episode: not known, none recorded\.$/)
})

test('diagnosis, total, look and trials stand in it; other diagnoses do not', () => {
  const text = payerText({
    trials: [trial(), trial({ medicine: 'Venlafaxine', weeks: null })],
    problems: [
      { words: 'Recurrent depression, severe', code: 'F33.2' },
      { words: 'Alcohol dependence', code: 'F10.20' },
      { words: 'Something without a code' },
    ],
    phq9: { score: 19, lowest: 19, highest: 19, on },
    looked: 'Fri, Nov 20, 2026',
  })
  assert.match(text, /^Diagnosis: Recurrent depression, severe \(F33\.2\)\.$/m)
  assert.match(text, /PHQ-9 19 of 27, answered on Nov 20, 2026/)
  assert.match(text, /queried on Fri, Nov 20, 2026/)
  assert.match(text, /^- Venlafaxine: .*weeks not known/m)
  assert.match(text, /current episode: 1 to 2\.$/)
  assert.doesNotMatch(text, /Alcohol|without a code/)
})

test('each trial says from which dose it counts, and that no source sets it', () => {
  const text = payerText({
    ...empty,
    trials: [
      trial(),
      trial({ medicine: 'Venlafaxine', leastMgPerDay: null }),
      trial({ medicine: 'CBT', what: 'psychotherapy', mgPerDay: null, leastMgPerDay: null }),
    ],
  })
  assert.match(text, /^- Sertraline: .*150 mg a day \(minimum adequate dose by clinic policy: 100 mg a day\)/m)
  assert.match(text, /^- Venlafaxine: .*\(minimum adequate dose not set, adequacy not known\)/m)
  assert.doesNotMatch(text, /^- CBT: .*least adequate/m)
  assert.match(text, /The weeks and the minimum dose are clinic policy: the definition used names neither\./)
})

test('a code that only heads longer ones is told of: no claim can name it', () => {
  const of = (code: string) => payerText({ ...empty, problems: [{ words: 'Depression', code }] })
  assert.match(
    of('F33'),
    /^Diagnosis: Depression \(F33, a category code: a claim needs one of the longer codes under it\)\.$/m,
  )
  assert.match(of('F33.2'), /^Diagnosis: Depression \(F33\.2\)\.$/m)
})

test('a questionnaire with gaps is a range or no total, never a number', () => {
  const of = (lowest: number | null, highest: number | null) =>
    payerText({ ...empty, phq9: { score: null, lowest, highest, on } })
  assert.match(of(15, 18), /PHQ-9 15 to 18 of 27, answered in part/)
  assert.match(of(null, null), /too incomplete for a total/)
})
