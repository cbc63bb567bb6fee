import { parseArgs } from 'node:util'
import { migrate } from '../database/migrate.ts'
import { openPlace } from './open.ts'
import { placeFrom } from './place.ts'

/** Brings the database to this version. Forward only; prints what was applied as JSON. */
export const run = async (args: string[]): Promise<number> => {
  const { values } = parseArgs({ args, options: { help: { type: 'boolean' } } })
  if (values.help) {
    console.log(
      'evenkeel migrate\n\nApplies the migrations this version has and the database has not. Stop the server first.',
    )
    return 0
  }
  const db = await openPlace(placeFrom(process.env), false)
  try {
    const applied = await migrate(db)
    console.log(JSON.stringify({ place: db.place, applied }))
    return 0
  } finally {
    await db.close()
  }
}
