import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  clockTime,
  minutesFrom,
  minutesUntil,
  momentAt,
  showDate,
  showMinutes,
  showMoment,
  showPartialDate,
  showTime,
  timeBeside,
} from './time.ts'
import { sayTime } from './words/words.ts'

// Intl puts a narrow no-break space before AM and PM.
const plain = (text: string) => text.replaceAll(/\s/g, ' ')

describe('an instant is shown in the clinic’s zone', () => {
  test('across the hour that daylight saving repeats', () => {
    assert.equal(plain(showTime('2026-11-01T05:30:00.000Z', 'America/New_York')), '1:30 AM EDT')
    assert.equal(plain(showTime('2026-11-01T06:30:00.000Z', 'America/New_York')), '1:30 AM EST')
    assert.equal(plain(showTime('2026-11-01T07:30:00.000Z', 'America/New_York')), '2:30 AM')
    assert.equal(plain(showTime('2026-11-01T06:30:00.000Z', 'America/Phoenix')), '11:30 PM')
  })
  test('on the other side of midnight', () => {
    assert.equal(plain(showMoment('2026-11-24T04:05:00.000Z', 'America/New_York')), 'Mon, Nov 23, 2026, 11:05 PM')
  })
})

test('a time stands with its day where that is another one', () => {
  const shown = timeBeside('2026-11-30T17:00:00.000Z', 'America/New_York')
  assert.equal(plain(shown('2026-11-30T11:30:00.000Z')), '6:30 AM')
  assert.equal(plain(shown('2026-11-30T01:30:00.000Z')), 'Sun, Nov 29, 8:30 PM')
})

test('a date of birth is the same day everywhere', () => assert.equal(showDate('1988-02-29'), 'Mon, Feb 29, 1988'))

test('a date that is known in part is said as people say it', () =>
  assert.deepEqual(['2019', '2026-10', '1988-02-29'].map(showPartialDate), [
    '2019',
    'October 2026',
    'Mon, Feb 29, 1988',
  ]))

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

describe('a day and a time on the clinic’s clock are one moment', () => {
  test('in summer and in winter', () => {
    assert.equal(momentAt('2026-07-01', '09:30', 'America/New_York'), '2026-07-01T13:30:00.000Z')
    assert.equal(momentAt('2026-11-28', '00:05', 'America/New_York'), '2026-11-28T05:05:00.000Z')
    assert.equal(momentAt('2026-11-28', '23:55', 'Pacific/Auckland'), '2026-11-28T10:55:00.000Z')
  })
  test('on the days on which clocks change', () => {
    assert.equal(momentAt('2026-03-08', '01:30', 'America/New_York'), '2026-03-08T06:30:00.000Z')
    assert.equal(momentAt('2026-03-08', '03:30', 'America/New_York'), '2026-03-08T07:30:00.000Z')
    assert.equal(momentAt('2026-11-01', '00:30', 'America/New_York'), '2026-11-01T04:30:00.000Z')
    assert.equal(momentAt('2026-11-01', '02:30', 'America/New_York'), '2026-11-01T07:30:00.000Z')
    const twice = showMoment(momentAt('2026-11-01', '01:30', 'America/New_York'), 'America/New_York')
    assert.equal(plain(twice), 'Sun, Nov 1, 2026, 1:30 AM EDT')
    assert.equal(momentAt('2026-10-25', '02:30', 'Europe/Berlin'), '2026-10-25T00:30:00.000Z')
    assert.equal(momentAt('2027-04-04', '02:30', 'Pacific/Auckland'), '2027-04-03T13:30:00.000Z')
  })
})

test('what the clock showed goes into a field for a time', () => {
  assert.equal(clockTime('2026-12-03T14:40:00.000Z', 'America/New_York'), '09:40')
  assert.equal(clockTime('2026-12-03T05:05:00.000Z', 'America/New_York'), '00:05')
})

test('minutes left are rounded up, past the few seconds that a clock on a screen lags', () => {
  const due = '2026-12-03T14:10:00.000Z'
  const left = (now: string) => minutesUntil(due, `2026-12-03T${now}.000Z`)
  assert.deepEqual(
    ['13:59:50', '13:59:49', '14:00:00', '14:00:59', '14:09:30', '14:09:59'].map(left),
    [10, 11, 10, 9, 1, 1],
  )
})

test('a time of day is said as people here read it', () => {
  for (const [clock, said] of [
    ['00:00', '12:00 AM'],
    ['00:05', '12:05 AM'],
    ['11:59', '11:59 AM'],
    ['12:00', '12:00 PM'],
    ['14:05', '2:05 PM'],
    ['23:59', '11:59 PM'],
  ] as const)
    assert.equal(sayTime(clock), said)
})
