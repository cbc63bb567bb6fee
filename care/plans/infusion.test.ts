import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testApp } from '../../server/test.ts'
import { consented } from '../consent/test.ts'
import { fasterThanPlan, minutesByPlan } from '../sessions/dose.ts'
import { differences, type PlanVersion } from './plan.ts'
import { wrongForRoute } from './spray.ts'
import { aPlan, determined, planned, prescribed } from './test.ts'

describe('a plan for the infusion', () => {
  test('says over how long, and no other plan does', () => {
    assert.deepEqual(Object.keys(wrongForRoute('iv', { doseMg: 40 })), ['infusionMinutes'])
    assert.deepEqual(wrongForRoute('iv', { doseMg: 40, infusionMinutes: 40 }), {})
    for (const route of ['im', 'lozenge', 'esketamine'] as const)
      assert.deepEqual(Object.keys(wrongForRoute(route, { doseMg: 56, infusionMinutes: 40 })), ['infusionMinutes'])
  })

  test('is refused without it, beside the field, and kept with it', async () => {
    const app = await testApp()
    const clinic = await app.clinicWith()
    const { patientId } = await determined(clinic, app.clock.now, undefined, 'iv')
    await consented(clinic, app.holding, patientId, 'iv')
    const send = (more: object) =>
      clinic.prescriber.post(`/api/patients/${patientId}/plan?route=iv`, aPlan({ prescribed: prescribed(more) }))
    for (const infusionMinutes of [undefined, 0, 721, 12.5]) {
      const { status, json } = await send({ infusionMinutes })
      assert.deepEqual(
        [status, Object.keys((json as { fields: object }).fields)],
        [422, ['prescribed.infusionMinutes']],
      )
    }
    assert.equal((await send({ infusionMinutes: 55 })).status, 200)
    const { json } = await clinic.prescriber.get(`/api/patients/${patientId}/plan?route=iv`)
    const { stands } = json as { stands: { version: PlanVersion } }
    assert.equal(stands.version.infusionMinutes, 55)
    const changed = { ...stands.version, infusionMinutes: 60 }
    assert.deepEqual(differences(stands.version, changed), [{ what: 'infusionMinutes', before: '55', after: '60' }])
  })

  test('of another route keeps none', async () => {
    const app = await testApp()
    const clinic = await app.clinicWith()
    const { patientId } = await planned(clinic, app.holding, app.clock.now)
    const { json } = await clinic.prescriber.get(`/api/patients/${patientId}/plan?route=im`)
    const { stands } = json as { stands: { version: object } }
    assert.equal('infusionMinutes' in stands.version, false)
  })
})

describe('the pace of a pump', () => {
  const plan = { planMg: 40, planMinutes: 40 }
  const cases: readonly [number, number, number | undefined][] = [
    [40, 40, undefined],
    [40, 39.6, undefined],
    [40, 39.5, 40],
    [40, 40.5, 40],
    [20, 20, undefined],
    [20, 40, 20],
    [40, 4, 40],
  ]
  for (const [mg, minutes, byPlan] of cases)
    test(`${mg} mg in ${minutes} min is ${byPlan === undefined ? 'the plan’s' : `not the plan’s ${byPlan} min`}`, () =>
      assert.equal(minutesByPlan({ mg, minutes }, plan), byPlan))
  const drip = { ...plan, mg: 40, volumeMl: 50 }
  test('may be slower without a word, and not faster', () => {
    assert.equal(fasterThanPlan(drip, 75), undefined)
    assert.equal(fasterThanPlan(drip, 37.5), undefined)
    assert.equal(fasterThanPlan(drip, 75.5), undefined, 'what a pump rounds away')
    assert.deepEqual(fasterThanPlan(drip, 76), { minutes: 39.5, byPlan: 40 })
    assert.deepEqual(fasterThanPlan({ ...drip, mg: 20 }, 300), { minutes: 10, byPlan: 20 })
    assert.equal(fasterThanPlan({ ...drip, planMinutes: undefined }, 750), undefined)
  })
  test('is nobody’s to judge where the plan does not say', () =>
    assert.equal(minutesByPlan({ mg: 40, minutes: 4 }, { planMg: 40 }), undefined))
})
