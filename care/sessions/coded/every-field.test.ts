import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Quantity } from '../../../science/codes/code.ts'
import { systems, units } from '../../../science/codes/code.ts'
import { asqSinceLast } from '../../../science/instruments/asq.ts'
import { maniaCheck } from '../../../science/instruments/mania-check.ts'
import { sinceLast } from '../../../science/instruments/since-last.ts'
import { urinary } from '../../../science/instruments/urinary.ts'
import { entryData, type Kind } from '../event.ts'
import type { CodedFacts } from './fact.ts'
import { at, everyNumber, factsOf } from './testing.ts'

/** As much of a zod schema as is walked here. */
type Schema = {
  def: {
    type: string
    shape?: Record<string, Schema>
    options?: Schema[]
    element?: Schema
    innerType?: Schema
    valueType?: Schema
    values?: unknown[]
  }
}

/** Where a schema takes a number, by path. */
const numbersIn = ({ def }: Schema, path: string): string[] => {
  if (def.type === 'number' || (def.type === 'literal' && def.values?.some((value) => typeof value === 'number')))
    return [path]
  const inner = [def.element, def.innerType, def.valueType, ...(def.options ?? [])].filter((one) => one !== undefined)
  return [
    ...Object.entries(def.shape ?? {}).flatMap(([key, schema]) => numbersIn(schema, `${path}.${key}`)),
    ...inner.flatMap((schema) => numbersIn(schema, path)),
  ]
}
const numbersOfData = (data: object, path: string): [string, number][] =>
  Object.entries(data).flatMap(([key, value]): [string, number][] =>
    typeof value === 'number'
      ? [[`${path}.${key}`, value]]
      : value && typeof value === 'object'
        ? numbersOfData(value, `${path}.${key}`)
        : [],
  )

const recorded = new Set(
  (Object.entries(entryData) as [string, unknown][]).flatMap(([kind, schema]) => numbersIn(schema as Schema, kind)),
)

/** Every number that is a quantity, and the UCUM unit it has to go out with. */
const ucum: Record<string, string> = {
  'vitals.systolic': 'mm[Hg]',
  'vitals.diastolic': 'mm[Hg]',
  'vitals.heartRate': '/min',
  'vitals.spo2': '%',
  'vitals.respiratoryRate': '/min',
  'vitals.moaas': '{score}',
  'vitals.pain': '{score}',
  ...Object.fromEntries(
    [...recorded].filter((path) => /^facts\.facts\.(aldrete|padss)\./.test(path)).map((path) => [path, '{score}']),
  ),
  'dose.mg': 'mg',
  'dose.planMg': 'mg',
  'dose.planMinutes': 'min',
  'dose.concentrationMgPerMl': 'mg/mL',
  'dose.volumeMl': 'mL',
  'dose.rateMlPerH': 'mL/h',
  'dose.minutes': 'min',
  'dose.strengthMg': 'mg',
  'dose.count': '{lozenge}',
  'infusion changed.rateMlPerH': 'mL/h',
  'line placed.gauge': '{gauge}',
}

/** Lists whose answers are words, each under its code: the schema of answers would take numbers too. */
const inWords = { suicide: asqSinceLast, mania: maniaCheck, urinary, sinceLast }

/** Numbers that measure nothing of the patient. */
const noQuantity: Record<string, 'counts' | 'booking' | 'said again' | 'names a user' | 'a word'> = {
  ...Object.fromEntries(
    Object.entries(inWords).flatMap(([fact, { items }]) =>
      items
        .filter(({ answers }) => answers.every(({ value }) => typeof value === 'string'))
        .map(({ linkId }) => [`facts.facts.${fact}.${linkId}`, 'a word']),
    ),
  ),
  'dose.number': 'counts',
  'signed.entries': 'counts',
  'booked.minutes': 'booking',
  'rescheduled.minutes': 'booking',
  'vitals.devices.values': 'said again',
  'vitals.devices.user': 'names a user',
}

test('the walk sees the log: every kind that holds a number, answers that are numbers too', () => {
  assert.ok(recorded.size > 30, [...recorded].join('\n'))
  for (const path of ['vitals.systolic', 'dose.rateMlPerH', 'line placed.gauge', 'facts.facts.padss.pain'])
    assert.ok(recorded.has(path), path)
})

