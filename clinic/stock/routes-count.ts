import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { reading } from '../../database/read.ts'
import type { Tx } from '../../database/types.ts'
import { says } from '../../web/words/en/says/stock.ts'
import { stockWords } from '../../web/words/en/stock.ts'
import { chosenLocation } from '../locations/queries.ts'
import { Problem } from '../request/problem.ts'
import { type Route, route } from '../request/route.ts'
import { appendEntry, type By, saveCount, saveMismatchAct, waitForItem } from './changes.ts'
import { MismatchAct, NewCount } from './count.ts'
import { findItemOrSay, findMismatchOrSay } from './found.ts'
import { amountOf, type Item, round } from './item.ts'
import { locationId } from './ledger.ts'
import { findBalanceAt, findToday, listItems } from './queries.ts'
import { type CountLine, findAgreeing, findCount, listToCount, type StoredCount } from './queries-count.ts'
import { changing } from './routes-entry.ts'
import type { MismatchShown, Sheet } from './shown.ts'

/** What to look for. It says nothing of how much there should be. */
const sheet = route({
  method: 'GET',
  path: '/api/stock/sheet',
  may: 'stock.record',
  query: z.object({ itemId: z.uuid().optional(), location: locationId }),
  handle: ({ db, clinicId, query: { itemId, location } }) =>
    reading(db, { clinicId }, async (q) => {
      const items = itemId ? [await findItemOrSay(q, itemId)] : await listItems(q)
      const { id } = await chosenLocation(q, location)
      return { location: id, items, lots: await listToCount(q, id, itemId) } satisfies Sheet
    }),
})

/** Whether a count was stored with these numbers: sent once more because the answer was lost, it was taken once. */
const isSameCount = (stored: StoredCount, sent: NewCount, items: readonly Item[]): boolean => {
  const about = sent.purpose === 'count' ? stored.itemId === sent.itemId : stored.business === sent.business
  const agrees = ({ itemId, lotId, counted, estimated }: CountLine): boolean => {
    const item = items.find(({ id }) => id === itemId)
    const line = sent.lines.find((one) => one.lotId === lotId)
    return item !== undefined && line?.estimated === estimated && amountOf(item, line.quantity) === counted
  }
  return about && stored.lines.length === sent.lines.length && stored.lines.every(agrees)
}

const count = route({
  method: 'POST',
  path: '/api/stock/counts',
  may: 'stock.record',
  body: NewCount,
  limit: 512 * 1024,
  handle: async ({ body, ...context }) => {
    const { actor, now, db, clinicId } = context
    await changing(context, `stock.${body.purpose}`, { kind: 'stock count', id: body.id }, async (tx) => {
      const about = body.purpose === 'count' ? { itemId: body.itemId } : undefined
      const items = body.purpose === 'count' ? [await findItemOrSay(tx, body.itemId)] : await listItems(tx)
      // In one order, so that two who count at once wait for each other and never in a ring.
      for (const { id } of items.toSorted((a, b) => a.id.localeCompare(b.id))) await waitForItem(tx, id)
      const stored = await findCount(tx, body.id)
      if (stored) {
        if (isSameCount(stored, body, items)) return about
        throw new Problem('conflict', says.sameId)
      }
      const { id: at } = await chosenLocation(tx, body.locationId)
      const lots = await listToCount(tx, at, body.purpose === 'count' ? body.itemId : undefined)
      const counted = new Set(body.lines.map(({ lotId }) => lotId))
      if (
        counted.size !== body.lines.length ||
        lots.length !== counted.size ||
        !lots.every(({ id }) => counted.has(id))
      )
        throw new Problem('conflict', says.otherLots)
      const itemOf = new Map(
        lots.flatMap(({ id, itemId }) => items.filter((item) => item.id === itemId).map((item) => [id, item])),
      )
      await saveCount(tx, { ...body, locationId: at }, itemOf, { actorId: actor.id, now })
      return about
    })
    const lines = await reading(db, { clinicId }, (q) => findCount(q, body.id))
    return { id: body.id, lines: lines?.lines ?? [] }
  },
})

const settle = route({
  method: 'POST',
  path: '/api/stock/mismatches/:lineId/events',
  may: 'stock.settle',
  params: z.object({ lineId: z.uuid() }),
  body: MismatchAct,
  handle: async ({ params: { lineId }, body, ...context }) => {
    const { actor, now } = context
    const by = { actorId: actor.id, now }
    await changing(
      context,
      `stock.mismatch.${body.kind.replaceAll(' ', '-')}`,
      { kind: 'stock mismatch', id: lineId },
      async (tx) => {
        const { today } = await findToday(tx, now)
        const { itemId } = await findMismatchOrSay(tx, lineId, today)
        await waitForItem(tx, itemId)
        const mismatch = await findMismatchOrSay(tx, lineId, today)
        const sent = mismatch.events.find(({ id }) => id === body.id)
        if (sent) {
          if (sent.kind === body.kind && ('words' in body ? body.words : '') === sent.words) return { itemId }
          throw new Problem('conflict', says.sameId, { first: { by: sent.by, at: sent.at } })
        }
        refuse(mismatch, body)
        if (body.kind === 'found') await settleLedger(tx, mismatch, body, by)
        await saveMismatchAct(tx, lineId, body, by)
        return { itemId }
      },
    )
    return { id: body.id }
  },
})

/** Of two people the first wins; the second is told who, and when. */
const refuse = ({ events, standing }: MismatchShown, { kind }: MismatchAct) => {
  if (kind === 'taken') return
  const first = events.find((event) => event.kind === kind)
  if (first) {
    const sentence = kind === 'found' ? says.foundAlready(first.by) : says.doneAlready(first.by)
    throw new Problem('conflict', sentence, { first: { by: first.by, at: first.at } })
  }
  if (kind !== 'found' && standing.tasks.length === 0) throw new Problem('conflict', says.notLost)
}

/** What was found has to fit what the ledger says by now; a loss or a surplus is written into it. */
const settleLedger = async (
  tx: Tx,
  mismatch: MismatchShown,
  { outcome, words }: Extract<MismatchAct, { kind: 'found' }>,
  by: By,
): Promise<void> => {
  const { id: lineId, itemId, lotId, counted, takenAt } = mismatch
  const wrong = (sentence: string) => new Problem('invalid', sentence, { fields: { outcome: sentence } })
  if (outcome === 'miscounted') {
    if (!(await findAgreeing(tx, mismatch))) throw wrong(says.recountFirst)
    return
  }
  const difference = round(counted - (await findBalanceAt(tx, lotId, takenAt)))
  if (outcome === 'record completed') {
    if (difference === 0) return
    const item = await findItemOrSay(tx, itemId)
    const show = (amount: number) => stockWords.amount(item, amount)
    throw wrong(says.recordFirst(show(round(counted - difference)), show(counted)))
  }
  if (outcome === 'loss or theft' && difference >= 0) throw wrong(says.notLess)
  if (outcome === 'surplus' && difference <= 0) throw wrong(says.notMore)
  const kind = outcome === 'surplus' ? 'surplus' : 'lost'
  await appendEntry(
    tx,
    { id: randomUUID(), itemId, lotId, kind, amount: difference, happenedAt: takenAt, words, lineId },
    by,
  )
}

export const countRoutes: Route[] = [sheet, count, settle]
