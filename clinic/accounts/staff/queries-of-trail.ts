import { sql } from '../../../database/sql.ts'
import type { Query } from '../../../database/types.ts'
import { type AccountEvent, accountTrailPage } from './trail.ts'

/** As the index of 0077 has it: a screen that was touched, locked or unlocked is nothing to read about. */
const aboutAccounts = sql.raw(`a.subject_kind = 'staff'
  and a.action not in ('sign-in.seen', 'sign-in.lock', 'sign-in.unlock', 'sign-in.elsewhere')`)

/**
 * What happened to the accounts of a clinic, the newest first; `before` pages on. A try is written down before it is
 * judged: one that was right is there as the sign-in it became, every other one was refused.
 */
export const listAccountEvents = (q: Query, before: number | undefined): Promise<AccountEvent[]> =>
  q.all<AccountEvent>(sql`
    select a.seq, a.at, a.action, s.name, a.detail,
           jsonb_build_object('kind', a.actor_kind, 'name', b.name, 'self', a.actor_id::text is not distinct from a.subject_id) as by,
           i.device, case when a.action = 'sign-in.tried' then t.in_row end as "inRow"
    from audit_entry a
    left join staff s on s.clinic_id = a.clinic_id and s.id::text = a.subject_id
    left join staff b on b.clinic_id = a.clinic_id and b.id = a.actor_id
    left join lateral (select x.device from sign_in x
      where a.action = 'sign-in' and x.clinic_id = a.clinic_id and x.staff_id = s.id and x.created_at = a.at limit 1) i on true
    left join lateral (
      select count(*) filter (where t.outcome = 'tried') - count(*) filter (where t.outcome = 'elsewhere') as in_row
      from sign_in_attempt t
      where a.action = 'sign-in.tried' and t.clinic_id = a.clinic_id and t.staff_id = s.id and t.at <= a.at
        and t.seq > coalesce((select max(r.seq) from sign_in_attempt r where r.clinic_id = t.clinic_id
          and r.staff_id = t.staff_id and r.outcome = 'succeeded' and r.at < a.at), 0)) t on true
    where ${aboutAccounts} and a.action <> 'demo.unlock' and a.seq < ${before ?? Number.MAX_SAFE_INTEGER}
      and not (a.action = 'sign-in.tried' and exists (select from sign_in_attempt r where r.clinic_id = a.clinic_id
        and r.staff_id = s.id and r.at = a.at and r.outcome in ('succeeded', 'elsewhere')))
    order by a.seq desc limit ${accountTrailPage}`)
