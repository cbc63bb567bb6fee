import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { body } from './body.ts'
import {
  diagnoses,
  diagnosesEdition,
  diagnosesVersion,
  isChecked,
  isHeader,
  isKnownCode,
  searchDiagnoses,
} from './diagnoses.ts'

describe('the selection of diagnoses', () => {
  test('was made for an edition that was in force on its day', () => {
    assert.ok(diagnosesEdition.from <= diagnosesVersion && diagnosesVersion <= diagnosesEdition.until)
  })

  test('names each code once, as ICD-10-CM writes it', () => {
    const codes = diagnoses.map(([code]) => code)
    assert.deepEqual([...new Set(codes)], codes)
    // A letter alone or with one digit stands for a chapter or a block.
    for (const code of codes) assert.match(code, /^[A-Z](\d([0-9A-Z](\.[0-9A-Z]{1,4})?)?)?$/, code)
  })

  test('says which codes were found in that edition: those of chapter F, but for its ends, and none of the body', () => {
    for (const code of ['F32.A', 'F33.2', 'F43.81', 'F13', 'F90']) assert.equal(isChecked(code), true, code)
    for (const code of ['F01', 'F06', 'F10', 'F12', 'F17', 'F19', 'R45.851', 'Z91.51', 'T14.91'])
      assert.equal(isChecked(code), false, code)
    assert.deepEqual(
      body.filter(([code]) => isChecked(code)),
      [],
    )
  })

  test('holds every kind of psychosis, F20 to F29, as far as ICD-10-CM has them', () => {
    for (const code of ['F20.0', 'F21', 'F22', 'F23', 'F24', 'F25.1', 'F28', 'F29']) assert.ok(isKnownCode(code), code)
  })

  test('knows which of them only head longer codes', () => {
    for (const code of ['F42', 'F31.3', 'F40.1']) assert.equal(isHeader(code), true, code)
    for (const code of ['F33.2', 'F31.81', 'F39']) assert.equal(isHeader(code), false, code)
    for (const [code] of diagnoses) if (isHeader(code)) assert.equal(isChecked(code), true, code)
  })
})

describe('looking one up', () => {
  for (const [typed, first] of [
    ['f33.2', 'F33.2'],
    ['recurrent severe without', 'F33.2'],
    ['grief', 'F43.81'],
    ['', undefined],
    ['no such thing', undefined],
  ] as const)
    test(`“${typed}” gives ${first ?? 'nothing'}`, () => assert.equal(searchDiagnoses(typed)[0]?.[0], first))
  test('a code longer than its category is known by it', () => {
    assert.deepEqual([isKnownCode('F43.23'), isKnownCode('Y99.9'), isKnownCode(null)], [true, false, false])
  })
})
