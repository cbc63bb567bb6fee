import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Answer, Recorded, Route, Severity } from '../decide.ts'
import { decide } from '../decide.ts'
import { Day } from '../time.ts'
import { dayCriteria, evaluate, evaluationCriteria } from './evaluation.ts'
import { EvaluationFacts } from './facts.ts'
import { evaluationQuestions, questionsFor } from './questions.ts'

const today = Day.parse('2026-11-23')
type Facts = Recorded<EvaluationFacts>
const every = [...evaluationCriteria, ...dayCriteria]
const answerOf = (id: string, facts: Facts, route: Route = 'im') =>
  decide(every, facts, { route, today }).find(({ rule }) => rule === id)

/** Written from the reference's tables C1 and C2, before the rules: id, facts, answer, and the route when not IM. */
const cases: [string, Facts, Answer, Route?][] = [
  ['CI-01a', { systolic: 140, diastolic: 90 }, 'not met'],
  ['CI-01a', { systolic: 141, diastolic: 90 }, 'met'],
  ['CI-01a', { systolic: 140, diastolic: 91 }, 'met'],
  ['CI-01a', { systolic: 150 }, 'met'],
  ['CI-01a', { systolic: 140 }, 'unknown'],
  ['CI-01a', { diastolic: 91 }, 'met'],
  ['CI-04a', { childPugh: 'C' }, 'met'],
  ['CI-04a', { childPugh: 'B' }, 'not met'],
  ['CI-04a', { childPugh: 'no cirrhosis' }, 'not met'],
  ['CI-04a', {}, 'unknown'],
  ['CI-04b', { childPugh: 'B' }, 'met', 'esketamine'],
  ['CI-04b', { childPugh: 'A' }, 'not met', 'esketamine'],
  ['CI-04b', {}, 'unknown', 'esketamine'],
  ['CI-04c', { liverTestTimesLimit: 3, risingAlpOrGgt: false }, 'not met'],
  ['CI-04c', { liverTestTimesLimit: 3.1 }, 'met'],
  ['CI-04c', { risingAlpOrGgt: true }, 'met'],
  ['CI-04c', { liverTestTimesLimit: 1 }, 'unknown'],
  ['CI-04d', { dialysis: true }, 'met'],
  ['CI-04d', { dialysis: false, egfr: 14.9 }, 'met'],
  ['CI-04d', { dialysis: false, egfr: 15 }, 'not met'],
  ['CI-04d', { dialysis: false }, 'unknown'],
  ['CI-05a', { pregnancy: 'pregnant' }, 'met'],
  ['CI-05a', { pregnancy: 'test negative' }, 'not met'],
  ['CI-05a', { pregnancy: 'cannot become pregnant' }, 'not met'],
  ['CI-05a', {}, 'unknown'],
  ['CI-08', { needsHospitalCare: false, asaClass: 3 }, 'not met'],
  ['CI-08', { needsHospitalCare: false, asaClass: 4 }, 'met'],
  ['CI-08', { needsHospitalCare: true }, 'met'],
  ['CI-08', { needsHospitalCare: false }, 'unknown'],
  ['CI-16', { sleepApnoea: false, stopBang: 4 }, 'not met'],
  ['CI-16', { sleepApnoea: false, stopBang: 5 }, 'met'],
  ['CI-16', { sleepApnoea: true }, 'met'],
  ['CI-16', { stopBang: 4 }, 'unknown'],
  ['CI-24', { suicideScreen: 'acute positive' }, 'met'],
  ['CI-24', { suicideScreen: 'non-acute positive', needsHigherLevelOfCare: false }, 'not met'],
  ['CI-24', { suicideScreen: 'negative', needsHigherLevelOfCare: true }, 'met'],
  ['CI-24', { suicideScreen: 'negative' }, 'unknown'],
  ['CI-24', { suicideScreen: 'not complete', needsHigherLevelOfCare: false }, 'unknown'],
  ['CI-24', { suicideScreen: 'positive, urgency unknown', needsHigherLevelOfCare: false }, 'unknown'],
  ['CI-25', { age: 17 }, 'met'],
  ['CI-25', { age: 18 }, 'not met'],
  ['CI-25', {}, 'unknown'],
  ['CI-26', { age: 64 }, 'not met'],
  ['CI-26', { age: 65 }, 'met'],
  ['CI-26', {}, 'unknown'],
  ['CI-27', { escortNamed: true }, 'not met'],
  ['CI-27', { escortNamed: false }, 'met'],
  ['CI-27', {}, 'unknown'],
  ['CI-28', { minutesSinceFood: 239, minutesSinceDrink: 500 }, 'met'],
  ['CI-28', { minutesSinceFood: 240, minutesSinceDrink: 120 }, 'not met'],
  ['CI-28', { minutesSinceFood: 500, minutesSinceDrink: 119 }, 'met'],
  ['CI-28', { minutesSinceFood: 500 }, 'unknown'],
  ['CI-28', { minutesSinceFood: 120, minutesSinceDrink: 30 }, 'not met', 'esketamine'],
  ['CI-28', { minutesSinceFood: 119, minutesSinceDrink: 30 }, 'met', 'esketamine'],
  ['CI-28', { minutesSinceFood: 120, minutesSinceDrink: 29 }, 'met', 'esketamine'],
  ['CI-30', { remsEnrolled: true, settingCertified: true, prescriberOnSite: true }, 'not met', 'esketamine'],
  ['CI-30', { remsEnrolled: true, settingCertified: true, prescriberOnSite: false }, 'met', 'esketamine'],
  ['CI-30', { remsEnrolled: false }, 'met', 'esketamine'],
  ['CI-30', { remsEnrolled: true, settingCertified: true }, 'unknown', 'esketamine'],
]

