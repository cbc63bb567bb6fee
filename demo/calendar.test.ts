import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clinicTime } from '../care/sessions/booking-time.ts'
import { Instant } from '../science/time.ts'
import { newCalendar } from './calendar.ts'

test('a room at a moment is booked for that moment, also on a night whose hour comes twice or not at all', () => {
  const zone = 'America/New_York'
  const moments = [
    ['as on any day', '2026-11-23T17:00:00.000Z'],
    ['1:50 AM for the first time', '2027-11-07T05:50:00.000Z'],
    ['1:50 AM for the second time', '2027-11-07T06:50:00.000Z'],
    ['just before the hour that is left out', '2027-03-14T06:59:00.000Z'],
    ['just after it', '2027-03-14T07:00:00.000Z'],
  ] as const
  for (const [when, moment] of moments) {
    const { day, time, which } = newCalendar(Instant.parse(moment), zone, ['room']).slotAt(Instant.parse(moment), 0)
    assert.deepEqual(clinicTime(day, time, zone, which), { at: moment }, when)
  }
})
