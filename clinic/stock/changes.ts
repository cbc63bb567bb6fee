import { randomUUID } from 'node:crypto'
import { DatabaseError } from '../../database/errors.ts'
import { sql } from '../../database/sql.ts'
import type { Query, Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/stock.ts'
import { Problem, type ProblemKind } from '../request/problem.ts'
import type { MismatchAct, NewCount } from './count.ts'
import { amountOf, type Item, type NewItem } from './item.ts'
import type { EntryKind } from './ledger.ts'
import { findLotNamed } from './queries.ts'

export type By = { actorId: string; now: Instant }

/** Waits for everybody else who moves or counts this item; the same lock as the triggers in 0014. */
export const waitForItem = (tx: Tx, itemId: string): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended(evenkeel_clinic()::text || ${itemId}::uuid::text, 14))`)

/** @returns false when there is something under this id */
export const saveItem = async (tx: Tx, item: NewItem, by: By): Promise<boolean> =>
  (await tx.run(sql`
    insert into stock_item (clinic_id, id, drug, form, strength, volume_ml, ndc, made_at, made_by)
    values (evenkeel_clinic(), ${item.id}, ${item.drug}, ${item.form}, ${item.strength}, ${item.volumeMl ?? null},
            ${item.ndc ?? ''}, ${by.now}, ${by.actorId})
    on conflict (clinic_id, id) do nothing`)) === 1

/** The lot of that number at that location, made if it is new. @throws Problem when it is known with another date */
export const lotOf = async (
  tx: Tx,
  item: Item,
  { lot, expiry, locationId }: { lot: string; expiry: string; locationId: string },
  by: By,
) => {
  const there = await findLotNamed(tx, { itemId: item.id, locationId, lot })
  if (there && there.expiry !== expiry) {
    const sentence = says.lotOtherExpiry(there.expiry)
    throw new Problem('invalid', sentence, { fields: { expiry: sentence } })
  }
  if (there) return there.id
  const id = randomUUID()
  await tx.run(sql`
    insert into stock_lot (clinic_id, id, item_id, location_id, lot, expiry, made_at, made_by)
    values (evenkeel_clinic(), ${id}, ${item.id}, ${locationId}, ${lot}, ${expiry}, ${by.now}, ${by.actorId})`)
  return id
}

export type EntryToSave = {
  id: string
  itemId: string
  lotId: string
  kind: EntryKind
  amount: number
  happenedAt: Instant
  party?: string | undefined
  words?: string | undefined
  doseId?: string | undefined
  ofDrawn?: number | undefined
  lineId?: string | undefined
  corrects?: string | undefined
  witnessNeeded?: boolean | undefined
  /** The other half of a transfer. */
  transferWith?: string | undefined
}

/** Appends to the ledger. The database refuses what cannot be. @throws Problem with a sentence for it */
export const appendEntry = async (tx: Tx, entry: EntryToSave, by: By): Promise<void> => {
  await tx.run(sql`
    insert into stock_entry (clinic_id, id, item_id, lot_id, kind, amount, happened_at, recorded_at, recorded_by, party,
                             words, dose_id, line_id, corrects, witness_needed, of_drawn, transfer_with)
    values (evenkeel_clinic(), ${entry.id}, ${entry.itemId}, ${entry.lotId}, ${entry.kind}, ${entry.amount},
            ${entry.happenedAt}, ${by.now}, ${by.actorId}, ${entry.party ?? ''}, ${entry.words ?? ''},
            ${entry.doseId ?? null}, ${entry.lineId ?? null}, ${entry.corrects ?? null}, ${entry.witnessNeeded ?? false},
            ${entry.ofDrawn ?? 0}, ${entry.transferWith ?? null})`)
}

export const saveWitness = (
  tx: Tx,
  { id, entryId, recordedBy }: { id: string; entryId: string; recordedBy: string },
  by: By,
) =>
  tx.run(sql`
    insert into stock_witness (clinic_id, id, entry_id, recorded_by, by_id, at)
    values (evenkeel_clinic(), ${id}, ${entryId}, ${recordedBy}, ${by.actorId}, ${by.now})`)

/** Writes a count down; beside each line the database puts what the ledger says at that moment. */
export const saveCount = async (
  tx: Tx,
  count: NewCount & { locationId: string },
  items: ReadonlyMap<string, Item>,
  by: By,
): Promise<void> => {
  const [itemId, business] = count.purpose === 'count' ? [count.itemId, null] : [null, count.business]
  await tx.run(sql`
    insert into stock_count (clinic_id, id, purpose, location_id, item_id, business, taken_at, recorded_at, recorded_by)
    values (evenkeel_clinic(), ${count.id}, ${count.purpose}, ${count.locationId}, ${itemId}, ${business}, ${count.takenAt}, ${by.now}, ${by.actorId})`)
  for (const line of count.lines) {
    const item = items.get(line.lotId)
    if (!item) throw new Problem('conflict', says.otherLots)
    await tx.run(sql`
      insert into stock_count_line (clinic_id, id, count_id, taken_at, item_id, lot_id, counted, estimated, expected)
      values (evenkeel_clinic(), ${line.id}, ${count.id}, ${count.takenAt}, ${item.id}, ${line.lotId},
              ${amountOf(item, line.quantity)}, ${line.estimated}, 0)`)
  }
}

export const saveMismatchAct = (tx: Tx, lineId: string, act: MismatchAct, by: By): Promise<number> =>
  tx.run(sql`
    insert into stock_mismatch_event (clinic_id, id, line_id, kind, outcome, words, at, by_id)
    values (evenkeel_clinic(), ${act.id}, ${lineId}, ${act.kind}, ${act.kind === 'found' ? act.outcome : null},
            ${'words' in act ? act.words : ''}, ${by.now}, ${by.actorId})`)

export const saveSettled = (
  tx: Tx,
  { id, doseId, words, seq }: { id: string; doseId: string; words: string; seq: number },
  by: By,
): Promise<number> =>
  tx.run(sql`
    insert into stock_dose_settled (clinic_id, id, dose_id, words, at, by_id, amount_seq)
    values (evenkeel_clinic(), ${id}, ${doseId}, ${words}, ${by.now}, ${by.actorId}, ${seq})`)

const refused: Record<string, { kind: ProblemKind; says: string; field?: string }> = {
  stock_never_negative: { kind: 'invalid', says: says.negative, field: 'quantity.full' },
  stock_entry_expired: { kind: 'invalid', says: says.expired, field: 'lotId' },
  stock_entry_elsewhere: { kind: 'invalid', says: says.elsewhere, field: 'lotId' },
  location_open: { kind: 'invalid', says: says.closed, field: 'locationId' },
  stock_entry_held: { kind: 'rule-held', says: says.held },
  stock_entry_not_future: { kind: 'invalid', says: says.future, field: 'happenedAt' },
  stock_count_not_future: { kind: 'invalid', says: says.future, field: 'takenAt' },
  stock_entry_one_withdrawal: { kind: 'conflict', says: says.drawnAlready },
  stock_item_once: { kind: 'conflict', says: says.itemThere },
  stock_entry_pkey: { kind: 'conflict', says: says.sameId },
  stock_count_pkey: { kind: 'conflict', says: says.sameId },
  stock_count_line_pkey: { kind: 'conflict', says: says.sameId },
  stock_mismatch_event_pkey: { kind: 'conflict', says: says.sameId },
  stock_witness_is_another: { kind: 'not-allowed', says: says.witnessIsAnother },
}

/** A refusal of the database as a sentence; what is not known here stays an error of ours. */
export const refusalOf = (error: unknown, forDose = false): unknown => {
  const known = error instanceof DatabaseError ? refused[error.constraint ?? ''] : undefined
  if (!known) return error
  const sentence = forDose ? (sentencesForDose[known.says] ?? known.says) : known.says
  const field = forDose ? 'data.stockLotId' : known.field
  return new Problem(known.kind, sentence, field ? { fields: { [field]: sentence } } : {})
}
/**
 * A dose whose lot the ledger does not have: of a lot that was typed the sentence stands where it can be said why, of one
 * that was picked where another can be.
 */
export const refusalOfLot = (error: unknown, picked: boolean): unknown => {
  const known = error instanceof DatabaseError ? lotRefused[error.constraint ?? ''] : undefined
  if (!known) return error
  const [sentence, field] = picked ? [known.picked, 'data.stockLotId'] : [known.typed, 'data.lotBecause']
  return new Problem('invalid', sentence, { fields: { [field]: sentence } })
}
const lotRefused: Record<string, { picked: string; typed: string }> = {
  stock_dose_not_in_stock: { picked: says.negativeForDose, typed: says.notInStock },
  stock_dose_expired: { picked: says.expiredForDose, typed: says.notInDate },
}
const sentencesForDose: Record<string, string> = {
  [says.negative]: says.negativeForDose,
  [says.expired]: says.expiredForDose,
  [says.held]: says.heldForDose,
  [says.elsewhere]: says.elsewhereForDose,
}

/** Whether this was stored under this id already. @throws Problem when something else was */
export const sentBefore = async (
  q: Query,
  { table, about }: { table: 'stock_witness'; about: 'entry_id' } | { table: 'stock_dose_settled'; about: 'dose_id' },
  id: string,
  subjectId: string,
): Promise<boolean> => {
  const there = await q.maybe<{ subjectId: string }>(
    sql`select ${sql.raw(about)} as "subjectId" from ${sql.raw(table)} where id = ${id}`,
  )
  if (there && there.subjectId !== subjectId) throw new Problem('conflict', says.sameId)
  return there !== undefined
}
