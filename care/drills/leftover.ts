import { listDemos } from '../../clinic/accounts/demo-clinic.ts'
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
  const drills = await listDrillClinics(db)
  if (drills.length === 0) return 0
  // The clock of a demo that is being made runs through the past: its drills look old and are under way.
  const underway = (await listDemos(db)).filter(({ madeAt }) => madeAt === null).map(({ clinicId }) => clinicId)
  let discarded = 0
  for (const { clinicId, drillOf, createdAt } of drills) {
    if (underway.includes(drillOf)) continue
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
