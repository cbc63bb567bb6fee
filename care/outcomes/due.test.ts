import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Instant } from '../../science/time.ts'
import { checksDue, type Followed, isNear, questionnairesDue, reachable, type Treated } from './due.ts'

const zone = { timeZone: 'America/New_York', morning: '09:00' }
const at = (iso: string) => Instant.parse(iso)
const releasedAt = at('2026-11-23T20:00:00.000Z')
const now = at('2026-11-24T15:00:00.000Z')
const person = {
  patientId: 'p',
  name: 'Sam Sample',
  phone: '+15550100',
  email: 'sam@example.test',
  reachBy: ['mail'],
  textsStopped: false,
  timeZone: null,
  hour: null,
  wantsAsking: true,
  sessionId: 's',
  releasedAt,
}
const one: Treated = { ...person, checkAskedAt: null, checkAnsweredAt: null }
const followed: Followed = {
  ...person,
  plan: 'in force',
  done: 2,
  planned: 6,
  daysBetweenLeast: 2,
  asked: {},
  answered: {},
}
const dueAt = (more: Partial<Treated>, when = now) =>
  Object.fromEntries(checksDue([{ ...one, ...more }], zone, when).map(({ asks, dueAt: due }) => [asks, due]))
const asked = (more: Partial<Followed>, when = now) =>
  questionnairesDue([{ ...followed, ...more }], zone, when).map(({ asks, instruments, dueAt: due }) => [
    asks,
    instruments.join(' '),
    due,
  ])

describe('the next-day check', () => {
  test('is due at nine the next morning, by the clinic’s clock', () => {
    assert.equal(dueAt({})['next-day'], '2026-11-24T14:00:00.000Z')
  })
  test('after a session that ended past midnight is due that day’s next morning', () => {
    assert.equal(dueAt({ releasedAt: at('2026-11-24T05:10:00.000Z') })['next-day'], '2026-11-25T14:00:00.000Z')
  })
  test('is at nine also when the clocks change in the night between', () => {
    assert.equal(
      dueAt({ releasedAt: at('2026-10-31T20:00:00.000Z') }, at('2026-11-01T15:00:00.000Z'))['next-day'],
      '2026-11-01T14:00:00.000Z',
    )
  })
  test('once answered is not due', () => {
    assert.equal(dueAt({ checkAnsweredAt: now })['next-day'], undefined)
  })
  test('is given up after three days, not an hour before', () => {
    assert.ok(dueAt({}, at('2026-11-26T20:00:00.000Z'))['next-day'])
    assert.equal(dueAt({}, at('2026-11-26T20:01:00.000Z'))['next-day'], undefined)
  })
})

describe('questionnaires', () => {
  const cases = [
    ['never asked: PHQ-9 the morning after', {}, 'phq-9', 'phq-9', '2026-11-24T14:00:00.000Z'],
    [
      'a week after the last one',
      { answered: { 'phq-9': at('2026-11-20T18:00:00.000Z') } },
      'phq-9',
      'phq-9',
      '2026-11-27T14:00:00.000Z',
    ],
    [
      'long ago: not on the day of a session',
      { answered: { 'phq-9': at('2026-11-01T18:00:00.000Z') } },
      'phq-9',
      'phq-9',
      '2026-11-24T14:00:00.000Z',
    ],
    [
      'asked and not answered: a week after it was asked',
      { answered: { 'phq-9': at('2026-11-10T18:00:00.000Z') }, asked: { 'phq-9': at('2026-11-22T14:00:00.000Z') } },
      'phq-9',
      'phq-9',
      '2026-11-29T14:00:00.000Z',
    ],
    [
      'two that are due go out in one link',
      { answered: { 'phq-9': at('2026-11-10T18:00:00.000Z'), 'gad-7': at('2026-11-12T18:00:00.000Z') } },
      'questionnaires',
      'phq-9 gad-7',
      '2026-11-24T14:00:00.000Z',
    ],
    [
      'what is not due yet waits',
      { answered: { 'phq-9': at('2026-11-10T18:00:00.000Z'), 'gad-7': at('2026-11-22T18:00:00.000Z') } },
      'phq-9',
      'phq-9',
      '2026-11-24T14:00:00.000Z',
    ],
    [
      'another one alone',
      { answered: { 'phq-9': at('2026-11-22T18:00:00.000Z'), 'gad-7': at('2026-11-12T18:00:00.000Z') } },
      'questionnaires',
      'gad-7',
      '2026-11-24T14:00:00.000Z',
    ],
  ] as const
  for (const [name, more, asks, instruments, due] of cases)
    test(name, () => assert.deepEqual(asked(more), [[asks, instruments, due]]))
  test('sent and not answered is known, until it is answered', () => {
    const sentAt = at('2026-11-22T14:00:00.000Z')
    const silent = (answered: Followed['answered']) =>
      questionnairesDue([{ ...followed, asked: { 'phq-9': sentAt }, answered }], zone, now)[0]?.silentSince
    assert.equal(silent({}), sentAt)
    assert.equal(silent({ 'phq-9': at('2026-11-21T14:00:00.000Z') }), sentAt)
    assert.equal(silent({ 'phq-9': at('2026-11-22T15:00:00.000Z') }), null)
  })
  test('a list looks a week ahead', () => {
    assert.equal(isNear({ dueAt: at('2026-12-01T15:00:00.000Z') }, now), true)
    assert.equal(isNear({ dueAt: at('2026-12-01T15:01:00.000Z') }, now), false)
  })
  test('nothing is asked when nothing comes any more', () => {
    const after = { plan: 'stopped', asked: { 'phq-9': at('2027-11-30T14:00:00.000Z') } } as const
    assert.deepEqual(asked(after, at('2027-12-01T14:00:00.000Z')), [])
  })
})

describe('how a patient is reached', () => {
  const cases = [
    [{ reachBy: ['mail'] }, { channel: 'mail', to: 'sam@example.test' }],
    [{ reachBy: ['sms'] }, { channel: 'sms', to: '+15550100' }],
    [{ reachBy: ['sms', 'mail'] }, { channel: 'mail', to: 'sam@example.test' }],
    [
      { reachBy: ['mail', 'sms'], email: '' },
      { channel: 'sms', to: '+15550100' },
    ],
    [{ reachBy: ['call', 'letter'] }, undefined],
    [{ reachBy: [] }, undefined],
    [{ reachBy: ['mail'], email: '' }, undefined],
  ] as const
  for (const [more, by] of cases) test(JSON.stringify(more), () => assert.deepEqual(reachable({ ...one, ...more }), by))
})
