import { randomUUID } from 'node:crypto'
import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { csv } from '../../clinic/print/csv.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { deidentified } from './deidentified.ts'
import { listStarted } from './queries.ts'
import { readCohort } from './read.ts'
import { cohortSheet } from './sheet.ts'

const file = (rows: Parameters<typeof csv>[0], name: string): Response =>
  new Response(csv(rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    },
  })

export const cohortRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/cohort',
    may: 'cohort.read',
    handle: ({ db, clinicId, now }) => readCohort(db, clinicId, now),
  }),
  route({
    method: 'GET',
    path: '/api/cohort/table',
    may: 'cohort.read',
    opens: 'cohort.table',
    handle: async ({ db, clinicId, now }) => file(cohortSheet(await readCohort(db, clinicId, now)), 'clinic-outcomes'),
  }),
  route({
    method: 'GET',
    path: '/api/cohort/deidentified',
    may: 'cohort.export',
    opens: 'cohort.export',
    handle: async ({ db, clinicId }) => {
      const [clinic, started] = await Promise.all([reading(db, { clinicId }, findClinic), listStarted(db, clinicId)])
      return file(deidentified(started, clinic?.timeZone ?? 'UTC', randomUUID), 'deidentified-scores')
    },
  }),
]
