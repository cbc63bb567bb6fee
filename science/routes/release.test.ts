import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { held, type Recorded, type Route } from '../decide.ts'
import { Day } from '../time.ts'
import { imProtocol } from './im.ts'
import { protocols } from './protocols.ts'
import { releaseCriteria, releaseGate } from './release.ts'
import type { ReleaseFacts } from './release-facts.ts'
import { tighten } from './tighten.ts'

const today = Day.parse('2026-11-23')
const complete: ReleaseFacts = {
  minutesSinceDose: 95,
  observationsOutstanding: 0,
  moaas: 5,
  sleepinessEnded: true,
  backToUsualSelf: true,
  systolic: 128,
  diastolic: 82,
  baselineSystolic: 120,
  baselineDiastolic: 80,
  highestSystolic: 150,
  heartRate: 78,
  baselineHeartRate: 75,
  spo2: 98,
  baselineSpo2: 98,
  onRoomAir: true,
  walksSteadily: true,
  dizzy: false,
  nauseaControlled: true,
  painControlled: true,
  aldrete: 10,
  padss: 10,
  suicideRiskAssessed: true,
  escortNamed: true,
  escortPresent: true,
  instructionsGiven: true,
}
const gate = (changed: Recorded<ReleaseFacts>) => releaseGate(imProtocol, { ...complete, ...changed }, { today })
const open = (changed: Recorded<ReleaseFacts>) => held(gate(changed)).map(({ rule }) => rule)

/** Table B6 of the reference. */
const cases: [Recorded<ReleaseFacts>, string[]][] = [
  [{}, []],
  [{ minutesSinceDose: 89.9 }, ['B6-time']],
  [{ minutesSinceDose: 90 }, []],
  [{ observationsOutstanding: 1 }, ['B6-observations']],
  [{ moaas: 4 }, ['B6-alert']],
  [{ sleepinessEnded: false }, ['B6-alert']],
  [{ backToUsualSelf: false }, ['B6-dissociation']],
  [{ systolic: 144 }, []],
  [{ systolic: 145 }, ['B6-pressure']],
  [{ systolic: 96 }, []],
  [{ systolic: 95 }, ['B6-pressure']],
  [{ diastolic: 96 }, []],
  [{ diastolic: 97 }, ['B6-pressure']],
  [{ systolic: 130, highestSystolic: 130 }, ['B6-falling']],
  [{ systolic: 120, highestSystolic: 120 }, []],
  [{ systolic: 130, highestSystolic: 131 }, []],
  [{ heartRate: 90 }, []],
  [{ heartRate: 91 }, ['B6-heart-rate']],
  [{ spo2: 96 }, []],
  [{ spo2: 95 }, ['B6-spo2']],
  [{ onRoomAir: false }, ['B6-spo2']],
  [{ walksSteadily: false }, ['B6-walking']],
  [{ dizzy: true }, ['B6-walking']],
  [{ nauseaControlled: false }, ['B6-comfort']],
  [{ painControlled: false }, ['B6-comfort']],
  [{ aldrete: 9, padss: null }, []],
  [{ aldrete: 8, padss: 9 }, []],
  [{ aldrete: 8, padss: 8 }, ['B6-score']],
  [{ aldrete: 8, padss: null }, ['B6-score']],
  [{ suicideRiskAssessed: false }, ['B6-suicide']],
  [{ escortNamed: false }, ['RL-23']],
  [{ escortPresent: false }, ['RL-23']],
  [{ instructionsGiven: false }, ['B6-instructions']],
]