test('every number that a session can record has a unit here, or is none of the patient’s', () => {
  const known = { ...ucum, ...noQuantity }
  assert.deepEqual(
    [...recorded].filter((path) => !Object.hasOwn(known, path)),
    [],
    'a recorded quantity without unit and code: give it a row in science/codes',
  )
  assert.deepEqual(
    Object.keys(known).filter((path) => !recorded.has(path)),
    [],
  )
})

const quantitiesIn = (value: unknown): Quantity[] => {
  if (!value || typeof value !== 'object') return []
  if ('system' in value && value.system === systems.ucum) return [value as Quantity]
  return Object.values(value).flatMap(quantitiesIn)
}

describe('every number that is entered comes out with its value and unit', () => {
  const seen = new Set<string>()
  for (const [i, { kind, data }] of everyNumber.entries())
    test(`${kind} ${i}`, () => {
      assert.ok(entryData[kind].safeParse(data).success, JSON.stringify(data))
      const out = quantitiesIn(factsOf([at(1, 0, 'arrived'), at(50, 10, kind, data)]))
      for (const [path, value] of numbersOfData(data, kind)) {
        seen.add(path)
        const code = ucum[path]
        if (code === undefined) continue
        assert.ok(
          out.some((one) => one.value === value && one.code === code),
          `${path} ${value} ${code} in ${JSON.stringify(out.map((one) => [one.value, one.code]))}`,
        )
      }
    })
  test('and none was left out', () =>
    assert.deepEqual(
      Object.keys(ucum).filter((path) => !seen.has(path)),
      [],
    ))
})

/** Everything that a code may stand in, wherever it is. */
const conceptsIn = (value: unknown): { coding: { system: string; code: string }[] }[] => {
  if (!value || typeof value !== 'object') return []
  const own = 'coding' in value ? [value as { coding: { system: string; code: string }[] }] : []
  return [...own, ...Object.values(value).flatMap(conceptsIn)]
}

test('nothing goes out without a code, a bare number, or under an id that FHIR would refuse', () => {
  const known = new Set<string>(Object.values(units).map(({ code }) => code))
  for (const { kind, data } of everyNumber) {
    const facts: CodedFacts = factsOf([at(1, 0, 'arrived'), at(50, 10, kind, data)])
    for (const { coding } of conceptsIn(facts)) {
      assert.ok(coding.length > 0)
      for (const { system, code } of coding) {
        assert.match(system, /^(https?:|urn:)/)
        // FHIR's own rule for a code.
        assert.match(code, /^[^\s]+( [^\s]+)*$/)
      }
    }
    for (const { code } of quantitiesIn(facts)) assert.ok(known.has(code), code)
    for (const { id } of [...facts.observations, ...facts.administrations]) assert.match(id, /^[A-Za-z0-9\-.]{1,64}$/)
  }
})

test('every kind of entry is an observation, a dose, or of the booking and the decisions', () => {
  const without: Kind[] = [
    'booked',
    'rescheduled',
    'cancelled',
    'no-show',
    'arrived',
    'handed over',
    'not cleared',
    'cleared',
    'decided',
    'released',
    'addendum',
    'correction',
    'signed',
  ]
  const examples: Partial<Record<Kind, object>> = {
    ...Object.fromEntries(everyNumber.map(({ kind, data }) => [kind, data])),
    'lozenge ended': { doseId: '00000000-0000-4000-8000-000000000050', as: 'swallowed', whole: true },
    'line removed': { lineId: '00000000-0000-4000-8000-000000000050' },
    'side effect': { effect: 'nausea', severity: 'mild' },
    'side effect ended': { effectId: '00000000-0000-4000-8000-000000000050' },
    remark: { words: 'Asked for the blanket.' },
    // Nobody was given anything: an administration that was not done.
    stopped: { as: 'not treated today', reason: 'Fever.' },
  }
  for (const kind of Object.keys(entryData) as Kind[]) {
    const { observations, administrations } = factsOf([at(50, 10, kind, examples[kind] ?? {})])
    assert.equal(observations.length + administrations.length > 0, !without.includes(kind), kind)
  }
})
