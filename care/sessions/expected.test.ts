import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenMg } from '../../science/pharmacokinetics/doses.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { expectedFrom } from './expected.ts'
import type { Entry } from './log.ts'

const zero = Instant.parse('2026-11-23T17:00:00.000Z')
const at = (minutes: number) => Instant.parse(addMinutes(zero, minutes))
const entry = <K extends 'dose' | 'infusion changed' | 'lozenge ended'>(
  kind: K,
  minutes: number,
  data: object,
  id = 'd',
) => ({ id, kind, happenedAt: at(minutes), data }) as Entry<K>
const recorded = (
  doses: Entry<'dose'>[],
  pump: Entry<'infusion changed'>[] = [],
  lozengeEnds: Entry<'lozenge ended'>[] = [],
) => ({ doses, pump, lozengeEnds, ...(doses[0] ? { firstDoseAt: doses[0].happenedAt } : {}) })
// 40 mg in 40 mL at 60 mL/h: 60 mg/h for 40 minutes.
const drip = entry('dose', 0, { route: 'iv', drug: 'ketamine', mg: 40, volumeMl: 40, rateMlPerH: 60 })
const pump = (minutes: number, data: object) =>
  entry('infusion changed', minutes, { doseId: 'd', ...data }, `p${minutes}`)

test('before a dose nothing is expected', () => {
  assert.equal(expectedFrom(recorded([]), zero), undefined)
})

test('a running infusion goes to the end that its rate leads to, a paused one no further than now', () => {
  const running = expectedFrom(recorded([drip]), at(10))
  assert.deepEqual(running?.doses, [
    { route: 'iv-infusion', rates: [{ fromMinute: 0, mgPerHour: 60 }], untilMinute: 40 },
  ])
  assert.equal(running?.remarks.running, true)
  const paused = expectedFrom(recorded([drip], [pump(10, { what: 'paused' })]), at(15))
  assert.deepEqual(paused?.doses, [
    {
      route: 'iv-infusion',
      rates: [
        { fromMinute: 0, mgPerHour: 60 },
        { fromMinute: 10, mgPerHour: 0 },
      ],
      untilMinute: 15,
    },
  ])
})

test('rate changes, a pause and a stop give the amount that the pump’s account gives', () => {
  const changes = [
    pump(10, { what: 'rate changed', rateMlPerH: 30 }),
    pump(15, { what: 'paused' }),
    pump(20, { what: 'resumed' }),
    pump(30, { what: 'stopped' }),
  ]
  const found = expectedFrom(recorded([drip], changes), at(60))
  const [dose] = found?.doses ?? []
  assert.ok(dose)
  assert.ok(Math.abs(givenMg(dose) - (10 + 2.5 + 5)) < 1e-9)
  assert.equal(found?.infusionEndMinute, 30)
})

test('only a device that gave both sprays is drawn, and one that gave a part is said', () => {
  const device = (minutes: number, gave: string) =>
    entry('dose', minutes, { route: 'esketamine', drug: 'esketamine', mg: 28, gave }, `n${minutes}`)
  const found = expectedFrom(recorded([device(0, 'both sprays'), device(5, 'part'), device(12, 'both sprays')]), at(20))
  assert.deepEqual(found?.doses, [{ route: 'nasal-esketamine', deviceMinutes: [0, 12] }])
  assert.equal(found?.remarks.partDevices, 1)
  assert.deepEqual(expectedFrom(recorded([device(0, 'nothing')]), at(5))?.doses, [])
})

test('injections and lozenges stand at their minutes; a lozenge that was spat out is said', () => {
  const second = entry('dose', 30, { route: 'lozenge', drug: 'ketamine', mg: 50 }, 'e')
  const first = entry('dose', 0, { route: 'lozenge', drug: 'ketamine', mg: 100 })
  const ended = entry('lozenge ended', 20, { doseId: 'd', as: 'spat out', whole: false }, 'l')
  const found = expectedFrom(recorded([first, second], [], [ended]), at(40))
  assert.deepEqual(found?.doses, [
    { route: 'lozenge', atMinute: 0, doseMg: 100 },
    { route: 'lozenge', atMinute: 30, doseMg: 50 },
  ])
  assert.equal(found?.remarks.spatOut, true)
})
