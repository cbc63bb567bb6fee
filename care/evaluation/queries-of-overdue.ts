import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import type { Day, Instant } from '../../science/time.ts'

export type Overdue = { patientId: string; name: string; route: Route; by: Day; ownerId: string; owner: string }

/**
 * Patients whose evaluation was to be done again by a day that has passed: of each route the determination that counts,
 * where it said suitable. Whoever determined owns it; what is theirs comes first. An ended evaluation holds by itself.
 */
export const listOverdue = (q: Query, actorId: string, now: Instant): Promise<Overdue[]> =>
  q.all<Overdue>(sql`
    select d.patient_id as "patientId", p.display_name as name, d.route, d.reevaluate_by as by,
           d.decided_by as "ownerId", s.name as owner
    from determination d
    join clinic c on c.clinic_id = d.clinic_id
    join evaluation e on e.clinic_id = d.clinic_id and e.id = d.evaluation_id and e.closed_at is null
    join staff s on s.clinic_id = d.clinic_id and s.id = d.decided_by
    join patient_now p on p.clinic_id = d.clinic_id and p.id = d.patient_id
    where d.outcome = 'suitable' and d.reevaluate_by < (${now}::timestamptz at time zone c.time_zone)::date
      and not exists (select from determination n where n.clinic_id = d.clinic_id and n.replaces = d.id)
      and not exists (select from determination_confirmation k
                      where k.clinic_id = d.clinic_id and k.determination_id = d.id and k.answer = 'not confirmed')
    order by d.decided_by <> ${actorId}, d.reevaluate_by, d.id`)
