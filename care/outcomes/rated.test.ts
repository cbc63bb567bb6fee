import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes, Instant } from '../../science/time.ts'
import {
  type EvaluatedRated,
  type FollowedRated,
  firstOfEach,
  type RatedDayAfter,
  ratedBeforeDose,
  ratedDayAfter,
  ratedEvaluating,
  ratedFollowing,
  stateOf,
  type ToBeDosed,
} from './rated.ts'
import type { Rhythm } from './schedule.ts'

/** A Monday at noon in the clinic. */
const now = Instant.parse('2026-11-23T17:00:00.000Z')
const ago = (days: number): Instant => addMinutes(now, -days * 1440)
const clinic: Rhythm = { timeZone: 'America/New_York', morning: '09:00' }
const morning = (days: number): Instant => addMinutes(ago(days), -180)

const person = {
  patientId: 'p',
  name: 'Sam Sample',
  phone: '',
  email: '',
  reachBy: [],
  textsStopped: false,
  timeZone: 'America/Los_Angeles',
  hour: '20:00',
  wantsAsking: false,
  sessionId: 's',
  ownerId: 'o',
}
const followed = (more: Partial<FollowedRated> = {}): FollowedRated => ({
  ...person,
  releasedAt: ago(3),
  plan: 'in force',
  done: 3,
  planned: 6,
  daysBetweenLeast: 2,
  asked: {},
  answered: {},
  firstReleasedAt: ago(10),
  ...more,
})
const due = (more: Partial<FollowedRated>, at = now) =>
  ratedFollowing([followed(more)], clinic, at).map(({ instrument, dueAt }) => [instrument, dueAt])

describe('what clinicians rate in a course, by the clinic’s own clock', () => {
  test('in induction CGI-I each week from the last, whatever the patient chose for themselves', () => {
    assert.deepEqual(due({ answered: { 'cgi-i': ago(4) } }), [['cgi-i', morning(-3)]])
    assert.deepEqual(due({ answered: { 'cgi-i': ago(9), 'cgi-s': ago(9) } }), [['cgi-i', morning(2)]])
  })
  test('never rated is due a week after the first session, and does not move with the next one', () => {
    assert.deepEqual(due({}), [['cgi-i', morning(3)]])
    assert.deepEqual(due({ releasedAt: ago(0.1) }), [['cgi-i', morning(3)]])
  })
  test('as often as the clinic signed for', () => {
    const own = { ...clinic, inductionDays: 10 }
    const [found] = ratedFollowing([followed({ answered: { 'cgi-i': ago(4) } })], own, now)
    assert.equal(found?.dueAt, morning(-6))
  })
  test('in maintenance CGI-S each month; never rated since the course began', () => {
    const maintenance = { daysBetweenLeast: 21 }
    assert.deepEqual(due({ ...maintenance, answered: { 'cgi-s': ago(20) } }), [['cgi-s', morning(-10)]])
    assert.deepEqual(due(maintenance), [['cgi-s', morning(10)]])
  })
  test('after the last session both on day 14 to 31, and whatever else was rated before; then CGI-S by the month', () => {
    const over = { done: 6, firstReleasedAt: ago(60) }
    const rated = { 'cgi-i': ago(30), 'cgi-s': ago(60), madrs: ago(60) }
    assert.deepEqual(due({ ...over, releasedAt: ago(20), answered: rated }), [
      ['cgi-s', morning(6)],
      ['cgi-i', morning(6)],
      ['madrs', morning(6)],
    ])
    const done = { 'cgi-i': ago(5), 'cgi-s': ago(5), madrs: ago(5) }
    assert.deepEqual(due({ ...over, releasedAt: ago(20), answered: done }), [])
    assert.deepEqual(due({ ...over, releasedAt: ago(40), answered: done }), [['cgi-s', morning(-25)]])
  })
  test('a new plan of which nothing was given is no induction: improvement has nothing to be one in', () => {
    const back = {
      done: 0,
      firstReleasedAt: null,
      releasedAt: ago(60),
      answered: { 'cgi-i': ago(60), 'cgi-s': ago(5) },
    }
    assert.deepEqual(due(back), [['cgi-s', morning(-25)]])
  })
  test('before that the weekly rating goes on, and is called what it is', () => {
    const over = followed({ done: 6, firstReleasedAt: ago(20), releasedAt: ago(3), answered: { 'cgi-i': ago(9) } })
    const found = ratedFollowing([over], clinic, now).map(({ instrument, why, dueAt }) => [instrument, why, dueAt])
    assert.deepEqual(found, [
      ['cgi-i', 'induction', morning(2)],
      ['cgi-s', 'after the course', morning(-11)],
    ])
  })
  test('after stopping nothing', () => assert.deepEqual(due({ plan: 'stopped' }), []))
})

