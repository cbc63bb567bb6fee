import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { held, type Recorded } from '../decide.ts'
import { Day } from '../time.ts'
import { type BeforeDoseFacts, beforeDose, beforeDoseRules, onlyWhenSeen } from './before-dose.ts'
import { esketamineProtocol } from './esketamine.ts'
import { imProtocol } from './im.ts'

const today = Day.parse('2026-11-23')
const complete: BeforeDoseFacts = {
  systolic: 125,
  diastolic: 80,
  heartRate: 75,
  spo2: 98,
  respiratoryRate: 14,
  moaas: 5,
  minutesSinceBaseline: 5,
  minutesSinceFood: 600,
  minutesSinceDrink: 180,
  escortNamed: true,
  pregnancy: 'cannot become pregnant',
  intoxicatedToday: false,
  otherSedationToday: false,
  suicideScreen: 'negative',
  newManiaOrPsychosis: false,
  newOrWorseUrinarySymptoms: false,
  somethingNew: false,
  unreviewedAbsoluteContraindication: false,
}
const heldBy = (changed: Recorded<BeforeDoseFacts>) =>
  held(beforeDose(imProtocol, { ...complete, ...changed }, { today })).map(({ rule }) => rule)

const cases: [Recorded<BeforeDoseFacts>, string[]][] = [
  [{}, []],
  [{ systolic: 140, diastolic: 90 }, []],
  [{ systolic: 141 }, ['RL-10']],
  [{ diastolic: 91 }, ['RL-10']],
  [{ systolic: 159 }, ['RL-10']],
  [{ systolic: 160 }, ['RL-10', 'RL-11']],
  [{ diastolic: 99 }, ['RL-10']],
  [{ diastolic: 100 }, ['RL-10', 'RL-11']],
  [{ systolic: 89 }, ['RL-14a']],
  [{ heartRate: 131 }, ['RL-15a']],
  [{ heartRate: 44 }, ['RL-15a']],
  [{ spo2: 93 }, ['RL-16a']],
  [{ spo2: 89 }, ['RL-16a', 'RL-17']],
  [{ respiratoryRate: 7 }, ['RL-17']],
  [{ moaas: 4 }, ['RL-18a']],
  [{ moaas: 3 }, ['RL-18b']],
  [{ moaas: 1 }, ['RL-18b', 'RL-19']],
  [{ crisisSymptoms: ['chest pain'] }, ['RL-13']],
  [{ crisisSymptoms: [] }, []],
  [{ newIrregularPulse: true }, ['RL-15b']],
  [{ newIrregularPulse: false }, []],
  [{ minutesSinceBaseline: 15 }, []],
  [{ minutesSinceBaseline: 15.5 }, ['B5-baseline']],
  [{ minutesSinceFood: 239 }, ['CI-28a']],
  [{ minutesSinceFood: 240 }, []],
  [{ minutesSinceDrink: 119 }, ['CI-28b']],
  [{ minutesSinceDrink: 120 }, []],
  [{ escortNamed: false }, ['CI-27']],
  [{ pregnancy: 'pregnant' }, ['RL-34']],
  [{ pregnancy: 'test negative' }, []],
  [{ intoxicatedToday: true }, ['CI-03c']],
  [{ otherSedationToday: true }, ['CI-31']],
  [{ suicideScreen: 'acute positive' }, ['S6-now']],
  [{ suicideScreen: 'non-acute positive' }, ['S6-same-day']],
  [{ suicideScreen: 'positive, urgency unknown' }, ['S6-now', 'S6-same-day']],
  [{ suicideScreen: 'not complete' }, ['S6-now', 'S6-same-day']],
  [{ newManiaOrPsychosis: true }, ['RL-39']],
  [{ newOrWorseUrinarySymptoms: true }, ['RL-38a']],
  [{ unreviewedAbsoluteContraindication: true }, ['RL-33']],
  [{ somethingNew: true }, ['B5-new']],
]

describe('before a dose', () => {
  for (const [changed, rules] of cases)
    test(`${JSON.stringify(changed)} is held by ${rules.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(heldBy(changed), rules))

  for (const fact of Object.keys(complete) as (keyof BeforeDoseFacts)[])
    test(`an unknown ${fact} holds and is named`, () => {
      for (const nothing of [undefined, null]) {
        const findings = held(beforeDose(imProtocol, { ...complete, [fact]: nothing }, { today }))
        assert.ok(findings.length > 0)
        for (const finding of findings) assert.deepEqual([finding.answer, finding.missing], ['unknown', [fact]])
      }
    })

  test('nothing known is held by every rule but those that speak of what was seen', () => {
    const asked = beforeDoseRules(imProtocol.limits).filter(({ id }) => !onlyWhenSeen.has(id))
    assert.deepEqual(
      held(beforeDose(imProtocol, {}, { today })).map(({ rule }) => rule),
      asked.map(({ id }) => id),
    )
  })
})

describe('before a nasal spray', () => {
  const spray: BeforeDoseFacts = {
    ...complete,
    minutesSinceFood: 120,
    minutesSinceDrink: 30,
    minutesSinceNasalSpray: 60,
    remsEnrolled: true,
    settingCertified: true,
    prescriberOnSite: true,
  }
  const sprayHeldBy = (changed: Recorded<BeforeDoseFacts>) =>
    held(beforeDose(esketamineProtocol, { ...spray, ...changed }, { today }))
  /** Tables A5 and C2 of the reference. */
  const sprayCases: [Recorded<BeforeDoseFacts>, string[]][] = [
    [{}, []],
    [{ minutesSinceNasalSpray: Number.POSITIVE_INFINITY }, []],
    [{ minutesSinceFood: 119 }, ['CI-28a']],
    [{ minutesSinceDrink: 29 }, ['CI-28b']],
    [{ minutesSinceNasalSpray: 59 }, ['A5-nose']],
    [{ minutesSinceNasalSpray: null }, ['A5-nose']],
    [{ remsEnrolled: false }, ['CI-30']],
    [{ settingCertified: false }, ['CI-30']],
    [{ prescriberOnSite: false }, ['CI-30']],
    [{ prescriberOnSite: null }, ['CI-30']],
    [{ systolic: 141 }, ['RL-10']],
  ]
  for (const [changed, rules] of sprayCases)
    test(`${JSON.stringify(changed)} is held by ${rules.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(
        sprayHeldBy(changed).map(({ rule }) => rule),
        rules,
      ))
  test('nobody goes past what the programme asks', () =>
    assert.equal(sprayHeldBy({ remsEnrolled: false })[0]?.overriddenBy, 'nobody'))
})
