import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Instant } from '../../science/time.ts'
import type { CoverHours } from '../accounts/settings/clinic-settings.ts'
import { afterQuiet, coverAt, nextMorning } from './cover.ts'

const zone = 'America/New_York'
const weekdays: CoverHours[] = [
  { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '09:00', until: '17:00' },
]
const at = (iso: string) => Instant.parse(iso)

describe('somebody reads messages', () => {
  const cases = [
    ['2026-11-23T13:59:00.000Z', false, 'Monday 08:59'],
    ['2026-11-23T14:00:00.000Z', true, 'Monday 09:00'],
    ['2026-11-23T21:59:00.000Z', true, 'Monday 16:59'],
    ['2026-11-23T22:00:00.000Z', false, 'Monday 17:00'],
    ['2026-11-22T05:00:00.000Z', false, 'Sunday midnight'],
    ['2026-11-23T04:59:00.000Z', false, 'Sunday 23:59, which is Monday in UTC'],
    // The clocks went back on 1 November: 13:30 UTC was 09:30 the week before and is 08:30 the week after.
    ['2026-10-30T13:30:00.000Z', true, 'Friday 09:30 in summer time'],
    ['2026-11-02T13:30:00.000Z', false, 'Monday 08:30 in winter time'],
  ] as const
  for (const [now, expected, when] of cases) {
    test(`on ${when}: ${expected}`, () => assert.equal(coverAt(weekdays, zone, at(now)), expected))
  }
  test('unknown when the clinic has not said', () => {
    assert.equal(coverAt(undefined, zone, at('2026-11-23T15:00:00.000Z')), undefined)
    assert.equal(coverAt([], zone, at('2026-11-23T15:00:00.000Z')), undefined)
  })
})

describe('the next morning', () => {
  const cases = [
    ['2026-11-23T20:00:00.000Z', '2026-11-24T14:00:00.000Z', 'after an afternoon'],
    ['2026-11-24T04:30:00.000Z', '2026-11-24T14:00:00.000Z', 'after 23:30, still the same clinic day'],
    ['2026-11-24T05:30:00.000Z', '2026-11-25T14:00:00.000Z', 'after half past midnight'],
    ['2026-10-31T20:00:00.000Z', '2026-11-01T14:00:00.000Z', 'when the clocks go back in the night'],
    ['2027-03-13T20:00:00.000Z', '2027-03-14T13:00:00.000Z', 'when the clocks go forward in the night'],
  ] as const
  for (const [from, to, when] of cases) test(when, () => assert.equal(nextMorning(at(from), zone), to))
})

describe('nothing is sent in the quiet hours', () => {
  const cases = [
    ['2026-11-23T12:59:00.000Z', '2026-11-23T13:00:00.000Z', '07:59 waits for 08:00'],
    ['2026-11-23T13:00:00.000Z', '2026-11-23T13:00:00.000Z', '08:00 goes'],
    ['2026-11-24T00:59:00.000Z', '2026-11-24T00:59:00.000Z', '19:59 goes'],
    ['2026-11-24T01:00:00.000Z', '2026-11-24T13:00:00.000Z', '20:00 waits for the morning'],
    ['2026-11-24T05:10:00.000Z', '2026-11-24T13:00:00.000Z', 'ten past midnight waits for the same morning'],
  ] as const
  for (const [from, to, when] of cases) test(when, () => assert.equal(afterQuiet(at(from), zone), to))
})