describe('release', () => {
  for (const [changed, criteria] of cases)
    test(`with ${JSON.stringify(changed)} leaves open ${criteria.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(open(changed), criteria))

  for (const fact of Object.keys(complete).filter((key) => key !== 'aldrete' && key !== 'padss'))
    test(`an unknown ${fact} leaves its criterion unknown`, () => {
      const findings = held(gate({ [fact]: undefined }))
      assert.ok(findings.length > 0)
      for (const finding of findings) {
        assert.deepEqual([finding.answer, finding.missing], ['unknown', [fact]])
        assert.match(finding.says, /Not known/)
      }
    })

  test('with nothing recorded leaves every criterion open', () => {
    const findings = releaseGate(imProtocol, {}, { today })
    assert.deepEqual(
      findings.map(({ holds }) => holds),
      releaseCriteria(imProtocol.limits, 'im').map(() => true),
    )
  })

  test('a criterion that is not met cannot hide behind one that is unknown', () => {
    const finding = gate({ walksSteadily: false, dizzy: undefined }).find(({ rule }) => rule === 'B6-walking')
    assert.deepEqual([finding?.kind, finding?.answer], ['criterion', 'not met'])
  })
})

const ofRoute = {
  iv: { minutesSinceDose: 60, infusionEnded: true, linesOut: true },
  lozenge: { minutesSinceDose: 120, lozengesEnded: true },
  esketamine: {
    minutesSinceDose: 120,
    pressureRecordedAt40: true,
    missingPressureDecided: false,
    breathingResolved: true,
    devicesDecided: true,
  },
} as const
type Watched = keyof typeof ofRoute
/** Tables A5, A11, B5 and J2 of the reference. */
const routeCases: [Watched, Recorded<ReleaseFacts>, string[]][] = [
  ['iv', {}, []],
  ['iv', { minutesSinceDose: 59.9 }, ['B6-time']],
  ['iv', { infusionEnded: false }, ['IV-ended']],
  ['iv', { infusionEnded: null, minutesSinceDose: null }, ['IV-ended', 'B6-time']],
  ['iv', { linesOut: false }, ['IV-line']],
  ['iv', { linesOut: null }, ['IV-line']],
  ['lozenge', {}, []],
  ['lozenge', { minutesSinceDose: 119.9 }, ['B6-time']],
  ['lozenge', { lozengesEnded: false }, ['LZ-ended']],
  ['lozenge', { lozengesEnded: null }, ['LZ-ended']],
  ['esketamine', {}, []],
  ['esketamine', { minutesSinceDose: 119.9 }, ['RL-21', 'B6-time']],
  ['esketamine', { minutesSinceDose: null }, ['RL-21', 'B6-time']],
  ['esketamine', { pressureRecordedAt40: false }, ['RL-20']],
  ['esketamine', { pressureRecordedAt40: null }, ['RL-20']],
  ['esketamine', { pressureRecordedAt40: false, missingPressureDecided: true }, []],
  ['esketamine', { moaas: 4 }, ['B6-alert', 'RL-22']],
  ['esketamine', { backToUsualSelf: false }, ['B6-dissociation', 'RL-22']],
  ['esketamine', { breathingResolved: false }, ['RL-22']],
  ['esketamine', { breathingResolved: null }, ['RL-22']],
  ['esketamine', { devicesDecided: false }, ['A2-partial']],
]

describe('release, by route', () => {
  for (const [route, changed, criteria] of routeCases)
    test(`${route} with ${JSON.stringify(changed)} leaves open ${criteria.join(', ') || 'nothing'}`, () => {
      const facts = { ...complete, ...ofRoute[route], ...changed }
      assert.deepEqual(
        held(releaseGate(protocols[route], facts, { today })).map(({ rule }) => rule),
        criteria,
      )
    })
  test('nobody can go past what the spray’s programme asks, nor loosen its two hours', () => {
    const { protocol, refused } = tighten(protocols.esketamine, { minimumStayMinutes: 119 })
    assert.deepEqual([protocol.limits.minimumStayMinutes.value, Object.keys(refused)], [120, ['minimumStayMinutes']])
    const findings = releaseGate(protocols.esketamine, { ...complete, minutesSinceDose: 0 }, { today })
    for (const { rule, overriddenBy } of findings.filter(({ rule }) => rule.startsWith('RL-2') && rule !== 'RL-23'))
      assert.equal(overriddenBy, 'nobody', rule)
  })
  test('a rule past its review date says so and goes on holding', () => {
    const later = Day.parse('2030-01-01')
    const finding = releaseGate(protocols.esketamine, {}, { today: later }).find(({ rule }) => rule === 'RL-21')
    assert.deepEqual([finding?.stale, finding?.holds], [true, true])
    assert.match(finding?.says ?? '', /Source out of date/)
  })
})

test('the shortest stay says from where it counts, which of what goes in over time is its end', () => {
  const says = (route: Route) =>
    releaseCriteria(protocols[route].limits, route).find(({ id }) => id === 'B6-time')?.says
  assert.equal(says('im'), 'At least 90 minutes since the last injection.')
  assert.equal(says('iv'), 'At least 60 minutes since the end of the infusion.')
  assert.equal(says('lozenge'), 'At least 120 minutes since the last lozenge was swallowed or spat out.')
  assert.equal(says('esketamine'), 'At least 120 minutes since the last device.')
})
