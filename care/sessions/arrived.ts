import { sql } from '../../database/sql.ts'

/** Whether the patient of session `s` has arrived. With no end yet: is in the building, whenever it was booked for. */
export const hasArrived = sql.raw(`exists (select from session_event e
  where e.clinic_id = s.clinic_id and e.session_id = s.id and e.kind = 'arrived')`)
