import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { examinationWords } from '../../web/words/en/examination.ts'
import type { Answered } from './basis.ts'
import { bodyMassOf } from './body-mass.ts'
import { partOf, progress } from './parts.ts'
import { type Asked, abilities, answerTo, isExamined, questions, saidOf, sections } from './questions.ts'
import { showAnswer } from './screens/show-answer.ts'
import { evaluated } from './test.ts'

const app = await testApp()
const examined = (Object.keys(questions) as Asked[]).filter((key) => isExamined(questions[key]))

const answered = (key: Asked, value: Answered['value']): Answered => ({
  ...{ id: key, key, value, confirmed: false },
  ...{ recordedAt: app.clock.now, recordedBy: 'Petra Prescriber' },
})

describe('examination, mental status and capacity', () => {
  test('every finding has a place for words, and none has a value before somebody enters one', () => {
    assert.deepEqual(Object.keys(sections.capacity).slice(0, 2), ['understanding', 'understandingSaid'])
    assert.ok(examined.length >= 6 + 13 + abilities.length)
    for (const key of examined) {
      assert.deepEqual(questions[saidOf(key) as Asked], { kind: 'words', of: key })
      assert.equal(answerTo(key).safeParse(undefined).success, false, key)
      assert.equal(answerTo(key).safeParse('normal').success, false, key)
      assert.equal(showAnswer(null, questions[key]), examinationWords.notExamined)
    }
  })

  test('what is not examined, or examined and taken back, is not counted as done; words alone are neither', () => {
    const all = 14
    assert.deepEqual(progress('mse', []), { done: 0, all })
    assert.deepEqual(progress('mse', [answered('speech', null), answered('moodSaid', '“Flat.”')]), { done: 0, all })
    assert.deepEqual(progress('mse', [answered('speech', 'nothing of note')]), { done: 1, all })
  })

  test('whether capacity is in doubt is asked beside the abilities', () => {
    assert.equal(partOf('capacityInDoubt'), 'capacity')
  })

  test('is kept with who and when, and a correction leaves what stood before', async () => {
    const as = await app.clinicWith()
    const { read, answer } = await evaluated(as.monitor, app.clock.now, {})
    assert.equal((await answer({ speech: 'nothing of note', speechSaid: 'Calm.' })).status, 200)
    app.clock.now = addMinutes(app.clock.now, 1)
    assert.equal((await answer({ speech: 'something of note' })).status, 200)
    assert.equal((await answer({ speech: 'fine' })).status, 422)
    const { answers, history } = await read()
    const now = answers.find(({ key }) => key === 'speech')
    assert.deepEqual([now?.value, now?.recordedBy], ['something of note', 'Milo Monitor'])
    const versions = history.filter(({ key }) => key === 'speech').map(({ value }) => value)
    assert.deepEqual(versions, ['nothing of note', 'something of note'])
    assert.equal(
      answers.find(({ key }) => key === 'perception'),
      undefined,
    )
  })

  test('an ability that is not shown settles nothing; beside “no doubt” both are shown', async () => {
    const as = await app.clinicWith()
    const { read, answer } = await evaluated(as.prescriber, app.clock.now)
    const before = await read()
    assert.deepEqual(before.contradictions, [])
    assert.equal((await answer({ appreciation: 'not clear', reasoning: 'shown' })).status, 200)
    const { contradictions, findings } = await read()
    assert.deepEqual(
      contradictions.map(({ id }) => id),
      ['appreciation'],
    )
    assert.equal(findings.find(({ rule }) => rule === 'CI-33')?.answer, 'not met')
    assert.equal((await answer({ capacityInDoubt: true })).status, 200)
    assert.deepEqual((await read()).contradictions, [])
  })
})

describe('the body mass index', () => {
  test('is worked out from the newest actual weight and height, in kg/m²', () => {
    const found = bodyMassOf([answered('height', 170), answered('weight', 80)])
    assert.deepEqual([found.is, found.is === 'known' && found.index], ['known', '27.7'])
  })
  for (const [answers, missing] of [
    [[], ['height', 'weight']],
    [[answered('height', 170)], ['weight']],
    [[answered('height', 170), answered('weight', null)], ['weight']],
    [[answered('weight', 80)], ['height']],
  ] as const) {
    test(`is not known without ${missing.join(' and ')}, of ${answers.length} answers`, () => {
      assert.deepEqual(bodyMassOf(answers), { is: 'unknown', missing })
    })
  }
})
