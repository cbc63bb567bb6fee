import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { measureById } from './catalogue.ts'
import type { Measure } from './instrument.ts'
import { ContentPack, emptyPack, inWordsOf } from './pack.ts'
import { scoreOf } from './scoring.ts'
import { packFor } from './testing.ts'

const madrs = measureById.madrs as Measure
const fields = (pack: ContentPack) => {
  const made = inWordsOf(madrs, pack)
  return 'refused' in made ? made.refused.map(({ field }) => field) : []
}

describe('a content pack', () => {
  test('gives words and changes no number', () => {
    const pack = packFor(madrs)
    const made = inWordsOf(madrs, ContentPack.parse(pack))
    assert.ok('items' in made)
    assert.equal(made.items[9]?.text, 'Words of 10')
    assert.deepEqual([made.version, made.scoring], ['2026', madrs.scoring])
    const answers = Object.fromEntries(madrs.items.map(({ linkId }) => [linkId, 3]))
    assert.deepEqual(scoreOf(made, answers), scoreOf(madrs, answers))
  })

  test('that misses a question or an answer, or has one too many, is refused and says where', () => {
    const pack = packFor(madrs)
    const { 10: _, ...nine } = pack.questions
    assert.deepEqual(fields({ ...pack, questions: nine }), ['questions.10'])
    assert.deepEqual(fields({ ...pack, questions: { ...pack.questions, 11: { text: 'More', answers: {} } } }), [
      'questions.11',
    ])
    const { 6: __, ...six } = pack.questions[1]?.answers ?? {}
    const fewer = { ...pack.questions, 1: { text: 'One', answers: { ...six, 7: 'Seven' } } }
    assert.deepEqual(fields({ ...pack, questions: fewer }), ['questions.1.answers.7', 'questions.1.answers.6'])
    assert.deepEqual(fields({ ...pack, instrument: 'epds' }), ['instrument'])
  })

  test('without a licence, of another format or with anything else in it is not read', () => {
    const pack = packFor(madrs)
    const { licence: _, ...without } = pack
    for (const wrong of [
      without,
      { ...pack, format: 'evenkeel.pack/2' },
      { ...pack, scoring: {} },
      { ...pack, licence: { ...pack.licence, until: 'soon' } },
      { ...pack, questions: { ...pack.questions, 1: { text: '  ', answers: {} } } },
    ])
      assert.ok(!ContentPack.safeParse(wrong).success)
  })

  test('to fill in has every question and answer, and is refused while it is empty', () => {
    const empty = emptyPack(madrs) as ContentPack
    assert.deepEqual(Object.keys(empty.questions), Object.keys(packFor(madrs).questions))
    assert.ok(!ContentPack.safeParse(empty).success)
  })

  test('is documented as a JSON Schema', () => {
    const schema = z.toJSONSchema(ContentPack, { io: 'input' })
    assert.deepEqual(schema.required, ['format', 'instrument', 'version', 'language', 'licence', 'questions'])
  })
})
