import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { addDays, addMinutes, Day } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { evaluated, nothingFound } from './test.ts'

const app = await testApp()
const day = app.clock.now.slice(0, 10)
const tick = () => {
  app.clock.now = addMinutes(app.clock.now, 1)
}
type Fields = { fields: Record<string, string>; says: string }

const begun = async (answers = nothingFound) => {
  const as = await app.clinicWith()
  const of = await evaluated(as.prescriber, app.clock.now, answers)
  tick()
  const send = (entry: object, by = as.monitor) =>
    by.post(`${of.path}/evaluation/entries`, { evaluationId: of.evaluationId, entry })
  const record = async (kind: string, content: object) => {
    const id: string = randomUUID()
    const { status, json } = await send({ kind, change: 'recorded', id, content })
    assert.equal(status, 200, JSON.stringify(json))
    tick()
    return id
  }
  const answer = async (rule: string) => (await of.read()).findings.find((one) => one.rule === rule)
  return { as, of, send, record, answer }
}
const result = (test: string, more: object) => ({ test, takenOn: day, ...more })
const trial = { medicine: 'Sertraline', what: 'antidepressant', mgPerDay: 150, weeks: 10 }

describe('an entry of an evaluation', () => {
  test('is kept with who and when, is corrected by a new row, and taken back with a reason', async () => {
    const { as, of, send, record } = await begun()
    const id = await record('trial', trial)
    const next = randomUUID()
    const corrected = { kind: 'trial', change: 'corrected', id: next, corrects: id, content: { ...trial, weeks: 4 } }
    assert.equal((await send(corrected)).status, 200)
    assert.equal((await send(corrected)).status, 200, 'sent twice it is stored once')
    const other = await send({ ...corrected, id: randomUUID(), content: trial }, as.prescriber)
    assert.equal(other.status, 409)
    const [one] = (await of.read()).entries.trial
    assert.deepEqual([one?.now.weeks, one?.before.map(({ weeks }) => weeks)], [4, [10]])
    assert.equal(one?.now.recordedBy, 'Milo Monitor')
    const mistake = { kind: 'trial', change: 'entered in error', id: randomUUID(), corrects: next }
    assert.equal((await send({ ...mistake, why: ' ' })).status, 422)
    assert.equal((await send({ ...mistake, why: 'Another patient' })).status, 200)
    assert.equal((await of.read()).entries.trial[0]?.state, 'entered in error')
  })

  test('begins with everything unknown that nobody said', async () => {
    const { of, record } = await begun()
    await record('trial', { medicine: 'Sertraline', what: 'antidepressant' })
    const { mgPerDay, weeks, result, inEpisode } = (await of.read()).entries.trial[0]?.now ?? {}
    assert.deepEqual([mgPerDay, weeks, result, inEpisode], [null, null, null, null])
  })

  for (const [what, kind, content, says] of [
    ['a number that cannot be', 'result', result('albumin', { value: 40 }), /g\/L, convert it first/],
    ['a word for a number', 'result', result('alt', { word: 'normal' }), /number/],
    ['a number for a word', 'result', result('ecg', { value: 1 }), /Choose one of|does not take a number/],
    ['swapped ends of a range', 'result', result('alt', { value: 30, lowest: 50, highest: 10 }), /swapped/],
    ['a day that does not exist', 'result', { ...result('alt', { value: 30 }), takenOn: '2026-02-30' }, /./],
    ['a day that has not come', 'result', { ...result('alt', { value: 30 }), takenOn: '2030-01-01' }, /in the future/],
    [
      'a day before the patient was born',
      'result',
      { ...result('alt', { value: 30 }), takenOn: '1926-11-20' },
      /before the patient was born/,
    ],
    ['weeks below zero', 'trial', { ...trial, weeks: -1 }, /lowest is 0/],
    ['a query that showed nobody knows what', 'pdmp', { queriedOn: day }, /Choose what was found/],
  ] as [string, string, object, RegExp][])
    test(`refuses ${what} and changes nothing`, async () => {
      const { of, send } = await begun()
      const { status, json } = await send({ kind, change: 'recorded', id: randomUUID(), content })
      assert.equal(status, 422)
      assert.match(JSON.stringify((json as Fields).fields ?? json), says)
      const { entries } = await of.read()
      assert.deepEqual([entries.trial, entries.result, entries.pdmp], [[], [], []])
    })

  test('does not go into an evaluation that is closed, nor correct one of another', async () => {
    const { of, send } = await begun()
    const missing = { kind: 'trial', change: 'entered in error', id: randomUUID(), corrects: randomUUID(), why: 'x' }
    assert.equal((await send(missing)).status, 404)
    const { as } = await begun()
    assert.equal((await as.monitor.get(`${of.path}/evaluation?route=im`)).status, 404)
  })
})

