import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayIn } from '../../science/day-in.ts'
import { Instant } from '../../science/time.ts'
import { boundsOf, clinicTime } from './booking-time.ts'

const zone = 'America/New_York'

describe('a wall time in the clinic', () => {
  test('is a moment', () =>
    assert.deepEqual(clinicTime('2026-11-24', '09:00', zone), { at: '2026-11-24T14:00:00.000Z' }))
  test('that clocks jump over does not exist', () => {
    const found = clinicTime('2026-03-08', '02:30', zone)
    assert.ok('refuse' in found && found.refuse.includes('3:30 AM'), JSON.stringify(found))
  })
  test('that happens twice is asked about', () => {
    const found = clinicTime('2026-11-01', '01:30', zone)
    assert.ok('ask' in found)
    assert.deepEqual([found.earlier, found.later], ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'])
    assert.deepEqual(clinicTime('2026-11-01', '01:30', zone, 'later'), { at: '2026-11-01T06:30:00.000Z' })
    assert.deepEqual(clinicTime('2026-11-01', '01:30', zone, 'earlier'), { at: '2026-11-01T05:30:00.000Z' })
  })
  for (const [time, exists] of [
    ['01:59', true],
    ['02:00', false],
    ['02:59', false],
    ['03:00', true],
  ] as const) {
    test(`${time} on the day clocks go forward ${exists ? 'exists' : 'does not exist'}`, () =>
      assert.equal('at' in clinicTime('2026-03-08', time, zone), exists))
  }
})

describe('a day in the clinic', () => {
  for (const [day, hours] of [
    ['2026-03-08', 23],
    ['2026-11-01', 25],
    ['2026-11-24', 24],
  ] as const) {
    test(`${day} has ${hours} hours`, () => {
      const { from, until } = boundsOf(day, zone)
      assert.equal((Date.parse(until) - Date.parse(from)) / 3_600_000, hours)
    })
  }
  test('changes at the clinic’s midnight, not at UTC’s', () => {
    assert.equal(dayIn(zone, Instant.parse('2026-11-24T04:59:59.999Z')), '2026-11-23')
    assert.equal(dayIn(zone, Instant.parse('2026-11-24T05:00:00.000Z')), '2026-11-24')
  })
})
