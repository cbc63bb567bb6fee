import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { imProtocol } from '../../science/routes/im.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import type { Kind, SessionEvent } from '../sessions/event.ts'
import { type Found, type Material, type Raised, reportOf } from './report.ts'
import { type Expected, type Script, training } from './script.ts'

const began = Instant.parse('2026-11-28T15:00:00.000Z')
const at = (minutes: number) => addMinutes(began, minutes)
const calm = { systolic: 120, diastolic: 75, heartRate: 70, spo2: 98, respiratoryRate: 14, moaas: 5 }
const high = { ...calm, systolic: 190 }
const moment = { source: training, trips: [], looks: 'Made up.' }

const scriptWith = (expected: Omit<Expected, 'id' | 'says' | 'source'> & object): Script => ({
  id: 'made-up',
  version: 3,
  route: 'im',
  title: 'Made up',
  trains: '',
  source: training,
  baseline: calm,
  away: { from: 8, until: 12 },
  moments: [
    { ...moment, after: 0, signs: calm },
    { ...moment, after: 10, signs: high },
  ],
  expects: [{ id: 'it', says: 'It.', source: training, ...expected } as Expected],
})

const event = (kind: Kind, minutes: number, data: object, more: object = {}): SessionEvent =>
  ({
    id: randomUUID(),
    sessionId: 's',
    kind,
    happenedAt: at(minutes),
    recordedAt: at(Math.max(minutes, 0)),
    recordedBy: 'trainee',
    data,
    corrects: null,
    seq: 1000 + minutes,
    ...more,
  }) as SessionEvent

const dose = event('dose', -0.01, { route: 'im', mg: 35 }, { recordedAt: at(-0.01) })

const found = (expected: object, ended: number, events: SessionEvent[] = [], alerts: Raised[] = []): Found => {
  const material: Material = {
    script: scriptWith(expected as never),
    protocol: imProtocol,
    beganAt: began,
    endedAt: at(ended),
    skippedMinutes: 4,
    events: [dose, ...events],
    alerts,
  }
  const { id: _, says: __, source: ___, rule: ____, ...line } = reportOf(material).lines[0] ?? assert.fail()
  return line
}

describe('a set as it was shown', () => {
  const expected = { look: 'set', from: 10, within: 5, of: ['systolic', 'diastolic'] }
  const cases: [string, number, SessionEvent[], Found][] = [
    ['in time', 16, [event('vitals', 13, high)], { result: 'met', why: 'seen', minutes: 3 }],
    ['on the last moment', 16, [event('vitals', 15, high)], { result: 'met', why: 'seen', minutes: 5 }],
    ['after it', 16, [event('vitals', 15.1, high)], { result: 'not met', why: 'late', minutes: 5.1 }],
    ['before it could be seen', 16, [event('vitals', 9.9, high)], { result: 'not met', why: 'not seen' }],
    ['with other values', 16, [event('vitals', 13, calm)], { result: 'not met', why: 'other values' }],
    [
      'read just before the values changed',
      16,
      [event('vitals', 11, calm)],
      { result: 'met', why: 'seen', minutes: 1 },
    ],
    ['half of it left out', 16, [event('vitals', 13, { spo2: 98 })], { result: 'not met', why: 'not seen' }],
    ['never', 15, [], { result: 'not met', why: 'not seen' }],
    ['the drill ended within the time', 14.9, [], { result: 'unknown', why: 'ended before' }],
    ['the drill ended before it could be seen', 5, [], { result: 'unknown', why: 'ended before' }],
    ['met before the drill ended early', 14, [event('vitals', 13, high)], { result: 'met', why: 'seen', minutes: 3 }],
  ]
  for (const [name, ended, events, wanted] of cases)
    test(name, () => assert.deepEqual(found(expected, ended, events), wanted))

  test('a withdrawn set is none, and a corrected one counts as corrected', () => {
    const set = event('vitals', 12, calm)
    const change = (data: object) => event('correction', 13, { reason: 'Typed wrongly', ...data }, { corrects: set.id })
    assert.equal(found(expected, 16, [set, change({ data: high })]).result, 'met')
    const right = event('vitals', 12, high)
    const gone = event('correction', 13, { reason: 'Wrong patient', withdrawn: true }, { corrects: right.id })
    assert.equal(found(expected, 16, [right, gone]).result, 'not met')
  })

  test('asked and none is an answer, left out is not', () => {
    const asked = { ...expected, of: ['crisisSymptoms'] }
    assert.equal(found(asked, 16, [event('vitals', 12, { ...high, crisisSymptoms: [] })]).result, 'met')
    assert.equal(found(asked, 16, [event('vitals', 12, high)]).result, 'not met')
  })
})

