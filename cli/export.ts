import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { Request } from '../database/control.ts'
import { StartProblem } from '../database/errors.ts'
import { exportClinic, hasPatient } from '../database/export.ts'
import { listClinicIds } from '../database/owner.ts'
import type { Database } from '../database/types.ts'
import { onPlace } from './on-place.ts'

const help = `evenkeel export [--clinic ID] [--patient ID] > file.json

Every row of one clinic, or of one patient, as JSON: { format, clinicId, tables: { name: [rows] } }, with the column
names of schema.sql. Secrets (passwords, keys, tokens) are left out. Works while Evenkeel runs.`

/** Prints what one clinic, or one patient, has: a JSON object, one array a table, column names as in schema.sql. */
export const run = async (args: string[]): Promise<number> => {
  const options = { help: { type: 'boolean' }, clinic: { type: 'string' }, patient: { type: 'string' } } as const
  const { values } = parseArgs({ args, options })
  if (values.help) {
    console.log(help)
    return 0
  }
  const { clinic = null, patient = null } = values
  // By way of a file, since the running Evenkeel may be the one that reads, and a clinic can be large.
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-export-'))
  const to = join(folder, 'export.json')
  try {
    await onPlace({ command: 'export', to, clinic, patient }, (db) =>
      exportTo(db, { command: 'export', to, clinic, patient }),
    )
    await pipeline(createReadStream(to), process.stdout, { end: false })
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes one clinic's rows, or one patient's, to the new file `to`, readable by its owner only. */
export const exportTo = async (db: Database, { to, clinic, patient }: Request): Promise<void> => {
  if (typeof to !== 'string') throw new StartProblem('An export needs the name of a file.')
  const clinics = await listClinicIds(db)
  const named = typeof clinic === 'string' ? clinic : undefined
  const clinicId = named ?? clinics[0]
  if (!clinicId || !clinics.includes(clinicId)) {
    throw new StartProblem(`There is no such clinic here. Known: ${clinics.join(', ') || 'none'}.`)
  }
  if (!named && clinics.length > 1) {
    throw new StartProblem(`There are several clinics here; say which with --clinic: ${clinics.join(', ')}.`)
  }
  const patientId = typeof patient === 'string' ? patient : undefined
  if (patientId !== undefined && !(await hasPatient(db, clinicId, patientId))) {
    throw new StartProblem(
      `There is no patient ${patientId} in that clinic; their id is the one in the address of their chart.`,
    )
  }
  const pieces = exportClinic(db, clinicId, patientId)
  await pipeline(Readable.from(pieces), createWriteStream(to, { flags: 'wx', mode: 0o600 }))
}
