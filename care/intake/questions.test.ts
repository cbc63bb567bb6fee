import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { speaksOfDanger } from '../../science/criteria/danger-words.ts'
import { evaluationQuestions } from '../../science/criteria/questions.ts'
import { intakeWords } from '../../web/words/en/intake.ts'
import { questions as evaluationAsks, type Kind } from '../evaluation/questions.ts'
import { AnswerSent, limits } from './answers.ts'
import { isDanger } from './danger.ts'
import type { Question } from './question.ts'
import { type Asked, notAsked, partNames, parts, questions, questionsOf } from './questions.ts'
import { applies, progressOf } from './standing.ts'
import { wrongWith } from './value.ts'

const all = Object.entries(questions) as [Asked, Question][]
const of = (question: Question): string[] => {
  const { for: purpose } = question
  if (purpose === 'talk' || 'list' in purpose) return []
  return ['fact' in purpose ? purpose.fact : purpose.beside]
}

describe('the rows of questions', () => {
  test('each is asked once, in words of its own', () => {
    assert.equal(all.length, partNames.flatMap(questionsOf).length)
    assert.deepEqual(
      all.filter(([key]) => !intakeWords.questions[key].endsWith('?') && questions[key].kind !== 'words'),
      [],
    )
    assert.deepEqual(Object.keys(intakeWords.questions).toSorted(), all.map(([key]) => key).toSorted())
    assert.deepEqual(Object.keys(parts), Object.keys(intakeWords.parts))
    const hinted = Object.keys(intakeWords.hints).filter((key) => !(key in questions))
    assert.deepEqual(hinted, [], 'a hint without a question')
  })

  test('each becomes a fact, stands beside a question of the evaluation, fills a list, or is for talking', () => {
    for (const [key, { for: purpose }] of all) {
      if (purpose === 'talk' || 'list' in purpose) continue
      assert.ok(('fact' in purpose ? purpose.fact : purpose.beside) in evaluationAsks, key)
    }
  })

  test('every fact of a criterion that a patient can know is asked, and what is not asked says why', () => {
    const asked = new Set(all.flatMap(([, question]) => of(question)))
    const facts = Object.keys(evaluationQuestions)
    const forgotten = facts.filter((fact) => !asked.has(fact) && !(fact in notAsked))
    assert.deepEqual(forgotten, [])
    assert.deepEqual(
      Object.keys(notAsked).filter((fact) => asked.has(fact) || !facts.includes(fact)),
      [],
    )
  })

  test('what a yes or a no becomes is an answer that the evaluation takes', () => {
    for (const [key, { for: purpose }] of all) {
      if (purpose === 'talk' || !('fact' in purpose)) continue
      for (const value of [purpose.yes, purpose.no]) {
        if (value === undefined) continue
        const asks: Kind = evaluationAsks[purpose.fact]
        if (asks.kind === 'choice') assert.ok(asks.options.includes(String(value)), key)
        else assert.equal(typeof value, 'boolean', key)
      }
      assert.ok(purpose.yes !== undefined || purpose.no !== undefined, key)
    }
  })

  test('all that lists and choices offer has words', () => {
    for (const [key, question] of all) {
      if (question.kind === 'choice') for (const one of question.options) assert.ok(intakeWords.choices[one], one)
      if (question.kind !== 'list') continue
      for (const field of question.fields) {
        assert.ok(intakeWords.fields[field.field], `${key} ${field.field}`)
        if ('options' in field) for (const one of field.options) assert.ok(intakeWords.choices[one], one)
      }
    }
  })

  test('each can be answered with not sure, and nothing stands for an answer that was not given', () => {
    for (const [key] of all) {
      assert.deepEqual(wrongWith(key, null, null, limits), [], key)
      for (const nothing of [undefined, '', ' ']) assert.equal(wrongWith(key, null, nothing, limits).length, 1, key)
    }
  })

  test('a question that depends on another is asked until that was answered otherwise', () => {
    assert.equal(applies('pregnant', new Map()), true)
    assert.equal(applies('pregnant', new Map([['canBecomePregnant', null]])), true)
    assert.equal(applies('pregnant', new Map([['canBecomePregnant', false]])), false)
    assert.equal(applies('breastfeeding', new Map([['canBecomePregnant', false]])), true)
    assert.equal(applies('whichDrugs', new Map()), false)
    assert.equal(applies('whichDrugs', new Map([['otherDrugs', true]])), true)
  })

  test('progress counts what has an answer, and "not sure" is one', () => {
    const of = (part: string, answers: Parameters<typeof progressOf>[0]) =>
      progressOf(answers).find((one) => one.part === part)
    assert.deepEqual(of('pregnancy', new Map()), { part: 'pregnancy', answered: 0, prefilled: 0, all: 4 })
    const some = new Map<Asked, null | boolean>([
      ['canBecomePregnant', false],
      ['breastfeeding', null],
    ])
    assert.deepEqual(of('pregnancy', some), { part: 'pregnancy', answered: 2, prefilled: 0, all: 2 })
    const [one] = progressOf(some, new Set(['breastfeeding'])).filter(({ part }) => part === 'pregnancy')
    assert.deepEqual([one?.answered, one?.prefilled], [1, 1], 'told beforehand counts apart')
  })
})

