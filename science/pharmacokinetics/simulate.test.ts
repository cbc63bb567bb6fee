import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Dose } from './doses.ts'
import { devices, infusionOf, once } from './evidence/studies.ts'
import { drawPeople } from './people/draw.ts'
import { simulate } from './simulate.ts'
import type { SimulationInput } from './simulation.ts'

const people = drawPeople()
const input = (doses: readonly Dose[], more: Partial<SimulationInput> = {}): SimulationInput => ({
  drug: 'racemic-ketamine',
  doses,
  horizonMinutes: 240,
  stepMinutes: 5,
  norketamine: false,
  quantiles: [0.05, 0.5, 0.95],
  examples: 0,
  alternatives: false,
  ...more,
})
const spray = input([devices(3)], { drug: 'esketamine' })

describe('a simulation', () => {
  const simulation = simulate(input([once('im', 35)], { examples: 3, norketamine: true }), people)

  test('has a value for every minute asked for, in every curve', () => {
    assert.equal(simulation.minutes.length, 49)
    assert.equal(simulation.minutes.at(-1), 240)
    const { typical, people: drawn } = simulation
    const curves = [
      typical.drugNgPerMl,
      typical.percentOfPeak,
      typical.norketamineNgPerMl,
      ...(drawn?.quantiles.flatMap((q) => [q.drugNgPerMl, q.percentOfPeak, q.norketamineNgPerMl]) ?? []),
      ...(drawn?.examples.flatMap((example) => [example.drugNgPerMl, example.percentOfPeak]) ?? []),
    ]
    assert.equal(curves.length, 3 + 9 + 6)
    for (const curve of curves) {
      assert.equal(curve?.length, 49)
      assert.ok(curve?.every((value) => Number.isFinite(value) && value >= 0))
    }
  })

  test('has bands in order, within 0 and 100 percent of each person’s own peak', () => {
    const [low, middle, high] = simulation.people?.quantiles ?? []
    simulation.minutes.forEach((_, i) => {
      assert.ok((low?.drugNgPerMl[i] ?? 1) <= (middle?.drugNgPerMl[i] ?? 0))
      assert.ok((middle?.drugNgPerMl[i] ?? 1) <= (high?.drugNgPerMl[i] ?? 0))
      assert.ok((high?.percentOfPeak[i] ?? 101) <= 100.0001)
    })
  })

  test('is the same every time, and plain data that a worker can send', () => {
    const again = simulate(input([once('im', 35)], { examples: 3, norketamine: true }), people)
    assert.deepEqual(structuredClone(again), simulation)
    assert.deepEqual(JSON.parse(JSON.stringify(again)), simulation)
  })

  test('finds the same peak however few points are shown', () => {
    const coarse = simulate(input([once('im', 35)], { stepMinutes: 60 }), people)
    assert.deepEqual(coarse.typical.metrics, simulation.typical.metrics)
    assert.deepEqual(coarse.people?.quantiles[1]?.metrics, simulation.people?.quantiles[1]?.metrics)
    assert.equal(coarse.minutes.length, 5)
    assert.equal(coarse.typical.drugNgPerMl[1], simulation.typical.drugNgPerMl[12])
  })

  test('without people is the typical person only', () => {
    const alone = simulate(input([once('im', 35)]))
    assert.equal(alone.people, undefined)
    assert.deepEqual(alone.typical.drugNgPerMl, simulation.typical.drugNgPerMl)
  })
})

test('norketamine is drawn only when asked for, and then with its uncertainty', () => {
  const without = simulate(spray, people)
  assert.doesNotMatch(JSON.stringify(without), /norketamine/i)
  const asked = simulate({ ...spray, norketamine: true })
  assert.equal(asked.norketamineUncertainPercent, 40)
  assert.ok(asked.limits.some(({ id }) => id === 'norketamine'))
})

test('half of racemic ketamine is esketamine, all of esketamine is', () => {
  assert.equal(simulate(input([once('im', 35)])).esketamineFraction, 0.5)
  assert.equal(simulate(spray).esketamineFraction, 1)
  assert.equal(simulate(spray).givenMg, 84)
})

test('each route has its model, its blood vessel and its known misfit beside it', () => {
  const misfits = { im: 'im-height', oral: 'oral-height', lozenge: 'lozenge-absorbed' } as const
  for (const route of ['im', 'oral', 'lozenge'] as const) {
    const { model, limits } = simulate(input([once(route, 25)]))
    assert.equal(model.id, 'K1')
    assert.equal(model.site, 'venous')
    assert.ok(limits.some(({ id }) => id === misfits[route]))
  }
  assert.ok(simulate(input([infusionOf(35, 40)])).limits.some(({ id }) => id === 'iv-height'))
  const { model, limits } = simulate(spray)
  assert.deepEqual([model.id, model.site], ['PR2021', 'venous'])
  assert.ok(limits.some(({ id }) => id === 'nasal-device'))
  for (const id of ['vein', 'not-the-effect', 'who']) assert.ok(limits.some((limit) => limit.id === id))
})

test('a second line shows where models disagree, only where one was published', () => {
  const muscle = simulate(input([once('im', 35)], { alternatives: true }))
  const [children] = muscle.alternatives
  assert.ok(Math.abs((children?.metrics.peakNgPerMl ?? 0) / muscle.typical.metrics.peakNgPerMl - 0.41 / 0.93) < 1e-9)
  const nasal = simulate({ ...spray, alternatives: true })
  assert.equal(nasal.alternatives[0]?.id, 'K1')
  assert.notDeepEqual(nasal.alternatives[0]?.drugNgPerMl, nasal.typical.drugNgPerMl)
  assert.deepEqual(simulate(input([once('oral', 25)], { alternatives: true })).alternatives, [])
})

test('a heavier person is drawn lower on K1; the nasal model knows no weight', () => {
  const peak = (of: SimulationInput) => simulate(of).typical.metrics.peakNgPerMl
  const im = input([once('im', 35)])
  assert.ok(peak({ ...im, weightKg: 120 }) < peak({ ...im, weightKg: 50 }))
  assert.equal(peak({ ...spray, weightKg: 120 }), peak({ ...spray, weightKg: 50 }))
  const bands = (weightKg: number) =>
    simulate({ ...im, weightKg }, people).people?.quantiles[1]?.metrics.peakNgPerMl ?? 0
  assert.ok(bands(120) < bands(50))
})
