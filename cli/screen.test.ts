import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, test } from 'node:test'

const main = join(import.meta.dirname, 'main.ts')
const evenkeel = (input: string, ...args: string[]) =>
  spawnSync(process.execPath, [main, ...args], { input, encoding: 'utf8', maxBuffer: 2 ** 24 })

type Found = { rule: string; answer: string; severity: string; source: { label: string } }
const screen = (input: object) => {
  const { status, stdout } = evenkeel(JSON.stringify(input), 'screen')
  return { status, said: JSON.parse(stdout) }
}

describe('evenkeel screen', () => {
  test('prints every finding for each route, and what was recognised', () => {
    const facts = { age: 41, pregnancy: 'pregnant', aneurysmOrMalformation: true, capacityInDoubt: null }
    const { status, said } = screen({ today: '2026-11-28', facts, medicines: ['Xanax 0.5 mg', 'sertaline'] })
    assert.equal(status, 0)
    assert.equal(said.format, 'evenkeel.screen/1')
    const of = (route: string, rule: string): Found => said.routes[route].find((one: Found) => one.rule === rule)
    assert.deepEqual(Object.keys(said.routes).sort(), ['esketamine', 'im', 'iv', 'lozenge'])
    assert.deepEqual([of('im', 'CI-05a').answer, of('im', 'CI-33').answer], ['met', 'unknown'])
    assert.deepEqual([of('im', 'CI-10').severity, of('esketamine', 'CI-10').severity], ['relative', 'absolute'])
    assert.deepEqual([of('iv', 'DDI-01').answer, of('iv', 'DDI-04').answer], ['met', 'unknown'])
    assert.ok(of('iv', 'DDI-01').source.label)
    assert.deepEqual(said.medicines[1].didYouMean, ['sertraline'])
  })

  test('prints each of CI-01 to CI-33 where it applies, those of a session day too, and no given fact without a finding', () => {
    const facts = { intoxicatedToday: true, escortNamed: false, minutesSinceFood: 60, remsEnrolled: false }
    const { routes } = screen({ today: '2026-11-28', facts, routes: ['iv', 'esketamine'] }).said
    const of = (route: string, rule: string) => routes[route].find((one: Found) => one.rule === rule)?.answer
    for (const rule of ['CI-03c', 'CI-27', 'CI-28']) assert.equal(of('iv', rule), 'met', rule)
    assert.deepEqual([of('iv', 'CI-31'), of('esketamine', 'CI-30'), of('iv', 'CI-30')], ['unknown', 'met', undefined])
    const numbers = new Set(routes.esketamine.map(({ rule }: Found) => rule.match(/^CI-(\d+)/)?.[1]))
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8, ...Array.from({ length: 24 }, (_, index) => index + 10)])
      assert.ok(numbers.has(String(number).padStart(2, '0')), `CI-${number}`)
  })

  test('takes "none" for an answer and a missing list for none', () => {
    const none = screen({ today: '2026-11-28', medicines: 'none', routes: ['iv'] }).said.routes.iv as Found[]
    assert.equal(none.find(({ rule }) => rule === 'DDI-01')?.answer, 'not met')
    const asked = screen({ today: '2026-11-28', medicines: [], routes: ['iv'] }).said.routes.iv as Found[]
    assert.ok(asked.every(({ answer }) => answer === 'unknown'))
  })

  test('refuses with the field and the reason, and exit code 1', () => {
    const refused = screen({ today: '2026-11-28', facts: { pregnancy: 'no', smokes: true } })
    assert.equal(refused.status, 1)
    assert.deepEqual(refused.said.refused.map(({ field }: { field: string }) => field).sort(), [
      'facts',
      'facts.pregnancy',
    ])
    assert.match(JSON.parse(evenkeel('{', 'screen').stdout).refused[0].reason, /not JSON/)
  })

  test('documents its input as a JSON Schema', () => {
    const schema = JSON.parse(evenkeel('', 'screen', '--schema').stdout)
    assert.deepEqual(schema.required, ['today'])
    assert.equal(schema.additionalProperties, false)
    assert.ok(schema.properties.facts.properties.childPugh)
  })
})

describe('evenkeel rules', () => {
  test('lists every rule with source, status and age, as a table and as JSON', () => {
    const { status, stdout } = evenkeel('', 'rules')
    assert.equal(status, 0)
    assert.match(stdout, /^ {2}CI-01b +source seen +\d{4}-\d{2}-\d{2} +(overdue )?\d+ d +Ketamine injection US label/m)
    assert.match(stdout, /^ {2}DDI-18 +clinic policy/m)
    const { rules } = JSON.parse(evenkeel('', 'rules', '--json').stdout)
    assert.ok(rules.length > 250)
    for (const { id, source, reviewBy, daysUntilReview } of rules)
      assert.ok(source && reviewBy && Number.isInteger(daysUntilReview), id)
  })

  test('says of each rule for which routes, how heavy on each, on which facts, and who may go on past it and how', () => {
    const { rules } = JSON.parse(evenkeel('', 'rules', '--json').stdout)
    const of = (id: string) => rules.find((one: { id: string }) => one.id === id)
    assert.deepEqual(of('CI-10').byRoute.iv, {
      severity: 'relative',
      overriddenBy: ['prescriber'],
      overriddenWith: 'a reason',
    })
    assert.deepEqual(of('CI-10').byRoute.esketamine, {
      severity: 'absolute',
      overriddenBy: ['prescriber'],
      overriddenWith: 'a reason, and a second confirmation',
    })
    assert.deepEqual([of('CI-17').routes, of('CI-17').needs], [['esketamine'], ['blockedNose']])
    assert.deepEqual(of('RL-30').byRoute.esketamine.overriddenWith, null)
    // A rule for which one route rests on a source of its own stands once for that route and once for the others.
    assert.deepEqual([of('CI-01a').routes, of('CI-01a (esketamine)').routes], [['im', 'iv', 'lozenge'], ['esketamine']])
    const ruled = rules.filter(({ table }: { table: string }) =>
      /^(Evaluation|Interactions|Session day|Suicide risk|During a course|Before a plan, a booking and a dose)$|: (before the dose|alerts|release)$/.test(
        table,
      ),
    )
    assert.ok(ruled.length > 150)
    for (const { id, routes, byRoute, needs, settledBy } of ruled) {
      assert.ok(routes.length > 0 && needs.length > 0 && settledBy, id)
      assert.deepEqual(Object.keys(byRoute), routes, id)
    }
    assert.equal(of('TRIAL-DOSE').routes, null)
  })
})