describe('a criterion of the evaluation', () => {
  for (const [id, facts, answer, route] of cases)
    test(`${id} with ${JSON.stringify(facts)}${route ? ` for ${route}` : ''}: ${answer}`, () =>
      assert.equal(answerOf(id, facts, route)?.answer, answer))
})

/** Criteria that one yes-or-no fact settles. */
const plain: [string, keyof EvaluationFacts, Severity, Route?][] = [
  ['CI-01b', 'pressureRiseHazard', 'absolute'],
  ['CI-01c', 'poorlyControlledHeartDisease', 'relative'],
  ['CI-01d', 'cardiovascularEventWithin6Weeks', 'relative'],
  ['CI-02a', 'currentPsychosis', 'relative'],
  ['CI-02b', 'pastPsychosis', 'review'],
  ['CI-02c', 'severePersonalityDisorder', 'review'],
  ['CI-03a', 'activeSubstanceUseDisorder', 'relative'],
  ['CI-03b', 'ketamineMisuse', 'absolute'],
  ['CI-03c', 'intoxicatedToday', 'block'],
  ['CI-05b', 'breastfeeding', 'relative'],
  ['CI-06', 'eyePressureRisk', 'review'],
  ['CI-07', 'untreatedHyperthyroidism', 'relative'],
  ['CI-10', 'aneurysmOrMalformation', 'relative'],
  ['CI-10', 'aneurysmOrMalformation', 'absolute', 'esketamine'],
  ['CI-11', 'intracerebralHaemorrhage', 'relative'],
  ['CI-11', 'intracerebralHaemorrhage', 'absolute', 'esketamine'],
  ['CI-12', 'ketamineHypersensitivity', 'absolute'],
  ['CI-13', 'raisedIntracranialPressure', 'relative'],
  ['CI-14', 'strokeOrHypertensiveEncephalopathy', 'review'],
  ['CI-15', 'respiratoryInsufficiency', 'review'],
  ['CI-17', 'blockedNose', 'review', 'esketamine'],
  ['CI-18', 'currentManiaOrMixed', 'relative'],
  ['CI-19', 'deliriumOrMajorNeurocognitive', 'relative'],
  ['CI-20', 'uncontrolledSeizures', 'review'],
  ['CI-21', 'unexplainedUrinarySymptoms', 'review'],
  ['CI-22', 'acutePorphyria', 'review'],
  ['CI-23', 'phaeochromocytoma', 'relative'],
  ['CI-29', 'otherKetaminePrescriber', 'review'],
  ['CI-31', 'otherSedationToday', 'review'],
  ['CI-32', 'opioidUseDisorderHistory', 'review'],
  ['CI-33', 'capacityInDoubt', 'block'],
]

describe('a yes-or-no criterion', () => {
  for (const [id, fact, severity, route] of plain)
    test(`${id} follows ${fact}${route ? ` for ${route}` : ''}, and an open question stays unknown and holds`, () => {
      assert.equal(answerOf(id, { [fact]: true }, route)?.answer, 'met')
      assert.equal(answerOf(id, { [fact]: false }, route)?.answer, 'not met')
      const open = answerOf(id, {}, route)
      assert.deepEqual([open?.answer, open?.holds, open?.severity, open?.missing], ['unknown', true, severity, [fact]])
    })
})

test('every criterion is in one of these tables, and each id once', () => {
  const tested = new Set([...cases, ...plain].map(([id]) => id))
  assert.deepEqual(
    every.map(({ id }) => id).filter((id) => !tested.has(id)),
    [],
  )
  assert.equal(new Set(every.map(({ id }) => id)).size, every.length)
})

test('what stands in the first table stands there met, not met and unknown', () => {
  for (const [id, rows] of Map.groupBy(cases, ([id]) => id))
    assert.deepEqual([...new Set(rows.map(([, , answer]) => answer))].sort(), ['met', 'not met', 'unknown'], id)
})

test('an evaluation without any fact leaves every criterion unknown and held', () => {
  const findings = evaluate({}, { route: 'im', today })
  assert.equal(findings.length, evaluationCriteria.filter(({ routes }) => routes.includes('im')).length)
  for (const finding of findings)
    assert.deepEqual([finding.rule, finding.answer, finding.holds], [finding.rule, 'unknown', true])
})

test('asks IM patients nothing that only a nasal spray needs', () => {
  const ids = evaluate({}, { route: 'im', today }).map(({ rule }) => rule)
  for (const id of ['CI-04b', 'CI-17', 'CI-30']) assert.ok(!ids.includes(id), id)
  for (const id of ['CI-01a', 'CI-04c', 'CI-10', 'CI-33']) assert.ok(ids.includes(id), id)
})

test('has a question for every fact that a criterion needs, in the order of the criteria', () => {
  const facts = questionsFor(every).map(({ fact }) => fact)
  assert.deepEqual(new Set(facts), new Set(every.flatMap(({ needs }) => needs)))
  assert.equal(new Set(facts).size, facts.length)
  assert.deepEqual(Object.keys(evaluationQuestions).sort(), Object.keys(EvaluationFacts.shape).sort())
})
