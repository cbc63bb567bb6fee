import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { typicalPerson } from '../people/deviates.ts'
import { drawPeople } from '../people/draw.ts'
import { deviatesOf } from '../people/people.ts'
import { k1Covariances, k1Facts, k1Person, k1Spreads } from './k1.ts'
import { pr2021, sim2022, statesFor } from './model.ts'
import { pr2021Person } from './pr2021.ts'
import { logitNormal } from './spread.ts'

const people = drawPeople()
const everybody = <T>(make: (i: number) => T): T[] => Array.from({ length: people.count }, (_, i) => make(i))
const k1People = everybody((i) => k1Person(deviatesOf(people, i), 70))
const covariance = (a: readonly number[], b: readonly number[]) => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  return mean(a.map((value, i) => (value - meanA) * ((b[i] ?? 0) - meanB)))
}

describe('virtual people differ as the papers say', () => {
  const logs = (name: 'v1' | 'cl' | 'vn' | 'cln') => k1People.map((person) => Math.log(person[name]))
  const cases = [
    ['v1', 'v1', k1Spreads.v1.variance],
    ['cl', 'cl', k1Spreads.cl.variance],
    ['v1', 'cl', k1Covariances.v1WithCl],
    ['vn', 'vn', k1Spreads.vn.variance],
    ['cln', 'cln', k1Spreads.cln.variance],
    ['vn', 'cln', k1Covariances.vnWithCln],
  ] as const
  for (const [one, other, published] of cases)
    test(`${one} with ${other}`, () => {
      const found = covariance(logs(one), logs(other))
      assert.ok(Math.abs(found / published - 1) < 0.08, `${found} for ${published}`)
    })
})

test('a fraction stays between nothing and all, however far a person lies out', () => {
  for (const deviate of [-6, -1, 0, 1, 6]) {
    const fraction = logitNormal(0.54, { variance: 0.501 }, deviate)
    assert.ok(fraction > 0 && fraction < 1)
  }
  assert.ok(Math.abs(logitNormal(0.54, { variance: 0.501 }, 0) - 0.54) < 1e-12)
  for (const { muscleFraction, mucosaFraction, noseFraction } of k1People)
    for (const fraction of [muscleFraction, mucosaFraction, noseFraction]) assert.ok(fraction > 0 && fraction < 1)
})

test('the typical person of 70 kg is the paper’s, at 140 kg twice the volume and less than twice the clearance', () => {
  const typical = k1Person(typicalPerson, 70)
  assert.equal(typical.v1, k1Facts.v1.value)
  assert.equal(typical.cl, k1Facts.cl.value)
  const heavy = k1Person(typicalPerson, 140)
  assert.equal(heavy.v1, 2 * typical.v1)
  assert.ok(Math.abs(heavy.cl / typical.cl - 2 ** 0.75) < 1e-12)
  assert.equal(heavy.v2, typical.v2)
})

test('what the nasal paper reports of its own model follows from its table', () => {
  const { v1, v2, v3, qh, vh, kel, kmet, gutFraction } = pr2021Person(typicalPerson)
  const extracted = (vh * (kel + kmet)) / (qh + vh * (kel + kmet))
  // Clearance 114 L/h, volume 752 L, absorbed when swallowed 18.6 % (abstract).
  assert.ok(Math.abs((qh * extracted) / 114 - 1) < 0.05)
  assert.equal(v1 + v2 + v3, 752)
  assert.ok(Math.abs((gutFraction * (1 - extracted)) / 0.186 - 1) < 0.05)
})

test('a model refuses a route it was never made for', () => {
  const oral = { route: 'oral', atMinute: 0, doseMg: 25 } as const
  assert.throws(() => pr2021.changes(oral, pr2021Person(typicalPerson)), /PR2021 does not know the route oral/)
  assert.throws(() => sim2022.changes(oral, sim2022.person(typicalPerson, 70)), /SIM2022 does not know/)
})

test('a curve without norketamine has no state for it', () => {
  const doses = [{ route: 'nasal-esketamine', deviceMinutes: [0] }] as const
  const states = statesFor(pr2021, doses, false)
  assert.deepEqual(states, [
    'swallowedInput',
    'nose',
    'swallowed',
    'central',
    'peripheral1',
    'peripheral2',
    'liver',
    'area',
  ])
  assert.equal(statesFor(pr2021, doses, true).length, states.length + 3)
})
