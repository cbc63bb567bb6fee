import { z } from 'zod'
import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { readOverTime } from './queries.ts'
import { readLongTerm } from './queries-of-long-term.ts'
import { ownCourseRoutes } from './routes-of-link.ts'

export const overTimeRoutes: Route[] = [
  ...ownCourseRoutes,
  route({
    method: 'GET',
    path: '/api/patients/:patientId/over-time',
    may: 'outcomes.read',
    patient: 'patientId',
    opens: 'outcomes.open',
    params: z.object({ patientId: z.uuid() }),
    handle: ({ db, clinicId, now, params }) =>
      reading(db, { clinicId }, async (q) => {
        const overTime = await readOverTime(q, params.patientId, now)
        return { ...overTime, longTerm: await readLongTerm(q, params.patientId, overTime, now) }
      }),
  }),
]