describe('an answer as a phone sends it', () => {
  const sent = (question: string, value: unknown, entry: string | null = null) =>
    AnswerSent.safeParse({ id: randomUUID(), question, entry, value, answeredAt: '2026-11-23T17:00:00.000Z' })

  test('a weight is taken with its unit, in pounds or kilograms, and refused where it cannot be', () => {
    assert.equal(sent('weight', { unit: 'lb', amount: 150 }).success, true)
    assert.equal(sent('weight', { unit: 'kg', amount: 68 }).success, true)
    for (const wrong of [150, { amount: 150 }, { unit: 'cm', amount: 150 }, { unit: 'kg', amount: '68' }])
      assert.equal(sent('weight', wrong).success, false, JSON.stringify(wrong))
    // 350 kg is 771.6 lb.
    assert.equal(sent('weight', { unit: 'kg', amount: 350 }).success, true)
    assert.equal(sent('weight', { unit: 'kg', amount: 350.1 }).success, false)
    assert.equal(sent('weight', { unit: 'lb', amount: 771 }).success, true)
    assert.equal(sent('weight', { unit: 'lb', amount: 772 }).success, false)
    assert.equal(sent('height', { unit: 'in', amount: 64 }).success, true)
    assert.equal(sent('height', { unit: 'in', amount: 5.4 }).success, false)
  })

  test('words are kept as they are: emoji, right-to-left, markup, long ones up to the limit', () => {
    for (const text of ['😀 better 🌧', 'אני עייפה', '<script>alert(1)</script>', 'x'.repeat(20_000)])
      assert.deepEqual(sent('story', text).data?.value, text)
    for (const wrong of ['x'.repeat(20_001), '\0', '\ud800', '   ', 7, true])
      assert.equal(sent('story', wrong).success, false)
  })

  test('a line has its own fields, the first of them filled, and belongs to a list', () => {
    const entry = randomUUID()
    assert.equal(sent('medicines', { name: 'Lisinopril', dose: '10 mg' }, entry).success, true)
    assert.equal(sent('medicines', null, entry).success, true)
    for (const wrong of [{ dose: '10 mg' }, { name: ' ' }, { name: 'x', other: 'y' }, true])
      assert.equal(sent('medicines', wrong, entry).success, false, JSON.stringify(wrong))
    assert.equal(sent('stroke', true, entry).success, false)
    assert.equal(sent('escort', { name: 'Kim', phone: 'call me' }, entry).success, false)
    assert.equal(sent('escort', { name: 'Kim', phone: '503 555 0101' }, entry).success, true)
    assert.equal(sent('tried', { medicine: 'x', weeks: 'six' }, entry).success, false)
    assert.equal(sent('tried', { medicine: 'x', weeks: '6', result: 'helped some' }, entry).success, true)
  })

  test('no other question and no other answer is taken', () => {
    assert.equal(sent('systolic', true).success, false)
    assert.equal(sent('stroke', 'yes').success, false)
    assert.equal(sent('alcohol', 'sometimes').success, false)
  })
})

describe('words that speak of suicide or self-harm', () => {
  test('are found as people write them', () => {
    for (const text of [
      'I want to die',
      'sometimes i think about killing myself',
      'They would be better off without me.',
      'I don’t want to be here any more',
      'I wish I was dead',
      'no reason to live',
      'SUICIDAL since May',
      'I cut   myself',
      'took an overdose last year',
      'She says that she wants to kill herself',
    ])
      assert.equal(speaksOfDanger(text), true, text)
  })
  test('are found in Spanish, with and without accents', () => {
    for (const text of [
      'Quiero morirme',
      'he pensado en suicidarme',
      'pienso en quitarme la vida',
      'Ya no quiero vivir',
      'Estarían mejor sin mí',
      'a veces quiero hacerme daño',
      'me quiero matar',
      'quiero matarme',
      // Too much rather than too little.
      'no quiero seguir con la misma hora',
      'ESTARIA MEJOR MUERTA',
      'tengo ganas de lastimarme',
    ])
      assert.equal(speaksOfDanger(text), true, text)
    for (const text of ['Quiero dormir otra vez', 'Me lastimé la rodilla', 'gracias'])
      assert.equal(speaksOfDanger(text), false, text)
  })
  test('other words are left alone', () => {
    for (const text of [
      'I want to sleep again',
      'My knee is killing me',
      'The cat died',
      'I go to the end of the road',
    ])
      assert.equal(speaksOfDanger(text), false, text)
  })
  test('are looked for in what is told of oneself; of relatives it is history', () => {
    assert.equal(isDanger('story', 'I want to die'), true)
    assert.equal(isDanger('suicideThoughts', true), true)
    assert.equal(isDanger('suicideThoughts', null), false)
    assert.equal(isDanger('tried', { medicine: 'Prozac', whyStopped: 'it made me want to die' }), true)
    assert.equal(isDanger('familyMore', 'My uncle died by suicide'), false)
    assert.equal(isDanger('familySuicide', true), false)
  })
})
