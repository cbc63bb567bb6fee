import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isWhole } from './quick-number.ts'
import { agoFrom, agoOn, nearestTo } from './when.ts'

const zone = 'America/New_York'

describe('the newest moment at which the clinic’s clock showed a time', () => {
  for (const [now, time, expected] of [
    ['2026-11-23T17:05:30.000Z', '12:00', '2026-11-23T17:00:00.000Z'],
    ['2026-11-23T17:05:30.000Z', '12:05', '2026-11-23T17:05:00.000Z'],
    ['2026-11-24T05:10:00.000Z', '23:50', '2026-11-24T04:50:00.000Z'],
    // After clocks went back (01:30 EST), 00:45 was an hour and three quarters ago.
    ['2026-11-01T06:30:00.000Z', '00:45', '2026-11-01T04:45:00.000Z'],
    // After clocks went forward (03:10 EDT), 01:50 was twenty minutes ago.
    ['2026-03-08T07:10:00.000Z', '01:50', '2026-03-08T06:50:00.000Z'],
  ] as const) {
    test(`${time} at ${now}`, () => assert.equal(agoFrom(now, time, zone), expected))
  }
})

describe('a time that stands in a correction is the one nearest to what it corrects', () => {
  for (const [at, time, expected, what] of [
    ['2026-11-20T19:05:00.000Z', '14:02', '2026-11-20T19:02:00.000Z', 'of a day long ago'],
    ['2026-11-21T05:10:00.000Z', '23:55', '2026-11-21T04:55:00.000Z', 'before midnight'],
    ['2026-11-21T04:50:00.000Z', '00:05', '2026-11-21T05:05:00.000Z', 'after midnight'],
    ['2026-11-01T05:40:00.000Z', '01:30', '2026-11-01T05:30:00.000Z', 'the first of two'],
    ['2026-11-01T06:40:00.000Z', '01:30', '2026-11-01T06:30:00.000Z', 'the second of two'],
    ['2026-03-08T07:10:00.000Z', '01:50', '2026-03-08T06:50:00.000Z', 'before clocks went on'],
  ] as const)
    test(what, () => assert.equal(nearestTo(at, time, 'America/New_York'), expected))
})

describe('a time of the day that somebody names', () => {
  const now = '2026-11-30T14:46:00.000Z'
  for (const [day, time, expected] of [
    ['today', '06:30', '2026-11-30T11:30:00.000Z'],
    ['yesterday', '06:30', '2026-11-29T11:30:00.000Z'],
    ['yesterday', '20:30', '2026-11-30T01:30:00.000Z'],
    // It has not come yet, and is not taken for yesterday’s.
    ['today', '20:30', undefined],
  ] as const) {
    test(`${time} ${day}`, () => assert.equal(agoOn(day, now, time, zone), expected))
  }
})

describe('a reading that is being typed', () => {
  for (const [name, text, whole] of [
    ['systolic', '12', false],
    ['systolic', '124', true],
    ['systolic', '92', true],
    ['diastolic', '78', true],
    ['diastolic', '10', false],
    ['heartRate', '7', false],
    ['spo2', '98', true],
    ['spo2', '10', false],
    ['spo2', '100', true],
    ['respiratoryRate', '1', false],
    ['respiratoryRate', '14', true],
    ['respiratoryRate', '6', true],
    ['pain', '1', false],
    ['pain', '4', true],
    ['pain', '0', true],
  ] as const) {
    test(`${name} ${text} ${whole ? 'goes on to the next' : 'waits'}`, () => assert.equal(isWhole(name, text), whole))
  }
})
