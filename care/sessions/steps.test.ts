import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes, Instant } from '../../science/time.ts'
import type { SessionEvent } from './event.ts'
import { standingLog } from './log.ts'
import { withoutSteps } from './steps.ts'

const start = Instant.parse('2026-11-23T15:00:00.000Z')
const entry = (seq: number, facts: object, { by = 'a', minutes = seq / 60, kind = 'facts', more = {} } = {}) => {
  const at = addMinutes(start, minutes)
  const data = kind === 'facts' ? { facts } : facts
  const known = { id: String(seq), sessionId: 's', kind, happenedAt: at, recordedAt: at, recordedBy: by }
  return { ...known, data, corrects: null, seq, ...more } as unknown as SessionEvent
}
const shown = (...events: SessionEvent[]) => withoutSteps(standingLog(events)).map(({ id }) => id)

const one = { vitals: 2 }
const two = { ...one, walking: 2 }
const three = { ...two, nausea: 1 }

describe('a score that is entered rating by rating', () => {
  test('is one line, the last, although each tap is an entry', () =>
    assert.deepEqual(shown(entry(1, { padss: one }), entry(2, { padss: two }), entry(3, { padss: three })), ['3']))
  test('also where something else was written in between', () =>
    assert.deepEqual(shown(entry(1, { padss: one }), entry(2, { dizzy: false }), entry(3, { padss: two })), ['2', '3']))
  test('shows a rating that was changed or taken back', () => {
    assert.deepEqual(shown(entry(1, { padss: one }), entry(2, { padss: { vitals: 1, walking: 2 } })), ['1', '2'])
    assert.deepEqual(shown(entry(1, { padss: two }), entry(2, { padss: one })), ['1', '2'])
    assert.deepEqual(shown(entry(1, { padss: one }), entry(2, { padss: null })), ['1', '2'])
  })
  test('shows each look of two people, of two scores, and of two times', () => {
    assert.deepEqual(shown(entry(1, { padss: one }), entry(2, { padss: two }, { by: 'b' })), ['1', '2'])
    assert.deepEqual(shown(entry(1, { padss: one }), entry(2, { aldrete: two })), ['1', '2'])
    assert.deepEqual(shown(entry(1, { padss: one }), entry(2, { padss: two }, { minutes: 11 })), ['1', '2'])
    assert.deepEqual(shown(entry(1, { padss: one }), entry(2, { padss: two }, { minutes: 9 })), ['2'])
  })
  test('shows what was corrected, and an entry that says more than the score', () => {
    const corrected = entry(
      3,
      { reason: 'Other patient', withdrawn: true },
      { kind: 'correction', more: { corrects: '1' } },
    )
    assert.deepEqual(shown(entry(1, { padss: one }), entry(2, { padss: two }), corrected), ['1', '2'])
    assert.deepEqual(shown(entry(1, { padss: one, dizzy: true }), entry(2, { padss: two })), ['1', '2'])
  })
})
