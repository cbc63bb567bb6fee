import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { type Answer, decide, everyRoute, type Recorded, type Route, type Rule, type Severity } from '../decide.ts'
import { AsqResult } from '../instruments/asq.ts'
import { register } from '../register.ts'
import { type Source, SourceStatus } from '../sources.ts'
import { studies } from '../studies.ts'
import { Day } from '../time.ts'
import { dayCriteria, evaluationCriteria } from './evaluation.ts'
import { ChildPugh, EvaluationFacts, Pregnancy } from './facts.ts'
import { interactions } from './interactions.ts'

const today = Day.parse('2026-11-23')
const all = everyRoute
const racemic: readonly Route[] = ['im', 'iv', 'lozenge']
const spray: readonly Route[] = ['esketamine']

/**
 * Section C of the clinical reference of November 2026, copied: id, severity, routes, severity for the spray where it
 * differs, and the marks of its sources. "Absolute by policy" is absolute; "stop and route" is emergency; "block session"
 * and "block" are block; of "info/review" and of severities that differ by country the more cautious one for the US.
 */
const reference: readonly (readonly [string, Severity, readonly Route[], string, Severity?])[] = [
  ['CI-01a', 'relative', all, 'V6*; RAC: D; A5 adds M1'],
  ['CI-01b', 'absolute', all, 'V30/V31 (RAC), V23/M1 (ESK)'],
  ['CI-01c', 'relative', all, 'V47*, V24'],
  ['CI-01d', 'relative', all, 'V23'],
  ['CI-02a', 'relative', all, 'V1, V47*'],
  ['CI-02b', 'review', all, 'V1, V54*'],
  ['CI-02c', 'review', all, 'article; D'],
  ['CI-03a', 'relative', all, 'V47*, V20, V107*'],
  ['CI-03b', 'absolute', all, 'D, V42'],
  ['CI-03c', 'block', all, 'D, V20'],
  ['CI-04a', 'relative', all, 'V20, V47*'],
  ['CI-04b', 'review', spray, 'V20'],
  ['CI-04c', 'review', racemic, 'M4; 3x is D'],
  ['CI-04d', 'review', all, 'M1?, D'],
  ['CI-05a', 'relative', all, 'V20'],
  ['CI-05b', 'relative', all, 'V20, V21c*'],
  ['CI-06', 'review', all, 'V32, V47*'],
  ['CI-07', 'relative', all, 'V24, D'],
  ['CI-08', 'relative', all, 'article, D'],
  ['CI-10', 'relative', all, 'V19*, V2b*', 'absolute'],
  ['CI-11', 'relative', all, 'V19*', 'absolute'],
  ['CI-12', 'absolute', all, 'V31, V19*'],
  ['CI-13', 'relative', all, 'V47*, V23, M4'],
  ['CI-14', 'review', all, 'V6*, V24'],
  ['CI-15', 'review', all, 'V24'],
  ['CI-16', 'review', all, 'V24; STOP-BANG cut D'],
  ['CI-17', 'review', spray, 'D'],
  ['CI-18', 'relative', all, 'V24, V54*'],
  ['CI-19', 'relative', all, 'M5, D'],
  ['CI-20', 'review', all, 'V26, D'],
  ['CI-21', 'review', all, 'V6*, V80'],
  ['CI-22', 'review', all, 'M20?'],
  ['CI-23', 'relative', all, 'D'],
  ['CI-24', 'emergency', all, 'V89*, V19*'],
  ['CI-25', 'absolute', all, 'V2'],
  ['CI-26', 'review', all, 'V7'],
  ['CI-27', 'block', all, 'V20, V11'],
  ['CI-28', 'block', all, 'V21*; RAC D'],
  ['CI-29', 'review', all, 'V106*, V42'],
  ['CI-30', 'block', spray, 'V11, V16'],
  ['CI-31', 'review', all, 'D'],
  ['CI-32', 'review', all, 'V54*'],
  ['CI-33', 'block', all, 'D'],
  ['DDI-01', 'review', all, 'V78, V79, V21c*'],
  ['DDI-02', 'review', all, 'V12, V21c*, M4'],
  ['DDI-03', 'review', all, 'V21c*; A8 adds V1'],
  ['DDI-04', 'review', all, 'V21c*, V78'],
  ['DDI-05', 'info', all, 'V78, V79'],
  ['DDI-06', 'info', all, 'V78'],
  ['DDI-07', 'review', all, 'V78'],
  ['DDI-08', 'relative', all, 'M4'],
  ['DDI-09', 'review', all, 'M4, V21*'],
  ['DDI-10', 'info', racemic, 'M4?'],
  ['DDI-11', 'info', all, 'M21, M22'],
  ['DDI-12', 'review', all, 'V79, M23'],
  ['DDI-13', 'review', ['lozenge'], 'V79, M23'],
  ['DDI-14', 'review', all, 'V79, M23'],
  ['DDI-15', 'info', all, 'V79, V84'],
  ['DDI-16', 'review', all, 'D'],
  ['DDI-17', 'info', all, 'D'],
  ['DDI-18', 'review', all, 'D'],
]

