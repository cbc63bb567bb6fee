import { z } from 'zod'
import { reading } from '../../database/read.ts'
import { says } from '../../web/words/en/says/stock.ts'
import { chosenLocation, listLocations, placesOf, shownIn } from '../locations/queries.ts'
import { csvFile } from '../print/csv.ts'
import { paperPdf } from '../print/paper.ts'
import { Problem } from '../request/problem.ts'
import { type Context, type Route, route } from '../request/route.ts'
import { locationId } from './ledger.ts'
import { findToday, listItems, listLots } from './queries.ts'
import { findCount, listInventories } from './queries-count.ts'
import { asPaper, csvRows, inventorySheet, type Sheet } from './report.ts'

export const As = z.enum(['pdf', 'csv'])

/** A sheet as a paper to read, or as a table to take away. */
export const sheetFile = async (sheet: Sheet, as: z.infer<typeof As>, name: string, now: Context['now']) => {
  if (as === 'csv') return csvFile(csvRows(sheet), name)
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}.pdf"`,
    'cache-control': 'no-store',
  }
  return new Response(await paperPdf(asPaper(sheet, name, now)), { headers })
}

const inventories = route({
  method: 'GET',
  path: '/api/stock/inventories',
  may: 'stock.read',
  query: z.object({ location: locationId }),
  handle: ({ db, clinicId, query: { location } }) =>
    reading(db, { clinicId }, async (q) => {
      const locations = await listLocations(q)
      const { id: at } = shownIn(locations, location)
      const taken = await listInventories(q, at)
      return {
        location: at,
        locations: placesOf(locations),
        inventories: taken.map(({ id, business, takenOn, by }) => ({ id, business, takenOn, by })),
      }
    }),
})

const inventory = route({
  method: 'GET',
  path: '/api/stock/inventories/:countId',
  may: 'stock.read',
  params: z.object({ countId: z.uuid() }),
  query: z.object({ as: As.default('pdf') }),
  handle: async ({ db, clinicId, now, params: { countId }, query }) => {
    const sheet = await reading(db, { clinicId }, async (q) => {
      const count = await findCount(q, countId)
      if (count?.purpose !== 'inventory') throw new Problem('not-found', says.noEntry)
      const [items, lots, { name: clinic }, location] = await Promise.all([
        listItems(q),
        listLots(q),
        findToday(q, now),
        chosenLocation(q, count.locationId),
      ])
      return inventorySheet(count, { items, lots, clinic, location })
    })
    return sheetFile(sheet, query.as, 'inventory', now)
  },
})

export const reportRoutes: Route[] = [inventories, inventory]
