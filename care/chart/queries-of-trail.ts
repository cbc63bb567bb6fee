import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import { type TrailEntry, trailPage } from './trail.ts'

/** Who opened or changed anything of one patient's, the newest first; `before` pages on. */
export const listTrail = (q: Query, patientId: string, before: number | undefined): Promise<TrailEntry[]> =>
  q.all<TrailEntry>(sql`
    select a.seq, a.at, jsonb_build_object('kind', a.actor_kind, 'name', s.name) as by, a.action,
           a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.detail
    from audit_entry a
    left join staff s on s.clinic_id = a.clinic_id and s.id = a.actor_id
    where a.patient_id = ${patientId} and a.seq < ${before ?? Number.MAX_SAFE_INTEGER}
    order by a.seq desc limit ${trailPage}`)