describe('a result answers the question it belongs to', () => {
  for (const [what, results, rule, answer] of [
    ['an eGFR of 15', [['egfr', { value: 15 }]], 'CI-04d', 'not met'],
    ['an eGFR of 14.9', [['egfr', { value: 14.9 }]], 'CI-04d', 'met'],
    ['one liver test above three times its limit', [['alt', { value: 121, highest: 40 }]], 'CI-04c', 'met'],
    [
      'one liver test at three times its limit, the others not there',
      [['alt', { value: 120, highest: 40 }]],
      'CI-04c',
      'not met',
    ],
    ['a positive pregnancy test', [['pregnancyTest', { word: 'positive' }]], 'CI-05a', 'met'],
    ['a pregnancy test that cannot be read', [['pregnancyTest', { word: 'not readable' }]], 'CI-05a', 'unknown'],
    [
      'a negative one after a positive one',
      [
        ['pregnancyTest', { word: 'positive' }],
        ['pregnancyTest', { word: 'negative' }],
      ],
      'CI-05a',
      'not met',
    ],
    ['ketamine in the urine', [['urineDrug', { word: 'ketamine found' }]], 'CI-03b', 'unknown'],
    ['other substances in the urine', [['urineDrug', { word: 'other substances found' }]], 'CI-03a', 'unknown'],
    ['nothing in the urine', [['urineDrug', { word: 'nothing found' }]], 'CI-03a', 'not met'],
    ['an abnormal ECG', [['ecg', { word: 'abnormal' }]], 'CI-01c', 'unknown'],
    ['a normal ECG', [['ecg', { word: 'normal' }]], 'CI-01c', 'not met'],
    ['a TSH below its range', [['tsh', { value: 0.1, lowest: 0.4, highest: 4 }]], 'CI-07', 'unknown'],
    ['a TSH at the lower end of its range', [['tsh', { value: 0.4, lowest: 0.4, highest: 4 }]], 'CI-07', 'not met'],
    ['an abnormal urinalysis', [['urinalysis', { word: 'abnormal' }]], 'CI-21', 'unknown'],
  ] as [string, [string, object][], string, string][])
    test(`${what}: ${rule} is ${answer}`, async () => {
      const { record, answer: found } = await begun()
      for (const [name, more] of results) await record('result', result(name, more))
      const finding = await found(rule)
      assert.equal(finding?.answer, answer)
    })

  test('says where it comes from, and a newer answer by a person counts before it', async () => {
    const { of, record, answer } = await begun()
    await record('result', result('egfr', { value: 12 }))
    const from = (await answer('CI-04d'))?.from.find(({ fact }) => fact === 'egfr')
    assert.deepEqual([from?.source, from?.words], ['result', `eGFR: 12 mL/min/1.73 m², ${day}`])
    assert.equal((await of.answer({ egfr: 60 })).status, 200)
    assert.equal((await answer('CI-04d'))?.answer, 'not met')
  })

  test('all four liver tests with their limits answer when nobody typed the multiple; three do not', async () => {
    const { liverTestTimesLimit: _, ...others } = nothingFound
    const { record, answer } = await begun(others)
    for (const name of ['alt', 'ast', 'alp']) await record('result', result(name, { value: 40, highest: 40 }))
    assert.equal((await answer('CI-04c'))?.answer, 'unknown')
    await record('result', result('ggt', { value: 60, highest: null }))
    assert.equal((await answer('CI-04c'))?.answer, 'unknown')
    await record('result', result('ggt', { value: 60, highest: 60 }))
    assert.equal((await answer('CI-04c'))?.answer, 'not met')
  })

  test('a negative test does not make somebody who is pregnant not pregnant; it asks again', async () => {
    const { record, answer } = await begun({ ...nothingFound, pregnancy: 'pregnant' })
    await record('result', result('pregnancyTest', { word: 'negative' }))
    assert.equal((await answer('CI-05a'))?.answer, 'unknown')
  })

  test('ketamine in the monitoring programme opens the question about another prescriber', async () => {
    const { record, answer } = await begun()
    await record('pdmp', { queriedOn: day, found: 'controlled medicines' })
    assert.equal((await answer('CI-29'))?.answer, 'not met')
    await record('pdmp', { queriedOn: day, found: 'ketamine or esketamine' })
    assert.equal((await answer('CI-29'))?.answer, 'unknown')
  })

  test('opens a determination again, in the finding that it touches', async () => {
    const { of, record } = await begun()
    assert.equal((await of.determine()).status, 200)
    tick()
    await record('result', result('egfr', { value: 95 }))
    await record('result', result('pregnancyTest', { word: 'positive' }))
    const { state, because } = (await of.read()).standing
    assert.equal(state, 'reopened')
    assert.deepEqual(
      because.map((sentence) => sentence.split(':')[0]),
      ['CI-05a was not met and is met'],
    )
  })
})

describe('a due date', () => {
  const last = (days: number) => addDays(Day.parse(app.clock.now.slice(0, 10)), days)
  for (const [days, status] of [
    [300, 200],
    [301, 422],
    [-60, 200],
    [-61, 422],
  ] as const)
    test(`${days} days from today ${status === 200 ? 'is taken' : 'is refused, and nothing is guessed'}`, async () => {
      const { of } = await begun()
      const { status: found, json } = await of.answer({ dueDate: last(days) })
      assert.equal(found, status, JSON.stringify(json))
      if (status === 422) assert.match(JSON.stringify(json), /Check the year/)
    })
})
