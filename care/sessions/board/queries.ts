import { sql } from '../../../database/sql.ts'
import type { Query } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import type { Silence } from './alarm.ts'

/** Silences that are not over, the newest first, each with the name of whoever pressed. */
export const listSilences = (q: Query, now: Instant): Promise<Silence[]> =>
  q.all<Silence>(sql`
    select b.id, s.name as by, b.at, b.until, b.alarms
    from board_silence b join staff s on s.clinic_id = b.clinic_id and s.id = b.by_id
    where b.until > ${now} order by b.at desc, b.id`)
