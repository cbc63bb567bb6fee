import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { held } from '../decide.ts'
import { Day } from '../time.ts'
import { beforeDose } from './before-dose.ts'
import { imProtocol } from './im.ts'
import { racemicLimits } from './limits.ts'
import { releaseGate } from './release.ts'
import { tighten } from './tighten.ts'
import { alertsFrom } from './vitals.ts'

const today = Day.parse('2026-11-23')
const keys = Object.keys(racemicLimits) as (keyof typeof racemicLimits)[]

describe('a clinic', () => {
  for (const key of keys)
    test(`can tighten ${key} and not loosen it`, () => {
      const { value, tightest } = racemicLimits[key]
      const looser = value - Math.sign(tightest - value)
      const tightened = tighten(imProtocol, { [key]: tightest })
      assert.equal(tightened.protocol.limits[key].value, tightest)
      assert.equal(tightened.protocol.limits[key].source.status, 'policy')
      assert.deepEqual(tightened.refused, {})

      const loosened = tighten(imProtocol, { [key]: looser })
      assert.deepEqual(loosened.protocol.limits, imProtocol.limits)
      assert.match(loosened.refused[key] ?? '', /cannot be set; a clinic may choose/)
    })

  test('signs for its numbers: the name is part of their source, and without one it says nobody', () => {
    const label = (signedBy?: string) =>
      tighten(imProtocol, { spo2Below: 95 }, signedBy).protocol.limits.spo2Below.source.label
    assert.match(label('Olive Owner'), /from 94 %, signed by Olive Owner$/)
    assert.match(label(), /signed by nobody$/)
  })

  test('cannot set nonsense', () => {
    for (const nonsense of [Number.NaN, -1, 1e9]) {
      const { protocol, refused } = tighten(imProtocol, { minimumStayMinutes: nonsense })
      assert.equal(protocol.limits.minimumStayMinutes.value, 90)
      assert.ok(refused.minimumStayMinutes)
    }
  })

  test('that chooses the same number changes nothing, its source included', () => {
    assert.deepEqual(tighten(imProtocol, { minimumStayMinutes: 90 }), { protocol: imProtocol, refused: {} })
  })

  test('leaves the shared protocol as it was', () => {
    tighten(imProtocol, { minimumStayMinutes: 120 })
    assert.equal(imProtocol.limits.minimumStayMinutes.value, 90)
  })

  test('that asks for more fasting says so to the patient, and the shared text stays', () => {
    const said = (protocol: typeof imProtocol) => protocol.instructions.before[0]?.says
    const { protocol } = tighten(imProtocol, { foodFreeMinutes: 390, baselineWithinMinutes: 10 })
    assert.equal(said(imProtocol), 'Do not eat for 4 hours before your session.')
    assert.equal(said(protocol), 'Do not eat for 390 minutes before your session.')
    assert.equal(
      said(tighten(protocol, { foodFreeMinutes: 480 }).protocol),
      'Do not eat for 8 hours before your session.',
    )
    assert.match(protocol.beforeDose[0]?.says ?? '', /no older than 10 minutes/)
  })

  test('that asks for two hours holds release until then and says so', () => {
    const { protocol } = tighten(imProtocol, { minimumStayMinutes: 120 })
    const time = (minutes: number) =>
      releaseGate(protocol, { minutesSinceDose: minutes }, { today }).find(({ rule }) => rule === 'B6-time')
    assert.deepEqual([time(119.9)?.answer, time(120)?.answer], ['not met', 'met'])
    assert.match(time(0)?.says ?? '', /120 minutes/)
  })
})

test('whatever is tightened, nothing that held before goes free', () => {
  const policies = fc.record(
    Object.fromEntries(
      keys.map((key) => {
        const { value, tightest } = racemicLimits[key]
        return [key, fc.integer({ min: Math.min(value, tightest), max: Math.max(value, tightest) })]
      }),
    ),
    { requiredKeys: [] },
  )
  const reading = fc.record({
    systolic: fc.integer({ min: 60, max: 220 }),
    diastolic: fc.integer({ min: 40, max: 130 }),
    heartRate: fc.integer({ min: 30, max: 160 }),
    spo2: fc.integer({ min: 80, max: 100 }),
    respiratoryRate: fc.integer({ min: 0, max: 30 }),
    minutesSinceBaseline: fc.integer({ min: 0, max: 30 }),
    minutesSinceFood: fc.integer({ min: 0, max: 800 }),
    minutesSinceDrink: fc.integer({ min: 0, max: 400 }),
    minutesSinceDose: fc.integer({ min: 0, max: 500 }),
    aldrete: fc.integer({ min: 0, max: 10 }),
  })
  const baseline = { systolic: 120, diastolic: 80, spo2: 98 }
  fc.assert(
    fc.property(policies, reading, (policy, facts) => {
      const { protocol, refused } = tighten(imProtocol, policy)
      assert.deepEqual(refused, {})
      const heldBy = (used: typeof imProtocol) =>
        [
          ...held(beforeDose(used, facts, { today })),
          ...held(alertsFrom(used, facts, baseline, { today })),
          ...held(
            releaseGate(
              used,
              {
                ...facts,
                baselineSystolic: 120,
                baselineDiastolic: 80,
                baselineHeartRate: 75,
                baselineSpo2: 98,
                onRoomAir: true,
                padss: 0,
              },
              { today },
            ),
          ),
        ].map(({ rule }) => rule)
      const after = new Set(heldBy(protocol))
      for (const rule of heldBy(imProtocol)) assert.ok(after.has(rule), rule)
    }),
  )
})
