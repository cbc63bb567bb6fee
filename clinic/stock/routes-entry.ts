import { z } from 'zod'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/stock.ts'
import { auditedAs } from '../audit/audited.ts'
import { chosenLocation } from '../locations/queries.ts'
import { Problem } from '../request/problem.ts'
import { type Context, type Route, route } from '../request/route.ts'
import { appendEntry, type EntryToSave, lotOf, refusalOf, saveWitness, sentBefore, waitForItem } from './changes.ts'
import { findDoseOrSay, findEntryOrSay, findItemOrSay, findLotOrSay } from './found.ts'
import { amountOf, round } from './item.ts'
import { Correct, NewEntry } from './ledger.ts'
import { findEntry, findToday, listWastedOf } from './queries.ts'

const ItemId = z.object({ itemId: z.uuid() })
const EntryId = z.object({ entryId: z.uuid() })

/** One change of the ledger, audited; what the database refuses comes back as a sentence. */
export const changing = async (
  { db, clinicId, actor, now }: Context,
  action: string,
  subject: { kind: string; id: string },
  /** Answers the item it was about, where only the change finds out: the trail and open screens go by the item. */
  change: (tx: Tx) => Promise<{ itemId: string } | undefined>,
): Promise<void> => {
  try {
    await auditedAs(db, clinicId, change, (item) => ({
      actor,
      action,
      at: now,
      ...(item
        ? { subject: { kind: 'stock item', id: item.itemId }, detail: { [subject.kind]: subject.id } }
        : { subject }),
    }))
  } catch (error) {
    throw refusalOf(error)
  }
}

/**
 * The same again is harmless; another content under the same id is refused. What happened “now” happened when it was heard
 * first. @returns whether it is there already
 */
const isThere = async (tx: Tx, entry: EntryToSave, happenedAt: Instant | undefined): Promise<boolean> => {
  const there = await findEntry(tx, entry.id)
  if (!there) return false
  const same =
    there.kind === entry.kind &&
    there.lotId === entry.lotId &&
    there.amount === entry.amount &&
    (happenedAt === undefined || there.happenedAt === happenedAt) &&
    there.party === (entry.party ?? '') &&
    there.words === (entry.words ?? '') &&
    there.doseId === (entry.doseId ?? null) &&
    there.ofDrawn === (entry.ofDrawn ?? 0)
  if (!same) throw new Problem('conflict', says.sameId, { first: { by: there.by, at: there.recordedAt } })
  return true
}

/** Waste of a dose is of the lot it came from, and no more than it took. @throws Problem */
const checkWasteOf = async (tx: Tx, { doseId, lotId, ofDrawn = 0 }: EntryToSave): Promise<void> => {
  const wrong = (field: string, sentence: string) => new Problem('invalid', sentence, { fields: { [field]: sentence } })
  if (!doseId) throw wrong('ofDrawn', says.wasteOfDose)
  const { drawn, lotId: from } = await findDoseOrSay(tx, doseId)
  if (from !== lotId) throw wrong('lotId', says.wasteOtherLot)
  const before = (await listWastedOf(tx, [doseId])).reduce((sum, waste) => sum + waste.ofDrawn, 0)
  if (round(before + ofDrawn) > (drawn ?? 0)) throw wrong('ofDrawn', says.wasteTooMuch)
}

/** Where a lot comes in: named, or the clinic's one location. */
const at = async <Coming extends { locationId?: string | undefined }>(tx: Tx, body: Coming) => ({
  ...body,
  locationId: (await chosenLocation(tx, body.locationId)).id,
})

