import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, addMinutes, ageOn, Day, daysBetween, Instant, isTimeZone, minutesBetween } from './time.ts'

const at = (text: string) => Instant.parse(text)
const day = (text: string) => Day.parse(text)

test('takes an instant only in UTC and with milliseconds', () => {
  assert.ok(Instant.safeParse('2026-11-23T17:05:00.000Z').success)
  for (const wrong of [
    '2026-11-23T17:05:00Z',
    '2026-11-23T17:05:00.000+01:00',
    '2026-11-23',
    '2026-13-01T00:00:00.000Z',
    '',
  ])
    assert.ok(!Instant.safeParse(wrong).success, wrong)
})

test('takes a date only when the calendar has it', () => {
  for (const right of ['2026-11-23', '2028-02-29']) assert.ok(Day.safeParse(right).success, right)
  for (const wrong of ['2026-02-29', '2026-11-31', '23.11.2026', '2026-11-23T00:00:00.000Z'])
    assert.ok(!Day.safeParse(wrong).success, wrong)
})

test('counts minutes across midnight, across the change of the clocks, and backwards', () => {
  assert.equal(minutesBetween(at('2026-11-23T23:50:00.000Z'), at('2026-11-24T00:05:00.000Z')), 15)
  assert.equal(minutesBetween(at('2026-11-01T05:30:00.000Z'), at('2026-11-01T07:30:00.000Z')), 120)
  assert.equal(minutesBetween(at('2026-11-23T10:00:00.000Z'), at('2026-11-23T09:59:30.000Z')), -0.5)
})

test('adds minutes', () => {
  assert.equal(addMinutes(at('2026-12-31T23:55:00.000Z'), 10), '2027-01-01T00:05:00.000Z')
  assert.equal(addMinutes(at('2026-11-23T10:00:00.000Z'), -0.5), '2026-11-23T09:59:30.000Z')
})

test('counts and adds days', () => {
  assert.equal(daysBetween(day('2026-10-31'), day('2026-11-02')), 2)
  assert.equal(daysBetween(day('2026-11-02'), day('2026-10-31')), -2)
  assert.equal(addDays(day('2028-02-28'), 2), '2028-03-01')
})

for (const [born, today, age] of [
  ['2008-11-23', '2026-11-22', 17],
  ['2008-11-23', '2026-11-23', 18],
  ['1961-11-24', '2026-11-23', 64],
  ['1961-11-23', '2026-11-23', 65],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2026-11-24', '2026-11-23', undefined],
] as const)
  test(`somebody born on ${born} is ${age} on ${today}`, () => assert.equal(ageOn(day(born), day(today)), age))

test('a time zone is one the clock knows', () => {
  for (const zone of ['America/New_York', 'Europe/Berlin', 'America/Argentina/Ushuaia', 'Asia/Kolkata', 'UTC']) {
    assert.ok(isTimeZone(zone), zone)
  }
  for (const zone of ['', 'Mars/Olympus', '+02:00', 'new york', 'america/new_york']) assert.ok(!isTimeZone(zone), zone)
})
