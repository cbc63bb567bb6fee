import { z } from 'zod'
import { reading } from '../../database/read.ts'
import { stockNumbers } from '../../science/stock.ts'
import { addDays } from '../../science/time.ts'
import { says } from '../../web/words/en/says/stock.ts'
import { audited } from '../audit/audited.ts'
import { chosenLocation, listLocations, placesOf, shownIn } from '../locations/queries.ts'
import { Problem } from '../request/problem.ts'
import { type Route, route } from '../request/route.ts'
import { refusalOf, saveItem } from './changes.ts'
import { findItemOrSay } from './found.ts'
import { drugs, forms, NewItem } from './item.ts'
import { expiryOf, locationId } from './ledger.ts'
import {
  findItem,
  findToday,
  ledgerShown,
  listEntriesOf,
  listHeldItems,
  listItems,
  listLotsAt,
  listLotsFor,
  listUnwitnessed,
} from './queries.ts'
import { listInventories, listLastCounts, listMismatches } from './queries-count.ts'
import { listDiscrepancies } from './queries-dose.ts'
import { countRoutes } from './routes-count.ts'
import { stockDoseRoutes } from './routes-dose.ts'
import { entryRoutes } from './routes-entry.ts'
import { reportRoutes } from './routes-report.ts'
import { transferRoute } from './routes-transfer.ts'
import { openMatters } from './shown.ts'

const soonFrom = (today: Parameters<typeof addDays>[0]) => addDays(today, stockNumbers.expiringSoonDays.value)

const overview = route({
  method: 'GET',
  path: '/api/stock',
  may: 'stock.read',
  query: z.object({ location: locationId }),
  handle: ({ db, clinicId, now, query }) =>
    reading(db, { clinicId }, async (q) => {
      const [{ today, timeZone, witness }, locations] = await Promise.all([findToday(q, now), listLocations(q)])
      const { id: at } = shownIn(locations, query.location)
      const [items, lots, held, counts, mismatches, unwitnessed, discrepancies, inventories] = await Promise.all([
        listItems(q),
        listLotsAt(q, at),
        listHeldItems(q, at),
        listLastCounts(q, at),
        listMismatches(q, today),
        listUnwitnessed(q),
        listDiscrepancies(q),
        listInventories(q, at),
      ])
      const here = <Of extends { locationId: string }>(all: readonly Of[]): Of[] =>
        all.filter(({ locationId: of }) => of === at)
      const all = { mismatches: mismatches.filter(({ standing }) => standing.open), unwitnessed, discrepancies }
      const own = {
        mismatches: here(all.mismatches),
        unwitnessed: here(unwitnessed),
        discrepancies: here(discrepancies),
      }
      return {
        location: at,
        locations: placesOf(locations),
        today,
        timeZone,
        witness,
        items: items.map((item) => ({
          ...item,
          held: held.includes(item.id),
          lastCount: counts.find(({ itemId }) => itemId === item.id)?.takenAt ?? null,
          lots: lots
            .filter(({ itemId, balance }) => itemId === item.id && balance !== 0)
            .map((lot) => ({ ...lot, dated: expiryOf(lot.expiry, today, soonFrom(today)) })),
        })),
        ...own,
        openElsewhere: openMatters(all) - openMatters(own),
        lastInventory: inventories[0]?.takenOn ?? null,
      }
    }),
})

/** What the menu of every screen shows. */
const waiting = route({
  method: 'GET',
  path: '/api/stock/waiting',
  may: 'stock.read',
  handle: ({ db, clinicId, now }) =>
    reading(db, { clinicId }, async (q) => {
      const { today } = await findToday(q, now)
      const [mismatches, unwitnessed] = await Promise.all([listMismatches(q, today), listUnwitnessed(q)])
      return { waiting: mismatches.filter(({ standing }) => standing.open).length + unwitnessed.length }
    }),
})

const one = route({
  method: 'GET',
  path: '/api/stock/items/:itemId',
  may: 'stock.read',
  params: z.object({ itemId: z.uuid() }),
  query: z.object({ location: locationId }),
  handle: ({ db, clinicId, now, params: { itemId }, query }) =>
    reading(db, { clinicId }, async (q) => {
      const item = await findItemOrSay(q, itemId)
      const [{ today, timeZone, witness }, locations] = await Promise.all([findToday(q, now), listLocations(q)])
      const { id: at } = shownIn(locations, query.location)
      const [all, entries, mismatches] = await Promise.all([
        listLotsAt(q, at),
        listEntriesOf(q, itemId, at),
        listMismatches(q, today),
      ])
      const dated = all
        .filter((lot) => lot.itemId === itemId)
        .map((lot) => ({ ...lot, dated: expiryOf(lot.expiry, today, soonFrom(today)) }))
      const own = mismatches.filter((mismatch) => mismatch.itemId === itemId && mismatch.locationId === at)
      return {
        location: at,
        locations: placesOf(locations),
        item,
        today,
        timeZone,
        witness,
        lots: dated,
        entries,
        more: entries.length === ledgerShown,
        mismatches: own,
      }
    }),
})

const add = route({
  method: 'POST',
  path: '/api/stock/items',
  may: 'stock.record',
  body: NewItem,
  handle: async ({ db, clinicId, actor, now, body }) => {
    const subject = { kind: 'stock item', id: body.id }
    const act = { clinicId, actor, action: 'stock.item', at: now, subject }
    try {
      await audited(db, act, async (tx) => {
        if (await saveItem(tx, body, { actorId: actor.id, now })) return
        const there = await findItem(tx, body.id)
        const same =
          there?.drug === body.drug &&
          there.form === body.form &&
          there.strength === body.strength &&
          there.volumeMl === (body.volumeMl ?? null) &&
          there.ndc === (body.ndc ?? '')
        if (!same) throw new Problem('conflict', says.sameId)
      })
    } catch (error) {
      throw refusalOf(error)
    }
    return { id: body.id }
  },
})

/** What a dose can be drawn from: in date, something there. Which of it is held is said, so that it can be told why. */
const lotsForDose = route({
  method: 'GET',
  path: '/api/stock/lots',
  may: 'stock.read',
  query: z.object({ drug: z.enum(drugs), form: z.enum(forms), location: locationId }),
  handle: ({ db, clinicId, now, query: { location, ...query } }) =>
    reading(db, { clinicId }, async (q) => {
      const [{ today }, { id: at }] = await Promise.all([findToday(q, now), chosenLocation(q, location)])
      const [lots, held] = await Promise.all([
        listLotsFor(q, { ...query, locationId: at, today }),
        listHeldItems(q, at),
      ])
      return { lots: lots.map((lot) => ({ ...lot, held: held.includes(lot.itemId) })) }
    }),
})

export const stockRoutes: Route[] = [
  overview,
  waiting,
  one,
  add,
  lotsForDose,
  ...entryRoutes,
  transferRoute,
  ...countRoutes,
  ...stockDoseRoutes,
  ...reportRoutes,
]
