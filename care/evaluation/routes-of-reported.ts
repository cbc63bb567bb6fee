import { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { confirmReported, ReportedConfirmed } from './confirm-reported.ts'
import { openEvaluation } from './read.ts'

/** Going through what a patient told on the phone. Reading it is part of reading the evaluation. */
export const reportedRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/patients/:patientId/evaluation/reported',
    may: 'evaluation.write',
    patient: 'patientId',
    params: z.object({ patientId: z.uuid() }),
    body: ReportedConfirmed,
    async handle({ db, clinicId, actor, now, params: { patientId }, body }) {
      const subject = { kind: 'evaluation', id: body.evaluationId }
      const detail = { answer: body.answerId, how: body.how }
      const act = { clinicId, actor, action: 'evaluation.confirm-reported', at: now, subject, patientId, detail }
      return audited(db, act, async (tx) => {
        await openEvaluation(tx, patientId, body.evaluationId)
        await confirmReported(tx, patientId, body, { actorId: actor.id, now })
        return { id: body.id }
      })
    },
  }),
]
