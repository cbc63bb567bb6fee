import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Instant } from '../../science/time.ts'
import {
  askedBefore,
  atEvaluation,
  type Booked,
  beforeSession,
  type Evaluated,
  evaluationsDue,
  sessionsDue,
} from './ahead.ts'

const at = (iso: string) => Instant.parse(iso)
const clinic = { timeZone: 'America/New_York', morning: '09:00' }
const person = {
  patientId: 'p',
  name: 'Sam Sample',
  phone: '',
  email: 'sam@example.test',
  reachBy: ['mail'],
  textsStopped: false,
  timeZone: null,
  hour: null,
  wantsAsking: true,
  sessionId: 's',
  answered: {},
  askedAt: null,
}

describe('on the day of a session', () => {
  const times = [
    ['at nine, before one in the afternoon', '2026-11-24T18:00:00Z', clinic, '2026-11-24T14:00:00.000Z'],
    ['two hours before one in the morning at ten', '2026-11-24T15:00:00Z', clinic, '2026-11-24T13:00:00.000Z'],
    ['not before eight, when that leaves half an hour', '2026-11-24T13:30:00Z', clinic, '2026-11-24T13:00:00.000Z'],
    ['and not at all when it leaves less', '2026-11-24T13:29:00Z', clinic, undefined],
    ['at the patient’s own hour', '2026-11-24T21:00:00Z', { ...clinic, morning: '13:00' }, '2026-11-24T18:00:00.000Z'],
    [
      'by the patient’s own clock: nine in Los Angeles is noon at the clinic',
      '2026-11-24T21:00:00Z',
      { ...clinic, timeZone: 'America/Los_Angeles' },
      '2026-11-24T17:00:00.000Z',
    ],
    [
      'whose own day it is, also where the clinic’s has not begun',
      '2026-11-24T03:00:00Z',
      { timeZone: 'Pacific/Auckland', morning: '12:00' },
      '2026-11-23T23:00:00.000Z',
    ],
    ['at nine on the day the clocks go back', '2026-11-01T18:00:00Z', clinic, '2026-11-01T14:00:00.000Z'],
    ['and on the day they go forward', '2026-03-08T18:00:00Z', clinic, '2026-03-08T13:00:00.000Z'],
    [
      'in a zone of its own: Phoenix does not change its clocks',
      '2026-03-08T21:00:00Z',
      { ...clinic, timeZone: 'America/Phoenix' },
      '2026-03-08T16:00:00.000Z',
    ],
  ] as const
  for (const [name, booked, rhythm, due] of times)
    test(`its questions go out ${name}`, () => assert.equal(askedBefore(at(booked.replace('Z', '.000Z')), rhythm), due))

  const bookedFor = at('2026-11-24T18:00:00.000Z')
  const booked: Booked = { ...person, bookedFor, treatedBefore: true, done: false }
  test('a PHQ-9 that is a week old is asked again, a younger one by its first two questions and the ninth', () => {
    const rest = ['asq-since-last', 'since-last-visit', 'urinary']
    const asked = (last: string) => beforeSession({ ...booked, answered: { 'phq-9': at(last) } })
    assert.deepEqual(asked('2026-11-17T18:00:00.000Z'), ['phq-9', ...rest])
    assert.deepEqual(asked('2026-11-17T18:01:00.000Z'), ['phq-2-and-9', ...rest])
    assert.deepEqual(beforeSession(booked), ['phq-9', ...rest])
  })
  test('pain is asked where it is followed, and what is new only of whoever was here before', () => {
    assert.ok(beforeSession({ ...booked, answered: { peg: bookedFor } }).includes('peg'))
    assert.ok(!beforeSession({ ...booked, treatedBefore: false }).includes('since-last-visit'))
  })
  test('nothing is due once it was answered, or the session has begun', () => {
    const now = at('2026-11-24T15:00:00.000Z')
    assert.equal(sessionsDue([booked], clinic, now).length, 1)
    assert.equal(sessionsDue([{ ...booked, done: true }], clinic, now).length, 0)
    assert.equal(sessionsDue([booked], clinic, bookedFor).length, 0)
  })
})

describe('while somebody is evaluated', () => {
  const startedAt = at('2026-11-02T19:00:00.000Z')
  const one: Evaluated = { ...person, evaluationId: 'e', startedAt, firstSessionAt: null, codes: [] }
  const due = (more: Partial<Evaluated>, now: string) =>
    evaluationsDue([{ ...one, ...more }], clinic, at(now)).map(({ dueAt, askedAt, instruments }) => [
      dueAt,
      askedAt,
      instruments.length,
    ])
  test('all that is measured before a first dose, once, on the next morning', () => {
    assert.deepEqual(due({}, '2026-11-03T15:00:00.000Z'), [['2026-11-03T14:00:00.000Z', null, 6]])
    const askedAt = at('2026-11-03T14:00:00.000Z')
    assert.deepEqual(due({ askedAt }, '2026-11-05T15:00:00.000Z'), [['2026-11-03T14:00:00.000Z', askedAt, 6]])
  })
  test('trauma adds PCL-5 and pain PEG', () => {
    assert.deepEqual(atEvaluation(['f43.12', 'G89.4']).slice(-2), ['pcl-5', 'peg'])
    for (const code of ['G90.511', 'G56.42', 'G57.70']) assert.equal(atEvaluation([code]).at(-1), 'peg', code)
    assert.ok(!atEvaluation(['G56.01']).includes('peg'))
    assert.equal(atEvaluation(['F33.2']).length, 6)
  })
  test('what was answered since it began is not asked, what was answered before is', () => {
    const answered = { 'phq-9': at('2026-11-02T20:00:00.000Z'), 'gad-7': at('2026-10-20T20:00:00.000Z') }
    assert.equal(due({ answered }, '2026-11-03T15:00:00.000Z')[0]?.[2], 5)
  })
  test('answers that will be no baseline any more are asked for again a week before the first session', () => {
    const early = {
      firstSessionAt: at('2026-12-01T18:00:00.000Z'),
      askedAt: at('2026-11-03T14:00:00.000Z'),
      answered: { 'phq-9': at('2026-11-03T16:00:00.000Z') },
    }
    assert.deepEqual(due(early, '2026-11-20T15:00:00.000Z'), [['2026-11-24T14:00:00.000Z', null, 6]])
    const inTime = { ...early, firstSessionAt: at('2026-11-16T18:00:00.000Z') }
    assert.deepEqual(due(inTime, '2026-11-10T15:00:00.000Z')[0]?.[1], inTime.askedAt, 'asked within fourteen days')
  })
  test('an evaluation that has lain for weeks asks nothing by itself', () => {
    assert.equal(due({}, '2026-11-17T14:00:00.000Z').length, 1)
    assert.equal(due({}, '2026-11-17T14:01:00.000Z').length, 0)
  })
})
