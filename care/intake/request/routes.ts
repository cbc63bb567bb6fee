import { z } from 'zod'
import { audited } from '../../../clinic/audit/audited.ts'
import { register } from '../../../clinic/records/register.ts'
import { Registration } from '../../../clinic/records/registration.ts'
import { checkBirthDate } from '../../../clinic/records/routes.ts'
import { type Context, type Route, route } from '../../../clinic/request/route.ts'
import { reading } from '../../../database/read.ts'
import { addMinutes } from '../../../science/time.ts'
import { aidUseOf } from './aid-use.ts'
import { goesOnWith, saveStep } from './changes.ts'
import { listAids, listRequests, listRequestsOf } from './queries.ts'
import { dangerOf } from './request.ts'
import { Seen, SetAside } from './set-aside.ts'

const params = z.object({ requestId: z.uuid() })
const path = '/api/requests/:requestId'
/** How far back is counted what came along from the decision aid; the screen says it. */
const daysCounted = 365
/** Made on the device: of the step, and of the questions before the visit where none are open. */
const Ids = z.object({ id: z.uuid(), intakeId: z.uuid() })

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
  // Counted from what each agreed to send along, and nobody named.
  route({
    method: 'GET',
    path: '/api/requests/aid-use',
    may: 'requests.read',
    handle: async ({ db, clinicId, now }) =>
      aidUseOf(await reading(db, { clinicId }, (q) => listAids(q, addMinutes(now, -daysCounted * 24 * 60)))),
  }),
  // What does not become an answer (the times, who sent them) is read with the patient for as long as they are one.
  route({
    method: 'GET',
    path: '/api/patients/:patientId/requests',
    may: 'requests.read',
    patient: 'patientId',
    opens: 'requests.open',
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
    body: z.object({ id: z.uuid(), seen: Seen }),
    handle: async ({ params: { requestId }, body: { id, seen }, ...call }) => {
      await audited(call.db, act(call, 'requests.take', requestId), (tx) =>
        saveStep(tx, requestId, { id, seen, step: 'taken', at: call.now, actorId: call.actor.id }),
      )
    },
  }),
  route({
    method: 'POST',
    path: `${path}/set-aside`,
    may: 'requests.act',
    params,
    body: SetAside.extend({ id: z.uuid(), seen: Seen }),
    handle: async ({ params: { requestId }, body: { id, seen, reason }, ...call }) => {
      await audited(call.db, act(call, 'requests.set-aside', requestId), (tx) =>
        saveStep(tx, requestId, { id, seen, step: 'set aside', reason, at: call.now, actorId: call.actor.id }),
      )
    },
  }),
  // The patient, the questions before the visit and what was told for them are there together or not at all.
  route({
    method: 'POST',
    path: `${path}/register`,
    may: 'requests.register',
    params,
    body: Ids.extend({ registration: Registration }),
    async handle({ params: { requestId }, body: { registration, ...ids }, ...call }) {
      const { actor, now } = call
      const patientId = registration.id
      return audited(call.db, act(call, 'requests.register', requestId, { patientId }), async (tx) => {
        await checkBirthDate(tx, registration.identity, now, 'registration.identity.birthDate')
        const registered = await register(tx, registration, { actorId: actor.id, now })
        await goesOnWith(tx, { requestId, patientId, ...ids, actorId: actor.id, now })
        return registered
      })
    },
  }),
  // Somebody who is a patient here asked again: what they said goes to the record that there is.
  route({
    method: 'POST',
    path: `${path}/patients/:patientId`,
    may: 'requests.register',
    patient: 'patientId',
    params: params.extend({ patientId: z.uuid() }),
    body: Ids,
    async handle({ params: { requestId, patientId }, body, ...call }) {
      const { actor, now } = call
      await audited(call.db, act(call, 'requests.attach', requestId, { patientId }), (tx) =>
        goesOnWith(tx, { requestId, patientId, ...body, actorId: actor.id, now }),
      )
    },
  }),
]
