import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { everyRoute } from '../decide.ts'
import { indications, indicationsFor } from './indications.ts'

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
        assert.match(benefit, /\d to \d|against|of \d+ to|without a control group/, `${id} ${route}: ${benefit}`)
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
    [['L40.0', null], []],
  ] as const)
    test(`${codes.join(', ')} brings up ${ids.join(', ') || 'none'}`, () =>
      assert.deepEqual(
        indicationsFor(codes).map(({ id }) => id),
        ids,
      ))
})
