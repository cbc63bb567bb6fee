import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { diagnoses, knownRanges } from '../../science/diagnoses/diagnoses.ts'
import { readings, touchesNothing } from './listed.ts'

const read = (code: string): string[] =>
  readings.filter(({ codes }) => codes.some((begin) => code.startsWith(begin))).map(({ fact }) => fact)

describe('the codes of the list of problems', () => {
  test('each known one is read by a question, or is named among those that touch none', () => {
    // A code that is known and that nothing reads would close a finding that an unknown one opens.
    const lost = diagnoses
      .map(({ code }) => code)
      .filter((code) => read(code).length === 0 && !touchesNothing.some((begin) => code.startsWith(begin)))
    assert.deepEqual(lost, [])
    for (const range of knownRanges) assert.ok(read(range).length > 0, range)
  })

  for (const [code, fact] of [
    ['F31.64', 'pastPsychosis'],
    ['F53.1', 'currentPsychosis'],
    ['F15.250', 'pastPsychosis'],
    ['R44.0', 'currentPsychosis'],
    ['I69.10', 'intracerebralHaemorrhage'],
    ['I77.0', 'aneurysmOrMalformation'],
    ['I46.9', 'cardiovascularEventWithin6Weeks'],
    ['I35.0', 'poorlyControlledHeartDisease'],
    ['I06.0', 'poorlyControlledHeartDisease'],
    ['G93.2', 'raisedIntracranialPressure'],
    ['N39.41', 'unexplainedUrinarySymptoms'],
    ['R31.0', 'unexplainedUrinarySymptoms'],
    ['N32.81', 'unexplainedUrinarySymptoms'],
    ['R17', 'liverTestTimesLimit'],
    ['Z3A.12', 'pregnancy'],
    ['Z32.01', 'pregnancy'],
    ['O99.341', 'pregnancy'],
    ['R45.850', 'needsHigherLevelOfCare'],
  ] as const)
    test(`${code} opens ${fact}`, () => assert.ok(read(code).includes(fact), read(code).join(', ')))

  test('opioid use that nobody called a disorder answers no question of one, and opens it', () => {
    const of = (code: string) =>
      readings
        .filter(
          ({ fact, codes }) => fact === 'opioidUseDisorderHistory' && codes.some((begin) => code.startsWith(begin)),
        )
        .map(({ when }) => when)
    assert.deepEqual(
      [of('F11.20'), of('F11.10'), of('F11.90'), of('F11')],
      [['ever', 'asks'], ['ever', 'asks'], ['asks'], ['asks']],
    )
  })
})
