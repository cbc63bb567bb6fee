import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Finding, Route } from '../../science/decide.ts'
import type { Day, Instant } from '../../science/time.ts'
import { consentInForce } from '../consent/queries.ts'
import { findingsFrom } from '../evaluation/basis.ts'
import { listsSeen } from '../evaluation/determination.ts'
import { inForce } from '../evaluation/in-force.ts'
import { findStanding } from '../evaluation/queries.ts'
import { beforePlan } from './rules.ts'

export type Weight = { kg: number; recordedAt: Instant }

/** What a plan would rest on at this moment, and whatever holds it. */
export type Ground = {
  today: Day
  patientName: string
  findings: Finding[]
  weight: Weight | undefined
  determinationId: string | undefined
  consentRequestId: string | undefined
}

/** Reads the neighbours: the determination, the consent and the weight on record. Three statements, sent together. */
export const groundFor = async (
  q: Query,
  patientId: string,
  route: Route,
  now: Instant,
): Promise<Ground | undefined> => {
  const [found, consent, name] = await Promise.all([
    findStanding(q, patientId, route, now),
    consentInForce(q, patientId, route),
    q.maybe<{ display_name: string }>(sql`select display_name from patient_now where id = ${patientId}`),
  ])
  if (!found) return undefined
  const { evaluation, basis, determination } = found
  const stands = inForce(determination, evaluation?.id, findingsFrom(basis, route), listsSeen(basis.lists))
  const weighed = basis.answers.find(({ key }) => key === 'weight')
  const weight = typeof weighed?.value === 'number' ? { kg: weighed.value, recordedAt: weighed.recordedAt } : undefined
  const before = {
    determination: { inForce: stands.state === 'in force', because: stands.because.join(' ') },
    consent,
    weightKg: weight?.kg,
  }
  return {
    today: basis.today,
    patientName: name?.display_name ?? '',
    findings: beforePlan(before, basis.today),
    weight,
    determinationId: stands.determination?.id,
    consentRequestId: consent.requestId,
  }
}
