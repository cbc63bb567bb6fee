import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { consentElements } from '../../science/consent-elements.ts'
import { everyRoute } from '../../science/decide.ts'
import type { DefaultDocument } from './document.ts'
import { elementsOf } from './elements.ts'
import { shipped } from './shipped.ts'

for (const route of everyRoute)
  describe(`our text for ${route}`, () => {
    for (const { id, says, missing, under, asPoint } of elementsOf(shipped[route]))
      test(`speaks of ${id}: ${says}`, () => {
        assert.equal(missing, false)
        assert.ok(under.length > 0 || asPoint)
      })
  })

test('the elements are those of the reference: none fewer, and each for the routes it concerns', () => {
  assert.ok(consentElements.length >= 39)
  const only = consentElements.flatMap(({ id, routes }) =>
    routes.length < everyRoute.length ? [`${id}: ${routes.join(' ')}`] : [],
  )
  assert.deepEqual(only, [
    'off-label: iv im lozenge',
    'label: esketamine',
    'home: lozenge esketamine',
    'fda-alert: lozenge',
    'rems: esketamine',
    'rems-data: esketamine',
  ])
})

test('what is an item of its own is ticked on its own', () => {
  const ticked = everyRoute.map((route) =>
    elementsOf(shipped[route]).flatMap(({ id, asPoint }) => (asPoint ? [id] : [])),
  )
  assert.deepEqual(Object.fromEntries(everyRoute.map((route, index) => [route, ticked[index]])), {
    im: ['off-label'],
    iv: ['off-label'],
    lozenge: ['off-label', 'fda-alert'],
    esketamine: ['rems'],
  })
})

describe('an element is missed when what carries it is taken away:', () => {
  const missed = (text: DefaultDocument) => elementsOf(text).flatMap(({ id, missing }) => (missing ? [id] : []))
  const without = (text: DefaultDocument, section: string): DefaultDocument => ({
    ...text,
    sections: text.sections.filter(({ id }) => id !== section),
  })
  for (const route of everyRoute)
    for (const { id } of shipped[route].sections.filter(({ id }) => !['what', 'medicines'].includes(id)))
      test(`${route}, the section ${id}`, () => assert.ok(missed(without(shipped[route], id)).length > 0))
  test('the point on home use, and the one on the REMS', () => {
    assert.deepEqual(missed({ ...shipped.lozenge, points: [] }), ['off-label', 'fda-alert'])
    assert.deepEqual(missed({ ...shipped.esketamine, points: [] }), ['rems'])
  })
  test('what the clinic has to write', () => {
    const sections = shipped.im.sections.map((section) => ({ ...section, clinicMustSay: undefined }))
    const text = { ...shipped.im, sections } as unknown as DefaultDocument
    assert.deepEqual(missed(text), ['costs', 'chaperone', 'recording', 'emergency'])
  })
})
