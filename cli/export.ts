import { parseArgs } from 'node:util'
import { StartProblem } from '../database/errors.ts'
import { exportClinic } from '../database/export.ts'
import { listClinicIds } from '../database/owner.ts'
import { openPlace } from './open.ts'
import { placeFrom } from './place.ts'

/** Prints what one clinic, or one patient, has: a JSON object, one array a table, column names as in schema.sql. */
export const run = async (args: string[]): Promise<number> => {
  const options = { help: { type: 'boolean' }, clinic: { type: 'string' }, patient: { type: 'string' } } as const
  const { values } = parseArgs({ args, options })
  if (values.help) {
    console.log('evenkeel export [--clinic ID] [--patient ID] > file.json\n')
    console.log('Every row of one clinic, or of one patient, as JSON: { format, tables: { name: [rows] } }.')
    console.log(
      'Secrets (passwords, keys, tokens) are left out. Stop the server first when it uses the embedded database.',
    )
    return 0
  }
  const db = await openPlace(placeFrom(process.env), false)
  try {
    const clinics = await listClinicIds(db)
    const clinicId = values.clinic ?? clinics[0]
    if (!clinicId || !clinics.includes(clinicId))
      throw new StartProblem(`There is no such clinic here. Known: ${clinics.join(', ') || 'none'}.`)
    if (!values.clinic && clinics.length > 1)
      throw new StartProblem(`There are several clinics here; say which with --clinic: ${clinics.join(', ')}.`)
    for await (const piece of exportClinic(db, clinicId, values.patient)) process.stdout.write(piece)
    return 0
  } finally {
    await db.close()
  }
}
