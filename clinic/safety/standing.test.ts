import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes, Instant } from '../../science/time.ts'
import type { Alert, AlertEvent, EventKind } from './alert.ts'
import { bySeverityAndAge, standingOf } from './standing.ts'

const raisedAt = Instant.parse('2026-11-23T17:00:00.000Z')
const after = (minutes: number) => addMinutes(raisedAt, minutes)
const alert: Alert = {
  id: 'a',
  patientId: 'p',
  ruleId: 'S1',
  level: 'high',
  about: { kind: 'response', id: 'r' },
  says: '',
  source: null,
  inputs: {},
  raisedAt,
  dueAt: after(60),
  ownerRole: 'monitor',
  ownerId: null,
}
const event = (kind: EventKind, minutes: number, more: Partial<AlertEvent> = {}): AlertEvent => ({
  id: `${kind}${minutes}`,
  kind,
  at: after(minutes),
  byId: 'sam',
  by: 'Sam',
  words: 'words',
  toRole: null,
  toId: null,
  to: null,
  ...more,
})

describe('an alert nobody acknowledged', () => {
  const cases = [
    [0, { role: 'monitor' }, 60, false, undefined],
    [59, { role: 'monitor' }, 60, false, undefined],
    [60, { role: 'prescriber' }, 120, false, 60],
    [119, { role: 'prescriber' }, 120, false, 60],
    [120, 'everyone', 180, false, 60],
    [179, 'everyone', 180, false, 60],
    [180, 'everyone', 180, true, 60],
    [10_000, 'everyone', 180, true, 60],
  ] as const
  for (const [minutes, owner, due, overdue, since] of cases) {
    test(`after ${minutes} minutes is with ${JSON.stringify(owner)}`, () => {
      const standing = standingOf(alert, [], after(minutes))
      assert.deepEqual(standing.owner, owner)
      assert.equal(standing.dueAt, after(due))
      assert.equal(standing.overdue, overdue)
      assert.equal(standing.escalatedAt, since === undefined ? undefined : after(since))
      assert.equal(standing.state, 'waiting')
    })
  }

  test('of a prescriber goes to everyone', () => {
    assert.equal(standingOf({ ...alert, ownerRole: 'prescriber' }, [], after(60)).owner, 'everyone')
  })

  test('goes up sooner when somebody passes it up', () => {
    const standing = standingOf(alert, [event('escalate', 10)], after(11))
    assert.deepEqual(standing.owner, { role: 'prescriber' })
    assert.equal(standing.dueAt, after(70))
    assert.equal(standing.escalatedAt, after(10))
  })

  test('handed to somebody starts their clock anew, and goes up from there', () => {
    const handed = [event('reassign', 70, { toId: 'lee' })]
    assert.deepEqual(standingOf(alert, handed, after(129)).owner, { staff: 'lee' })
    assert.deepEqual(standingOf(alert, handed, after(130)).owner, { role: 'prescriber' })
  })

  test('due at once still leaves its owner five minutes', () => {
    const atOnce = { ...alert, dueAt: raisedAt }
    assert.deepEqual(standingOf(atOnce, [], after(4)).owner, { role: 'monitor' })
    assert.deepEqual(standingOf(atOnce, [], after(5)).owner, { role: 'prescriber' })
  })
})

describe('an alert somebody acknowledged', () => {
  test('stays with them, however late it is', () => {
    const standing = standingOf(alert, [event('acknowledge', 100)], after(10_000))
    assert.equal(standing.state, 'acknowledged')
    assert.deepEqual(standing.owner, { staff: 'sam' })
    assert.equal(standing.overdue, false)
    assert.equal(standing.dueAt, undefined)
  })

  test('goes to whom they hand it', () => {
    const standing = standingOf(
      alert,
      [event('acknowledge', 5), event('reassign', 6, { toRole: 'prescriber' })],
      after(7),
    )
    assert.deepEqual(standing.owner, { role: 'prescriber' })
  })

  test('and handed on waits for whom it is with now, with a clock of their own, until they acknowledge it', () => {
    const handed = [event('acknowledge', 5), event('reassign', 6, { toId: 'lee' })]
    const standing = standingOf(alert, handed, after(7))
    assert.deepEqual([standing.state, standing.owner, standing.dueAt], ['waiting', { staff: 'lee' }, after(66)])
    assert.deepEqual(standingOf(alert, handed, after(66)).owner, { role: 'prescriber' })
    const taken = standingOf(alert, [...handed, event('acknowledge', 10, { byId: 'lee', by: 'Lee' })], after(500))
    assert.deepEqual([taken.state, taken.owner, taken.acknowledged?.by], ['acknowledged', { staff: 'lee' }, 'Lee'])
  })

  test('is closed with what was done', () => {
    const standing = standingOf(alert, [event('close', 5, { words: 'Called; safe plan agreed' })], after(500))
    assert.equal(standing.state, 'closed')
    assert.equal(standing.closed?.words, 'Called; safe plan agreed')
    assert.equal(standing.overdue, false)
  })
})

test('the most serious comes first, and the oldest among equals', () => {
  const list = [
    { level: 'review', raisedAt: after(0) },
    { level: 'urgent', raisedAt: after(9) },
    { level: 'high', raisedAt: after(1) },
    { level: 'urgent', raisedAt: after(3) },
  ] as const
  assert.deepEqual(
    [...list].sort(bySeverityAndAge).map(({ level, raisedAt: at }) => [level, at]),
    [
      ['urgent', after(3)],
      ['urgent', after(9)],
      ['high', after(1)],
      ['review', after(0)],
    ],
  )
})
