import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { lettersApart } from '../spelling.ts'
import { classes, medicinesVersion } from './classes.ts'
import { wordsOf } from './phrase.ts'
import { didYouMean, isRecognised, mayAlsoBe, recognise, withSuggestion } from './recognise.ts'
import { medicines } from './table/table.ts'

const named = (text: string) => recognise(text).medicines.map(({ ingredient }) => ingredient)

describe('a line of the list of medicines', () => {
  for (const [text, ingredients] of [
    ['alprazolam', ['alprazolam']],
    ['XANAX XR 0.5mg at bedtime', ['alprazolam']],
    ['Lisinopril/HCTZ 20-12.5 mg daily', ['lisinopril', 'hydrochlorothiazide']],
    ['lisinopril and hydrochlorothiazide', ['lisinopril and hydrochlorothiazide']],
    ['St. John’s Wort 300 mg tid', ['St Johns wort']],
    ["saint john's wort", ['St Johns wort']],
    ['Wellbutrin XL 300', ['bupropion']],
    ['losartan potassium 50 mg', ['losartan', 'potassium']],
    ['Theo-24', ['theophylline']],
    ['ondansetron 4 mg ODT prn', ['ondansetron']],
  ] as const)
    test(`${text} is ${ingredients.join(' and ')}, and nothing is left over`, () => {
      assert.deepEqual(named(text), ingredients)
      assert.ok(isRecognised(recognise(text)))
    })

  for (const [text, id] of [
    ['a benzo', 'benzodiazepine'],
    ['SSRI', 'antidepressant'],
    ['MAOIs', 'maoi'],
    ['blood pressure pill', 'antihypertensive'],
  ] as const)
    test(`${text} names a class`, () => {
      assert.deepEqual(recognise(text).classes, [id])
      assert.ok(isRecognised(recognise(text)))
    })

  for (const [text, open] of [
    ['antibiotic', ['maoi', 'strongCyp3a4Inhibitor', 'enzymeInducer']],
    ['blood thinner', ['cyp2b6Inhibitor']],
    ['an antipsychotic', ['bluntingAntipsychotic', 'antidepressant']],
    ['mood stabilizer', ['lamotrigine', 'lithium', 'enzymeInducer']],
    ['SSRI', []],
    ['statin', []],
    ['antibiotic (amoxicillin)', []],
    ['amoxicillin', []],
  ] as const)
    test(`${text} may also be: ${open.join(', ') || 'nothing that a rule looks at'}`, () =>
      assert.deepEqual(mayAlsoBe(recognise(text)), open))

  for (const text of ['Samplomycin', 'xanaxx', 'Xan', '', '20 mg daily', 'my heart medicine', 'stopped Xanax', 'none'])
    test(`“${text}” is not recognised`, () => assert.equal(isRecognised(recognise(text)), false))

  test('half of which is known is not recognised, and counts for what is known', () => {
    const found = recognise('Xanax and Samplomycin')
    assert.deepEqual([found.classes, found.rest, isRecognised(found)], [['benzodiazepine'], ['samplomycin'], false])
  })

  test('about what is no longer taken counts for nothing', () => {
    const { classes, rest } = recognise('stopped Xanax')
    assert.deepEqual([classes, rest], [[], ['stopped', 'xanax']])
  })
})

describe('a misspelled medicine', () => {
  for (const [text, first] of [
    ['xanaxx', 'Xanax'],
    ['alprazolm', 'alprazolam'],
    ['sertaline 50 mg', 'sertraline'],
    ['lorazapam', 'lorazepam'],
    ['ketmaine', 'ketamine'],
    ['Tylenoll PM', 'Tylenol'],
  ] as const)
    test(`${text}: did you mean ${first}`, () => {
      assert.equal(didYouMean(recognise(text))[0]?.name, first)
      assert.equal(isRecognised(recognise(text)), false)
    })

  test('that is like nothing gets no suggestion, and a short word never does', () => {
    for (const text of ['Samplomycin', 'abc', 'xan']) assert.deepEqual(didYouMean(recognise(text)), [])
  })

  test('is never taken for another, whatever is typed', () => {
    const names = new Set(
      medicines.flatMap(({ ingredient, names }) => [ingredient, ...names]).map((n) => n.toLowerCase()),
    )
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.constantFrom('q', 'ж', 'zz'), (name, at, letter) => {
        const place = at % (name.length + 1)
        const typed = name.slice(0, place) + letter + name.slice(place)
        const found = recognise(typed)
        // Whatever is recognised stands there letter by letter; the rest is left over.
        for (const { ingredient, names: also } of found.medicines)
          assert.ok(
            [ingredient, ...also].some((one) => wordsOf(typed).join(' ').includes(wordsOf(one).join(' '))),
            typed,
          )
      }),
    )
  })
})

test('a suggestion that somebody takes changes the one word and nothing else', () => {
  assert.equal(withSuggestion('Xanaxx XR 0.5 mg', { typed: 'xanaxx', name: 'Xanax' }), 'Xanax XR 0.5 mg')
  assert.equal(withSuggestion('Xänaxx', { typed: 'xanaxx', name: 'Xanax' }), 'Xanax')
})

test('letters apart are counted as people slip: one too many, one too few, one wrong, two swapped', () => {
  for (const [a, b, apart] of [
    ['xanax', 'xanax', 0],
    ['xanaxx', 'xanax', 1],
    ['xnax', 'xanax', 1],
    ['xenax', 'xanax', 1],
    ['xnaax', 'xanax', 1],
    ['klonopin', 'clonidine', 3],
  ] as const)
    assert.equal(lettersApart(a, b, 2), Math.min(apart, 3), `${a} ${b}`)
})

describe('the table', () => {
  test('holds a few hundred medicines and says its version', () => {
    assert.ok(medicines.length > 300, `${medicines.length}`)
    assert.match(medicinesVersion, /^\d{4}-\d{2}-\d{2}$/)
  })

  test('has every name once, and each is recognised as its row', () => {
    const seen = new Map<string, string>()
    for (const { ingredient, names } of medicines) {
      for (const name of [ingredient, ...names]) {
        const phrase = wordsOf(name).join(' ')
        assert.ok(!seen.has(phrase), `${name} is both ${seen.get(phrase)} and ${ingredient}`)
        seen.set(phrase, ingredient)
        assert.deepEqual(named(name), [ingredient], name)
        assert.ok(isRecognised(recognise(name)), name)
      }
    }
  })

  test('names a source with a status for every class, and every class has a medicine', () => {
    for (const [id, { source, says }] of Object.entries(classes)) {
      assert.ok(source.label.length > 3 && says.length > 3, id)
      assert.ok(
        medicines.some(({ classes }) => (classes as readonly string[]).includes(id)),
        id,
      )
    }
  })
})
