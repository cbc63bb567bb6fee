import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { measures, shipped } from './catalogue.ts'
import { type Answers, answersTo, type Measure, mayShow } from './instrument.ts'
import { bandOf, scoreOf, shownAs } from './scoring.ts'

const counted = measures.filter(({ scoring }) => scoring && !scoring.noTotal)

/**
 * Any answer to every question that does not contradict another: who never drinks does not drink six at once, and of two
 * ways to rate the same thing (HAM-D 16) one is used.
 */
const complete = (measure: Measure): fc.Arbitrary<Record<string, number | string>> =>
  fc
    .tuple(
      fc.record(
        Object.fromEntries(
          measure.items.map(({ linkId, answers }) => [
            linkId,
            fc.constantFrom(...answers.map(({ value }) => value).filter((value) => value !== 'does not work')),
          ]),
        ),
      ),
      fc.nat({ max: 1 }),
    )
    .map(([answers, used]) => {
      const unused = (measure.scoring?.oneOf ?? []).flatMap((pair) => pair.filter((_, place) => place !== used))
      return Object.fromEntries(Object.entries(answers).filter(([linkId]) => !unused.includes(linkId)))
    })
    .map((answers) => (measure.id === 'audit-c' && answers[1] === 0 ? { 1: 0, 2: 0, 3: 0 } : answers))
const without = (answers: Answers, gone: readonly string[]): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([linkId, value]) => [linkId, gone.includes(linkId) ? undefined : value]),
  )
const isZeroMissing = ({ id }: Measure) => id.startsWith('cgi-')
const runs = { numRuns: 30 }

describe('for any answers to any questionnaire with a total', () => {
  for (const measure of counted) {
    const { id, items, scoring } = measure
    const some = fc.subarray(items.map(({ linkId }) => linkId))

    test(`${id}: one question worth more never makes the total less, one counted the other way round never more`, () => {
      fc.assert(
        fc.property(complete(measure), fc.constantFrom(...items), (answers, { linkId, answers: offered, scored }) => {
          const values = offered
            .map(({ value }) => value)
            .filter((value) => typeof value === 'number')
            .sort((a, b) => a - b)
          const next = values[values.indexOf(Number(answers[linkId])) + 1]
          fc.pre(scored && next !== undefined && !(isZeroMissing(measure) && answers[linkId] === 0))
          // A "not assessed" of HAM-D 16 and a first drink are steps of meaning, not of amount.
          fc.pre(!(linkId.startsWith('16') && next === 3 && id === 'ham-d17'))
          const [before, after] = [answers, { ...answers, [linkId]: next ?? 0 }].map(
            (given) => scoreOf(measure, given).sum?.low ?? Number.NaN,
          )
          const change = (after ?? 0) - (before ?? 0)
          assert.ok(scoring?.reversed?.includes(linkId) ? change <= 0 : change >= 0, `${linkId}: ${before} to ${after}`)
        }),
        runs,
      )
    })

    test(`${id}: the bounds contain every way of completing it, and the band is right wherever it is sure`, () => {
      fc.assert(
        fc.property(complete(measure), some, (answers, gone) => {
          const whole = scoreOf(measure, answers)
          const open = scoreOf(measure, without(answers, gone))
          if (!whole.sum || !open.sum || !scoring) return
          assert.ok(open.sum.low <= whole.sum.low && whole.sum.low <= open.sum.high)
          assert.equal(open.total === null, open.missing.length > 0)
          if (open.band !== 'indeterminate') assert.equal(open.band, bandOf(scoring, shownAs(scoring, whole.sum.low)))
          assert.ok(open.missing.length <= scoring.mostMissing)
        }),
        runs,
      )
    })

    test(`${id}: the order of the answers does not matter, and null is the same as nothing`, () => {
      fc.assert(
        fc.property(complete(measure), some, (answers, gone) => {
          const given = without(answers, gone)
          const turned = Object.fromEntries(Object.entries(given).reverse())
          const nulled = Object.fromEntries(Object.entries(given).map(([linkId, value]) => [linkId, value ?? null]))
          assert.deepEqual(scoreOf(measure, turned), scoreOf(measure, given))
          assert.deepEqual(scoreOf(measure, nulled), scoreOf(measure, given))
        }),
        runs,
      )
    })
  }
})

describe('a result', () => {
  for (const measure of measures.filter(({ reads }) => reads))
    test(`${measure.id}: learning more never takes a flag of a given answer away, but for what an open question held up`, () => {
      fc.assert(
        fc.property(complete(measure), fc.subarray(measure.items.map(({ linkId }) => linkId)), (answers, gone) => {
          const open = measure.reads?.(without(answers, gone), {})
          const whole = measure.reads?.(answers, {})
          const settled = new Set(['positive', 'negative', 'provisional pattern', 'no provisional pattern'])
          if (open?.result !== undefined && settled.has(open.result)) assert.equal(whole?.result, open.result)
        }),
        runs,
      )
    })
})

describe('the catalogue', () => {
  test('has each questionnaire once, with a licence that says whose it is and where its numbers come from', () => {
    assert.equal(new Set(measures.map(({ id }) => id)).size, measures.length)
    for (const { id, licence, items, scoring } of measures) {
      assert.ok(licence.sentence.length > 10 && licence.source.label.length > 3, id)
      assert.equal(new Set(items.map(({ linkId }) => linkId)).size, items.length, id)
      if (scoring) assert.ok(scoring.source.label.length > 3, id)
    }
  })

  test('ships words only where the licence lets them be shown, and never of one that needs a licence', () => {
    for (const instrument of shipped) {
      assert.ok(mayShow(instrument), instrument.id)
      for (const { text, answers } of instrument.items) {
        assert.ok(text.length > 1)
        assert.ok(answers.every((answer) => answer.text.length > 0))
      }
    }
    const ids = new Set(shipped.map(({ id }) => id))
    for (const measure of measures.filter(({ id }) => !ids.has(id)))
      for (const item of measure.items) {
        assert.ok(!('text' in item) && item.answers.every((answer) => !('text' in answer)), measure.id)
        assert.ok(!('stem' in measure))
      }
  })

  test('takes the answers it offers and no others', () => {
    for (const measure of measures) {
      const parser = answersTo(measure)
      assert.ok(!parser.safeParse({ nothing: 1 }).success)
      for (const { linkId, answers } of measure.items) {
        for (const { value } of answers) assert.ok(parser.safeParse({ [linkId]: value }).success)
        for (const wrong of [300, -1, 0.5, 'perhaps', true])
          assert.ok(!parser.safeParse({ [linkId]: wrong }).success, `${measure.id} ${linkId} ${wrong}`)
      }
    }
  })
})
