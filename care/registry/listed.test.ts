import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes, Day, Instant } from '../../science/time.ts'
import type { FollowedRated as Followed } from '../outcomes/rated.ts'
import { phq9Series } from '../outcomes/series.ts'
import { changeOf } from './change.ts'
import type { Answered, Treatment } from './everyone.ts'
import { type Here, type Listed, listedFrom } from './listed.ts'
import { By, counts, ordered } from './order.ts'

const now = Instant.parse('2026-11-23T17:00:00.000Z')
const ago = (days: number): Instant => addMinutes(now, -days * 1440)
const day = (days: number): Day => Day.parse(ago(days).slice(0, 10))
const here: Here = {
  now,
  timeZone: 'America/New_York',
  morning: '09:00',
  chosen: {},
  sees: { rems: true, alerts: true },
}

const answer = (days: number, score: number): Answered => ({ at: ago(days), score, low: score, high: score })
const open = (days: number, low: number, high: number): Answered => ({ at: ago(days), score: null, low, high })

const plan = {
  route: 'im' as const,
  stopped: false,
  sessions: 6,
  daysBetweenLeast: 2,
  daysBetweenMost: 7,
  reviewAfter: [3],
  reviews: [],
}
const treatment = (more: Partial<Treatment> = {}): Treatment => ({
  patientId: 'p',
  number: 1,
  name: 'Test Sample',
  plan,
  dosedOn: [day(20), day(5)],
  openOn: [day(0)],
  doses: 2,
  firstDoseAt: ago(20),
  lastDoseAt: ago(5),
  unsent: [],
  alerts: 0,
  ...more,
})
const followed = (more: Partial<Followed> = {}): Followed => ({
  patientId: 'p',
  name: 'Test Sample',
  phone: '',
  email: '',
  reachBy: [],
  textsStopped: false,
  timeZone: null,
  hour: null,
  wantsAsking: true,
  sessionId: 's',
  releasedAt: ago(5),
  plan: 'in force',
  done: 2,
  planned: 6,
  daysBetweenLeast: 2,
  asked: {},
  answered: { 'phq-9': ago(1), 'cgi-i': ago(1) },
  ownerId: null,
  firstReleasedAt: ago(20),
  ...more,
})
const line = (answered: Answered[], more: Partial<Treatment> = {}, asks: Partial<Followed> = {}): Listed =>
  listedFrom({ treatment: treatment(more), answered, atOnce: [], followed: followed(asks) }, here)

