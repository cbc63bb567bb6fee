import { z } from 'zod'
import { reading } from '../../database/read.ts'
import { says } from '../../web/words/en/says/stock.ts'
import { Problem } from '../request/problem.ts'
import { type Route, route } from '../request/route.ts'
import { saveSettled, sentBefore, waitForItem } from './changes.ts'
import { findDoseOrSay, findLotOrSay } from './found.ts'
import { Words } from './ledger.ts'
import { findEntry, findToday, listItems, listLots, listWastedOf } from './queries.ts'
import { differenceOf, listDosesOf } from './queries-dose.ts'
import { changing } from './routes-entry.ts'
import type { OfSession } from './shown.ts'
import { draw } from './withdraw.ts'

const DoseId = z.object({ doseId: z.uuid() })

/** A dose that was not drawn from the ledger when it was given is drawn now. */
const drawLater = route({
  method: 'POST',
  path: '/api/stock/doses/:doseId/draw',
  may: 'stock.record',
  params: DoseId,
  body: z.object({ id: z.uuid(), lotId: z.uuid(says.noLot) }),
  handle: async ({ params: { doseId }, body: { id, lotId }, ...context }) => {
    const by = { actorId: context.actor.id, now: context.now }
    await changing(context, 'stock.draw', { kind: 'stock dose', id: doseId }, async (tx) => {
      const dose = await findDoseOrSay(tx, doseId)
      const { itemId } = await findLotOrSay(tx, lotId)
      await waitForItem(tx, itemId)
      const stored = await findEntry(tx, id)
      if (stored?.lotId === lotId && stored.kind === 'withdrawn') return { itemId }
      if (stored) throw new Problem('conflict', says.sameId)
      if (dose.drawn !== null) throw new Problem('conflict', says.drawnAlready)
      if (differenceOf(dose) === undefined) throw new Problem('conflict', says.agrees)
      const { drug, form, mg, givenAt } = dose
      const taken = { drug, form, mg, pieces: dose.pieces ?? undefined, strength: dose.strength ?? undefined }
      await draw(tx, { ...taken, id: doseId, givenAt, lotId, entryId: id, field: 'lotId' }, by)
      return { itemId }
    })
    return { id }
  },
})

/** Why a dose and the ledger differ and may stay so. */
const settle = route({
  method: 'POST',
  path: '/api/stock/doses/:doseId/settle',
  may: 'stock.settle',
  params: DoseId,
  body: z.object({ id: z.uuid(), words: Words }),
  handle: async ({ params: { doseId }, body: { id, words }, ...context }) => {
    const by = { actorId: context.actor.id, now: context.now }
    await changing(context, 'stock.settle-dose', { kind: 'stock dose', id: doseId }, async (tx) => {
      await waitForItem(tx, doseId)
      if (await sentBefore(tx, { table: 'stock_dose_settled', about: 'dose_id' }, id, doseId)) return undefined
      const dose = await findDoseOrSay(tx, doseId)
      if (differenceOf(dose) === undefined) throw new Problem('conflict', says.agrees)
      await saveSettled(tx, { id, doseId, words, seq: dose.seq }, by)
      return undefined
    })
    return { id }
  },
})

/** What the doses of one session took from the ledger, and what was wasted with them. */
const ofSession = route({
  method: 'GET',
  path: '/api/stock/of-session',
  may: 'stock.record',
  query: z.object({ session: z.uuid() }),
  handle: ({ db, clinicId, now, query: { session } }) =>
    reading(db, { clinicId }, async (q): Promise<OfSession> => {
      const doses = await listDosesOf(q, session)
      const [lots, items, wasted, { witness }] = await Promise.all([
        listLots(q),
        listItems(q),
        listWastedOf(
          q,
          doses.map(({ id }) => id),
        ),
        findToday(q, now),
      ])
      return {
        witness,
        doses: doses.flatMap((dose) => {
          const lot = lots.find(({ id }) => id === dose.lotId)
          const item = items.find(({ id }) => id === lot?.itemId)
          return lot && item
            ? [{ ...dose, balance: lot.balance, item, wasted: wasted.filter(({ doseId }) => doseId === dose.id) }]
            : []
        }),
      }
    }),
})

export const stockDoseRoutes: Route[] = [drawLater, settle, ofSession]
