import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Instant } from '../../science/time.ts'
import type { Due } from './due.ts'
import { goingOut } from './gentle.ts'

const at = (iso: string) => Instant.parse(iso)
const nine = at('2026-11-24T14:00:00.000Z')
const one: Due = {
  asks: 'phq-9',
  instruments: ['phq-9'],
  patientId: 'p',
  name: 'Sam',
  sessionId: 's',
  releasedAt: at('2026-11-23T20:00:00.000Z'),
  dueAt: nine,
  askedAt: null,
  silentSince: null,
  by: { channel: 'mail', to: 'sam@example.test' },
  stopped: null,
  timeZone: 'America/New_York',
  unanswered: 0,
}
const check: Due = { ...one, asks: 'next-day' }
const ahead = (until: string): Due => ({
  ...one,
  asks: 'questionnaires',
  about: { kind: 'session', id: 't', until: at(until) },
})
const going = (due: Due[], now = nine, lastSentAt?: Instant) =>
  goingOut(due, new Map(lastSentAt ? [['p', { lastSentAt, unanswered: 0 }]] : []), now).map(
    ({ asks, about }) => about?.kind ?? asks,
  )

test('one message a day: the next-day check, and the questionnaires on the morning after it', () => {
  assert.deepEqual(going([one, check]), ['next-day'])
  assert.deepEqual(going([one], nine, at('2026-11-23T18:00:01.000Z')), [], 'sent less than twenty hours ago')
  assert.deepEqual(going([one], nine, at('2026-11-23T18:00:00.000Z')), ['phq-9'])
})
test('the questions of a session go out in any case, and hold the others back that day', () => {
  assert.deepEqual(going([one, check, ahead('2026-11-24T18:00:00.000Z')]), ['session'])
  assert.deepEqual(going([ahead('2026-11-24T18:00:00.000Z')], nine, at('2026-11-24T13:00:00.000Z')), ['session'])
  const noon = { ...ahead('2026-11-24T20:00:00.000Z'), dueAt: at('2026-11-24T17:00:00.000Z') }
  assert.deepEqual(going([one, noon]), [], 'not at nine, when they come at noon')
})
test('of two patients each is asked', () => {
  assert.equal(going([one, { ...one, patientId: 'q' }]).length, 2)
})
test('the night is the patient’s own', () => {
  const eight = at('2026-11-25T01:00:00.000Z')
  assert.deepEqual(going([one], eight), [], 'eight in the evening in New York')
  assert.deepEqual(going([{ ...one, timeZone: 'America/Los_Angeles' }], eight), ['phq-9'])
  assert.deepEqual(going([{ ...one, timeZone: 'Europe/London' }], nine), ['phq-9'])
  const seven = at('2026-11-24T15:59:00.000Z')
  assert.deepEqual(going([{ ...one, timeZone: 'America/Los_Angeles' }], seven), [], 'a minute before eight')
})
test('nobody is written to who asked not to be, or cannot be reached', () => {
  assert.deepEqual(going([{ ...one, by: undefined, stopped: 'asking' }]), [])
})
