import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { minutesFrom, showDate, showMinutes, showMoment, showTime } from './time.ts'

// Intl puts a narrow no-break space before AM and PM.
const plain = (text: string) => text.replaceAll(/\s/g, ' ')

describe('an instant is shown in the clinic’s zone', () => {
  test('across the hour that daylight saving repeats', () => {
    assert.equal(plain(showTime('2026-11-01T05:30:00.000Z', 'America/New_York')), '1:30 AM')
    assert.equal(plain(showTime('2026-11-01T06:30:00.000Z', 'America/New_York')), '1:30 AM')
    assert.equal(plain(showTime('2026-11-01T06:30:00.000Z', 'America/Phoenix')), '11:30 PM')
  })
  test('on the other side of midnight', () => {
    assert.equal(plain(showMoment('2026-11-24T04:05:00.000Z', 'America/New_York')), 'Mon, Nov 23, 2026, 11:05 PM')
  })
})

test('a date of birth is the same day everywhere', () => assert.equal(showDate('1988-02-29'), 'Mon, Feb 29, 1988'))

test('minutes are cut off, not rounded up', () => {
  assert.equal(minutesFrom('2026-11-24T10:00:00.000Z', '2026-11-24T10:59:59.999Z'), 59)
  assert.equal(minutesFrom('2026-11-24T10:00:00.000Z', '2026-11-24T09:59:59.000Z'), -1)
})

test('minutes are said in minutes, hours and days', () => {
  assert.deepEqual([0, 59, 60, 75, 1439, 1440, 3000].map(showMinutes), [
    '0 min',
    '59 min',
    '1 h 00 min',
    '1 h 15 min',
    '23 h 59 min',
    '1 d 0 h',
    '2 d 2 h',
  ])
})
