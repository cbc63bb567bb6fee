import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instrumentById, measureById, shipped } from './catalogue.ts'
import { questionnaireOf } from './fhir/questionnaire.ts'
import { responseOf } from './fhir/response.ts'
import type { Answers, Instrument } from './instrument.ts'
import { scoreOf } from './scoring.ts'
import { spanishById, withoutSpanish } from './spanish.ts'

const english = (id: string): Instrument => instrumentById[id] as Instrument
const translated = Object.entries(spanishById)

/** The same for every run: a spread of answers with gaps, and the corners. */
const answersFor = ({ items }: Instrument, seed: number): Answers =>
  Object.fromEntries(
    items.map(({ linkId, answers }, at) => {
      const pick = (seed * 7 + at * (seed + 3)) % (answers.length + 1)
      return [linkId, answers[pick]?.value ?? null]
    }),
  )

describe('the words that ship in Spanish', () => {
  test('are those of PHQ-9, PHQ-2, GAD-7 and ASQ and our own lists, and every other that a patient is asked is said to have none', () => {
    assert.deepEqual(Object.keys(spanishById).sort(), [
      'asq',
      'asq-since-last',
      'gad-7',
      'next-day',
      'phq-2',
      'phq-2-and-9',
      'phq-9',
      'since-last-visit',
      'urinary',
    ])
    const rest = shipped.filter(({ id, by }) => by === 'patient' && !spanishById[id]).map(({ id }) => id)
    assert.deepEqual(Object.keys(withoutSpanish).sort(), rest.sort())
  })

  for (const [id, spanish] of translated) {
    describe(id, () => {
      const of = english(id)
      test('asks the same questions, offers the same answers under the same codes, and all of it has words of its own', () => {
        const bare = ({ items }: Instrument) =>
          items.map(({ text: _, answers, ...item }) => ({
            ...item,
            answers: answers.map(({ text: __, ...one }) => one),
          }))
        assert.deepEqual(bare(spanish), bare(of))
        spanish.items.forEach((item, at) => {
          assert.ok(item.text.length > 0 && item.text !== of.items[at]?.text, item.linkId)
          item.answers.forEach((answer, i) => {
            const same = answer.text === of.items[at]?.answers[i]?.text
            assert.ok(answer.text.length > 0 && (!same || answer.text === 'No'), `${item.linkId}: ${answer.text}`)
          })
        })
        assert.equal(spanish.stem === undefined, of.stem === undefined)
        assert.deepEqual([spanish.language, spanish.version === of.version], ['es', false])
      })

      test('counts the same, with and without gaps, and flags the same', () => {
        for (let seed = 0; seed < 60; seed += 1) {
          const answers = answersFor(of, seed)
          if (of.scoring) assert.deepEqual(scoreOf(spanish, answers), scoreOf(of, answers))
          assert.deepEqual(spanish.reads?.(answers, {}), of.reads?.(answers, {}))
        }
        assert.deepEqual(
          [spanish.asksAboutSuicide, spanish.notValidated, spanish.scoring, spanish.licence.status],
          [of.asksAboutSuicide, of.notValidated, of.scoring, of.licence.status],
        )
      })

      test('goes out as FHIR with its language, and the same numbers and codes', () => {
        const [es, en] = [questionnaireOf(spanish), questionnaireOf(of)]
        assert.deepEqual([es.language, en.language], ['es', undefined])
        assert.equal(es.url, en.url)
        assert.deepEqual(
          es.item.map(({ linkId, code, extension }) => ({ linkId, code, extension })),
          en.item.map(({ linkId, code, extension }) => ({ linkId, code, extension })),
        )
        assert.equal(es.item[0]?.text, spanish.items[0]?.text)
        const answers = answersFor(of, 1)
        const response = responseOf(spanish, answers)
        assert.deepEqual([response.language, responseOf(of, answers).language], ['es', undefined])
        assert.equal(response.questionnaire, `${es.url}|${spanish.version}`)
      })
    })
  }

  test('the word for question 9 and its zero are the published ones', () => {
    const nine = spanishById['phq-9']?.items.find(({ linkId }) => linkId === '9')
    assert.equal(nine?.text, 'Pensamientos de que estaría mejor muerto(a) o de lastimarse de alguna manera')
    assert.equal(nine?.answers[0]?.text, 'Ningún día')
    assert.deepEqual(spanishById['phq-2']?.items, spanishById['phq-9']?.items.slice(0, 2))
    assert.ok(Object.keys(withoutSpanish).every((id) => measureById[id]))
  })
})
