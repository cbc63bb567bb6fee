import { discardDemo } from '../../database/discard-demo.ts'
import { listDrillClinics } from '../../database/owner.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Database } from '../../database/types.ts'
import { addMinutes, type Instant } from '../../science/time.ts'

/** A drill clinic is made as if it were six days old; one that nobody's record names a day later was never finished. */
const namedAfterDays = 7

/** Throws away what a stop in the wrong moment left: a drill whose report is kept already, or that no record names. */
export const discardLeftovers = async (db: Database, now: Instant): Promise<number> => {
  let discarded = 0
  for (const { clinicId, drillOf, createdAt } of await listDrillClinics(db)) {
    const record = await reading(db, { clinicId: drillOf }, (q) =>
      q.maybe<{ kept: boolean }>(sql`
        select exists (select from drill_report r where r.clinic_id = d.clinic_id and r.drill_id = d.id) as kept
        from drill d where d.played_in = ${clinicId}`),
    )
    const over = record ? record.kept : addMinutes(createdAt, namedAfterDays * 24 * 60) <= now
    if (!over) continue
    await discardDemo(db, clinicId)
    discarded += 1
  }
  return discarded
}
