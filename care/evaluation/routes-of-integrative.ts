import { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { clinicToday } from '../../clinic/records/queries.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { Day } from '../../science/time.ts'
import { signIntegrative } from './changes-of-integrative.ts'
import { SignIntegrative } from './integrative.ts'
import { findClosedIntegrative, listIntegrative } from './queries-of-integrative.ts'
import { openEvaluation } from './read.ts'

const of = {
  path: '/api/patients/:patientId/integrative-plan',
  patient: 'patientId',
  params: z.object({ patientId: z.uuid() }),
} as const

/** The integrative plan: read with the plan, signed by a prescriber. */
export const integrativeRoutes: Route[] = [
  route({
    method: 'GET',
    // A therapist of the team is who much of it is for, and may be the one responsible for an item.
    may: 'plans.read',
    opens: 'plans.open',
    ...of,
    async handle({ db, clinicId, params, now }) {
      return reading(db, { clinicId }, async (q) => {
        const [today, versions, closed] = await Promise.all([
          clinicToday(q, now),
          listIntegrative(q, params.patientId),
          findClosedIntegrative(q, params.patientId),
        ])
        return { today: Day.parse(today), versions, closed: closed ?? null }
      })
    },
  }),
  route({
    method: 'POST',
    may: 'evaluation.determine',
    ...of,
    limit: 256 * 1024,
    body: SignIntegrative,
    async handle({ db, clinicId, actor, now, params: { patientId }, body }) {
      const subject = { kind: 'integrative plan', id: body.id }
      const detail = { version: body.expected + 1, items: body.items.map(({ id, kind }) => ({ id, kind })) }
      const act = { clinicId, actor, action: 'evaluation.integrative', at: now, subject, patientId, detail }
      return audited(db, act, async (tx) => {
        await openEvaluation(tx, patientId, body.evaluationId)
        return { number: await signIntegrative(tx, patientId, body, { actorId: actor.id, now }) }
      })
    },
  }),
]
