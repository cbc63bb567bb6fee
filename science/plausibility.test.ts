import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { inFeet, inPounds, judgeWeight } from './body.ts'
import { judgeDose } from './dose.ts'
import { type Judgement, judge, type Measure, plausibility } from './plausibility.ts'
import { BloodPressure, Kg, Spo2Percent, SystolicMmhg } from './units.ts'

const kindOf = (judged: Judgement) => (judged === 'usual' ? 'usual' : 'ask' in judged ? 'ask' : 'refuse')
const measures = Object.keys(plausibility) as Measure[]

describe('a typed number', () => {
  test('is refused with what is wrong and what is expected', () => {
    assert.deepEqual(judge('systolic', 1200), {
      refuse: 'Systolic pressure 1,200 mmHg is not possible; expected 40 to 300.',
    })
    assert.deepEqual(judge('spo2', 101), { refuse: 'SpO2 101% is not possible; expected 30 to 100.' })
    assert.deepEqual(judge('dose', 5000), { refuse: 'Dose 5,000 mg is not possible; expected 1 to 1,000.' })
    assert.match(JSON.stringify(judge('temperature', 98.6)), /°F/)
    assert.match(JSON.stringify(judge('height', 1.75)), /meters/)
  })

  for (const [measure, value, kind] of [
    ['systolic', 39, 'refuse'],
    ['systolic', 40, 'ask'],
    ['systolic', 79, 'ask'],
    ['systolic', 80, 'usual'],
    ['systolic', 200, 'usual'],
    ['systolic', 201, 'ask'],
    ['systolic', 300, 'ask'],
    ['systolic', 301, 'refuse'],
    ['diastolic', 201, 'refuse'],
    ['diastolic', 200, 'ask'],
    ['spo2', 100, 'usual'],
    ['spo2', 84, 'ask'],
    ['spo2', 29, 'refuse'],
    ['respiratoryRate', 0, 'ask'],
    ['respiratoryRate', -1, 'refuse'],
    ['heartRate', 9, 'refuse'],
    ['heartRate', 72.5, 'refuse'],
    ['weight', 72.5, 'usual'],
    ['weight', 19.9, 'refuse'],
    ['weight', 351, 'refuse'],
    ['height', 65, 'refuse'],
    ['height', 175, 'usual'],
    ['dose', 1000, 'ask'],
    ['dose', 1000.1, 'refuse'],
    ['dose', 0, 'refuse'],
  ] as const)
    test(`${measure} ${value}: ${kind}`, () => assert.equal(kindOf(judge(measure, value)), kind))

  test('that is no number is refused for every measure', () => {
    for (const measure of measures)
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) assert.equal(kindOf(judge(measure, value)), 'refuse')
  })

  test('has usual limits inside the possible ones, all of them clinic policy', () => {
    for (const measure of measures) {
      const { possible, usual, source } = plausibility[measure]
      assert.ok(possible[0] <= usual[0] && usual[0] < usual[1] && usual[1] <= possible[1], measure)
      assert.equal(source.status, 'policy')
    }
  })

  test('is refused by the unit exactly when the judgement refuses it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 2000 }), (value) => {
        assert.equal(SystolicMmhg.safeParse(value).success, kindOf(judge('systolic', value)) !== 'refuse')
        assert.equal(Kg.safeParse(value).success, kindOf(judge('weight', value)) !== 'refuse')
      }),
    )
    assert.match(Spo2Percent.safeParse(101).error?.issues[0]?.message ?? '', /SpO2 101% is not possible/)
  })

  test('of a lower pressure stays below the upper one', () => {
    assert.ok(BloodPressure.safeParse({ systolic: 120, diastolic: 80 }).success)
    assert.ok(!BloodPressure.safeParse({ systolic: 80, diastolic: 120 }).success)
    assert.ok(!BloodPressure.safeParse({ systolic: 80, diastolic: 80 }).success)
  })
})

describe('a typed weight', () => {
  for (const [says, weight, known, kind] of [
    ['fits the height', 75, { height: 175 }, 'usual'],
    ['165 lb at 175 cm', 165, { height: 175 }, 'ask'],
    ['125 lb at 175 cm, an index of 40.8', 125, { height: 175 }, 'ask'],
    ['122 kg at 175 cm, an index of 39.8', 122, { height: 175 }, 'usual'],
    ['45 kg at 175 cm, an index of 14.7', 45, { height: 175 }, 'ask'],
    ['pounds after an earlier weight', 150, { earlierWeight: 68 }, 'ask'],
    ['20% more than the last', 96, { earlierWeight: 80 }, 'usual'],
    ['more than 20% more than the last', 97, { earlierWeight: 80 }, 'ask'],
    ['more than 20% less than the last', 63, { earlierWeight: 80 }, 'ask'],
    ['heavy, and the same as last time', 130, { height: 170, earlierWeight: 131 }, 'usual'],
    ['400 lb', 400, {}, 'refuse'],
    ['unusual alone', 165, {}, 'ask'],
  ] as const)
    test(`${says}: ${kind}`, () => assert.equal(kindOf(judgeWeight(weight, known)), kind))

  test('that looks like pounds says so', () => {
    const said = [judgeWeight(165, { height: 175 }), judgeWeight(150, { earlierWeight: 68 })]
    assert.match(JSON.stringify(said[0]), /165 lb is 74\.8 kg/)
    assert.match(JSON.stringify(said[1]), /150 lb is 68\.0 kg/)
    assert.doesNotMatch(JSON.stringify(judgeWeight(63, { earlierWeight: 80 })), /lb/)
  })

  test('in pounds is caught at every ordinary height and weight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 150, max: 200 }), fc.integer({ min: 19, max: 35 }), (height, index) => {
        const kg = index * (height / 100) ** 2
        assert.notEqual(judgeWeight(Math.round(kg * 2.2046), { height }), 'usual')
      }),
    )
  })
})

describe('a typed IM dose', () => {
  for (const [mg, kg, kind] of [
    [19.9, 80, 'ask'],
    [20, 80, 'usual'],
    [120, 80, 'usual'],
    [120.1, 80, 'ask'],
    [49.5, 33, 'usual'],
    [5000, 80, 'refuse'],
    [600, 35, 'refuse'],
    [50, undefined, 'ask'],
  ] as const)
    test(`${mg} mg at ${kg ?? 'unknown'} kg: ${kind}`, () => assert.equal(kindOf(judgeDose('im', mg, kg)), kind))

  test('outside what was reported says that this is no guideline, and names no dose in mg to give', () => {
    const said = JSON.stringify(judgeDose('im', 160, 80))
    assert.match(said, /2\.00 mg\/kg, outside what has been reported.*Not a guideline/)
    assert.deepEqual(said.match(/[\d.,]+ mg\b(?!\/kg)/g), ['160 mg'])
  })
})

test('a weight and a height are read in pounds, feet and inches too: 150 typed for pounds stands there as 331', () => {
  assert.deepEqual([inPounds(68), inPounds(150)], [150, 331])
  assert.deepEqual(
    [inFeet(168), inFeet(182.8), inFeet(183)],
    [
      { feet: 5, inches: 6 },
      { feet: 6, inches: 0 },
      { feet: 6, inches: 0 },
    ],
  )
})
