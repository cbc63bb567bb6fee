import { randomUUID } from 'node:crypto'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import type { Play } from './queries.ts'
import type { Report } from './report.ts'
import type { NewSignOff } from './training.ts'

/** In a drill clinic: from here on its script is played. */
export const beginPlay = (tx: Tx, play: Omit<Play, 'aheadMs' | 'patientId'>): Promise<number> =>
  tx.run(sql`
    insert into drill_play (clinic_id, drill_id, script, version, session_id, trainee_id, began_at, played)
    values (evenkeel_clinic(), ${play.drillId}, ${play.script}, ${play.version}, ${play.sessionId}, ${play.traineeId},
            ${play.beganAt}, ${sql.json(play.played)})`)

/** In a drill clinic: its clock goes on from one moment to a later one. Twice to the same one is refused by the key. */
export const moveClock = (tx: Tx, drillId: string, from: Instant, to: Instant): Promise<number> =>
  tx.run(sql`
    insert into drill_step (clinic_id, id, drill_id, from_at, to_at)
    values (evenkeel_clinic(), ${randomUUID()}, ${drillId}, ${from}, ${to}) on conflict do nothing`)

/** In the clinic whose staff train. */
export const saveDrill = (
  tx: Tx,
  drill: { id: string; staffId: string; script: string; version: number; now: Instant; playedIn: string },
): Promise<number> =>
  tx.run(sql`
    insert into drill (clinic_id, id, staff_id, script, version, started_at, played_in)
    values (evenkeel_clinic(), ${drill.id}, ${drill.staffId}, ${drill.script}, ${drill.version}, ${drill.now},
            ${drill.playedIn})`)

/** @returns 0 when it was kept already */
export const keepReport = (tx: Tx, drillId: string, report: Report, by: string, now: Instant): Promise<number> =>
  tx.run(sql`
    insert into drill_report (clinic_id, drill_id, at, by_id, report)
    values (evenkeel_clinic(), ${drillId}, ${now}, ${by}, ${report}) on conflict do nothing`)

/** @returns 0 when somebody was first */
export const saveSignOff = (
  tx: Tx,
  drill: { id: string; staffId: string },
  { id, answer, words }: NewSignOff,
  by: string,
  now: Instant,
): Promise<number> =>
  tx.run(sql`
    insert into drill_sign_off (clinic_id, id, drill_id, staff_id, by_id, at, answer, words)
    values (evenkeel_clinic(), ${id}, ${drill.id}, ${drill.staffId}, ${by}, ${now}, ${answer}, ${words})
    on conflict (clinic_id, drill_id) do nothing`)
