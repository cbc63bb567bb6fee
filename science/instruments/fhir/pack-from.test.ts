import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { measureById, measures } from '../catalogue.ts'
import type { Instrument, Measure } from '../instrument.ts'
import { inWordsOf } from '../pack.ts'
import { packFor } from '../testing.ts'
import { packFrom, ReceivedQuestionnaire } from './pack-from.ts'
import { questionnaireOf } from './questionnaire.ts'

const find = (id: string): Measure => measureById[id] ?? assert.fail(id)
const read = (measure: Measure, resource: object) =>
  packFrom(measure, ReceivedQuestionnaire.parse(JSON.parse(JSON.stringify(resource))))
const fields = (measure: Measure, resource: object): string[] => {
  const found = read(measure, resource)
  return 'refused' in found ? found.refused.map(({ field }) => field) : []
}
const worded = (measure: Measure): Instrument => {
  const made = inWordsOf(measure, packFor(measure))
  assert.ok('items' in made)
  return made
}

describe('a Questionnaire read', () => {
  for (const measure of measures)
    test(`${measure.id} comes back in the words it went out with, and its license is left to the clinic`, () => {
      const pack = read(measure, questionnaireOf(worded(measure)))
      assert.deepEqual(pack, { ...packFor(measure), licence: { holder: '', reference: '' } })
    })

  test('that ships without words is refused at every question', () => {
    const refused = fields(find('madrs'), questionnaireOf(find('madrs')))
    assert.deepEqual(
      refused.filter((field) => /^\d+$/.test(field)),
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
    )
  })
})

describe('a Questionnaire as others publish it', () => {
  const said = ['Not at all', 'Several days', 'More than half the days', 'Nearly every day']
  const codes = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9']
  const gad7 = find('gad-7')
  const loinc = gad7.items.map((item) => item.loinc)
  const published = (option: (index: number) => object, more: object = {}) => ({
    resourceType: 'Questionnaire',
    version: '2.1',
    description: 'About this questionnaire',
    item: [
      {
        linkId: 'g',
        type: 'group',
        text: 'How often?',
        item: loinc.map((code, index) => ({
          linkId: `/${code}`,
          type: 'choice',
          text: `Question ${index}`,
          answerOption: codes.map((_, place) => option(place)),
        })),
      },
      { linkId: '/70274-6', type: 'decimal', text: 'Total' },
    ],
    ...more,
  })
  const byCode = (place: number) => ({
    valueCoding: { system: 'http://loinc.org', code: codes[place], display: said[place] },
  })

  test('is known by LOINC; what stands above the group is what every question begins with', () => {
    const pack = read(gad7, published(byCode))
    assert.ok('questions' in pack)
    assert.deepEqual([pack.version, pack.language, pack.stem], ['2.1', 'en', 'How often?'])
    assert.deepEqual(pack.questions['7'], {
      text: 'Question 6',
      answers: { 0: said[0], 1: said[1], 2: said[2], 3: said[3] },
    })
    const spanish = read(gad7, published(byCode, { language: 'es-US' }))
    assert.ok('language' in spanish && spanish.language === 'es')
  })

  test('is known by codes of its questions, with answers in a value set, by what they are worth, or as whole numbers', () => {
    const url = 'http://hl7.org/fhir/StructureDefinition/itemWeight'
    const concept = said.map((display, place) => ({
      code: `a${place}`,
      display,
      extension: [{ url, valueDecimal: place }],
    }))
    const resource = {
      resourceType: 'Questionnaire',
      contained: [{ resourceType: 'ValueSet', id: 'often', compose: { include: [{ system: 'urn:x', concept }] } }],
      item: loinc.map((code, index) => ({
        linkId: `q${index}`,
        code: [{ system: 'http://loinc.org', code }],
        type: 'choice',
        text: `Question ${index}`,
        answerValueSet: '#often',
      })),
    }
    const pack = read(gad7, resource)
    assert.ok('questions' in pack)
    assert.deepEqual(Object.values(pack.questions['2']?.answers ?? {}), said)
    // Whole numbers have no words of their own: each answer is missing them.
    assert.equal(
      fields(
        gad7,
        published((place) => ({ valueInteger: place })),
      ).filter((field) => field.includes('.')).length,
      28,
    )
  })

  test('is refused where an answer is worth something else there, is not known here, or stands twice', () => {
    const ordinal = 'http://hl7.org/fhir/StructureDefinition/ordinalValue'
    const miscoded = (place: number) => ({
      ...byCode(place),
      extension: [{ url: ordinal, valueDecimal: place === 3 ? 4 : place }],
    })
    assert.ok(fields(gad7, published(miscoded)).includes('/69725-0.LA6571-9'))
    const other = (place: number) =>
      place === 0 ? { valueCoding: { system: 'http://loinc.org', code: 'LA6270-8', display: 'Never' } } : byCode(place)
    assert.ok(fields(gad7, published(other)).includes('/69725-0.LA6270-8'))
    const twice = published(byCode)
    const [group] = twice.item
    assert.ok(group && 'item' in group && group.item?.[0])
    assert.ok(fields(gad7, { ...twice, item: [...twice.item, group.item[0]] }).includes('/69725-0'))
    const stranger = { linkId: 'more', type: 'choice', text: 'One more question' }
    assert.deepEqual(fields(gad7, { ...twice, item: [...twice.item, stranger] }), ['more'])
  })
})
