import { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { findPatient } from '../../clinic/records/queries.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { says } from '../../web/words/en/says/chart.ts'
import { readChart } from './queries.ts'
import { findRouteOf } from './queries-of-route.ts'
import { listTrail } from './queries-of-trail.ts'
import { trailPage } from './trail.ts'

const PatientId = z.object({ patientId: z.uuid() })

export const chartRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/patients/:patientId/chart',
    may: 'chart.read',
    patient: 'patientId',
    opens: 'chart.open',
    params: PatientId,
    handle: async ({ db, clinicId, now, params }) => {
      const chart = await reading(db, { clinicId }, (q) => readChart(q, params.patientId, now))
      if (!chart) throw new Problem('not-found', says.noSuchPatient)
      return chart
    },
  }),
  // Asked by a patient's pages that are about one route, by whoever may open any of them.
  route({
    method: 'GET',
    path: '/api/patients/:patientId/route',
    may: 'consent.read',
    patient: 'patientId',
    params: PatientId,
    handle: ({ db, clinicId, params }) =>
      reading(db, { clinicId }, async (q) => ({ route: await findRouteOf(q, params.patientId) })),
  }),
  // The owner reads trails and opens no charts, so this asks for the patient itself.
  route({
    method: 'GET',
    path: '/api/patients/:patientId/trail',
    may: 'audit.read',
    params: PatientId,
    query: z.object({ before: z.coerce.number().int().positive().optional() }),
    handle: async ({ db, clinicId, actor, now, params: { patientId }, query }) => {
      const [patient, entries] = await reading(db, { clinicId }, (q) =>
        Promise.all([findPatient(q, patientId), listTrail(q, patientId, query.before)]),
      )
      if (!patient) throw new Problem('not-found', says.noSuchPatient)
      const subject = { kind: 'patient', id: patientId }
      const act = { clinicId, actor, action: 'trail.open', at: now, subject, patientId }
      await audited(db, act, async () => undefined)
      const { id, displayName, number } = patient
      return { patient: { id, displayName, number }, entries, more: entries.length === trailPage }
    },
  }),
]