describe('how somebody’s PHQ-9 moved', () => {
  const change = (...answered: Answered[]) => changeOf(answered, ago(20), [], {})
  const before = answer(21, 15)

  test('is worse from 5 points above the baseline, and not from 4', () => {
    assert.equal(change(before, answer(1, 19)).state, 'not worse')
    assert.equal(change(before, answer(1, 20)).state, 'worse')
  })
  test('may be worse where a question left open could make it so, and says the bounds', () => {
    const found = change(before, open(1, 18, 21))
    assert.equal(found.state, 'may be worse')
    assert.deepEqual('latest' in found && found.latest, { at: ago(1), low: 18, high: 21 })
  })
  test('is unknown without a complete score in the 14 days before the first dose', () => {
    assert.deepEqual(change(answer(35, 15), answer(1, 3)), { state: 'unknown', because: 'no baseline' })
    assert.deepEqual(change(open(21, 14, 17), answer(1, 3)), { state: 'unknown', because: 'no baseline' })
  })
  test('is unknown without usable answers since the first dose, however good the baseline', () => {
    assert.deepEqual(change(answer(21, 2)), { state: 'unknown', because: 'no answers since' })
    const nothing = { at: ago(1), score: null, low: null, high: null }
    assert.deepEqual(change(answer(21, 2), nothing), { state: 'unknown', because: 'no answers since' })
  })
  test('is improvement lost when it is back at 10 and 5 above its lowest, though no worse than the baseline', () => {
    assert.equal(change(answer(21, 20), answer(12, 4), answer(1, 9)).state, 'not worse')
    assert.equal(change(answer(21, 20), answer(12, 4), answer(1, 10)).state, 'relapse suspected')
    assert.equal(change(answer(21, 20), answer(15, 4), answer(8, 11), answer(1, 12)).state, 'relapse confirmed')
  })
  test('is improvement lost by answers with open questions, or may be', () => {
    assert.equal(change(answer(21, 20), answer(12, 4), open(1, 12, 18)).state, 'relapse suspected')
    assert.equal(change(answer(21, 20), answer(12, 4), open(1, 8, 11)).state, 'may be worse')
    assert.equal(change(answer(21, 20), answer(12, 4), open(1, 6, 9)).state, 'not worse')
  })
  test('is not known where the newest answers cannot be read, unless those before were worse', () => {
    const unread = { at: ago(1), score: null, low: null, high: null }
    assert.deepEqual(change(before, answer(12, 4), unread), { state: 'unknown', because: 'newest not usable' })
    assert.equal(change(before, answer(12, 20), unread).state, 'worse')
  })
  const attempt = (days: number) => ({ at: ago(days), is: 'attempted' as const })
  test('is improvement lost by an attempt told of since, however good the score beside it', () => {
    const told = (...days: number[]) =>
      changeOf([answer(21, 20), answer(12, 4), answer(5, 8)], ago(20), days.map(attempt), {})
    assert.equal(told(5).state, 'relapse attempted')
    assert.equal(told(15).state, 'not worse', 'before anything had improved')
    assert.equal(told(25).state, 'not worse', 'before the first dose')
    const admitted = [{ at: ago(5), is: 'admitted' as const }]
    assert.equal(
      changeOf([answer(21, 20), answer(12, 4), answer(5, 8)], ago(20), admitted, {}).state,
      'relapse admitted',
    )
  })
  test('before a first dose there is nothing to compare, and it is said so', () => {
    assert.deepEqual(changeOf([answer(1, 20)], null, [attempt(1)], {}), { state: 'not treated' })
  })
  test('says what the chart says of the same answers', () => {
    const ends = [open(2, 9, 12), answer(2, 4), answer(2, 12), answer(2, 22)]
    for (const [last, atOnce] of ends.flatMap((end) => [[], [attempt(3)]].map((told) => [end, told] as const))) {
      const answered = [answer(22, 16), answer(10, 7), last]
      const scores = answered.map(({ at, score, low, high }, index) => ({
        id: String(index),
        instrument: 'phq-9',
        answeredAt: at,
        contextKind: 'between' as const,
        missing: score === null ? 1 : 0,
        score,
        lowest: low,
        highest: high,
      }))
      const { latest, relapse } = phq9Series(scores, { dosedAt: [ago(20), ago(5)], atOnce }, now, {})
      const found = changeOf(answered, ago(20), atOnce, {})
      assert.ok('category' in found && latest)
      assert.equal(found.category, latest.category)
      assert.equal(found.percentFall, latest.percentFall)
      assert.equal(found.state === 'worse', latest.worse === true)
      const lost = latest.worse ? 'no' : (relapse?.state ?? 'no')
      assert.equal(found.state.startsWith('relapse'), lost !== 'no' && lost !== 'undecided')
      assert.equal(found.state === 'may be worse', lost === 'undecided' || latest.worse === undefined)
    }
  })
})

