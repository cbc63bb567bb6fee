import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Day } from '../time.ts'
import { imProtocol } from './im.ts'
import { alertRules, alertsFrom, type VitalsFacts } from './vitals.ts'

const today = Day.parse('2026-11-23')
const calm: VitalsFacts = {
  systolic: 125,
  diastolic: 80,
  heartRate: 75,
  newIrregularPulse: false,
  spo2: 98,
  respiratoryRate: 14,
  moaas: 5,
  crisisSymptoms: [],
}
const baseline = { systolic: 120, spo2: 98 }
const met = (changed: Partial<VitalsFacts>, against: Parameters<typeof alertsFrom>[2] = baseline) =>
  alertsFrom(imProtocol, { ...calm, ...changed }, against, { today })
    .filter(({ answer }) => answer === 'met')
    .map(({ rule }) => rule)

/** From table J2 of the reference, both sides of every limit. */
const cases: [Partial<VitalsFacts>, string[]][] = [
  [{}, []],
  [{ systolic: 179 }, []],
  [{ systolic: 180 }, ['RL-12']],
  [{ diastolic: 109 }, []],
  [{ diastolic: 110 }, ['RL-12']],
  [{ crisisSymptoms: ['chest pain'] }, ['RL-13']],
  [{ systolic: 90 }, []],
  [{ systolic: 89 }, ['RL-14a']],
  [{ systolic: 84 }, ['RL-14a']],
  [{ systolic: 83 }, ['RL-14a', 'RL-14b']],
  [{ heartRate: 130 }, []],
  [{ heartRate: 131 }, ['RL-15a']],
  [{ heartRate: 45 }, []],
  [{ heartRate: 44 }, ['RL-15a']],
  [{ newIrregularPulse: true }, ['RL-15b']],
  [{ spo2: 96 }, []],
  [{ spo2: 95 }, ['RL-16b']],
  [{ spo2: 94 }, ['RL-16b']],
  [{ spo2: 93 }, ['RL-16a', 'RL-16b']],
  [{ spo2: 90 }, ['RL-16a', 'RL-16b']],
  [{ spo2: 89 }, ['RL-16a', 'RL-17', 'RL-16b']],
  [{ respiratoryRate: 8 }, []],
  [{ respiratoryRate: 7 }, ['RL-17']],
  [{ respiratoryRate: 0 }, ['RL-17']],
  [{ moaas: 4 }, ['RL-18a']],
  [{ moaas: 3 }, ['RL-18b']],
  [{ moaas: 2 }, ['RL-18b']],
  [{ moaas: 1 }, ['RL-18b', 'RL-19']],
  [{ moaas: 0 }, ['RL-18b', 'RL-19']],
]

describe('a set of readings', () => {
  for (const [changed, alerts] of cases)
    test(`with ${JSON.stringify(changed)} raises ${alerts.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(met(changed), alerts))

  test('falls more than 30% only against its own baseline', () => {
    assert.deepEqual(met({ systolic: 105 }, { systolic: 150, spo2: 98 }), [])
    assert.deepEqual(met({ systolic: 104 }, { systolic: 150, spo2: 98 }), ['RL-14b'])
  })

  test('without a value leaves its rules unknown, and what is known still alerts', () => {
    const findings = alertsFrom(imProtocol, { systolic: 185 }, {}, { today })
    const of = (answer: string) => findings.filter((finding) => finding.answer === answer).map(({ rule }) => rule)
    assert.deepEqual(of('met'), ['RL-12'])
    assert.deepEqual(of('not met'), ['RL-14a'])
    assert.equal(of('unknown').length, alertRules(imProtocol.limits).length - 2)
  })

  test('with SpO2 89 is an emergency even when nobody counted the breathing', () => {
    const finding = alertsFrom(imProtocol, { spo2: 89 }, {}, { today }).find(({ rule }) => rule === 'RL-17')
    assert.deepEqual([finding?.answer, finding?.severity, finding?.missing], ['met', 'emergency', ['respiratoryRate']])
  })
})
