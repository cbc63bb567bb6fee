import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { everyRoute } from '../decide.ts'
import { SideEffect } from '../scales/side-effects.ts'
import { type Code, conceptOf, licences, quantity, systems, units } from './code.ts'
import { codeTables } from './codes.ts'
import { drugs, medicineOf, products, routesGiven } from './given.ts'
import { effects } from './happened.ts'
import { vitalSigns } from './observed.ts'

const tables: Readonly<Record<string, Readonly<Record<string, Code>>>> = codeTables
const rows = Object.values(tables).flatMap((table) => Object.entries(table))

describe('every row', () => {
  test('is under codes of systems that are known here, shaped as theirs are; none is CPT', () => {
    const shapes: Record<string, RegExp> = {
      [systems.loinc]: /^\d{4,6}-\d$/,
      [systems.snomed]: /^\d{6,18}$/,
      [systems.rxnorm]: /^\d{4,7}$/,
    }
    for (const [id, { published }] of rows)
      for (const { system, code } of published) assert.match(code, shapes[system] ?? /^$/, id)
  })

  test('of LOINC and of SNOMED CT carries the check digit of its system, so no digit was mistyped', () => {
    for (const [id, { published }] of rows)
      for (const { system, code } of published) {
        if (system === systems.loinc) {
          const [digits = '', check] = code.split('-')
          assert.equal(mod10(digits), Number(check), `${id} ${code}`)
        }
        if (system === systems.snomed) assert.equal(verhoeff(code), 0, `${id} ${code}`)
      }
  })

  test('says where its code is from; from ours alone, that none was found', () => {
    for (const [id, { published, source }] of rows)
      assert.equal(published.length === 0, source.status === 'policy', `${id}: ${source.label}`)
  })

  test('has a name of its own in our code system, short enough for an id', () => {
    const own = ['Codes of observations', 'Codes of what is asked', 'Codes of what happens', 'Codes of amounts']
    const ids = [...own.flatMap((title) => Object.keys(tables[title] ?? {})), ...Object.keys(drugs)]
    assert.ok(ids.length > 60, String(ids.length))
    assert.equal(new Set(ids).size, ids.length)
    for (const id of ids) assert.match(id, /^[a-z0-9-]{3,24}$/)
  })
})

/** LOINC's check digit: mod 10 over the digits, doubled from the right. */
const mod10 = (digits: string): number => {
  const sum = [...digits].toReversed().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return (10 - (sum % 10)) % 10
}

/** SNOMED CT's check digit, after Verhoeff: 0 where the number is whole. */
const verhoeff = (code: string): number => {
  const turn = (power: number, digit: number): number => {
    const step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
    return power === 0 ? digit : turn(power - 1, step[digit] ?? 0)
  }
  const times = (a: number, b: number): number => {
    if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5)
    return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5
  }
  return [...code].toReversed().reduce((check, digit, i) => times(check, turn(i % 8, Number(digit))), 0)
}

test('the vital signs are coded as US Core asks: both codes of the oximeter, mm[Hg] exactly', () => {
  for (const [id, codes, unit] of [
    ['blood-pressure', ['85354-9'], undefined],
    ['systolic', ['8480-6'], 'mm[Hg]'],
    ['diastolic', ['8462-4'], 'mm[Hg]'],
    ['heart-rate', ['8867-4'], '/min'],
    ['respiratory-rate', ['9279-1'], '/min'],
    ['spo2', ['59408-5', '2708-6'], '%'],
    ['pain', ['72514-3'], '{score}'],
  ] as const) {
    const row: Code = vitalSigns[id]
    assert.deepEqual(
      row.published,
      codes.map((code) => ({ system: systems.loinc, code })),
    )
    assert.equal(row.unit && units[row.unit].code, unit)
  }
})

test('what has no published code has ours and says so', () => {
  for (const id of ['moaas', 'dissociation'] as const)
    assert.deepEqual(conceptOf(id, vitalSigns[id]).coding, [
      { system: 'urn:evenkeel:codes', code: id, display: vitalSigns[id].says },
    ])
})

test('every side effect, every way to give and every drug has a row', () => {
  assert.deepEqual(Object.keys(effects).toSorted(), SideEffect.options.toSorted())
  assert.deepEqual(Object.keys(routesGiven).toSorted(), everyRoute.toSorted())
})

test('a quantity has its value, the unit people read, and UCUM', () =>
  assert.deepEqual(quantity(124, 'pressure'), { value: 124, unit: 'mmHg', system: systems.ucum, code: 'mm[Hg]' }))

describe('a medicine', () => {
  const codes = (...given: Parameters<typeof medicineOf>) => medicineOf(...given).coding.map(({ code }) => code)
  test('from a vial of the ledger is its product, from elsewhere its ingredient alone', () => {
    assert.deepEqual(codes('ketamine', 'im'), ['6130', 'ketamine'])
    for (const [strength, code] of [
      [10, '238082'],
      [50, '238084'],
      [100, '238083'],
    ] as const)
      assert.deepEqual(codes('ketamine', 'iv', { form: 'vial', strength, ndc: '' }), [code, '6130', 'ketamine'])
    assert.deepEqual(codes('ketamine', 'iv', { form: 'vial', strength: 25, ndc: '' }), ['6130', 'ketamine'])
  })
  test('carries the NDC that the clinic typed', () =>
    assert.deepEqual(medicineOf('ketamine', 'im', { form: 'vial', strength: 50, ndc: '0409-2053-10' }).coding[0], {
      system: systems.ndc,
      code: '0409-2053-10',
    }))
  test('that is a lozenge is coded by its ingredient, whatever its strength', () =>
    assert.deepEqual(codes('ketamine', 'lozenge', { form: 'lozenge', strength: 100, ndc: '' }), ['6130', 'ketamine']))
  test('that is the spray has the code of its form', () => {
    assert.deepEqual(codes('esketamine', 'esketamine'), ['2201623', 'esketamine'])
    assert.equal(medicineOf('esketamine', 'esketamine').text, products['esketamine-spray'].says)
  })
})

test('the notice of LOINC stands in NOTICE, and that SNOMED CT needs a license of each clinic is said', () => {
  const notice = readFileSync(new URL('../../NOTICE', import.meta.url), 'utf8')
  assert.match(notice, /This material contains content from LOINC/)
  assert.match(notice, /SNOMED CT/)
  assert.match(notice, /RxNorm/)
  assert.match(licences[systems.snomed], /affiliate license/)
})
