import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { everyRoute, type Finding, type Recorded } from '../decide.ts'
import { AsqResult } from '../instruments/asq.ts'
import { medicines } from '../medicines/table/table.ts'
import { type Entry, type MedicineList, takenFrom } from '../medicines/taken.ts'
import { Day } from '../time.ts'
import { ChildPugh, EvaluationFacts, Pregnancy } from './facts.ts'
import { screen } from './screen.ts'

const today = Day.parse('2026-11-23')
const all = (facts: Recorded<EvaluationFacts>, list: MedicineList): Finding[] =>
  everyRoute.flatMap((route) => screen({ facts, taken: takenFrom(list) }, { route, today }))
const met = (findings: readonly Finding[]): string[] =>
  findings.filter(({ answer }) => answer === 'met').map(({ rule }) => rule)

const name = fc.oneof(
  fc.constantFrom(...medicines.map(({ ingredient }) => ingredient)),
  fc.constantFrom(...medicines.flatMap(({ names }) => names)),
  fc.constantFrom('Samplomycin', 'xanaxx', 'something for sleep', ''),
)
const entry: fc.Arbitrary<Entry> = fc.record({ name, said: fc.constantFrom(undefined, null, [], ['opioid' as const]) })
const entries = fc.array(entry, { maxLength: 12 })
/** Whatever a fact can be: yes or no, one of a choice, a number on any side of any limit. Each is there or is not. */
const kinds: readonly (readonly unknown[])[] = [
  [true, false],
  ChildPugh.options,
  Pregnancy.options,
  AsqResult.options,
  [0, 1, 3, 3.1, 4, 5, 14.9, 15, 17, 18, 65, 90, 91, 119, 140, 141, 240, 500],
]
const valuesOf = Object.entries(EvaluationFacts.shape).map(([fact, schema]) => {
  const values = kinds
    .map((kind) => kind.filter((one) => schema.safeParse(one).success))
    .find((kind) => kind.length > 0)
  return [fact, values ?? []] as const
})
const every = valuesOf.map(([fact]) => fact)
const facts = fc.record(Object.fromEntries(valuesOf.map(([fact, values]) => [fact, fc.constantFrom(...values)])), {
  requiredKeys: [],
}) as fc.Arbitrary<Recorded<EvaluationFacts>>
const shuffled = <One>(all: readonly One[]) => fc.shuffledSubarray([...all], { minLength: all.length })

describe('facts and medicines together', () => {
  test('an unknown that is added never takes a finding away', () => {
    fc.assert(
      fc.property(facts, entries, fc.constantFrom(...every), (known, list, fact) => {
        const before = met(all(known, { is: 'listed', entries: list }))
        const withUnknown = { ...known, ...(fact in known ? {} : { [fact]: null }) }
        const after = met(all(withUnknown, { is: 'listed', entries: [...list, { name: 'Samplomycin' }] }))
        assert.deepEqual(after, before)
      }),
      { numRuns: 100 },
    )
  })

  test('an answer taken back leaves everything that rests on it as it was or unknown, and holds what it held', () => {
    fc.assert(
      fc.property(facts, entries, fc.constantFrom(...every), (known, list, fact) => {
        const before = all(known, { is: 'listed', entries: list })
        const after = all({ ...known, [fact]: null }, { is: 'listed', entries: list })
        assert.deepEqual(
          after.map(({ rule }) => rule),
          before.map(({ rule }) => rule),
        )
        for (const [i, { rule, answer, holds }] of after.entries()) {
          assert.ok(answer === before[i]?.answer || answer === 'unknown', `${rule}: ${before[i]?.answer} → ${answer}`)
          assert.ok(holds || !before[i]?.holds, `${rule} no longer holds`)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('nothing that was unknown reads as not met because something unrecognised came on the list', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const before = all({}, { is: 'listed', entries: list })
        const after = all({}, { is: 'listed', entries: [...list, { name: 'Samplomycin' }] })
        for (const [i, { rule, answer }] of after.entries()) {
          if (rule.startsWith('DDI')) assert.notEqual(answer, 'not met', rule)
          assert.ok(before[i]?.answer !== 'met' || answer === 'met', rule)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('has a value to try for each fact', () => {
    assert.deepEqual(
      valuesOf.filter(([, values]) => values.length < 2),
      [],
    )
  })

  test('findings do not depend on the order of facts or of medicines', () => {
    fc.assert(
      fc.property(
        facts.chain((known) => fc.tuple(fc.constant(known), shuffled(Object.entries(known)))),
        entries.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([known, otherwise], [list, stirred]) =>
          assert.deepEqual(
            all(Object.fromEntries(otherwise), { is: 'listed', entries: stirred }),
            all(known, { is: 'listed', entries: list }),
          ),
      ),
      { numRuns: 100 },
    )
  })
})
