import type { SignedRhythm } from '../../clinic/accounts/settings/queries.ts'
import { sql } from '../../database/sql.ts'
import type { Query, Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import type { NewRhythm } from './rhythm.ts'

/** What this clinic signed for, the newest first. */
export const listRhythms = (q: Query): Promise<SignedRhythm[]> =>
  q.all<SignedRhythm>(sql`
    select r.induction_days as "inductionDays", r.later_days as "laterDays", r.why, r.signed_as as "signedAs",
           s.name as "signedBy", r.signed_at as "signedAt"
    from asking_rhythm r join staff s on s.clinic_id = r.clinic_id and s.id = r.signed_by
    order by r.seq desc limit 20`)

/** Appended: what held before stays on record. The same twice is stored once. */
export const saveRhythm = (
  tx: Tx,
  { id, inductionDays, laterDays, why, signedAs }: NewRhythm,
  by: { staffId: string; now: Instant },
): Promise<number> =>
  tx.run(sql`
    insert into asking_rhythm (clinic_id, id, induction_days, later_days, why, signed_as, signed_by, signed_at)
    values (evenkeel_clinic(), ${id}, ${inductionDays ?? null}, ${laterDays ?? null}, ${why}, ${signedAs},
            ${by.staffId}, ${by.now})
    on conflict do nothing`)
