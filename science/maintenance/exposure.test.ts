import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addDays, Day } from '../time.ts'
import { checksFor, longTermChecks, stateOfCheck } from './checks.ts'
import { exposureOf, patternsIn } from './exposure.ts'

const first = Day.parse('2026-01-05')
const on = (days: number) => addDays(first, days)

describe('what was given in all', () => {
  test('is counted by route, two doses of one session as one session, and not added up across routes', () => {
    const given = [
      { sessionId: 'a', on: on(0), route: 'im', mg: 0.1 },
      { sessionId: 'a', on: on(0), route: 'im', mg: 0.2 },
      { sessionId: 'b', on: on(7), route: 'im', mg: 50 },
      { sessionId: 'c', on: on(3), route: 'esketamine', mg: 56 },
    ] as const
    assert.deepEqual(exposureOf(given), [
      { route: 'im', mg: 50.3, unknown: 0, sessions: 2, first: on(0), last: on(7) },
      { route: 'esketamine', mg: 56, unknown: 0, sessions: 1, first: on(3), last: on(3) },
    ])
    assert.deepEqual(exposureOf([]), [])
  })
  test('where nobody knows how much they had of one, it is counted apart, and not as what was meant', () => {
    const given = [
      { sessionId: 'a', on: on(0), route: 'iv', mg: 10 },
      { sessionId: 'b', on: on(7), route: 'iv', mg: null },
    ] as const
    assert.deepEqual(exposureOf(given), [{ route: 'iv', mg: 10, unknown: 1, sessions: 2, first: on(0), last: on(7) }])
  })
})

describe('patterns somebody looks at', () => {
  const days = (...gaps: number[]) =>
    [0, ...gaps].map((_, i, all) =>
      addDays(
        first,
        all.slice(0, i + 1).reduce((sum, gap) => sum + gap),
      ),
    )
  const plan = { daysBetweenLeast: 14, sessions: 10, done: 5 }
  test('two intervals in a row that each became shorter; one is not enough', () => {
    assert.deepEqual(patternsIn(days(21, 20, 19), undefined), ['LT-P1'])
    assert.deepEqual(patternsIn(days(20, 21, 19), undefined), [])
    assert.deepEqual(patternsIn(days(21, 20, 20), undefined), [])
    assert.deepEqual(patternsIn(days(21, 20), undefined), [])
  })
  test('sooner than the plan says, and more than it says; without a plan neither', () => {
    assert.deepEqual(patternsIn(days(14), plan), [])
    assert.deepEqual(patternsIn(days(13), plan), ['LT-P2'])
    assert.deepEqual(patternsIn(days(13), undefined), [])
    assert.deepEqual(patternsIn([first], { ...plan, done: 10 }), [])
    assert.deepEqual(patternsIn([first], { ...plan, done: 11 }), ['LT-P3'])
  })
  test('two sessions on one day are no days apart', () => {
    assert.deepEqual(patternsIn([on(0), on(0), on(20)], plan), [])
    assert.deepEqual(patternsIn([on(0), on(20), on(20)], plan), ['LT-P2'])
    assert.deepEqual(patternsIn(days(21, 20, 0), plan), ['LT-P1', 'LT-P2'])
  })
})

describe('checks that long treatment asks for', () => {
  const row = (id: string) => longTermChecks.find((check) => check.id === id) ?? assert.fail(id)
  test('what was never recorded is unknown, whatever the interval', () => {
    for (const check of longTermChecks)
      assert.deepEqual(stateOfCheck(check, undefined, on(0), on(400)), { is: 'unknown' })
  })
  test('at each session: before the last session it is due, on that day it is done', () => {
    assert.deepEqual(stateOfCheck(row('LT-1'), on(6), on(7), on(9)), { is: 'due', last: on(6), since: on(7) })
    assert.deepEqual(stateOfCheck(row('LT-1'), on(7), on(7), on(9)), { is: 'done', last: on(7), next: null })
  })
  test('after so many days: on that day it is due, the day before it is not', () => {
    assert.deepEqual(stateOfCheck(row('LT-2'), on(0), on(7), on(89)), { is: 'done', last: on(0), next: on(90) })
    assert.deepEqual(stateOfCheck(row('LT-2'), on(0), on(7), on(90)), { is: 'due', last: on(0), since: on(90) })
    assert.equal(stateOfCheck(row('LT-4'), on(0), on(7), on(364)).is, 'done')
    assert.equal(stateOfCheck(row('LT-4'), on(0), on(7), on(365)).is, 'due')
  })
  test('liver tests are the ketamine label’s: not asked of somebody who only has the spray', () => {
    const ids = (routes: Parameters<typeof checksFor>[0]) => checksFor(routes).map(({ looksAt }) => looksAt)
    assert.deepEqual(ids(['esketamine']), ['bladder', 'blood pressure', 'cognition', 'dependence'])
    assert.deepEqual(ids(['esketamine', 'im']), ['bladder', 'liver', 'blood pressure', 'cognition', 'dependence'])
  })
})
