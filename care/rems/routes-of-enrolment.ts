import { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { dayIn } from '../../science/day-in.ts'
import { says } from '../../web/words/en/says/rems.ts'
import { clinicOf } from '../sessions/queries.ts'
import { saveStep } from './changes.ts'
import { listEnrolment } from './queries.ts'
import { enrolmentOf, NewStep } from './sending.ts'

const read = async ({ db, clinicId }: Context, patientId: string | null) => {
  const steps = await reading(db, { clinicId }, (q) => listEnrolment(q, patientId))
  return { state: enrolmentOf(steps), steps }
}

const add = async (call: Context, patientId: string | null, step: NewStep) => {
  const { db, clinicId, actor, now } = call
  const { timeZone } = await reading(db, { clinicId }, clinicOf)
  if (step.day > dayIn(timeZone, now)) {
    throw new Problem('invalid', says.future, { fields: { day: says.future } })
  }
  const subject = patientId ? { kind: 'patient', id: patientId } : { kind: 'clinic', id: clinicId }
  const of = patientId ? { patientId } : {}
  const act = { clinicId, actor, action: 'rems.enrolment', at: now, subject, ...of, detail: { step: step.step } }
  await audited(db, act, (tx) => saveStep(tx, patientId, { ...step, by: actor.id, now }))
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
    handle: (call) => read(call, call.params.patientId),
  }),
  route({
    method: 'POST',
    path: '/api/patients/:patientId/rems',
    may: 'rems.write',
    patient: 'patientId',
    params: OfPatient,
    body: NewStep,
    handle: (call) => add(call, call.params.patientId, call.body),
  }),
  route({ method: 'GET', path: '/api/rems/setting', may: 'rems.setting', handle: (call) => read(call, null) }),
  route({
    method: 'POST',
    path: '/api/rems/setting',
    may: 'clinic.set',
    body: NewStep,
    handle: (call) => add(call, null, call.body),
  }),
]
