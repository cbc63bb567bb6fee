import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import type { Instant } from '../../science/time.ts'
import { type Drug, type Prescribed, type Review, reviewPoints } from './plan.ts'

type Hand = { id: string; by: string; now: Instant }

export const savePlan = (tx: Tx, clinicId: string, plan: Hand & { patientId: string; route: Route }): Promise<number> =>
  tx.run(sql`
    insert into plan (clinic_id, id, patient_id, route, made_at, made_by)
    values (${clinicId}, ${plan.id}, ${plan.patientId}, ${plan.route}, ${plan.now}, ${plan.by})`)

export type NewVersion = Hand & {
  planId: string
  patientId: string
  number: number
  drug: Drug
  prescribed: Prescribed
  doseConfirmed: string | null
  weight: { kg: number; recordedAt: Instant } | undefined
  determinationId: string
  consentRequestId: string
  why: string
}

/** Signs a version. The database refuses a number that is taken: of two prescribers the first wins. */
export const saveVersion = (tx: Tx, clinicId: string, version: NewVersion): Promise<number> => {
  const { prescribed, weight } = version
  return tx.run(sql`
    insert into plan_version (clinic_id, id, plan_id, patient_id, number, drug, dose_mg, dose_confirmed, weight_kg,
      weight_recorded_at, sessions, days_between_least, days_between_most, per_week_most, review_after, spray, infusion_minutes, goals, notes,
      determination_id, consent_request_id, why, signed_at, signed_by)
    values (${clinicId}, ${version.id}, ${version.planId}, ${version.patientId}, ${version.number}, ${version.drug},
      ${prescribed.doseMg}, ${version.doseConfirmed}, ${weight?.kg ?? null}, ${weight?.recordedAt ?? null},
      ${prescribed.sessions}, ${prescribed.daysBetweenLeast}, ${prescribed.daysBetweenMost},
      ${prescribed.perWeekMost ?? null}, ${reviewPoints(prescribed.sessions, prescribed.alsoReviewAfter)},
      ${prescribed.spray ? JSON.stringify(prescribed.spray) : null}::jsonb, ${prescribed.infusionMinutes ?? null}, ${prescribed.goals}, ${prescribed.notes}, ${version.determinationId}, ${version.consentRequestId}, ${version.why},
      ${version.now}, ${version.by})`)
}

/** Records a decision at a review point; 'stop' ends the plan. */
export const saveReview = (
  tx: Tx,
  clinicId: string,
  review: Review & { planId: string; planVersionId: string; patientId: string; by: string; now: Instant },
): Promise<number> =>
  tx.run(sql`
    insert into plan_review (clinic_id, id, plan_id, patient_id, plan_version_id, point, after_session, decision, reason,
                             decided_at, decided_by)
    values (${clinicId}, ${review.id}, ${review.planId}, ${review.patientId}, ${review.planVersionId}, ${review.point},
            ${review.afterSession}, ${review.decision}, ${review.reason}, ${review.now}, ${review.by})`)
