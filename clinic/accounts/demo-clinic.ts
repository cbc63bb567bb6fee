import { listDemoClinics } from '../../database/owner.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Database } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { hasClinic } from './first-run.ts'

/** A synthetic clinic kept beside the real one. `madeAt`: since when it is whole; null while it is being made. */
export type DemoClinic = { clinicId: string; madeAt: Instant | null }

/** The entry of the trail that ends the making of a demo clinic. Without it the clinic is half-made. */
export const demoMade = 'demo.made'

/** When a demo clinic was finished; undefined while it is half-made. */
export const findMade = async (db: Database, clinicId: string): Promise<Instant | undefined> => {
  const made = await reading(db, { clinicId }, (q) =>
    q.maybe<{ at: Instant }>(sql`select at from audit_entry where action = ${demoMade} order by seq limit 1`),
  )
  return made?.at
}

/** Every demo clinic here: at most one that is whole, and what is left of one whose making was cut short. */
export const listDemos = async (db: Database): Promise<DemoClinic[]> => {
  const ids = await listDemoClinics(db)
  return Promise.all(ids.map(async (clinicId) => ({ clinicId, madeAt: (await findMade(db, clinicId)) ?? null })))
}

/**
 * Whether there is a demo clinic to look around in, and whether anybody may walk in. A door without a key stays open
 * only as long as no real clinic is kept here.
 */
export const demoDoor = async (db: Database): Promise<{ exists: boolean; enterable: boolean; clinicId?: string }> => {
  const whole = (await listDemos(db)).find(({ madeAt }) => madeAt !== null)
  if (!whole) return { exists: false, enterable: false }
  return { exists: true, enterable: !(await hasClinic(db)), clinicId: whole.clinicId }
}
