import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { IntegrativePlan } from './integrative.ts'

/** Every version in the patient's open evaluation, newest first. A closed evaluation takes its plan with it. */
export const listIntegrative = (q: Query, patientId: string): Promise<IntegrativePlan[]> =>
  q.all<IntegrativePlan>(sql`
    select i.id, i.number, i.items, i.why, i.signed_at as "signedAt", s.name as "signedBy"
    from integrative_plan i
    join evaluation e on e.clinic_id = i.clinic_id and e.id = i.evaluation_id and e.closed_at is null
    join staff s on s.clinic_id = i.clinic_id and s.id = i.signed_by
    where i.patient_id = ${patientId} order by i.number desc`)

/** The version that counts, for letters and whoever else reads it. */
export const integrativePlanOf = async (q: Query, patientId: string): Promise<IntegrativePlan | undefined> =>
  (await listIntegrative(q, patientId))[0]
