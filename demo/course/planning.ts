import { randomUUID } from 'node:crypto'
import { done, type Hands } from './hands.ts'

export type Prescribed = {
  doseMg: number
  sessions: number
  daysBetweenLeast: number
  daysBetweenMost: number
  goals: string
  notes?: string
}
export type SignedPlan = { planId: string; versionId: string; version: number; doseMg: number }

/** Signs the first version of a plan, or the next one of `before`. */
export const signPlan = async (
  { prescriber }: Pick<Hands, 'prescriber'>,
  patientId: string,
  prescribed: Prescribed,
  why: string,
  before?: SignedPlan,
): Promise<SignedPlan> => {
  const versionId = randomUUID()
  const planId = before?.planId ?? randomUUID()
  const expected = before?.version ?? 0
  const body = { id: versionId, planId, expected, prescribed, doseConfirmed: true, why }
  done(await prescriber.post(`/api/patients/${patientId}/plan?route=im`, body), 'Signing the plan')
  return { planId, versionId, version: expected + 1, doseMg: prescribed.doseMg }
}

/** Decides at a review point. */
export const review = async (
  { prescriber }: Pick<Hands, 'prescriber'>,
  patientId: string,
  { planId }: Pick<SignedPlan, 'planId'>,
  decided: {
    point: 'after session' | 'at the end' | 'at another time'
    afterSession: number
    decision: 'continue' | 'change' | 'stop'
    reason: string
  },
): Promise<void> => {
  const path = `/api/patients/${patientId}/plan/${planId}/review`
  done(await prescriber.post(path, { id: randomUUID(), ...decided }), 'Reviewing the plan')
}
