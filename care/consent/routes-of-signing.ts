import { audited } from '../../clinic/audit/audited.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { says } from '../../web/words/en/says/consent.ts'
import { saveCountersignature, saveTherapistSignature, saveWithdrawal } from './changes.ts'
import { holdsCountersigning, holdsTherapist, holdsWithdrawing } from './consent.ts'
import { findSignature, findWithdrawal, listChecks } from './queries-of-request.ts'
import { beaten, held, newestIn, OfRequest, orWhoWasFirst } from './request-of-patient.ts'
import { Countersign, TherapistSign, Withdraw } from './requests.ts'
import { toTalkThrough } from './understanding.ts'

const countersign = route({
  method: 'POST',
  path: '/api/patients/:patientId/consent/:requestId/countersign',
  may: 'consent.countersign',
  patient: 'patientId',
  params: OfRequest,
  body: Countersign,
  async handle({ db, clinicId, actor, params, body, now }) {
    const { patientId, requestId } = params
    const look = () =>
      reading(db, { clinicId }, async (q) => {
        const { request, standing: stands } = await newestIn(q, params)
        const signature = await findSignature(q, requestId)
        const { countersignedBy: by, countersignedAt: at } = signature ?? {}
        if (by && at) throw beaten(says.countersignedBy(by), by, at)
        held(holdsCountersigning(stands))
        const open = toTalkThrough(request.asked.content, await listChecks(q, requestId))
        return { signature, open }
      })
    const { signature, open } = await look()
    if (!signature) throw new Problem('rule-held', says.notSigned)
    if (signature.textHash !== body.textHash) throw new Problem('conflict', says.otherText)
    if (open.length > 0 && !body.talkedThrough)
      throw new Problem('invalid', says.talkedThrough, { fields: { talkedThrough: says.talkedThrough } })
    const subject = { kind: 'consent', id: requestId }
    const act = { clinicId, actor, action: 'consent.countersign', at: now, subject, patientId }
    const own = { id: body.id, by: actor.id, now, signatureId: signature.id }
    const talkedThrough = open.length > 0 ? body.talkedThrough : undefined
    await orWhoWasFirst(
      audited(db, act, (tx) => saveCountersignature(tx, clinicId, { ...own, talkedThrough })),
      look,
    )
    return {}
  },
})

/** The therapist whom the request names signs after the patient. */
const therapistSign = route({
  method: 'POST',
  path: '/api/patients/:patientId/consent/:requestId/therapist-sign',
  may: 'consent.therapist-sign',
  patient: 'patientId',
  params: OfRequest,
  body: TherapistSign,
  async handle({ db, clinicId, actor, params, body, now }) {
    const { patientId, requestId } = params
    const signature = await reading(db, { clinicId }, async (q) => {
      const { standing: stands } = await newestIn(q, params)
      held(holdsTherapist(stands, actor.id))
      return findSignature(q, requestId)
    })
    if (!signature) throw new Problem('rule-held', says.notSigned)
    if (signature.textHash !== body.textHash) throw new Problem('conflict', says.otherText)
    const subject = { kind: 'consent', id: requestId }
    const act = { clinicId, actor, action: 'consent.therapist-sign', at: now, subject, patientId }
    const own = { id: body.id, by: actor.id, now, signatureId: signature.id }
    await audited(db, act, (tx) => saveTherapistSignature(tx, clinicId, own))
    return {}
  },
})

const withdraw = route({
  method: 'POST',
  path: '/api/patients/:patientId/consent/:requestId/withdraw',
  may: 'consent.withdraw',
  patient: 'patientId',
  params: OfRequest,
  body: Withdraw,
  async handle({ db, clinicId, actor, params, body, now }) {
    const { patientId, requestId } = params
    const look = () =>
      reading(db, { clinicId }, async (q) => {
        const { request, standing: stands } = await newestIn(q, params)
        const first = await findWithdrawal(q, requestId)
        if (first)
          throw beaten(says.writtenDownBy(first.recordedBy), first.recordedBy ?? says.thePatient, first.recordedAt)
        held(holdsWithdrawing(stands))
        return request
      })
    const request = await look()
    const withdrawnAt = body.withdrawnAt ?? now
    if (withdrawnAt > now || withdrawnAt < request.askedAt) {
      throw new Problem('invalid', says.withdrawnWhen, { fields: { withdrawnAt: says.withdrawnWhen } })
    }
    const subject = { kind: 'consent', id: requestId }
    const act = { clinicId, actor, action: 'consent.withdraw', at: now, subject, patientId }
    await orWhoWasFirst(
      audited(db, act, (tx) =>
        saveWithdrawal(tx, clinicId, { ...body, withdrawnAt, by: { staff: actor.id }, now, requestId }),
      ),
      look,
    )
    return {}
  },
})

export const signingRoutes: Route[] = [countersign, therapistSign, withdraw]
