import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { everyRoute } from '../decide.ts'
import { indications, indicationsFor, outOfScope } from './indications.ts'
import { payerRealityOf } from './payers.ts'

describe('evidence beside the decision', () => {
  test('stands for every indication and every route, with sources and a review date', () => {
    assert.ok(indications.length >= 9)
    for (const { id, routes } of indications)
      for (const route of everyRoute) {
        const { level, source, further, reviewBy } = routes[route]
        assert.ok(level.length > 3 && source.label.length > 3 && reviewBy > '2026-11-23', `${id} ${route}`)
        assert.ok(
          further.some(({ status }) => status === 'policy'),
          'says that the level is our own summary',
        )
      }
  })

  test('names what is out of scope, by every route, with no benefit', () => {
    assert.deepEqual(
      outOfScope.map(({ id }) => id),
      ['IND-OUT-PPD', 'IND-OUT-SUD', 'IND-OUT-MINOR'],
    )
    for (const { id, routes } of outOfScope)
      for (const route of everyRoute)
        assert.deepEqual([routes[route].status, routes[route].benefit], ['out of scope', null], `${id} ${route}`)
  })

  test('says for every route what insurers pay for, with a source', () => {
    for (const route of everyRoute) {
      const [reality, ...others] = payerRealityOf(route)
      assert.ok(reality?.source.address, route)
      assert.deepEqual(others, [])
    }
    assert.match(payerRealityOf('im')[0]?.says ?? '', /experimental/)
    assert.match(payerRealityOf('esketamine')[0]?.says ?? '', /prior approval/)
  })

  test('is on label only for the spray, in resistant depression and depression with thoughts of suicide', () => {
    const labelled = indications.flatMap(({ id, routes }) =>
      everyRoute.filter((route) => routes[route].status === 'on label').map((route) => `${id} ${route}`),
    )
    assert.deepEqual(labelled, ['IND-TRD esketamine', 'IND-MDD-SI esketamine'])
  })

  test('gives a benefit as a range or with what it is compared to, never as one figure', () => {
    for (const { id, routes } of indications)
      for (const route of everyRoute) {
        const { benefit } = routes[route]
        if (benefit === null || !/\d/.test(benefit)) continue
        assert.match(benefit.replaceAll('GAD-7', ''), /^\D*$|\d to \d|against|of \d+ to/, `${id} ${route}: ${benefit}`)
      }
  })

  for (const [codes, ids] of [
    [['F33.2'], ['IND-TRD']],
    [
      ['F33.2', 'R45.851'],
      ['IND-TRD', 'IND-MDD-SI'],
    ],
    [
      ['F43.12', 'F41.1'],
      ['IND-ANX', 'IND-PTSD'],
    ],
    [['G90.511'], ['IND-CRPS']],
    // The second kind, after an injury of a nerve, has no code of that name: it is causalgia of a limb.
    [['G56.41'], ['IND-CRPS']],
    [['G57.70'], ['IND-CRPS']],
    [['G56.01'], []],
    [['L40.0', null], []],
    [['F53.0'], ['IND-OUT-PPD']],
    [
      ['F33.2', 'F10.20'],
      ['IND-TRD', 'IND-OUT-SUD'],
    ],
    // Smoking is not what a clinic like this would be asked to treat.
    [['F17.210'], []],
  ] as const)
    test(`${codes.join(', ')} brings up ${ids.join(', ') || 'none'}`, () =>
      assert.deepEqual(
        indicationsFor(codes).map(({ id }) => id),
        ids,
      ))
})
