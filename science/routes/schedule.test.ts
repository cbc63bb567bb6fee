import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes, Instant } from '../time.ts'
import { imProtocol } from './im.ts'
import type { ObservationKind } from './protocol.ts'
import { type DueState, mostUrgent, nextDue } from './schedule.ts'
import { tighten } from './tighten.ts'

const dosedAt = Instant.parse('2026-11-23T23:30:00.000Z')
const after = (minutes: number) => addMinutes(dosedAt, minutes)
const all: readonly ObservationKind[] = imProtocol.repeated
const complete = (...minutes: number[]) => minutes.map((minute) => ({ at: after(minute), what: all }))
const at = (
  minutes: number,
  observations: { at: Instant; what: readonly ObservationKind[] }[] = [],
  releasedAfter?: number,
) =>
  nextDue(imProtocol, {
    dosedAt,
    observations,
    now: after(minutes),
    releasedAt: releasedAfter === undefined ? undefined : after(releasedAfter),
  })
const states = (...args: Parameters<typeof at>): Record<string, DueState> =>
  Object.fromEntries(at(...args).map(({ slot, state }) => [slot, state]))

describe('what is due after an IM dose', () => {
  test('comes at the reported peak, then every 15 minutes, across midnight', () => {
    assert.deepEqual(
      at(0).map(({ dueAt }) => dueAt.slice(11, 16)),
      ['23:40', '23:50', '00:00', '00:15', '00:30', '00:45', '01:00'],
    )
    assert.deepEqual(at(90).at(-1)?.slot, 'T+105')
    assert.deepEqual(
      at(121)
        .slice(-2)
        .map(({ slot }) => slot),
      ['T+120', 'T+135'],
    )
  })

  for (const [minutes, state] of [
    [0, 'due later'],
    [9.9, 'due later'],
    [10, 'due'],
    [15, 'due'],
    [15.1, 'overdue'],
    [19.9, 'overdue'],
    [20, 'missed'],
  ] as const)
    test(`at ${minutes} minutes the first one is ${state}`, () => assert.equal(states(minutes)['T+10'], state))

  test('counts as done from 3 minutes before its time and for the slot it belongs to', () => {
    assert.equal(states(8, complete(6.9))['T+10'], 'due later')
    assert.equal(states(8, complete(7))['T+10'], 'done')
    assert.deepEqual([states(18, complete(16))['T+10'], states(18, complete(16))['T+20']], ['done', 'due later'])
    assert.deepEqual([states(18, complete(17))['T+10'], states(18, complete(17))['T+20']], ['missed', 'done'])
  })

  test('names what is still missing and puts parts together', () => {
    const parts = [
      { at: after(10), what: ['bloodPressure', 'heartRate'] as const },
      { at: after(11), what: ['spo2', 'respiratoryRate'] as const },
    ]
    const first = at(12, parts)[0]
    assert.deepEqual([first?.state, first?.missing], ['due', ['sedation', 'dissociation']])
  })

  test('does not let a gap go away once later ones are done', () => {
    assert.deepEqual(states(46, complete(10, 30, 45)), {
      'T+10': 'done',
      'T+20': 'missed',
      'T+30': 'done',
      'T+45': 'done',
      'T+60': 'due later',
      'T+75': 'due later',
      'T+90': 'due later',
    })
  })

  test('does not ask again for what was seen a little later, where only a part of it could be taken then', () => {
    const but = (kind: ObservationKind, minute: number) => ({
      at: after(minute),
      what: all.filter((one) => one !== kind),
    })
    const found = (minutes: number, ...seen: Parameters<typeof at>[1] & object) =>
      at(minutes, seen).find(({ slot }) => slot === 'T+10')
    const pressureFails = found(18, but('bloodPressure', 17))
    assert.deepEqual([pressureFails?.state, pressureFails?.missing], ['overdue', ['bloodPressure']])
    const takenAfterAll = found(19, but('bloodPressure', 17), { at: after(18), what: ['bloodPressure'] })
    assert.deepEqual(
      [takenAfterAll?.state, takenAfterAll?.missing],
      ['missed', takenAfterAll?.what],
      'late, for the note',
    )
  })

  test('ends with release: what was due and not done stays missed, nothing later is asked', () => {
    const seen = at(300, complete(10, 20, 30, 45, 60, 75), 95)
    assert.deepEqual(seen.map(({ slot, state }) => `${slot} ${state}`).slice(-2), ['T+75 done', 'T+90 missed'])
  })

  test('is late 5 minutes after it was due', () => {
    assert.equal(at(0)[0]?.lateAt, after(15))
  })

  test('shows the overdue one before the due and the coming one', () => {
    assert.equal(mostUrgent(at(16))?.slot, 'T+10')
    assert.equal(mostUrgent(at(21))?.slot, 'T+20')
    assert.equal(mostUrgent(at(12, complete(10)))?.slot, 'T+20')
  })

  test('is overdue since the first set that went by without a reading, however many more became due', () => {
    const urgent = (minute: number, ...observed: Parameters<typeof complete>) => {
      const first = mostUrgent(at(minute, complete(...observed)))
      return [first?.slot, first?.state, first?.dueAt]
    }
    assert.deepEqual(urgent(21), ['T+20', 'overdue', after(10)])
    assert.deepEqual(urgent(46), ['T+45', 'overdue', after(10)])
    assert.deepEqual(urgent(46, 20), ['T+45', 'overdue', after(30)])
    assert.deepEqual(urgent(46, 10, 30), ['T+45', 'due', after(45)], 'what went by before a reading is made up for')
    assert.deepEqual(urgent(50, 45), ['T+60', 'due later', after(60)])
    const part = { at: after(10), what: ['bloodPressure'] as const }
    assert.deepEqual(mostUrgent(at(21, [part]))?.state, 'due', 'somebody was there, and took a part of it')
  })

  test('does not grow without end when nobody closes the session', () => {
    assert.ok(at(60 * 24 * 400).length < 120)
  })

  test('follows a clinic that repeats more often', () => {
    const { protocol } = tighten(imProtocol, { repeatEveryMinutes: 10 })
    const seen = nextDue(protocol, { dosedAt, observations: [], now: after(100) })
    assert.deepEqual(
      seen.slice(-2).map(({ slot }) => slot),
      ['T+100', 'T+110'],
    )
  })
})
