import { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { ended } from '../../clinic/responses/queries.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { AnswersListed, AnswersOfPatient } from './answers.ts'
import { TakeBack } from './asking.ts'
import { takeBackAnswers } from './changes.ts'

const listAnswersOf = (q: Query, patientId: string): Promise<AnswersListed[]> =>
  q.all<AnswersListed>(sql`
    select r.id, r.instrument, r.answers, r.answered_at as "answeredAt", r.recorded_at as "recordedAt",
           r.context_kind as "contextKind", r.context_id as "contextId", r.missing, r.score, r.lowest, r.highest,
           s.name as by, ${ended(sql.raw('r.id'))} as ended
    from response r
    left join staff s on r.answered_by_kind = 'staff' and s.clinic_id = r.clinic_id and s.id = r.answered_by
    where r.patient_id = ${patientId} and not r.takes_back
    order by r.answered_at desc, r.recorded_at desc, ended nulls first, r.id`)

/** All that one patient answered, and taking back what is not theirs. */
export const answersOfPatientRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/patients/:patientId/responses',
    may: 'outcomes.read',
    patient: 'patientId',
    opens: 'outcomes.open',
    params: z.object({ patientId: z.uuid() }),
    handle: ({ db, clinicId, params }): Promise<AnswersOfPatient> =>
      reading(db, { clinicId }, async (q) => ({ answers: await listAnswersOf(q, params.patientId) })),
  }),
  route({
    method: 'POST',
    path: '/api/patients/:patientId/responses/:responseId/take-back',
    may: 'outcomes.record',
    patient: 'patientId',
    params: z.object({ patientId: z.uuid(), responseId: z.uuid() }),
    body: TakeBack,
    handle: async ({ db, clinicId, actor, now, params: { patientId, responseId }, body: { id, why } }) => {
      const subject = { kind: 'response', id: responseId }
      const act = { clinicId, actor, action: 'outcomes.take-back', at: now, subject, patientId, detail: { by: id } }
      await audited(db, act, (tx) => takeBackAnswers(tx, { id, patientId, responseId, why, by: actor.id, now }))
    },
  }),
]