describe('a line says why somebody is looked at', () => {
  const fine = [answer(21, 15), answer(1, 8)]

  test('no reason only where the change is known, nothing is due and somebody was heard', () => {
    assert.deepEqual(line(fine).reasons, [])
  })
  test('an alert that nobody closed', () => assert.deepEqual(line(fine, { alerts: 2 }).reasons, ['alert']))
  test('a review that the plan asks for and nobody recorded; a stopped plan asks for none', () => {
    const dosedOn = [day(20), day(12), day(5)]
    assert.deepEqual(line(fine, { dosedOn }).reviewsDue, [{ point: 'after session', afterSession: 3 }])
    const reviews = [{ point: 'after session' as const, afterSession: 3, decision: 'continue' as const }]
    assert.deepEqual(line(fine, { dosedOn, plan: { ...plan, reviews } }).reviewsDue, [])
    assert.deepEqual(line(fine, { dosedOn, plan: { ...plan, stopped: true } }).reviewsDue, [])
  })
  test('a REMS form with its day: due on the seventh day, late from the eighth', () => {
    const form = (days: number) => line(fine, { unsent: [{ sessionId: 's', dosedAt: ago(days) }] }).rems
    assert.deepEqual(form(7), [{ sessionId: 's', dueOn: day(0), overdue: false }])
    assert.deepEqual(form(8), [{ sessionId: 's', dueOn: day(1), overdue: true }])
  })
  test('a next session whose days are over with none booked', () => {
    const dosedOn = [day(20), day(8)]
    assert.deepEqual(line(fine, { dosedOn, openOn: [] }).overdue, [{ what: 'session', since: day(1) }])
    assert.deepEqual(line(fine, { dosedOn, openOn: [day(0)] }).overdue, [])
    assert.deepEqual(line(fine, { dosedOn, openOn: [day(1)] }).overdue, [{ what: 'session', since: day(1) }])
    assert.deepEqual(line(fine, { dosedOn: [day(20), day(7)], openOn: [] }).overdue, [])
  })
  test('questionnaires whose morning has come', () => {
    const { overdue } = line(fine, {}, { answered: { 'phq-9': ago(9) } })
    assert.equal(overdue[0]?.what, 'questionnaires')
  })
  test('a clinician’s rating a week after it was due; one that was never made since the course began', () => {
    const rated = (answered: Followed['answered']) =>
      line(fine, {}, { answered: { 'phq-9': ago(1), ...answered } }).overdue.map(({ what }) => what)
    assert.deepEqual(rated({ 'cgi-i': ago(13) }), [])
    assert.deepEqual(rated({ 'cgi-i': ago(15) }), ['ratings'])
    assert.deepEqual(rated({}), ['ratings'])
  })
  test('silence: no PHQ-9 for more than 14 days in induction, 35 later (Q2)', () => {
    const silentAfter = (days: number, asks: Partial<Followed> = {}) =>
      line([answer(60, 15), answer(days, 8)], { firstDoseAt: ago(59) }, asks).silent !== null
    assert.deepEqual([silentAfter(14), silentAfter(14.1)], [false, true])
    const over = { done: 6 }
    assert.deepEqual([silentAfter(35, over), silentAfter(35.1, over)], [false, true])
  })
  test('silence: asked and not answered for more than a week; also of whoever never answered', () => {
    const asked = (days: number) => line([answer(12, 8)], {}, { asked: { 'phq-9': ago(days) } }).silent
    assert.equal(asked(7), null)
    assert.deepEqual(asked(8), { since: ago(8), lastAnswerAt: ago(12) })
    assert.deepEqual(line([], {}).silent, { since: ago(20), lastAnswerAt: null })
  })
  test('what is not this person’s to see is no zero', () => {
    const sees = { rems: false, alerts: false }
    const unsent = [{ sessionId: 's', dosedAt: ago(9) }]
    const known = { treatment: treatment({ alerts: 3, unsent }), answered: fine, atOnce: [], followed: followed() }
    const found = listedFrom(known, { ...here, sees })
    assert.deepEqual([found.alerts, found.rems, found.reasons], [null, null, []])
  })
})

describe('the order', () => {
  const rows = [
    { ...line([answer(21, 15), answer(1, 8)]), name: 'Well', number: 1 },
    { ...line([answer(1, 3)]), name: 'Unknown', number: 2 },
    { ...line([answer(21, 15), answer(1, 21)]), name: 'Worse', number: 3 },
    { ...line([answer(21, 15), answer(1, 25)]), name: 'Worst', number: 4 },
    { ...line([answer(21, 15), open(1, 18, 21)]), name: 'Maybe', number: 5 },
    { ...line([], { doses: 0, firstDoseAt: null, lastDoseAt: null, dosedOn: [] }), name: 'New', number: 6 },
  ].map((row) => ({ ...row, reasons: row.reasons.filter((reason) => reason !== 'silent') }))
  const names = (by: By) => ordered(rows, by).map(({ name }) => name)

  test('what is not known stands before what is known not to be worse, and never at the end', () => {
    assert.deepEqual(names('worse'), ['Worst', 'Worse', 'Maybe', 'Unknown', 'Well', 'New'])
  })
  test('the most pressing first', () =>
    assert.deepEqual(names('pressing').slice(0, 4), ['Worst', 'Worse', 'Maybe', 'Unknown']))
  test('is the same whatever order the rows came in', () => {
    for (const by of By.options) assert.deepEqual(ordered(rows.toReversed(), by), ordered(rows, by), by)
  })
  test('everybody is in every order', () => {
    for (const by of By.options) assert.equal(ordered(rows, by).length, rows.length)
  })
  test('somebody with two reasons counts in both', () => {
    const both = line([answer(21, 15), answer(1, 21)], { alerts: 1 })
    assert.deepEqual([counts([both]).alert, counts([both]).worse, counts([both]).review], [1, 1, 0])
  })
})
