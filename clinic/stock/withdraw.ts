import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/stock.ts'
import { Problem } from '../request/problem.ts'
import { appendEntry, type By, refusalOf, refusalOfLot, waitForItem } from './changes.ts'
import { type Taken, takenFrom } from './item.ts'
import { findItem, findLot } from './queries.ts'

/** A dose that was given. `id` is the session entry's. */
export type DoseGiven = Taken & {
  id: string
  sessionId: string
  patientId: string
  givenAt: Instant
  /** As the session says them; with `stockLotId` they are the ledger's. */
  lot?: string | undefined
  expiry?: string | undefined
  /** The lot of the ledger it came from; without one it is listed as not drawn from the ledger. */
  stockLotId?: string | undefined
  /** Why a lot was given that the ledger does not have in stock and in date. */
  lotBecause?: string | undefined
}

/**
 * Writes a dose into the administration log and draws it from its lot, in the transaction of the session's entry: all of
 * it is there, or none. A lot that the ledger does not have needs words why; the dose is then kept and not drawn.
 * @throws Problem when the lot is not there, has expired, is held, or holds less than that
 */
export const withdrawForDose = async (tx: Tx, dose: DoseGiven, by: By): Promise<void> => {
  const { stockLotId: lotId } = dose
  const drawing = lotId === undefined ? undefined : { ...dose, lotId, entryId: dose.id, field: 'data.stockLotId' }
  const checked = drawing && (await checkedLot(tx, drawing))
  const { id, sessionId, patientId, drug, form, lot = '', lotBecause = '', givenAt } = dose
  await tx
    .run(sql`
      insert into stock_dose (clinic_id, id, session_id, patient_id, drug, form, lot, lot_because, given_at, recorded_at,
                              given_by)
      values (evenkeel_clinic(), ${id}, ${sessionId}, ${patientId}, ${drug}, ${form}, ${lot}, ${lotBecause}, ${givenAt},
              ${by.now}, ${by.actorId})`)
    .catch((error: unknown) => {
      throw refusalOfLot(error, drawing !== undefined)
    })
  await saveAmount(tx, { ...dose, doseId: dose.id }, by)
  if (checked) await take(tx, checked, drawing, by)
}

type Drawing = Omit<DoseGiven, 'stockLotId' | 'sessionId' | 'patientId'> & {
  lotId: string
  entryId: string
  field: string
}

const isOfDose = (field: string): boolean => field.startsWith('data.')

type Checked = { itemId: string; amount: number }

/** The lot's item and how much of it a dose takes. @throws Problem when the lot is another one than the dose says */
const checkedLot = async (tx: Tx, { lotId, field, ...dose }: Drawing): Promise<Checked> => {
  const wrong = (sentence: string) => new Problem('invalid', sentence, { fields: { [field]: sentence } })
  const lot = await findLot(tx, lotId)
  const item = lot && (await findItem(tx, lot.itemId))
  if (!item) throw wrong(says.noLot)
  const amount = takenFrom(item, dose)
  if (amount === undefined) throw wrong(says.otherDrug)
  if (isOfDose(field) && (dose.lot !== lot.lot || dose.expiry !== lot.expiry)) throw wrong(says.otherLot)
  return { itemId: item.id, amount }
}

const take = async (tx: Tx, { itemId, amount }: Checked, { lotId, entryId, field, ...dose }: Drawing, by: By) => {
  try {
    await waitForItem(tx, itemId)
    const entry = { id: entryId, itemId, lotId, doseId: dose.id, happenedAt: dose.givenAt }
    await appendEntry(tx, { ...entry, kind: 'withdrawn', amount: -amount }, by)
  } catch (error) {
    throw refusalOf(error, isOfDose(field))
  }
}

/** Takes a dose that was not drawn when it was given from a lot, later. */
export const draw = async (tx: Tx, drawing: Drawing, by: By): Promise<void> =>
  take(tx, await checkedLot(tx, drawing), drawing, by)

export type DoseAmended = Pick<Taken, 'mg' | 'pieces' | 'strength'> & { id: string; doseId: string; givenAt: Instant }

/**
 * What a dose says after its entry was corrected; 0 mg when it was withdrawn. The ledger stays as it is: where the two
 * differ now, the dose is listed until the ledger is corrected or somebody says why.
 */
export const amendDose = (tx: Tx, amended: DoseAmended, by: By): Promise<number> => saveAmount(tx, amended, by)

/** Nothing is added when the newest amount says the same. */
const saveAmount = (tx: Tx, { id, doseId, mg, pieces, strength, givenAt }: DoseAmended, by: By): Promise<number> =>
  tx.run(sql`
    insert into stock_dose_amount (clinic_id, id, dose_id, mg, pieces, strength, given_at, recorded_at, recorded_by)
    select evenkeel_clinic(), ${id}, d.id, ${mg}, ${pieces ?? null}, ${strength ?? null}, ${givenAt}, ${by.now}, ${by.actorId}
    from stock_dose d
    left join lateral (select * from stock_dose_amount x where x.clinic_id = d.clinic_id and x.dose_id = d.id
                       order by x.seq desc limit 1) a on true
    where d.id = ${doseId} and (a.id is null or
      (a.mg, a.pieces, a.strength, a.given_at) is distinct from
      (${mg}::numeric, ${pieces ?? null}::integer, ${strength ?? null}::numeric, ${givenAt}::timestamptz))`)
