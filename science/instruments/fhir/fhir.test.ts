import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4'
import { measureById, measures } from '../catalogue.ts'
import type { Answers, Measure } from '../instrument.ts'
import { scoreOf } from '../scoring.ts'
import { totalExpression } from './expression.ts'
import { questionnaireOf } from './questionnaire.ts'
import { answersFrom, Received } from './reading.ts'
import { responseOf } from './response.ts'

const find = (id: string): Measure => {
  const measure = measureById[id]
  assert.ok(measure, id)
  return measure
}
const anyAnswers = (measure: Measure, gaps: boolean): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(
      measure.items.map(({ linkId, answers }) => {
        const value = fc.constantFrom(...answers.map((answer) => answer.value))
        return [linkId, gaps ? fc.option(value, { nil: undefined, freq: 12 }) : value]
      }),
    ),
  )
const read = (measure: Measure, resource: object) => answersFrom(measure, Received.parse(resource))
/** What a partner's server would come to with the published expression, from the answers alone. */
const calculated = (measure: Measure, answers: Answers): unknown => {
  const response = JSON.parse(JSON.stringify({ ...responseOf(measure, answers) }))
  response.item = response.item.filter(({ linkId }: { linkId: string }) => linkId !== 'total')
  const questionnaire = JSON.parse(JSON.stringify(questionnaireOf(measure)))
  const environment = { resource: response, questionnaire }
  const [total] = fhirpath.evaluate(response, totalExpression(measure) ?? '{}', environment, r4) as unknown[]
  return total === undefined ? null : Number(total)
}

describe('the calculated expression gives what we give, under fhirpath.js', () => {
  for (const measure of measures.filter((one) => totalExpression(one)))
    test(measure.id, () => {
      for (const [gaps, numRuns] of [
        [false, 6],
        [true, 6],
      ] as const)
        fc.assert(
          fc.property(anyAnswers(measure, gaps), (answers) => {
            assert.equal(calculated(measure, answers), scoreOf(measure, answers).total)
          }),
          { numRuns },
        )
    })

  test('published cases: US Core’s PHQ-9, seven of nine answers, PEG, QIDS with a blank in each pair', () => {
    const phq9 = (...said: (number | undefined)[]) =>
      calculated(find('phq-9'), Object.fromEntries(said.map((value, index) => [String(index + 1), value])))
    assert.equal(phq9(2, 2, 2, 2, 1, 1, 2, 0, 0), 12)
    assert.equal(phq9(3, 3, 3, 3, 3, 3, 3), null)
    assert.equal(calculated(find('peg'), { pain: 7, enjoyment: 8, activity: 8 }), 7.7)
    const pairs = { 1: 1, 2: 1, 3: 1, 4: 1, 5: 0, 7: 1, 8: 0, 10: 1, 11: 0, 12: 0, 13: 1, 14: 1, 15: 0, 16: 0 }
    assert.equal(calculated(find('qids-sr16'), pairs), 5)
  })
})

