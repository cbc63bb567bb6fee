import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isWhole } from './quick-number.ts'
import { agoFrom } from './when.ts'

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