const record = route({
  method: 'POST',
  path: '/api/stock/items/:itemId/entries',
  may: 'stock.record',
  params: ItemId,
  body: NewEntry,
  handle: async ({ params: { itemId }, body, ...context }) => {
    const { actor, now } = context
    const by = { actorId: actor.id, now }
    await changing(context, `stock.${body.kind}`, { kind: 'stock item', id: itemId }, async (tx) => {
      const item = await findItemOrSay(tx, itemId)
      await waitForItem(tx, itemId)
      const amount = amountOf(item, body.quantity)
      const ofDrawn = body.kind === 'wasted' ? (body.ofDrawn ?? 0) : 0
      const wrong =
        item.form !== 'vial' && body.quantity.openMl > 0
          ? says.noOpened
          : amount === 0 && ofDrawn === 0 && says.something
      if (wrong) throw new Problem('invalid', wrong, { fields: { 'quantity.full': wrong } })
      const comes = body.kind === 'opening' || body.kind === 'received'
      const lotId = comes
        ? await lotOf(tx, item, await at(tx, body), by)
        : (await findLotOrSay(tx, body.lotId, itemId)).id
      const { witness } = await findToday(tx, now)
      const entry = {
        id: body.id,
        itemId,
        lotId,
        kind: body.kind,
        amount: comes ? amount : -amount,
        happenedAt: body.happenedAt ?? now,
        party: 'party' in body ? body.party : undefined,
        words: 'words' in body ? body.words : undefined,
        doseId: 'doseId' in body ? body.doseId : undefined,
        ofDrawn,
        witnessNeeded: body.kind === 'wasted' && witness !== 'no',
      }
      if (await isThere(tx, entry, body.happenedAt)) return undefined
      if (ofDrawn > 0 || entry.doseId) await checkWasteOf(tx, entry)
      await appendEntry(tx, entry, by)
      return undefined
    })
    return { id: body.id }
  },
})

const witness = route({
  method: 'POST',
  path: '/api/stock/entries/:entryId/witness',
  may: 'stock.record',
  params: EntryId,
  body: z.object({ id: z.uuid() }),
  handle: async ({ params: { entryId }, body: { id }, ...context }) => {
    const { actor, now } = context
    await changing(context, 'stock.witness', { kind: 'stock entry', id: entryId }, async (tx) => {
      const { itemId } = await findEntryOrSay(tx, entryId)
      await waitForItem(tx, itemId)
      if (await sentBefore(tx, { table: 'stock_witness', about: 'entry_id' }, id, entryId)) return { itemId }
      const entry = await findEntryOrSay(tx, entryId)
      if (!entry.witnessNeeded) throw new Problem('conflict', says.noWitnessNeeded)
      if (entry.witness) throw new Problem('conflict', says.witnessed(entry.witness.by), { first: entry.witness })
      if (entry.byId === actor.id) throw new Problem('not-allowed', says.witnessIsAnother)
      await saveWitness(tx, { id, entryId, recordedBy: entry.byId }, { actorId: actor.id, now })
      return { itemId }
    })
    return { id }
  },
})

const correctable = ['opening', 'received', 'withdrawn', 'wasted', 'returned']

/** What an entry should have said. It stays; the difference is a row that names it. */
const correct = route({
  method: 'POST',
  path: '/api/stock/entries/:entryId/correct',
  may: 'stock.settle',
  params: EntryId,
  body: Correct,
  handle: async ({ params: { entryId }, body, ...context }) => {
    const { actor, now } = context
    await changing(context, 'stock.correct', { kind: 'stock entry', id: entryId }, async (tx) => {
      const { itemId } = await findEntryOrSay(tx, entryId)
      await waitForItem(tx, itemId)
      const stored = await findEntry(tx, body.id)
      if (stored) {
        if (stored.corrects === entryId && stored.words === body.words) return { itemId }
        throw new Problem('conflict', says.sameId, { first: { by: stored.by, at: stored.recordedAt } })
      }
      const entry = await findEntryOrSay(tx, entryId)
      if (!correctable.includes(entry.kind)) throw new Problem('invalid', says.notCorrectable)
      const said = amountOf(await findItemOrSay(tx, itemId), body.quantity)
      const amount = round((entry.kind === 'opening' || entry.kind === 'received' ? said : -said) - entry.standing)
      if (amount === 0) throw new Problem('invalid', says.sameAmount, { fields: { 'quantity.full': says.sameAmount } })
      const { id, words } = body
      const { lotId } = entry
      const by = { actorId: actor.id, now }
      await appendEntry(
        tx,
        { id, itemId, lotId, kind: 'corrected', amount, happenedAt: now, words, corrects: entryId },
        by,
      )
      return { itemId }
    })
    return { id: body.id }
  },
})

export const entryRoutes: Route[] = [record, witness, correct]
