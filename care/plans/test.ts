import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Route } from '../../science/decide.ts'
import type { As } from '../../server/test.ts'
import { consented } from '../consent/test.ts'
import { evaluated, nothingFound } from '../evaluation/test.ts'

type Clinic = { prescriber: As; monitor: As }
type Holding = Parameters<typeof consented>[1]

export const prescribed = (change: object = {}) => ({
  doseMg: 40,
  sessions: 6,
  daysBetweenLeast: 2,
  daysBetweenMost: 5,
  goals: 'Sleep through the night; back to work.',
  ...change,
})

export const spray = {
  indication: 'resistant depression',
  phase: 'induction',
  withAntidepressant: true,
  remsEnrolled: true,
  settingCertified: true,
}

export const aPlan = (more: object = {}) => ({
  id: randomUUID() as string,
  planId: randomUUID() as string,
  expected: 0,
  prescribed: prescribed(),
  why: 'First course',
  ...more,
})

/** A patient with a determination and a weight on record. For tests only. */
export const determined = async (
  clinic: Clinic,
  now: string,
  answers: object = { weight: 80, height: 175 },
  route: Route = 'im',
) => {
  const evaluation = await evaluated(clinic.prescriber, now, { ...nothingFound, ...answers }, route)
  const { findings } = await evaluation.read()
  const addressed = Object.fromEntries(findings.filter(({ holds }) => holds).map(({ rule }) => [rule, 'Weighed.']))
  const decision = await evaluation.determine({ addressed })
  assert.equal(decision.status, 200, JSON.stringify(decision.json))
  const { standing } = await evaluation.read()
  assert.equal(standing.state, 'in force', JSON.stringify(standing.because))
  return evaluation
}

const ofRoute = (route: Route) => (route === 'esketamine' ? { spray } : route === 'iv' ? { infusionMinutes: 40 } : {})

/** A patient with determination, consent and a signed plan, ready to be booked. For tests only. */
export const planned = async (
  clinic: Clinic,
  holding: Holding,
  now: string,
  change: object = {},
  route: Route = 'im',
) => {
  const evaluation = await determined(clinic, now, undefined, route)
  const { patientId } = evaluation
  await consented(clinic, holding, patientId, route)
  const plan = aPlan({ prescribed: prescribed({ ...ofRoute(route), ...change }) })
  const { status, json } = await clinic.prescriber.post(`/api/patients/${patientId}/plan?route=${route}`, plan)
  assert.equal(status, 200, JSON.stringify(json))
  return { ...evaluation, plan, planId: plan.planId, planVersionId: plan.id }
}
