import { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { chosenLocation } from '../../clinic/locations/queries.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { locationId } from '../../clinic/stock/ledger.ts'
import { findToday, listItems, listWastedOf } from '../../clinic/stock/queries.ts'
import { listAdministered } from '../../clinic/stock/queries-dose.ts'
import { logSheet } from '../../clinic/stock/report.ts'
import { As, sheetFile } from '../../clinic/stock/routes-report.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addDays, Day, daysBetween } from '../../science/time.ts'
import { says } from '../../web/words/en/says/stock.ts'
import { stockWords } from '../../web/words/en/stock.ts'
import { receivedIn } from './administered.ts'
import { listDosing } from './queries.ts'
import { sessionFrom } from './session.ts'

/** The log of what was given in a period: what each dose took from the ledger's words, what became of it from the session's. */
const administered = route({
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
      const sessionIds = [...new Set(doses.map(({ sessionId }) => sessionId))]
      const [logs, wasted, items] = await Promise.all([
        listDosing(q, sql`s.id = any(${sessionIds}::uuid[])`),
        listWastedOf(
          q,
          doses.map(({ id }) => id),
        ),
        listItems(q),
      ])
      const received = new Map([...logs.values()].flatMap((log) => [...receivedIn(sessionFrom(log), now)]))
      const become = (doseId: string) => received.get(doseId) ?? stockWords.paper.notRecorded
      return logSheet(doses, { become, wasted, items }, { from, until, clinic, location, timeZone, as })
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
    return sheetFile(sheet, as, 'administration-log', now)
  },
})

export const administeredRoutes: Route[] = [administered]
