import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import type { IntegrativePlan } from './integrative.ts'

/** Every version in the patient's open evaluation, newest first. A closed evaluation takes its plan with it. */
export const listIntegrative = (q: Query, patientId: string): Promise<IntegrativePlan[]> =>
  q.all<IntegrativePlan>(sql`
    select i.id, i.number, i.items, i.why, i.signed_at as "signedAt", s.name as "signedBy"
    from integrative_plan i
    join evaluation e on e.clinic_id = i.clinic_id and e.id = i.evaluation_id and e.closed_at is null
    join staff s on s.clinic_id = i.clinic_id and s.id = i.signed_by
    where i.patient_id = ${patientId} order by i.number desc`)

export type ClosedPlan = IntegrativePlan & { closedAt: Instant; closedBy: string }

/** What the newest closed evaluation that had a plan ended with. It counts no more; it is there to be read. */
export const findClosedIntegrative = (q: Query, patientId: string): Promise<ClosedPlan | undefined> =>
  q.maybe<ClosedPlan>(sql`
    select i.id, i.number, i.items, i.why, i.signed_at as "signedAt", s.name as "signedBy", e.closed_at as "closedAt",
           c.name as "closedBy"
    from integrative_plan i
    join evaluation e on e.clinic_id = i.clinic_id and e.id = i.evaluation_id and e.closed_at is not null
    join staff s on s.clinic_id = i.clinic_id and s.id = i.signed_by
    join staff c on c.clinic_id = e.clinic_id and c.id = e.closed_by
    where i.patient_id = ${patientId} order by e.closed_at desc, i.number desc limit 1`)

/** The version that counts, for letters and whoever else reads it. */
export const integrativePlanOf = async (q: Query, patientId: string): Promise<IntegrativePlan | undefined> =>
  (await listIntegrative(q, patientId))[0]
