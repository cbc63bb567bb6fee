import { sql } from '../../database/sql.ts'

/** Of an alert called `a` in the statement: nobody has closed it. */
export const stillOpen = sql`not exists (
  select from alert_event c where c.clinic_id = a.clinic_id and c.alert_id = a.id and c.kind = 'close')`
