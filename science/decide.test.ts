import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decide, held, type Rule } from './decide.ts'
import { policy } from './sources.ts'
import { Day } from './time.ts'
import { above, any } from './truth.ts'

type Facts = { systolic?: number | undefined; diastolic?: number | undefined; flag?: boolean | undefined }
const today = Day.parse('2026-11-23')
const rule = (differs: Partial<Rule<Facts>> = {}): Rule<Facts> => ({
  id: 'T-1',
  routes: ['im'],
  severity: 'relative',
  needs: ['systolic', 'diastolic'],
  holdsWhen: ({ systolic, diastolic }) => any(above(systolic, 140), above(diastolic, 90)),
  says: 'Above 140/90.',
  settledBy: 'Measure the blood pressure.',
  source: policy('test'),
  reviewBy: Day.parse('2027-02-23'),
  overriddenBy: ['prescriber'],
  ...differs,
})
const one = (
  rules: Rule<Facts>[],
  facts: Parameters<typeof decide<Facts>>[1],
  at = { route: 'im' as const, today },
) => {
  const [finding] = decide(rules, facts, at)
  assert.ok(finding)
  return finding
}

describe('a rule', () => {
  for (const [systolic, diastolic, answer, missing] of [
    [140, 90, 'not met', []],
    [141, 90, 'met', []],
    [140, 91, 'met', []],
    [150, undefined, 'met', ['diastolic']],
    [150, null, 'met', ['diastolic']],
    [120, undefined, 'unknown', ['diastolic']],
    [120, null, 'unknown', ['diastolic']],
    [Number.NaN, 80, 'unknown', ['systolic']],
    [undefined, undefined, 'unknown', ['systolic', 'diastolic']],
  ] as const)
    test(`at ${systolic}/${diastolic} is ${answer}`, () => {
      const finding = one([rule()], { systolic, diastolic })
      assert.equal(finding.answer, answer)
      assert.deepEqual(finding.missing, missing)
      assert.equal(finding.holds, answer !== 'not met')
    })

  test('does not care in which order the facts come', () => {
    assert.deepEqual(one([rule()], { systolic: 150, diastolic: 80 }), one([rule()], { diastolic: 80, systolic: 150 }))
  })

  test('that is unknown says what would settle it', () => {
    assert.equal(one([rule()], {}).says, 'Not known. Measure the blood pressure.')
  })

  test('whose recorded fact settles nothing is unknown and names that fact', () => {
    const finding = one([rule({ needs: ['flag'], holdsWhen: () => undefined })], { flag: false })
    assert.deepEqual([finding.answer, finding.missing], ['unknown', ['flag']])
  })

  test('for information never holds, met or unknown', () => {
    assert.equal(one([rule({ severity: 'info' })], { systolic: 200 }).holds, false)
    assert.equal(one([rule({ severity: 'info' })], {}).holds, false)
  })

  test('past its review date says that its source is out of date, on the day after and not on the day', () => {
    const on = (day: string) => one([rule()], { systolic: 120, diastolic: 80 }, { route: 'im', today: Day.parse(day) })
    assert.equal(on('2027-02-23').stale, false)
    assert.doesNotMatch(on('2027-02-23').says, /out of date/)
    assert.equal(on('2027-02-24').stale, true)
    assert.match(on('2027-02-24').says, /out of date/)
  })

  test('is left out for a route it is not about', () => {
    assert.deepEqual(decide([rule()], {}, { route: 'iv', today }), [])
  })

  test('differs by route where it says so', () => {
    const both = rule({ routes: ['im', 'esketamine'], perRoute: { esketamine: { severity: 'absolute' } } })
    const severities = (['im', 'esketamine'] as const).map((route) => decide([both], {}, { route, today })[0]?.severity)
    assert.deepEqual(severities, ['relative', 'absolute'])
  })
})

test('lists every finding in order and holds those met or unknown', () => {
  const never = rule({ id: 'T-2', needs: [], holdsWhen: () => false })
  const findings = decide([rule(), never, rule({ id: 'T-3' })], { systolic: 150 }, { route: 'im', today })
  assert.deepEqual(
    findings.map(({ rule: id }) => id),
    ['T-1', 'T-2', 'T-3'],
  )
  assert.deepEqual(
    held(findings).map(({ rule: id }) => id),
    ['T-1', 'T-3'],
  )
})