/** The mark of the reference for each source that a rule of section C cites. */
const markOf = new Map<Source, string>([
  [register.spravatoLabelCopy, 'V1'],
  [register.spravatoBoxCopy, 'V2'],
  [register.spravatoHighlights2020, 'V2b'],
  [register.spravatoMonograph, 'V6'],
  [register.spravatoSummary2020, 'V7'],
  [register.rems, 'V11'],
  [register.remsFormOverview, 'V12'],
  [register.remsSite, 'V16'],
  [register.spravatoSafetyCopy, 'V19'],
  [register.spravatoLabel2019, 'V20'],
  [register.spravatoPatientUse, 'V21'],
  [register.spravatoInteractions, 'V21c'],
  [register.euLabel, 'V23'],
  [register.euLeaflet, 'V24'],
  [register.euAdditions2024, 'V26'],
  [register.ketamineHospira, 'V30'],
  [register.ketamineFresenius, 'V31'],
  [register.ketamineReactions, 'V32'],
  [register.asa, 'V42'],
  [register.asra, 'V47'],
  [register.telehealthEligibility, 'V54'],
  [studies.veraart, 'V78'],
  [studies.andrade, 'V79'],
  [register.longTermSafety, 'V80'],
  [register.szarmach, 'V84'],
  [register.ssrsTriage, 'V89'],
  [register.cigna, 'V106'],
  [register.caremark, 'V107'],
  [register.spravatoLabelMemory, 'M1'],
  [register.ketamineLabelMemory, 'M4'],
  [studies.thyroidMemory, 'M4'],
  [register.sanacora, 'M5'],
  [register.porphyriaMemory, 'M20'],
  [studies.williamsMemory, 'M21'],
  [studies.yoonMemory, 'M22'],
  [studies.peltoniemiMemory, 'M23'],
])
/** Where a rule of ours is a policy although the reference names a source alone; the source stands beside it. */
const alsoPolicy: readonly string[] = ['CI-25', 'DDI-08']

type Facts = Record<string, unknown>
const rules = [...evaluationCriteria, ...dayCriteria, ...interactions] as unknown as readonly Rule<Facts>[]
const tables = ['evaluation', 'interactions'].map((name) =>
  readFileSync(new URL(`./${name}.test.ts`, import.meta.url), 'utf8'),
)

describe('section C of the reference', () => {
  test('is the list of rules: none is missing, none is more', () => {
    assert.deepEqual(rules.map(({ id }) => id).sort(), reference.map(([id]) => id).sort())
  })

  for (const [id, , , marks] of reference)
    test(`${id} cites what the reference cites for it (${marks}), and nothing else`, () => {
      const rule = rules.find((one) => one.id === id)
      const cited = [rule, ...Object.values(rule?.perRoute ?? {})].flatMap((one) =>
        one ? [one.source, ...(one.further ?? [])].filter((source) => source !== undefined) : [],
      )
      const ours = cited.map((source) => (source.status === 'policy' ? 'D' : (markOf.get(source) ?? source.label)))
      const theirs = marks.match(/\b(?:[VM]\d+[a-c]?|D)\b/g) ?? []
      const expected = alsoPolicy.includes(id) ? [...theirs, 'D'] : theirs
      assert.deepEqual([...new Set(ours)].sort(), [...new Set(expected)].sort())
    })

  test('“relative, strong” is so here, and nothing else is', () => {
    const strong = rules.filter((rule) => rule.strong).map(({ id }) => id)
    assert.deepEqual(strong, ['CI-02a', 'CI-04a', 'CI-05a', 'CI-05b', 'CI-13'])
  })

  for (const [id, severity, routes, marks, forSpray] of reference)
    test(`${id} (${marks}) has its severity, routes, source, review date, who may go past it, and a table of tests`, () => {
      const rule = rules.find((one) => one.id === id)
      assert.ok(rule)
      assert.deepEqual([rule.severity, [...rule.routes].sort()], [severity, [...routes].sort()])
      assert.equal(rule.perRoute?.esketamine?.severity, forSpray)
      for (const source of [rule.source, ...(rule.further ?? [])]) {
        assert.ok(source.label.length > 3)
        assert.ok(SourceStatus.safeParse(source.status).success)
      }
      assert.ok(Day.safeParse(rule.reviewBy).success && rule.reviewBy > '2026-11-23')
      assert.ok(rule.overriddenBy === 'nobody' || rule.overriddenBy.length > 0)
      assert.ok(rule.needs.length > 0 && rule.says.length > 10 && rule.settledBy.length > 10)
      assert.ok(
        tables.some((table) => new RegExp(`\\[\\s*'${id}',`).test(table)),
        `${id} stands in no table of tests`,
      )
      const policyOnly = /^(article; |article, )?D$/.test(marks)
      if (policyOnly) assert.equal(rule.source.status, 'policy')
    })
})

/** Values of a fact on both sides of every limit that a rule might have. */
const values = (fact: string): readonly unknown[] => {
  const choices: Record<string, readonly unknown[]> = {
    childPugh: ChildPugh.options,
    pregnancy: Pregnancy.options,
    suicideScreen: AsqResult.options,
  }
  if (choices[fact]) return choices[fact]
  const schema = EvaluationFacts.shape[fact as keyof typeof EvaluationFacts.shape]
  const isNumber = schema?.safeParse(1).success && !schema.safeParse(true).success
  return isNumber
    ? [0, 1, 4, 5, 17, 18, 65, 90, 141, 500].filter((one) => schema.safeParse(one).success)
    : [true, false]
}

describe('every rule is reachable', () => {
  const combined = (needs: readonly string[]): Facts[] =>
    needs
      .slice(0, 3)
      .reduce<Facts[]>(
        (sofar, fact) => sofar.flatMap((facts) => values(fact).map((value) => ({ ...facts, [fact]: value }))),
        [Object.fromEntries(needs.slice(3).map((fact) => [fact, false]))],
      )
  for (const rule of rules)
    test(`${rule.id} can be met, not met and unknown on each of its routes`, () => {
      for (const route of rule.routes) {
        const answer = (facts: Facts): Answer | undefined =>
          decide([rule], facts as Recorded<Facts>, { route, today })[0]?.answer
        const found = new Set([...combined(rule.needs).map(answer), answer({})])
        assert.deepEqual([...found].sort(), ['met', 'not met', 'unknown'], route)
      }
    })
})
