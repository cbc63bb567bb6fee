import { z } from 'zod'
import { says } from '../../web/words/en/says/stock.ts'
import { chosenIn, listLocations } from '../locations/queries.ts'
import { Problem } from '../request/problem.ts'
import { route } from '../request/route.ts'
import { appendEntry, lotOf, waitForItem } from './changes.ts'
import { findItemOrSay, findLotOrSay } from './found.ts'
import { amountOf } from './item.ts'
import { Transfer } from './ledger.ts'
import { findEntry } from './queries.ts'
import { changing } from './routes-entry.ts'

/** Out of a lot of one registered location and into the same lot of another: one act, two entries (CS-3, CS-15). */
export const transferRoute = route({
  method: 'POST',
  path: '/api/stock/items/:itemId/transfers',
  may: 'stock.record',
  params: z.object({ itemId: z.uuid() }),
  body: Transfer.extend({ inId: z.uuid() }),
  handle: async ({ params: { itemId }, body, ...context }) => {
    const by = { actorId: context.actor.id, now: context.now }
    await changing(context, 'stock.transfer', { kind: 'stock item', id: itemId }, async (tx) => {
      const item = await findItemOrSay(tx, itemId)
      await waitForItem(tx, itemId)
      const from = await findLotOrSay(tx, body.lotId, itemId)
      const locations = await listLocations(tx)
      const to = chosenIn(locations, body.toLocationId)
      const wrong = (field: string, sentence: string) =>
        new Problem('invalid', sentence, { fields: { [field]: sentence } })
      if (to.id === from.locationId) throw wrong('toLocationId', says.toItself)
      if (item.form !== 'vial' && body.quantity.openMl > 0) throw wrong('quantity.full', says.noOpened)
      const amount = amountOf(item, body.quantity)
      if (amount === 0) throw wrong('quantity.full', says.something)
      const there = await findEntry(tx, body.id)
      if (there) {
        const sameWay = there.kind === 'transferred out' && there.lotId === from.id && there.party === to.name
        const sameTime = body.happenedAt === undefined || there.happenedAt === body.happenedAt
        if (sameWay && sameTime && there.amount === -amount) return undefined
        throw new Problem('conflict', says.sameId, { first: { by: there.by, at: there.recordedAt } })
      }
      const lotId = await lotOf(tx, item, { ...from, locationId: to.id }, by)
      const { id, inId, happenedAt = context.now } = body
      const out = { id, itemId, lotId: from.id, kind: 'transferred out' as const, amount: -amount, happenedAt }
      await appendEntry(tx, { ...out, party: to.name, transferWith: inId }, by)
      const party = chosenIn(locations, from.locationId).name
      await appendEntry(tx, { ...out, id: inId, lotId, kind: 'transferred in', amount, party, transferWith: id }, by)
      return undefined
    })
    return { id: body.id }
  },
})