describe('a response', () => {
  for (const measure of measures)
    test(`to ${measure.id} comes back as it went out`, () => {
      fc.assert(
        fc.property(anyAnswers(measure, true), (answers) => {
          const back = read(measure, JSON.parse(JSON.stringify(responseOf(measure, answers))))
          assert.ok('answers' in back)
          const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined))
          assert.deepEqual(back.answers, given)
          assert.equal(back.stated ?? null, scoreOf(measure, answers).total)
        }),
        { numRuns: 10 },
      )
    })

  const coded = (linkId: string, code: string, system = 'http://loinc.org') => ({
    linkId,
    answer: [{ valueCoding: { system, code } }],
  })
  const to = (...item: object[]) => ({ resourceType: 'QuestionnaireResponse', item })

  test('is read by LOINC link ids and codes, flat or nested', () => {
    const flat = to(coded('/44250-9', 'LA6570-1'), coded('44255-8', 'LA6571-9'))
    assert.deepEqual(read(find('phq-9'), flat), { answers: { 1: 2, 2: 3 } })
    assert.deepEqual(read(find('phq-9'), to({ linkId: 'group', item: flat.item })), { answers: { 1: 2, 2: 3 } })
  })

  test('of GAD-7 takes "More days than not" as 2 (case 22)', () => {
    const zeros = ['69725-0', '69733-4', '69734-2', '69735-9', '69689-8', '69736-7'].map((id) => coded(id, 'LA6568-5'))
    const back = read(find('gad-7'), to(coded('68509-9', 'LA18938-3'), ...zeros))
    assert.ok('answers' in back)
    assert.equal(scoreOf(find('gad-7'), back.answers).total, 2)
    assert.ok('refused' in read(find('gad-7'), to(coded('69725-0', 'LA18938-3'))))
  })

  test('states its total as number, decimal, quantity or text, and it is only stated', () => {
    for (const answer of [
      { valueInteger: 13 },
      { valueDecimal: 13 },
      { valueQuantity: { value: 13, unit: '{score}' } },
      { valueString: '13' },
    ])
      assert.deepEqual(read(find('phq-9'), to({ linkId: '/44261-6', answer: [answer] })), { answers: {}, stated: 13 })
    assert.ok('refused' in read(find('phq-9'), to({ linkId: 'total', answer: [{ valueString: 'high' }] })))
  })

  test('to C-SSRS is the same as boolean, SNOMED CT and LOINC (case 44: a Yes to question 5 is never no risk)', () => {
    const screener = find('c-ssrs-screener')
    const ways = [
      (yes: boolean) => ({ valueBoolean: yes }),
      (yes: boolean) => ({
        valueCoding: { system: 'http://snomed.info/sct', code: yes ? '373066001' : '373067005' },
      }),
      (yes: boolean) => ({ valueCoding: { system: 'http://loinc.org', code: yes ? 'LA33-6' : 'LA32-8' } }),
    ]
    const codes = ['93246-7', '93247-5', '93248-3', '93249-1', '93250-9']
    for (const way of ways) {
      const items = codes.map((linkId, index) => ({ linkId, answer: [way(index < 2 || index === 4)] }))
      const back = read(screener, to(...items))
      assert.ok('answers' in back)
      assert.equal(screener.reads?.(back.answers, {}).result, 'high')
    }
  })

  test('with a wrong question, a wrong list, two answers or a number outside is refused, and says where', () => {
    const cases: [string, object, string][] = [
      // As a published AUDIT-C example has it: another question, and another answer list (case 36).
      ['audit-c', to(coded('75626-9', 'LA6270-8')), '75626-9'],
      ['audit-c', to(coded('68518-0', 'LA6568-5')), '68518-0'],
      ['phq-9', to({ linkId: '1', answer: [{ valueInteger: 4 }] }), '1'],
      ['phq-9', to({ linkId: '1', answer: [{ valueInteger: 1 }, { valueInteger: 2 }] }), '1'],
      ['phq-9', to({ linkId: '1', answer: [{ valueInteger: 1 }] }, coded('44250-9', 'LA6570-1')), '44250-9'],
      ['phq-9', { ...to(), questionnaire: 'urn:evenkeel:questionnaire:gad-7|1' }, 'questionnaire'],
    ]
    for (const [id, resource, field] of cases) {
      const back = read(find(id), resource)
      assert.ok('refused' in back)
      assert.deepEqual(
        back.refused.map((one) => one.field),
        [field],
      )
    }
  })
})

describe('a questionnaire', () => {
  test('carries its licence, and its words only where they may be shown', () => {
    for (const measure of measures) {
      const { copyright, item, extension } = questionnaireOf(measure)
      assert.equal(copyright, measure.licence.sentence)
      assert.ok(JSON.stringify(extension).includes(measure.licence.status))
      const worded = item.filter(({ text, linkId }) => text && linkId !== 'total')
      assert.equal(worded.length, measure.items.filter((one) => 'text' in one).length, measure.id)
    }
  })

  test('has LOINC where it was verified, and our own code system where not', () => {
    const [first] = questionnaireOf(find('phq-9')).item
    assert.deepEqual(first?.code, [{ system: 'http://loinc.org', code: '44250-9' }])
    assert.deepEqual(first?.answerOption?.[1]?.valueCoding, {
      system: 'http://loinc.org',
      code: 'LA6569-3',
      display: 'Several days',
    })
    const [madrs] = questionnaireOf(find('madrs')).item
    assert.deepEqual(madrs?.answerOption?.[6]?.valueCoding, { system: 'urn:evenkeel:answers:madrs', code: '6' })
  })
})
