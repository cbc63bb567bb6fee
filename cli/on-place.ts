import { askControl, type Request } from '../database/control.ts'
import type { Database } from '../database/types.ts'
import { openKept } from './open.ts'
import { placeFrom } from './place.ts'

/**
 * Does something with this installation’s database: asks the running Evenkeel, which alone may touch an embedded
 * database’s folder, and opens the database itself where none runs.
 */
export const onPlace = async <T>(request: Request, work: (db: Database) => Promise<T>): Promise<T> => {
  const place = placeFrom(process.env)
  if (!place.url) {
    const asked = await askControl(place.dataDir, request)
    if (asked) return asked.done as T
  }
  const db = await openKept(place)
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}
