import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { printable } from '../../clinic/print/printable.ts'
import { sha256 } from '../../clinic/print/sha256.ts'
import { everyRoute, type Route } from '../../science/decide.ts'
import { addDays, Day } from '../../science/time.ts'
import { additionsIn, composed, missingWords, staleParagraphs } from './document.ts'
import { imKetamine } from './documents/im-ketamine.ts'
import { shipped } from './shipped.ts'
import { clinicWords } from './test.ts'
import { type Asked, canonical, daysIn, rendered } from './text.ts'

const content = composed(imKetamine, { ...clinicWords, own: [{ heading: 'Our cat', text: 'Her name is Molly.' }] })
const asked: Asked = {
  clinicName: 'Test clinic',
  patientName: 'Łucja 李 <b>Sample</b>',
  birthDate: '1980-03-05',
  version: 3,
  treatedFor: 'Depression',
  aim: 'Feeling better',
  content,
}

describe('our text', () => {
  // Element by element and route by route: elements.test.ts. Here, what the whole text says as it is rendered.
  const elements: [element: string, words: RegExp][] = [
    ['diagnosis and aim', /What you would be treated for: Depression[\s\S]*aims at: Feeling better/],
    ['what the clinic wrote', /At this clinic: What this clinic says about costs/],
    ['its points', /POINT BY POINT\n- I know that/],
    ['its questions', /QUESTIONS ON THIS TEXT/],
  ]
  const ofRoute: Record<Route, [element: string, words: RegExp][]> = {
    im: [
      ['off-label', /approved ketamine for anesthesia only[\s\S]*“off-label”/],
      ['durability', /about a week/],
      ['the stay', /at least 90 minutes after the injection/],
    ],
    iv: [
      ['off-label', /approved ketamine for anesthesia only[\s\S]*“off-label”/],
      ['durability', /about a week/],
      ['the stay', /at least 60 minutes after the infusion ends/],
      ['the pump can be stopped', /pause or stop the pump/],
    ],
    lozenge: [
      ['off-label', /approved ketamine for anesthesia only[\s\S]*“off-label”/],
      ['durability', /about a week/],
      ['the stay', /at least 120 minutes after the lozenge/],
      ['the FDA’s warning of October 10, 2023, and no take-home', /October 10, 2023[\s\S]*None is for taking home/],
    ],
    esketamine: [
      ['label status', /approved it for adults with depression that did not get better/],
      ['what it is not approved for', /not approved as an anesthetic or for people under 18/],
      ['the stay', /at least 2 hours after the last spray/],
      ['enrolment and data sharing', /REMS[\s\S]*we send the program a form about you/],
      ['no take-home', /cannot take any home/],
      ['no extra device', /You get no extra one/],
      ['durability', /relapsed/],
    ],
  }
  const words = (route: Route) => rendered({ ...asked, content: composed(shipped[route], clinicWords) })
  for (const route of everyRoute)
    for (const [element, pattern] of [...elements, ...ofRoute[route]])
      test(`for ${route} says: ${element}`, () => assert.match(words(route), pattern))

  test('marks every paragraph with figures or a claim about medicine with a source and a review date', () => {
    for (const { id, paragraphs } of Object.values(shipped).flatMap(({ sections }) => sections)) {
      for (const paragraph of paragraphs) {
        if (/\d/.test(paragraph.text)) assert.ok(paragraph.source, `${id}: ${paragraph.text}`)
        if (paragraph.source) assert.ok(paragraph.reviewBy, `${id}: ${paragraph.text}`)
      }
    }
  })

  test('never gives one figure of success alone', () => {
    for (const route of everyRoute) {
      const evidence = shipped[route].sections.find(({ id }) => id === 'evidence')
      const figures = evidence?.paragraphs.filter(({ text }) => /of 100|half/.test(text)) ?? []
      assert.ok(new Set(figures.map(({ source }) => source?.label)).size >= 2, route)
      assert.doesNotMatch(words(route), /guarantee|\bsafe\b|cure/i)
    }
  })

  test('becomes stale after its review date and not on it', () => {
    const first = content.sections
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ reviewBy }) => reviewBy ?? []))
      .sort()[0]
    const day = Day.parse(first)
    assert.equal(staleParagraphs(content, day).length, 0)
    assert.ok(staleParagraphs(content, addDays(day, 1)).length > 0)
  })
})

describe('what the clinic adds', () => {
  test('is asked for where only the clinic can say it', () => {
    const missing = missingWords(imKetamine, { under: { touch: ' ' }, own: [] })
    assert.deepEqual(Object.keys(missing).sort(), ['under.costs', 'under.emergency', 'under.recording', 'under.touch'])
    assert.deepEqual(missingWords(imKetamine, clinicWords), {})
  })
  test('cannot stand under a section that is not there, nor under one that takes none', () => {
    const under = { ...clinicWords.under, nowhere: 'x', serious: 'y' }
    assert.deepEqual(Object.keys(missingWords(imKetamine, { under, own: [] })), ['under.nowhere', 'under.serious'])
  })
  test('comes back as it was, to start the next version from', () => {
    const additions = { ...clinicWords, own: [{ heading: 'Our cat', text: 'Her name is Molly.' }] }
    assert.deepEqual(additionsIn(content), additions)
    assert.deepEqual(composed(imKetamine, additionsIn(content)), content)
  })
})

describe('the exact text', () => {
  test('is the same from the kept facts as when it was put before the patient', () => {
    assert.equal(rendered(JSON.parse(canonical(asked)) as Asked), rendered(asked))
  })
  test('does not depend on the order of keys', () => {
    assert.equal(canonical({ b: 1, a: [{ d: 'x', c: null }] }), '{"a":[{"c":null,"d":"x"}],"b":1}')
    assert.equal(canonical({ a: 1, b: undefined }), canonical({ a: 1 }))
  })
  test('has the hash that any other tool gives', () => {
    assert.equal(sha256('Łódź\n'), createHash('sha256').update(Buffer.from('Łódź\n', 'utf8')).digest('hex'))
    assert.equal(sha256(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })
  test('keeps what was typed', () =>
    assert.ok(rendered(asked).includes('For Łucja 李 <b>Sample</b>, born March 5, 1980.')))
  test('is shown again with its days as they were signed: in words, or as an older text has them', () => {
    const old = rendered(asked).replace('born March 5, 1980.', 'born 1980-03-05.')
    assert.deepEqual(
      [daysIn(asked, rendered(asked))('2027-02-23'), daysIn(asked, old)('2027-02-23')],
      ['February 23, 2027', '2027-02-23'],
    )
    // But for the number of the version, which is a name.
    assert.doesNotMatch(rendered(asked).replace(content.basis, ''), /\d{4}-\d\d-\d\d/)
  })
  test('is printed with nothing left out', () =>
    assert.equal(printable('Łé “x” ≥ 李\u0007'), 'Łé “x” ≥ [U+674E][U+0007]'))
})
