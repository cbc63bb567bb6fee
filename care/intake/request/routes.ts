import { z } from 'zod'
import { audited } from '../../../clinic/audit/audited.ts'
import { register } from '../../../clinic/records/register.ts'
import { Registration } from '../../../clinic/records/registration.ts'
import { checkBirthDate } from '../../../clinic/records/routes.ts'
import { type Context, type Route, route } from '../../../clinic/request/route.ts'
import { raiseDanger } from '../../../clinic/safety/danger.ts'
import { reading } from '../../../database/read.ts'
import { askIntake, saveAnswers } from '../changes.ts'
import { findIntake } from '../queries.ts'
import { answersIn, saveStep } from './changes.ts'
import { listRequests, listRequestsOf } from './queries.ts'
import { dangerOf } from './request.ts'
import { SetAside } from './set-aside.ts'

const params = z.object({ requestId: z.uuid() })
const path = '/api/requests/:requestId'

const act = ({ clinicId, actor, now }: Context, action: string, id: string, more: { patientId?: string } = {}) => ({
  clinicId,
  actor,
  action,
  at: now,
  subject: { kind: 'request', id },
  ...more,
})

export const requestRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/requests',
    may: 'requests.read',
    opens: 'requests.open',
    handle: async ({ db, clinicId }) => ({ requests: await reading(db, { clinicId }, listRequests) }),
  }),
  route({
    method: 'GET',
    path: '/api/requests/danger',
    may: 'requests.read',
    handle: async ({ db, clinicId }) => dangerOf(await reading(db, { clinicId }, listRequests)),
  }),
  // What does not become an answer (the times, who sent them) is read with the patient for as long as they are one.
  route({
    method: 'GET',
    path: '/api/patients/:patientId/requests',
    may: 'requests.read',
    patient: 'patientId',
    params: z.object({ patientId: z.uuid() }),
    handle: async ({ db, clinicId, params: { patientId } }) => ({
      requests: await reading(db, { clinicId }, (q) => listRequestsOf(q, patientId)),
    }),
  }),
  route({
    method: 'POST',
    path: `${path}/take`,
    may: 'requests.act',
    params,
    body: z.object({ id: z.uuid() }),
    handle: async ({ params: { requestId }, body: { id }, ...call }) => {
      await audited(call.db, act(call, 'requests.take', requestId), (tx) =>
        saveStep(tx, requestId, { id, step: 'taken', at: call.now, actorId: call.actor.id }),
      )
    },
  }),
  route({
    method: 'POST',
    path: `${path}/set-aside`,
    may: 'requests.act',
    params,
    body: SetAside.extend({ id: z.uuid() }),
    handle: async ({ params: { requestId }, body: { id, reason }, ...call }) => {
      await audited(call.db, act(call, 'requests.set-aside', requestId), (tx) =>
        saveStep(tx, requestId, { id, step: 'set aside', reason, at: call.now, actorId: call.actor.id }),
      )
    },
  }),
  // The patient, the questions before the visit and what was told for them are there together or not at all.
  route({
    method: 'POST',
    path: `${path}/register`,
    may: 'requests.register',
    params,
    body: z.object({ id: z.uuid(), intakeId: z.uuid(), registration: Registration }),
    async handle({ params: { requestId }, body: { id, intakeId, registration }, ...call }) {
      const { actor, now } = call
      const patientId = registration.id
      return audited(call.db, act(call, 'requests.register', requestId, { patientId }), async (tx) => {
        await checkBirthDate(tx, registration.identity, now, 'registration.identity.birthDate')
        const registered = await register(tx, registration, { actorId: actor.id, now })
        const step = { id, step: 'registered', patientId, at: now, actorId: actor.id } as const
        const request = await saveStep(tx, requestId, step)
        // Sent once more after it had arrived: all of it is there already.
        if (request.steps.some((done) => done.step === 'registered')) return registered
        const askedId = await askIntake(tx, patientId, intakeId, { actorId: actor.id, now })
        const intake = await findIntake(tx, patientId)
        if (intake?.id !== askedId) throw new Error('The intake that was asked is not there')
        await saveAnswers(tx, intake, answersIn(request), { requestId, madeAt: request.receivedAt, now })
        // Whatever of it spoke of danger, and in whichever version: in the queue it is done with now, so it goes on here.
        if (request.danger) await raiseDanger(tx, { patientId, about: { kind: 'intake', id: askedId }, now })
        return registered
      })
    },
  }),
]
