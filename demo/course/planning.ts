import { randomUUID } from 'node:crypto'
import type { Route } from '../../science/decide.ts'
import { done, type Hands } from './hands.ts'

export type Prescribed = {
  doseMg: number
  sessions: number
  daysBetweenLeast: number
  daysBetweenMost: number
  goals: string
  notes?: string
}
export type SignedPlan = { planId: string; versionId: string; version: number; doseMg: number; route: Route }

/** What the prescriber verified of the nasal spray's programme, and what for. */
const spray = {
  indication: 'resistant depression',
  phase: 'induction',
  withAntidepressant: true,
  remsEnrolled: true,
  settingCertified: true,
}

/** Signs the first version of a plan, or the next one of `before`. */
export const signPlan = async (
  { prescriber }: Pick<Hands, 'prescriber'>,
  patientId: string,
  prescribed: Prescribed,
  why: string,
  before?: SignedPlan,
  route: Route = before?.route ?? 'im',
): Promise<SignedPlan> => {
  const versionId = randomUUID()
  const planId = before?.planId ?? randomUUID()
  const expected = before?.version ?? 0
  const ofSpray = { spray: { ...spray, phase: before ? 'maintenance' : 'induction' } }
  const ofRoute = route === 'esketamine' ? ofSpray : route === 'iv' ? { infusionMinutes: 40 } : {}
  const said = { ...prescribed, ...ofRoute }
  const body = { id: versionId, planId, expected, prescribed: said, doseConfirmed: true, why }
  done(await prescriber.post(`/api/patients/${patientId}/plan?route=${route}`, body), 'Signing the plan')
  return { planId, versionId, version: expected + 1, doseMg: prescribed.doseMg, route }
}

/** Decides at a review point. */
export const review = async (
  { prescriber }: Pick<Hands, 'prescriber'>,
  patientId: string,
  { planId, version }: Pick<SignedPlan, 'planId' | 'version'>,
  decided: {
    point: 'after session' | 'at the end' | 'at another time'
    afterSession: number
    decision: 'continue' | 'stop'
    reason: string
  },
): Promise<void> => {
  const path = `/api/patients/${patientId}/plan/${planId}/review`
  done(await prescriber.post(path, { id: randomUUID(), version, ...decided }), 'Reviewing the plan')
}
