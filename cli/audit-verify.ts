import { parseArgs } from 'node:util'
import { verifyAudit } from '../clinic/audit/verify.ts'
import { listClinicIds } from '../database/owner.ts'
import { openPlace } from './open.ts'
import { placeFrom } from './place.ts'

/** Exit code 0 when every chain is whole, 3 when an entry is changed, missing or out of order. */
export const run = async (args: string[]): Promise<number> => {
  const { values } = parseArgs({ args, options: { help: { type: 'boolean' } } })
  if (values.help) {
    console.log(
      'evenkeel audit verify\n\nRecomputes the hash of every audit entry of every clinic and compares the chain with its head.',
    )
    console.log('Prints JSON: one object a clinic, with the first entry that is wrong. Exit code 3 when one is.')
    return 0
  }
  const db = await openPlace(placeFrom(process.env), false)
  try {
    const clinics = []
    for (const clinicId of await listClinicIds(db)) clinics.push({ clinicId, ...(await verifyAudit(db, clinicId)) })
    console.log(JSON.stringify({ whole: clinics.every((clinic) => clinic.whole), clinics }, null, 2))
    return clinics.every((clinic) => clinic.whole) ? 0 : 3
  } finally {
    await db.close()
  }
}
