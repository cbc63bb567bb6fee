import assert from 'node:assert/strict'
import { test } from 'node:test'
import { infusionOf, once } from '../../science/pharmacokinetics/evidence/studies.ts'
import type { SimulationInput } from '../../science/pharmacokinetics/simulation.ts'
import { measuredOn, pointsFor, studies } from './compared.ts'

const input = (drug: SimulationInput['drug'], dose: SimulationInput['doses'][number]): SimulationInput => ({
  drug,
  doses: [dose],
  horizonMinutes: 240,
  stepMinutes: 1,
  norketamine: true,
  quantiles: [0.5],
  examples: 0,
  alternatives: false,
})

test('points stand over a curve only at exactly the dose, drug and duration of their study', () => {
  const otto = pointsFor(input('esketamine', infusionOf(10, 30)))
  assert.deepEqual(
    otto.parent.map(({ minute, ngPerMl }) => [minute, ngPerMl]),
    [
      [30, 56],
      [60, 27],
      [120, 15.5],
      [180, 11.5],
    ],
  )
  assert.equal(otto.norketamine.length, 4)
  assert.deepEqual(
    pointsFor(input('racemic-ketamine', infusionOf(35, 40))).parent.map(({ id }) => id),
    ['O04 peak'],
  )
  for (const other of [
    input('racemic-ketamine', infusionOf(10, 30)),
    input('esketamine', infusionOf(10, 31)),
    input('esketamine', infusionOf(11, 30)),
  ])
    assert.deepEqual(pointsFor(other), { parent: [], norketamine: [] })
})

test('what is remembered is marked as that', () => {
  assert.deepEqual(
    pointsFor(input('racemic-ketamine', once('im', 35))).parent.map(({ status }) => status),
    ['memory'],
  )
})

test('what was measured in an artery is listed and never stands over a curve of the vein', () => {
  assert.deepEqual(pointsFor(input('esketamine', infusionOf(20, 20))).parent, [])
  assert.deepEqual(pointsFor(input('esketamine', once('lozenge', 50))).parent, [])
  assert.ok(measuredOn('iv-infusion').some(({ id, site }) => id === 'O03' && site === 'arterial'))
  assert.ok(measuredOn('lozenge').some(({ id, site }) => id === 'O11' && site === 'arterial'))
  assert.ok(studies.every(({ site }) => site === 'venous'))
})

test('the table that a model computed (O19 to O21) is no measurement', () => {
  assert.ok(!measuredOn('nasal-esketamine').some(({ id }) => ['O19', 'O20', 'O21'].includes(id)))
})
