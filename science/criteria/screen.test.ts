import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { everyRoute, type Finding, type Recorded } from '../decide.ts'
import { medicines } from '../medicines/table/table.ts'
import { type Entry, type MedicineList, takenFrom } from '../medicines/taken.ts'
import { Day } from '../time.ts'
import { EvaluationFacts } from './facts.ts'
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
const booleans = Object.entries(EvaluationFacts.shape)
  .filter(([, schema]) => schema.safeParse(true).success)
  .map(([key]) => key)
const facts = fc.dictionary(fc.constantFrom(...booleans), fc.boolean()) as fc.Arbitrary<Recorded<EvaluationFacts>>

describe('facts and medicines together', () => {
  test('an unknown that is added never takes a finding away', () => {
    fc.assert(
      fc.property(facts, entries, fc.constantFrom(...booleans), (known, list, fact) => {
        const before = met(all(known, { is: 'listed', entries: list }))
        const withUnknown = { ...known, ...(fact in known ? {} : { [fact]: null }) }
        const after = met(all(withUnknown, { is: 'listed', entries: [...list, { name: 'Samplomycin' }] }))
        assert.deepEqual(after, before)
      }),
      { numRuns: 100 },
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

  test('findings do not depend on the order of facts or of medicines', () => {
    fc.assert(
      fc.property(facts, entries, (known, list) => {
        const reversed = Object.fromEntries(Object.entries(known).reverse())
        assert.deepEqual(
          all(reversed, { is: 'listed', entries: list.toReversed() }),
          all(known, { is: 'listed', entries: list }),
        )
      }),
      { numRuns: 100 },
    )
  })
})
