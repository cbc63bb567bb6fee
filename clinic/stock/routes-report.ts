import { z } from 'zod'
import { reading } from '../../database/read.ts'
import { addDays, Day, daysBetween } from '../../science/time.ts'
import { says } from '../../web/words/en/says/stock.ts'
import { audited } from '../audit/audited.ts'
import { chosenLocation, listLocations, placesOf, shownIn } from '../locations/queries.ts'
import { csvFile } from '../print/csv.ts'
import { paperPdf } from '../print/paper.ts'
import { Problem } from '../request/problem.ts'
import { type Context, type Route, route } from '../request/route.ts'
import { locationId } from './ledger.ts'
import { findToday, listItems, listLots } from './queries.ts'
import { findCount, listInventories } from './queries-count.ts'
import { listAdministered } from './queries-dose.ts'
import { asPaper, csvRows, inventorySheet, logSheet, type Sheet } from './report.ts'

const As = z.enum(['pdf', 'csv'])

const file = async (sheet: Sheet, as: z.infer<typeof As>, name: string, now: Context['now']) => {
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
    return file(sheet, query.as, 'inventory', now)
  },
})

const log = route({
  method: 'GET',
  path: '/api/stock/log',
  may: 'stock.log',
  query: z.object({ from: Day, until: Day, location: locationId, as: As.default('pdf') }),
  handle: async ({ db, clinicId, actor, now, query: { from, until, location: named, as } }) => {
    const days = daysBetween(from, until)
    if (days < 0 || addDays(from, 731) < until)
      throw new Problem('invalid', says.period, { fields: { from: says.period } })
    const sheet = await reading(db, { clinicId }, async (q) => {
      const [{ name: clinic, timeZone }, location] = await Promise.all([findToday(q, now), chosenLocation(q, named)])
      const doses = await listAdministered(q, { locationId: location.id, from, until })
      return logSheet(doses, { from, until, clinic, location, timeZone, as })
    })
    // It names patients: whoever opens it is written down, as at a chart.
    const act = {
      clinicId,
      actor,
      action: 'stock.log.opened',
      at: now,
      detail: { from, until, ...(named && { location: named }), as },
    }
    await audited(db, act, async () => undefined)
    return file(sheet, as, 'administration-log', now)
  },
})

export const reportRoutes: Route[] = [inventories, inventory, log]
