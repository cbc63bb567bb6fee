import { z } from 'zod'
import { type Route, route } from '../../clinic/request/route.ts'
import { listAnswersTo } from '../../clinic/responses/queries.ts'
import type { Response } from '../../clinic/responses/response.ts'
import { reading } from '../../database/read.ts'
import { nextDay } from '../../science/instruments/next-day.ts'

/** What came back the morning after a session, the newest first. */
export type NextDayAnswers = { checks: Pick<Response, 'id' | 'answeredAt' | 'answers'>[] }

/** They raise alerts where they have to; this is where whoever treats the patient reads the others, too. */
export const nextDayRoute: Route = route({
  method: 'GET',
  path: '/api/patients/:patientId/next-day',
  may: 'outcomes.read',
  patient: 'patientId',
  opens: 'outcomes.open',
  params: z.object({ patientId: z.uuid() }),
  handle: ({ db, clinicId, params }): Promise<NextDayAnswers> =>
    reading(db, { clinicId }, async (q) => ({ checks: await listAnswersTo(q, params.patientId, nextDay.id) })),
})
