import type { By } from '../../clinic/stock/changes.ts'
import type { Taken } from '../../clinic/stock/item.ts'
import { amendDose, withdrawForDose } from '../../clinic/stock/withdraw.ts'
import type { Tx } from '../../database/types.ts'
import type { NewEvent } from './changes.ts'
import type { Dose } from './dose.ts'
import type { Entry } from './log.ts'

/** What a dose takes out of the cabinet, by route: of an infusion what was programmed, of a device the whole device. */
export const takenBy = (dose: Dose): Taken => {
  const { drug, mg } = dose
  if (dose.route === 'lozenge') return { drug, form: 'lozenge', mg, pieces: dose.count, strength: dose.strengthMg }
  if (dose.route === 'esketamine') return { drug, form: 'device', mg, pieces: 1 }
  return { drug, form: 'vial', mg }
}

/** A dose and what it draws from the ledger are one act: both are there, or neither. */
export const drawForDose = (
  tx: Tx,
  { id, sessionId, happenedAt, data }: NewEvent<'dose'>,
  patientId: string,
  by: By,
) => {
  const { lot, expiry, stockLotId, lotBecause } = data
  return withdrawForDose(
    tx,
    { ...takenBy(data), id, sessionId, patientId, givenAt: happenedAt, lot, expiry, stockLotId, lotBecause },
    by,
  )
}

/** A dose that reads otherwise after a correction: the ledger hears of it and stays as it is. */
export const amendDrawn = (
  tx: Tx,
  correctionId: string,
  { id: doseId, data, happenedAt, withdrawn }: Entry<'dose'>,
  by: By,
) => {
  const { mg, pieces, strength } = takenBy(data)
  const amended = { id: correctionId, doseId, givenAt: happenedAt, strength }
  return amendDose(tx, withdrawn ? { ...amended, mg: 0, pieces: 0 } : { ...amended, mg, pieces }, by)
}