describe('what people did about an alert', () => {
  const raised = (...events: Raised['events']): Raised[] => [{ ruleId: 'RL-12', raisedAt: at(12), events }]
  const takenUp = { look: 'taken up', rule: 'RL-12', from: 10, raisedWithin: 5, within: 5 }
  const passedOn = { ...takenUp, look: 'passed on' }
  const did = (kind: string, minutes: number) => ({ kind, at: at(minutes) })

  test('taken up in time, at the limit, after it, not at all', () => {
    const of = (ended: number, ...events: Raised['events']) => found(takenUp, ended, [], raised(...events))
    assert.deepEqual(of(20, did('acknowledge', 14)), { result: 'met', why: 'seen', minutes: 2 })
    assert.equal(of(20, did('acknowledge', 17)).result, 'met')
    assert.deepEqual(of(20, did('acknowledge', 17.2)), { result: 'not met', why: 'late', minutes: 5.2 })
    assert.deepEqual(of(17), { result: 'not met', why: 'not seen' })
    assert.deepEqual(of(16.9), { result: 'unknown', why: 'ended before' })
    assert.equal(of(20, did('note', 14)).result, 'not met')
  })

  test('one that was never raised is not met once there was time to raise it, and unknown before', () => {
    assert.deepEqual(found(takenUp, 15), { result: 'not met', why: 'never raised' })
    assert.deepEqual(found(takenUp, 14.9), { result: 'unknown', why: 'ended before' })
  })

  test('passed on by escalating, by giving it to somebody, or by handing the session over', () => {
    assert.equal(found(passedOn, 20, [], raised(did('escalate', 13))).result, 'met')
    assert.equal(found(passedOn, 20, [], raised(did('reassign', 13))).result, 'met')
    assert.equal(found(passedOn, 20, [event('handed over', 14, { toId: 'x' })], raised()).result, 'met')
    assert.equal(found(passedOn, 20, [event('handed over', 11, { toId: 'x' })], raised()).result, 'not met')
    assert.equal(found(passedOn, 20, [], raised(did('acknowledge', 13))).result, 'not met')
  })

  test('a second set within the time, counted from the first', () => {
    const again = { look: 'again', rule: 'RL-12', from: 10, within: 7, of: ['systolic', 'diastolic'] }
    const sets = (...minutes: number[]) => minutes.map((minute) => event('vitals', minute, high))
    assert.deepEqual(found(again, 30, sets(12, 19), raised()), { result: 'met', why: 'seen', minutes: 7 })
    assert.equal(found(again, 30, sets(12, 19.2), raised()).result, 'not met')
    assert.equal(found(again, 18.9, sets(12), raised()).result, 'unknown')
    assert.equal(found(again, 19, sets(12), raised()).result, 'not met')
    assert.equal(found(again, 30, [], []).why, 'never raised')
  })
})

describe('what else is looked for', () => {
  test('a fact or a side effect, in its time', () => {
    const fact = { look: 'fact', fact: 'escortPresent', is: false, from: 10, within: 5 }
    const said = (value: boolean | null, minutes: number) => [
      event('facts', minutes, { facts: { escortPresent: value } }),
    ]
    assert.equal(found(fact, 20, said(false, 15)).result, 'met')
    assert.equal(found(fact, 20, said(false, 15.2)).result, 'not met')
    assert.equal(found(fact, 20, said(true, 12)).result, 'not met')
    assert.equal(found(fact, 20, said(null, 12)).result, 'not met')
    assert.equal(found(fact, 14).result, 'unknown')
    const effect = { look: 'effect', effect: 'anxiety', from: 10, within: 5 }
    assert.equal(found(effect, 20, [event('side effect', 12, { effect: 'anxiety', severity: 'mild' })]).result, 'met')
    assert.equal(
      found(effect, 20, [event('side effect', 12, { effect: 'nausea', severity: 'mild' })]).result,
      'not met',
    )
  })

  test('a release inside the time settles it; without one it is known only when the time is over', () => {
    const held = { look: 'not released', from: 0, until: 20 }
    const released = (minutes: number) => [event('released', minutes, { toName: 'X' })]
    assert.deepEqual(found(held, 30, released(19.9)), { result: 'not met', why: 'released' })
    assert.equal(found(held, 30, released(20)).result, 'met')
    assert.equal(found(held, 20).result, 'met')
    assert.equal(found(held, 19.9).result, 'unknown')
  })

  test('observations that were due and left out', () => {
    const onTime = { look: 'on time', until: 26 }
    const looked = { nausea: 'none', dissociation: 'none' }
    const sets = (...minutes: number[]) => minutes.map((minute) => event('vitals', minute, { ...calm, ...looked }))
    assert.deepEqual(found(onTime, 30, sets(10, 20)), { result: 'met', why: 'seen', count: 2 })
    assert.deepEqual(found(onTime, 30, sets(10)), { result: 'not met', why: 'missed', count: 1 })
    assert.deepEqual(found(onTime, 16), { result: 'not met', why: 'missed', count: 1 })
    assert.deepEqual(found(onTime, 14), { result: 'unknown', why: 'ended before' })
  })
})

test('the report holds all it says: script and version, how long, what was entered and what while the network was away', () => {
  const script = scriptWith({ look: 'on time', until: 26 } as never)
  const before = event('vitals', -4, calm, { recordedAt: at(-4) })
  const away = event('vitals', 9, calm, { recordedAt: at(13) })
  const events = [dose, before, away, event('remark', 14, { words: 'Back.' })]
  const material = { script, protocol: imProtocol, beganAt: began, endedAt: at(30), skippedMinutes: 4.04, alerts: [] }
  const report = reportOf({ ...material, events })
  assert.deepEqual(report.script, { id: 'made-up', version: 3, title: 'Made up', route: 'im' })
  assert.deepEqual([report.minutes, report.skippedMinutes], [30, 4])
  assert.deepEqual(report.counts, { entries: 2, sets: 1, enteredAway: 1 })
  assert.deepEqual(reportOf({ ...material, events: [...events, ...events].toReversed() }), report)
})
