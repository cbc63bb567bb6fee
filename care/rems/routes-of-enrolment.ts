import { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { chosenLocation, listLocations, placesOf, shownIn } from '../../clinic/locations/queries.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import type { Query } from '../../database/types.ts'
import { dayIn } from '../../science/day-in.ts'
import { says } from '../../web/words/en/says/rems.ts'
import { clinicOf } from '../sessions/queries.ts'
import { saveStep } from './changes.ts'
import { listEnrolment } from './queries.ts'
import { enrolmentOf, NewStep, type Whose } from './sending.ts'

const stand = async (q: Query, whose: Whose) => {
  const steps = await listEnrolment(q, whose)
  return { state: enrolmentOf(steps), steps }
}

const add = async (call: Context, whose: Whose, step: NewStep) => {
  const { db, clinicId, actor, now } = call
  const { timeZone } = await reading(db, { clinicId }, clinicOf)
  if (step.day > dayIn(timeZone, now)) {
    throw new Problem('invalid', says.future, { fields: { day: says.future } })
  }
  const { patientId, locationId } = whose
  const subject = patientId ? { kind: 'patient', id: patientId } : { kind: 'location', id: locationId ?? clinicId }
  const of = patientId ? { patientId } : {}
  const act = { clinicId, actor, action: 'rems.enrolment', at: now, subject, ...of, detail: { step: step.step } }
  await audited(db, act, (tx) => saveStep(tx, whose, { ...step, by: actor.id, now }))
  return { id: step.id }
}

const OfPatient = z.object({ patientId: z.uuid() })

export const enrolmentRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/patients/:patientId/rems',
    may: 'rems.read',
    patient: 'patientId',
    opens: 'rems.enrolment.opened',
    params: OfPatient,
    handle: ({ db, clinicId, params }) => reading(db, { clinicId }, (q) => stand(q, params)),
  }),
  route({
    method: 'POST',
    path: '/api/patients/:patientId/rems',
    may: 'rems.write',
    patient: 'patientId',
    params: OfPatient,
    body: NewStep,
    handle: (call) => add(call, call.params, call.body),
  }),
  route({
    method: 'GET',
    path: '/api/rems/setting',
    may: 'rems.setting',
    query: z.object({ location: z.uuid().optional() }),
    handle: ({ db, clinicId, query }) =>
      reading(db, { clinicId }, async (q) => {
        const locations = await listLocations(q)
        const { id: location } = shownIn(locations, query.location)
        return { ...(await stand(q, { locationId: location })), location, locations: placesOf(locations) }
      }),
  }),
  route({
    method: 'POST',
    path: '/api/rems/setting',
    may: 'clinic.set',
    body: NewStep.safeExtend({ locationId: z.uuid().optional() }),
    async handle({ body: { locationId, ...step }, ...call }) {
      const { id } = await reading(call.db, { clinicId: call.clinicId }, (q) => chosenLocation(q, locationId))
      return add(call, { locationId: id }, step)
    },
  }),
]
