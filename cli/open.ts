import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import type { Database } from '../database/types.ts'
import { type Place, placeFrom } from './place.ts'

/** Opens the database this installation uses; brings it to this version unless told to leave it as it is. */
export const openPlace = async (place: Place = placeFrom(process.env), bring = true): Promise<Database> => {
  const db = await openDatabase(place.url ? { url: place.url } : { dataDir: place.dataDir })
  if (bring) await migrate(db)
  return db
}
