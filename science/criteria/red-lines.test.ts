import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Answer, decide, type Recorded, type Route } from '../decide.ts'
import { Day } from '../time.ts'
import { type CssrsFacts, cssrsRedLines } from './cssrs.ts'
import { type EsketamineFacts, esketamineRedLines } from './esketamine.ts'
import { courseRedLines, type RedLineFacts, suicideRedLines, systemRedLines } from './red-lines.ts'

const at = (route: Route) => ({ route, today: Day.parse('2026-11-23') })
const redLines = [...suicideRedLines, ...courseRedLines, ...systemRedLines]

const cases: [string, Recorded<RedLineFacts>, Answer][] = [
  ['RL-01', { phq9Item9: 0 }, 'not met'],
  ['RL-01', { phq9Item9: 1 }, 'met'],
  ['RL-01', {}, 'unknown'],
  ['RL-02', { phq9Item9: 0, suicideScreenCompleted: false }, 'met'],
  ['RL-02', { phq9Item9: 0, suicideScreenCompleted: true }, 'not met'],
  ['RL-02', { phq9Item9: 0 }, 'unknown'],
  ['RL-06', { phq9Rise: 4, newSuicidalIdeation: false }, 'not met'],
  ['RL-06', { phq9Rise: 5 }, 'met'],
  ['RL-06', { phq9Rise: -3 }, 'unknown'],
  ['RL-06', { newSuicidalIdeation: true }, 'met'],
  ['RL-07', { messageMentionsSelfHarm: true }, 'met'],
  ['RL-07', { messageMentionsSelfHarm: false }, 'not met'],
  ['RL-07', {}, 'unknown'],
  ['RL-08', { treatmentEnded: true }, 'met'],
  ['RL-08', { treatmentEnded: false, nonResponse: false }, 'not met'],
  ['RL-08', { treatmentEnded: false }, 'unknown'],
  ['RL-09', { age: 24, takesAntidepressant: true }, 'met'],
  ['RL-09', { age: 25 }, 'not met'],
  ['RL-09', { age: 24 }, 'unknown'],
  ['RL-38', { newOrWorseUrinarySymptoms: true }, 'met'],
  ['RL-38', { newOrWorseUrinarySymptoms: false, liverTestTimesLimit: 3 }, 'not met'],
  ['RL-38', { newOrWorseUrinarySymptoms: false, liverTestTimesLimit: 3.01 }, 'met'],
  ['RL-38', { newOrWorseUrinarySymptoms: false }, 'unknown'],
  ['RL-39', { newManiaOrPsychosis: true }, 'met'],
  ['RL-39', { newManiaOrPsychosis: false }, 'not met'],
  ['RL-39', {}, 'unknown'],
  ['RL-40', { rulesOutOfDate: 0 }, 'not met'],
  ['RL-40', { rulesOutOfDate: 1 }, 'met'],
  ['RL-40', {}, 'unknown'],
  ['RL-41', { recordReachable: false }, 'met'],
  ['RL-41', { recordReachable: true }, 'not met'],
  ['RL-41', {}, 'unknown'],
]

const esketamine: [string, Recorded<EsketamineFacts>, Answer][] = [
  ['RL-20', { minutesSinceDose: 45, pressureRecordedAt40: false }, 'not met'],
  ['RL-20', { minutesSinceDose: 46, pressureRecordedAt40: false }, 'met'],
  ['RL-20', { minutesSinceDose: 46, pressureRecordedAt40: true }, 'not met'],
  ['RL-20', { minutesSinceDose: 46 }, 'unknown'],
  ['RL-21', { minutesSinceDose: 119.9 }, 'met'],
  ['RL-21', { minutesSinceDose: 120 }, 'not met'],
  ['RL-21', {}, 'unknown'],
  ['RL-22', { moaas: 5, dissociationResolved: true, breathingResolved: true }, 'not met'],
  ['RL-22', { moaas: 4 }, 'met'],
  ['RL-22', { moaas: 5, dissociationResolved: true }, 'unknown'],
]

describe('a red line', () => {
  for (const [id, facts, answer] of cases)
    test(`${id} with ${JSON.stringify(facts)}: ${answer}`, () =>
      assert.equal(decide(redLines, facts, at('im')).find(({ rule }) => rule === id)?.answer, answer))

  test('of these files is in the table', () => {
    assert.deepEqual(new Set(cases.map(([id]) => id)), new Set(redLines.map(({ id }) => id)))
  })

  test('stands in its table met, not met and unknown', () => {
    for (const [id, rows] of Map.groupBy([...cases, ...esketamine], ([id]) => id))
      assert.deepEqual([...new Set(rows.map(([, , answer]) => answer))].sort(), ['met', 'not met', 'unknown'], id)
  })
})

const noneOf: CssrsFacts = {
  cssrs1: false,
  cssrs2: false,
  cssrs3: false,
  cssrs4: false,
  cssrs5: false,
  suicidalBehaviour: 'never',
}
const low: Recorded<CssrsFacts> = { ...noneOf, cssrs1: true, cssrs2: true }

/** Cases 41 and 42 of the reference, and what a gap does. */
const triage: [string, Recorded<CssrsFacts>, [Answer, Answer, Answer]][] = [
  ['none', noneOf, ['not met', 'not met', 'not met']],
  ['question 1 only', { ...noneOf, cssrs1: true }, ['not met', 'not met', 'met']],
  ['questions 1 and 2', low, ['not met', 'not met', 'met']],
  ['question 3', { ...low, cssrs3: true }, ['not met', 'met', 'not met']],
  ['question 4', { ...low, cssrs3: true, cssrs4: true }, ['met', 'met', 'not met']],
  ['question 5', { ...noneOf, cssrs5: true }, ['met', 'not met', 'not met']],
  ['behaviour longer ago', { ...noneOf, suicidalBehaviour: 'more than 3 months ago' }, ['not met', 'met', 'not met']],
  [
    'behaviour in the past 3 months',
    { ...noneOf, suicidalBehaviour: 'in the past 3 months' },
    ['met', 'not met', 'not met'],
  ],
  ['question 1, the rest open', { cssrs1: true }, ['unknown', 'unknown', 'unknown']],
  ['question 4, the rest open', { cssrs4: true }, ['met', 'unknown', 'not met']],
  ['nothing', {}, ['unknown', 'unknown', 'unknown']],
]

describe('C-SSRS triage', () => {
  for (const [says, facts, answers] of triage)
    test(`${says}: high ${answers[0]}, moderate ${answers[1]}, low ${answers[2]}`, () =>
      assert.deepEqual(
        decide(cssrsRedLines, facts, at('im')).map(({ rule, answer }) => [rule, answer]),
        ['RL-03', 'RL-04', 'RL-05'].map((rule, place) => [rule, answers[place]]),
      ))
})

describe('the esketamine programme', () => {
  for (const [id, facts, answer] of esketamine)
    test(`${id} with ${JSON.stringify(facts)}: ${answer}`, () =>
      assert.equal(decide(esketamineRedLines, facts, at('esketamine')).find(({ rule }) => rule === id)?.answer, answer))

  test('asks nothing of other routes', () => assert.deepEqual(decide(esketamineRedLines, {}, at('im')), []))
})
