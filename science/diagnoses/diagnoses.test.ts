import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { common } from './common.ts'
import {
  diagnoses,
  diagnosesEdition,
  diagnosesVersion,
  findDiagnosis,
  isKnownCode,
  knownRanges,
  searchDiagnoses,
} from './diagnoses.ts'
import { glands } from './glands.ts'
import { listed } from './selection.ts'

const codes = diagnoses.map(({ code }) => code)

describe('the selection of diagnoses', () => {
  test('was made for an edition that was in force on its day', () => {
    assert.ok(diagnosesEdition.from <= diagnosesVersion && diagnosesVersion <= diagnosesEdition.until)
  })

  test('names each code once, as ICD-10-CM writes it, with a title', () => {
    assert.deepEqual([...new Set(codes)], codes)
    for (const { code, title } of diagnoses) {
      assert.match(code, /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/, code)
      assert.match(title, /^[(A-Z][^~|]+$/, code)
    }
  })

  test('holds no code that can stand on a claim and yet heads a longer one', () => {
    for (const { code } of diagnoses.filter(({ billable }) => billable))
      assert.deepEqual(
        codes.filter((other) => other !== code && other.startsWith(code)),
        [],
        code,
      )
  })

  test('marks every code that a longer one of it begins with as one that only heads', () => {
    for (const { code, billable } of diagnoses)
      if (codes.some((other) => other !== code && other.startsWith(code))) assert.equal(billable, false, code)
  })

  test('has one title for one code, and two titles alike only where ICD-10-CM itself repeats one below another', () => {
    const seen = new Map<string, string>()
    for (const { code, title } of diagnoses) {
      const before = seen.get(title)
      assert.ok(before === undefined || before.slice(0, 3) === code.slice(0, 3), `${before} ${code} ${title}`)
      seen.set(title, code)
    }
  })

  test('says of each code whether a claim can name it, and offers one below each heading of what is common', () => {
    for (const code of ['J00', 'E28.2', 'R94.5', 'M06.9']) assert.equal(findDiagnosis(code)?.billable, true, code)
    for (const code of ['T14.91', 'G62', 'S06', 'M54', 'E11']) assert.equal(findDiagnosis(code)?.billable, false, code)
    for (const { code } of [...common, ...glands].filter(({ billable }) => !billable))
      assert.ok(
        diagnoses.some((one) => one.billable && one.code.startsWith(code)),
        code,
      )
  })

  test('finds a complex regional pain syndrome of both kinds', () => {
    const found = searchDiagnoses('CRPS', 40).map(({ code }) => code)
    for (const code of ['G56.41', 'G56.43', 'G57.72', 'G90.50', 'G90.59']) assert.ok(found.includes(code), code)
  })

  test('counts what became a heading in FY2027 as one', () => {
    // Added and split on 1 October 2026: a claim that names the shorter code is refused since.
    for (const code of ['I42.0', 'I42.8', 'I49.8']) assert.equal(findDiagnosis(code)?.billable, false, code)
    for (const code of ['I42.00', 'I49.81']) assert.equal(findDiagnosis(code)?.billable, true, code)
  })

  test('holds every kind of psychosis, F20 to F29, as far as ICD-10-CM has them, and those of the body, of substances and of the puerperium', () => {
    for (const code of ['F20.0', 'F21', 'F22', 'F23', 'F24', 'F25.1', 'F28', 'F29', 'F06.2', 'F15.25', 'F53.1'])
      assert.ok(isKnownCode(code), code)
  })

  for (const begin of ['F32', 'F33', 'F31', 'F34'])
    test(`offers for ${begin} more than a heading`, () => {
      assert.ok(diagnoses.filter(({ code, billable }) => billable && code.startsWith(begin)).length >= 4)
    })

  test('knows a range without offering it for a code', () => {
    assert.equal(isKnownCode('O99.341'), true)
    for (const range of knownRanges) assert.equal(findDiagnosis(range), undefined)
  })
})

describe('a row of text', () => {
  for (const [text, code, billable] of [
    ['F33.2 A title', 'F33.2', true],
    ['F33.- A title', 'F33', false],
    ['F33.4- A title', 'F33.4', false],
  ] as const)
    test(`“${text}” is ${code}`, () =>
      assert.deepEqual(listed(`\n  ${text} ~ other words\n`), [
        { code, title: 'A title', billable, also: 'other words' },
      ]))
})

describe('looking one up', () => {
  for (const [typed, first] of [
    ['f33.2', 'F33.2'],
    ['recurrent severe without', 'F33.2'],
    ['grief', 'F43.81'],
    ['PTSD', 'F43.10'],
    ['ptsd chronic', 'F43.12'],
    ['MDD recurrent moderate', 'F33.1'],
    ['interstitial cystitis', 'N30.10'],
    ['fibromyalgia', 'M79.7'],
    ['suicide attempt', 'T14.91XA'],
    ['asthma', 'J45.20'],
    ['low back pain', 'M54.50'],
    ['', undefined],
    ['no such thing', undefined],
  ] as const)
    test(`“${typed}” gives ${first ?? 'nothing'}`, () => assert.equal(searchDiagnoses(typed)[0]?.code, first))

  test('a code that a claim can name comes before one that heads it', () => {
    assert.deepEqual(
      searchDiagnoses('f42').map(({ code }) => code),
      ['F42.2', 'F42.3', 'F42.4', 'F42.8', 'F42.9', 'F42'],
    )
  })

  test('a code longer than any listed is known by the longest that it begins with', () => {
    assert.deepEqual([findDiagnosis('F50.010')?.code, findDiagnosis('G40.A01')?.code], ['F50.0', 'G40'])
    assert.deepEqual([isKnownCode('F43.23'), isKnownCode('Y99.9'), isKnownCode(null)], [true, false, false])
  })
})
