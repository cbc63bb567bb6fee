import { isMade } from '../database/embedded/folder.ts'
import { StartProblem } from '../database/errors.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { owning } from '../database/owner.ts'
import { sql } from '../database/sql.ts'
import type { Database } from '../database/types.ts'
import { type Place, placeFrom } from './place.ts'

/** Opens the database this installation uses; brings it to this version unless told to leave it as it is. */
export const openPlace = async (place: Place = placeFrom(process.env), bring = true): Promise<Database> => {
  const db = await openDatabase(place.url ? { url: place.url } : { dataDir: place.dataDir })
  if (bring) await migrate(db)
  return db
}

/** Opens what is kept here already and leaves it as it is: a command that only reads makes nothing where nothing is. */
export const openKept = async (place: Place): Promise<Database> => {
  const { url, dataDir } = place
  if (!url && !isMade(dataDir))
    throw new StartProblem(`There is no Evenkeel data in ${dataDir}; say where it is with DATA_DIR.`)
  const db = await openPlace(place, false)
  const { there } = await owning(db, (q) =>
    q.one<{ there: boolean }>(sql`select to_regclass('clinic') is not null as there`),
  )
  if (there) return db
  await db.close()
  throw new StartProblem(`There is no Evenkeel data at ${db.place}; nothing was made there.`)
}
