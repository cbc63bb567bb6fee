import { owning } from '../../database/owner.ts'
import { sql } from '../../database/sql.ts'
import type { Database } from '../../database/types.ts'
import { demoDoor } from './demo-clinic.ts'

/**
 * The clinic that the public pages of this server speak for, before anybody has signed in: its one real clinic; while
 * there is none, the demo. With several real ones none is guessed.
 */
export const findPublicClinicId = async (db: Database): Promise<string | undefined> => {
  const real = await owning(db, (q) =>
    q.all<{ id: string }>(sql`select clinic_id as id from clinic where not is_demo and drill_of is null limit 2`),
  )
  if (real.length > 0) return real.length === 1 ? real[0]?.id : undefined
  return (await demoDoor(db)).clinicId
}
