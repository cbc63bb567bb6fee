import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes, Instant } from '../time.ts'
import { imProtocol } from './im.ts'
import { repeatsAfterHigh } from './repeats.ts'
import { tighten } from './tighten.ts'

const start = Instant.parse('2026-11-23T15:00:00.000Z')
const after = (minutes: number) => addMinutes(start, minutes)
const at = (minutes: number, systolic: number, diastolic = 80) => ({ at: after(minutes), systolic, diastolic })
const states = (pressures: ReturnType<typeof at>[], now: number, releasedAt?: number, { limits } = imProtocol) =>
  repeatsAfterHigh(limits, {
    pressures,
    now: after(now),
    releasedAt: releasedAt === undefined ? undefined : after(releasedAt),
  }).map(({ state, dueAt }) => [Math.round((Date.parse(dueAt) - Date.parse(start)) / 60_000), state])

describe('after a pressure of 180 or more over 110 or more (RL-12)', () => {
  for (const [set, asked] of [
    [at(20, 179, 109), 0],
    [at(20, 180, 80), 1],
    [at(20, 150, 110), 1],
  ] as const)
    test(`${set.systolic}/${set.diastolic} asks for ${asked} more`, () => assert.equal(states([set], 20).length, asked))

  for (const [now, state] of [
    [24.9, 'due later'],
    [25, 'due'],
    [30, 'due'],
    [30.1, 'overdue'],
  ] as const)
    test(`the next is ${state} at ${now} minutes`, () => assert.deepEqual(states([at(20, 190)], now), [[25, state]]))

  test('each that is still high asks again, and one below ends it', () => {
    const pressures = [at(20, 190), at(25, 185), at(31, 150)]
    assert.deepEqual(states(pressures, 60), [
      [25, 'done'],
      [30, 'done'],
    ])
  })

  test('one that came too late stays missed, and is named', () => {
    const pressures = [at(20, 190), at(31, 140)]
    assert.deepEqual(states(pressures, 40), [[25, 'missed']])
    const [again] = repeatsAfterHigh(imProtocol.limits, { pressures, now: after(40) })
    assert.deepEqual(again?.missing, ['bloodPressure'])
  })

  test('who has left is not measured again; what was due before stays missed', () => {
    assert.deepEqual(states([at(20, 190)], 60, 40), [[25, 'missed']])
    assert.deepEqual(states([at(20, 190)], 60, 22), [])
  })

  test('sooner where the clinic says so, and never later', () => {
    const { protocol } = tighten(imProtocol, { highRepeatMinutes: 4 })
    assert.deepEqual(states([at(20, 190)], 24, undefined, protocol), [[24, 'due']])
    assert.ok(tighten(imProtocol, { highRepeatMinutes: 6 }).refused.highRepeatMinutes)
  })
})
