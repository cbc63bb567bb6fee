import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes, Instant } from '../../science/time.ts'
import { openInfusionOf, roomClockOf } from './room-clock.ts'

const start = Instant.parse('2026-06-01T15:00:00.000Z')
const at = (minute: number) => addMinutes(start, minute)
const drip = (minute = 0, id = 'drip') =>
  ({ id, happenedAt: at(minute), data: { route: 'iv', mg: 40, volumeMl: 50, rateMlPerH: 75, minutes: 40 } }) as never
const change = (minute: number, data: object, doseId = 'drip') =>
  ({ happenedAt: at(minute), data: { doseId, ...data } }) as never

describe('the clock of a room', () => {
  const dosed = { doses: [drip()], lastDoseAt: at(0) }
  test('counts an infusion from its start while it runs, and from its end afterwards', () => {
    assert.equal(roomClockOf({ doses: [], lastDoseAt: undefined, givenAt: undefined }), undefined)
    assert.deepEqual(roomClockOf({ ...dosed, givenAt: undefined }), { since: at(0), from: 'infusionStart' })
    assert.deepEqual(roomClockOf({ ...dosed, givenAt: at(40) }), { since: at(40), from: 'infusionEnd' })
  })
  test('counts from the dose where it is given in one moment', () => {
    const doses = [{ data: { route: 'im' } }] as never
    assert.deepEqual(roomClockOf({ doses, lastDoseAt: at(3), givenAt: at(3) }), { since: at(3), from: 'dose' })
  })
})

describe('an infusion without a recorded end', () => {
  const of = (pump: never[], now: number, doses = [drip()]) =>
    openInfusionOf({ doses, pump, ended: undefined }, at(now))
  test('says when it runs out by its entries, before and after that', () => {
    assert.deepEqual(of([], 10), { paused: false, runsOutAt: at(40) })
    assert.deepEqual(of([], 50), { paused: false, runsOutAt: at(40) })
    assert.deepEqual(of([change(20, { what: 'rate changed', rateMlPerH: 37.5 })], 25), {
      paused: false,
      runsOutAt: at(60),
    })
  })
  test('that stands runs out at no known time', () => {
    assert.deepEqual(of([change(20, { what: 'paused' })], 90), { paused: true, runsOutAt: null })
  })
  test('that was stopped is none; another one after it is', () => {
    const stopped = change(20, { what: 'stopped', reason: 'Enough.' })
    assert.equal(of([stopped], 21), undefined)
    assert.deepEqual(of([stopped], 31, [drip(), drip(30, 'second')]), { paused: false, runsOutAt: at(70) })
    assert.equal(openInfusionOf({ doses: [drip()], pump: [], ended: {} as never }, at(10)), undefined)
  })
})
