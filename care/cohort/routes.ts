import { randomUUID } from 'node:crypto'
import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { csvFile } from '../../clinic/print/csv.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { deidentified } from './deidentified.ts'
import { listStarted } from './queries.ts'
import { readCohort } from './read.ts'
import { cohortSheet } from './sheet.ts'

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
    handle: async ({ db, clinicId, now }) => {
      const clinic = await reading(db, { clinicId }, findClinic)
      const sheet = cohortSheet(await readCohort(db, clinicId, now), clinic?.timeZone ?? 'UTC')
      return csvFile(sheet, 'clinic-outcomes')
    },
  }),
  route({
    method: 'GET',
    path: '/api/cohort/deidentified',
    may: 'cohort.export',
    opens: 'cohort.export',
    handle: async ({ db, clinicId }) => {
      const [clinic, started] = await Promise.all([reading(db, { clinicId }, findClinic), listStarted(db, clinicId)])
      return csvFile(deidentified(started, clinic?.timeZone ?? 'UTC', randomUUID), 'deidentified-scores')
    },
  }),
]
