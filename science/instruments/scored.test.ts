import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { measureById } from './catalogue.ts'
import { responseOf } from './fhir/response.ts'
import { AnswersJson, toScore } from './input.ts'
import type { Measure } from './instrument.ts'
import { scored } from './scored.ts'

const find = (id: string): Measure => {
  const measure = measureById[id]
  assert.ok(measure, id)
  return measure
}
const score = (id: string, json: unknown) => {
  const input = toScore(find(id), json)
  if ('refused' in input) return input
  const said = scored(find(id), input)
  return typeof said === 'string' ? { refused: [{ field: 'total', reason: said }] } : said
}

test('a FHIR response scores like its answers, its total only compared', () => {
  const answers = { 1: 2, 2: 2, 3: 2, 4: 2, 5: 1, 6: 1, 7: 2, 8: 0, 9: 0 }
  const said = score('phq-9', responseOf(find('phq-9'), answers))
  assert.ok('total' in said)
  assert.deepEqual([said.total, said.stated], [12, { stated: 12, agrees: true }])
})

test('a total without answers has a band; one nobody can have is refused', () => {
  const said = score('madrs', { total: 35 })
  assert.ok('band' in said)
  assert.deepEqual([said.band, said.result, said.flags], ['severe', null, []])
  assert.ok('refused' in score('madrs', { total: 61 }))
})

test('answers and a total at once, neither, a wrong answer, another resource and a word are refused with the field', () => {
  const cases: [unknown, string][] = [
    [{ answers: {}, total: 3 }, 'input'],
    [{}, 'input'],
    [{ answers: { 1: 7 } }, 'answers.1'],
    [{ answers: { 11: 1 } }, 'answers.input'],
    [{ resourceType: 'Questionnaire' }, 'resourceType'],
    [{ answers: {}, sex: 'unknown' }, 'sex'],
    ['PHQ', 'input'],
  ]
  for (const [json, field] of cases) {
    const said = score('madrs', json)
    assert.ok('refused' in said, JSON.stringify(json))
    assert.equal(said.refused[0]?.field, field)
  }
})

test('sex stands beside the answers, and unknown takes the lower limit', () => {
  const answers = { 1: 1, 2: 1, 3: 1 }
  const result = (sex?: string) => {
    const said = score('audit-c', { answers, ...(sex ? { sex } : {}) })
    return 'result' in said ? said.result : undefined
  }
  assert.deepEqual([result('male'), result('female'), result()], ['negative', 'positive', 'positive'])
})

test('the input is documented as a JSON Schema', () => {
  assert.equal(z.toJSONSchema(AnswersJson, { io: 'input' }).additionalProperties, false)
})
