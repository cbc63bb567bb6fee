import { z } from 'zod'
import { says } from '../../web/words/en/says/stock.ts'
import { Problem } from '../request/problem.ts'
import { type Route, route } from '../request/route.ts'
import { saveSettled, sentBefore, waitForItem } from './changes.ts'
import { findDoseOrSay, findLotOrSay } from './found.ts'
import { Words } from './ledger.ts'
import { findEntry } from './queries.ts'
import { differenceOf } from './queries-dose.ts'
import { changing } from './routes-entry.ts'
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
      if (stored?.lotId === lotId && stored.kind === 'withdrawn') return
      if (stored) throw new Problem('conflict', says.sameId)
      if (dose.drawn !== null) throw new Problem('conflict', says.drawnAlready)
      if (differenceOf(dose) === undefined) throw new Problem('conflict', says.agrees)
      const { drug, form, mg, givenAt } = dose
      const taken = { drug, form, mg, pieces: dose.pieces ?? undefined, strength: dose.strength ?? undefined }
      await draw(tx, { ...taken, id: doseId, givenAt, lotId, entryId: id, field: 'lotId' }, by)
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
      if (await sentBefore(tx, { table: 'stock_dose_settled', about: 'dose_id' }, id, doseId)) return
      const dose = await findDoseOrSay(tx, doseId)
      if (differenceOf(dose) === undefined) throw new Problem('conflict', says.agrees)
      await saveSettled(tx, { id, doseId, words, seq: dose.seq }, by)
    })
    return { id }
  },
})

export const stockDoseRoutes: Route[] = [drawLater, settle]
