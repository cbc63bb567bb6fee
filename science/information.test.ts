import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { z } from 'zod'
import { CssrsFacts, cssrsRedLines } from './criteria/cssrs.ts'
import { EsketamineFacts, esketamineRedLines } from './criteria/esketamine.ts'
import { dayCriteria, evaluationCriteria } from './criteria/evaluation.ts'
import { EvaluationFacts } from './criteria/facts.ts'
import { interactions } from './criteria/interactions.ts'
import { courseRedLines, RedLineFacts, suicideRedLines, systemRedLines } from './criteria/red-lines.ts'
import { weigh } from './criterion.ts'
import { decide, everyRoute, type Finding, type Rule } from './decide.ts'
import { MedicineFacts } from './medicines/taken.ts'
import { BeforeDoseFacts, beforeDoseRules } from './routes/before-dose.ts'
import { racemicLimits } from './routes/limits.ts'
import { releaseCriteria } from './routes/release.ts'
import { ReleaseFacts } from './routes/release-facts.ts'
import { alertRules, VitalsFacts } from './routes/vitals.ts'
import { Day } from './time.ts'

const today = Day.parse('2026-11-23')
type Facts = Record<string, unknown>
type Table = { name: string; facts: z.ZodObject; findings: (facts: Facts) => Finding[] }

const deciding = <F extends object>(name: string, facts: z.ZodObject, rules: readonly Rule<F>[]): Table => ({
  name,
  facts,
  findings: (known) => everyRoute.flatMap((route) => decide(rules, known as Partial<F>, { route, today })),
})

const tables: Table[] = [
  deciding('evaluation', EvaluationFacts, [...evaluationCriteria, ...dayCriteria]),
  deciding('interactions', MedicineFacts, interactions),
  deciding('red lines', RedLineFacts, [...suicideRedLines, ...courseRedLines, ...systemRedLines]),
  deciding('C-SSRS', CssrsFacts, cssrsRedLines),
  deciding('esketamine', EsketamineFacts, esketamineRedLines),
  deciding('before dose', BeforeDoseFacts, beforeDoseRules(racemicLimits)),
  deciding('vital signs', VitalsFacts, alertRules(racemicLimits)),
  {
    name: 'release',
    facts: ReleaseFacts,
    findings: (facts) => weigh(releaseCriteria(racemicLimits), facts as ReleaseFacts, { today }),
  },
]

/** Any value that the schema of one fact takes, drawn from around the limits. */
const anyValue = (schema: z.ZodType): fc.Arbitrary<unknown> =>
  fc
    .oneof(
      fc.boolean(),
      fc.integer({ min: 0, max: 10 }),
      fc.integer({ min: 0, max: 260 }),
      fc.constantFrom('pregnant', 'test negative', 'cannot become pregnant', 'no cirrhosis', 'A', 'B', 'C'),
      fc.constantFrom('negative', 'non-acute positive', 'acute positive', 'positive, urgency unknown', 'not complete'),
      fc.constantFrom('never', 'more than 3 months ago', 'in the past 3 months'),
      fc.constantFrom([], ['chest pain'], ['seizure']),
    )
    .filter((value) => schema.safeParse(value).success)

const anyFacts = ({ facts }: Table) =>
  fc.record(
    Object.fromEntries(Object.entries(facts.shape).map(([key, schema]) => [key, anyValue(schema as z.ZodType)])),
  )

describe('facts that nobody recorded', () => {
  for (const table of tables)
    test(`${table.name}: learning more settles what was unknown and turns no answer round`, () => {
      fc.assert(
        fc.property(anyFacts(table), fc.infiniteStream(fc.boolean()), (full, forgotten) => {
          const known = Object.fromEntries(Object.entries(full).filter(() => forgotten.next().value === true))
          const before = table.findings(known)
          const after = table.findings(full)
          assert.equal(before.length, after.length)
          for (const [index, finding] of before.entries()) {
            if (finding.answer === 'unknown') assert.ok(finding.missing.length > 0, finding.rule)
            else assert.equal(finding.answer, after[index]?.answer, finding.rule)
          }
        }),
        { numRuns: 300 },
      )
    })

  for (const table of tables)
    test(`${table.name}: every rule is unknown without facts, and looks only at the facts it names`, () => {
      const blank = table.findings({})
      for (const { rule, answer } of blank) assert.equal(answer, 'unknown', rule)
      fc.assert(
        fc.property(anyFacts(table), (full) => {
          const answers = table.findings(full)
          for (const [index, { rule, missing: needs }] of blank.entries()) {
            const named = Object.fromEntries(Object.entries(full).filter(([key]) => needs.includes(key)))
            assert.equal(table.findings(named)[index]?.answer, answers[index]?.answer, rule)
          }
        }),
        { numRuns: 10 },
      )
    })
})

test('the order in which facts were recorded never matters', () => {
  for (const table of tables)
    fc.assert(
      fc.property(anyFacts(table), (full) => {
        assert.deepEqual(table.findings(full), table.findings(Object.fromEntries(Object.entries(full).reverse())))
      }),
      { numRuns: 20 },
    )
})