describe('what clinicians rate in an evaluation', () => {
  const evaluated = (more: Partial<EvaluatedRated> = {}): EvaluatedRated => ({
    ...person,
    askedAt: null,
    evaluationId: 'e',
    startedAt: ago(20),
    firstSessionAt: null,
    codes: [],
    answered: {},
    ...more,
  })
  const found = (more: Partial<EvaluatedRated>, licensed: string[] = []) =>
    ratedEvaluating([evaluated(more)], licensed, now)
  const ids = (more: Partial<EvaluatedRated>, licensed: string[] = []) =>
    found(more, licensed).map(({ instrument }) => instrument)

  test('is CGI-S and the mania check, and what the clinic holds a license for', () => {
    assert.deepEqual(ids({}), ['cgi-s', 'mania-psychosis-check'])
    assert.deepEqual(ids({}, ['madrs']), ['cgi-s', 'mania-psychosis-check', 'madrs'])
  })
  test('is done by a rating since it began, and not by one from before', () => {
    assert.deepEqual(ids({ answered: { 'cgi-s': ago(19), 'mania-psychosis-check': ago(21) } }), [
      'mania-psychosis-check',
    ])
  })
  test('once more where it is older than 14 days on the day of the first dose, and overdue from its hour', () => {
    const answered = { 'cgi-s': ago(13), 'mania-psychosis-check': ago(10) }
    const [again, ...more] = found({ answered, firstSessionAt: ago(-2) })
    assert.deepEqual([again?.instrument, again?.dueAt, again?.lateAt], ['cgi-s', ago(12), ago(5)])
    assert.equal(more.length, 0)
    assert.equal(found({ firstSessionAt: ago(-14), startedAt: ago(1) })[0]?.lateAt, ago(-7))
    assert.deepEqual(found({ firstSessionAt: ago(0) }), [])
  })
})

describe('what clinicians rate around a session', () => {
  const today: ToBeDosed = { ...person, bookedFor: ago(-0.1), askedAt: null }
  test('C-SSRS on its day where the clinic holds it, done by one of the same day', () => {
    const before = (askedAt: Instant | null, licensed = ['c-ssrs-screener']) =>
      ratedBeforeDose([{ ...today, askedAt }], licensed, clinic.timeZone, now).map(({ instrument, lastAt }) => [
        instrument,
        lastAt,
      ])
    assert.deepEqual(before(null), [['c-ssrs-screener', null]])
    assert.deepEqual(before(ago(3)), [['c-ssrs-screener', ago(3)]])
    assert.deepEqual(before(ago(0.2)), [])
    assert.deepEqual(before(null, ['madrs']), [])
  })
  test('C-SSRS of a session that midnight falls into: one of the evening counts, one of the evening before does not', () => {
    // Booked for 23:40; it is 00:30.
    const bookedFor = Instant.parse('2026-11-24T04:40:00.000Z')
    const at = Instant.parse('2026-11-24T05:30:00.000Z')
    const open = (askedAt: string | null, when = at) =>
      ratedBeforeDose(
        [{ ...today, bookedFor, askedAt: askedAt === null ? null : Instant.parse(askedAt) }],
        ['c-ssrs-screener'],
        clinic.timeZone,
        when,
      ).map(({ dueAt }) => dueAt)
    assert.deepEqual(open(null), ['2026-11-23T05:00:00.000Z'])
    assert.deepEqual(open('2026-11-24T04:45:00.000Z'), [])
    assert.deepEqual(open('2026-11-24T05:10:00.000Z'), [])
    assert.deepEqual(open('2026-11-23T04:45:00.000Z'), ['2026-11-23T05:00:00.000Z'])
    // Forgotten and not ended: three days later the evening no longer counts.
    assert.deepEqual(open('2026-11-24T04:45:00.000Z', addMinutes(at, 3 * 1440)), ['2026-11-27T05:00:00.000Z'])
  })
  test('MADRS the morning after, where it was rated so before, until it is', () => {
    const treated: RatedDayAfter = { ...person, releasedAt: ago(1), ratedAt: ago(8) }
    assert.deepEqual(
      ratedDayAfter([treated], clinic).map(({ instrument, dueAt, about }) => [instrument, dueAt, about]),
      [['madrs', morning(0), { kind: 'next-day', id: 's' }]],
    )
    assert.deepEqual(ratedDayAfter([{ ...treated, ratedAt: ago(0.1) }], clinic), [])
  })
})

test('a rating is due on its day, overdue from its moment, and of two of one kind the first counts', () => {
  const [one] = ratedFollowing([followed({ answered: { 'cgi-i': ago(4) } })], clinic, now)
  assert.ok(one)
  const at = (moment: Instant) => stateOf(one, moment, addMinutes(moment, 60))
  assert.deepEqual(
    [
      at(morning(0)),
      at(morning(-3)),
      at(addMinutes(morning(-3), -61)),
      at(morning(-10)),
      at(addMinutes(morning(-10), -1)),
    ],
    ['ahead', 'due', 'ahead', 'overdue', 'due'],
  )
  assert.deepEqual(
    firstOfEach([
      { ...one, dueAt: ago(0) },
      { ...one, dueAt: ago(1) },
    ]),
    [{ ...one, dueAt: ago(1) }],
  )
})
