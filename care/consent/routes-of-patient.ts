import { mayDo } from '../../clinic/accounts/permissions.ts'
import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { mayOpenChart } from '../../clinic/records/access.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import type { Query } from '../../database/types.ts'
import { dayIn } from '../../science/day-in.ts'
import { says } from '../../web/words/en/says/consent.ts'
import { clinicOf } from '../sessions/queries.ts'
import { saveAnswer, saveRequest } from './changes.ts'
import { sendLink } from './changes-of-sending.ts'
import { holdsAsking, holdsSending, sameName } from './consent.ts'
import { staleParagraphs } from './document.ts'
import { consentPdf } from './pdf.ts'
import { consentInForce, findCurrentDocument } from './queries.ts'
import {
  type ConsentRequest,
  findReach,
  findRequest,
  findSignature,
  findWithdrawal,
  listChecks,
  listQuestions,
  listRequests,
  listSendings,
  listTherapists,
  type Reach,
} from './queries-of-request.ts'
import { holdsReaching } from './reaching.ts'
import { beaten, held, newestIn, OfPatient, OfRequest, orWhoWasFirst, requestIn } from './request-of-patient.ts'
import { AnswerQuestion, Ask, type How, OfRoute, Send } from './requests.ts'
import { signingRoutes } from './routes-of-signing.ts'

const whole = async (q: Query, request: ConsentRequest) => {
  const signature = await findSignature(q, request.id)
  return {
    ...request,
    questions: await listQuestions(q, request.id),
    answered: await listChecks(q, request.id),
    sendings: await listSendings(q, request.id),
    signature: signature && { ...signature, nameAsOnRecord: sameName(signature.signedName, request.asked.patientName) },
    withdrawal: await findWithdrawal(q, request.id),
  }
}

const standing = route({
  method: 'GET',
  path: '/api/patients/:patientId/consent',
  may: 'consent.read',
  patient: 'patientId',
  opens: 'consent.open',
  params: OfPatient,
  query: OfRoute,
  async handle({ db, clinicId, actor, params, query, now }) {
    return reading(db, { clinicId }, async (q) => {
      const stands = await consentInForce(q, params.patientId, query.route)
      const document = await findCurrentDocument(q, query.route)
      // The front desk asks and sends; what the patient would be treated for and asked about is not theirs to read.
      const text = actor.kind === 'staff' && mayDo(actor.roles, 'consent.text')
      const readsText = text && (await mayOpenChart(q, actor, params.patientId, 'consent.text'))
      const request = stands.requestId && readsText ? await findRequest(q, stands.requestId) : undefined
      const reach = await findReach(q, params.patientId)
      const { timeZone } = await clinicOf(q)
      return {
        patientName: reach?.displayName ?? '',
        standing: stands,
        request: request && (await whole(q, request)),
        sendings: stands.requestId ? await listSendings(q, stands.requestId) : [],
        history: await listRequests(q, params.patientId),
        therapists: await listTherapists(q, params.patientId),
        stale: document ? staleParagraphs(document.content, dayIn(timeZone, now)) : [],
        reach: {
          mail: reach ? (holdsReaching(reach, 'mail') ?? null) : null,
          sms: reach ? (holdsReaching(reach, 'sms') ?? null) : null,
        },
      }
    })
  },
})

const reachOf = async (q: Query, patientId: string, how: How): Promise<Reach> => {
  const reach = await findReach(q, patientId)
  if (!reach) throw new Problem('not-found', says.noSuchPatient)
  const holds = holdsReaching(reach, how)
  if (holds) throw new Problem('invalid', holds, { fields: { how: holds } })
  return reach
}

const ask = route({
  method: 'POST',
  path: '/api/patients/:patientId/consent',
  may: 'consent.ask',
  patient: 'patientId',
  params: OfPatient,
  body: Ask,
  async handle(call) {
    const { db, clinicId, actor, params, body, now } = call
    const { patientId } = params
    const { reach, document, known, therapist } = await reading(db, { clinicId }, async (q) => {
      const known = await findRequest(q, body.id)
      if (!known) held(holdsAsking(await consentInForce(q, patientId, body.route)))
      const therapist = (await listTherapists(q, patientId)).find(({ id }) => id === body.therapistId)
      if (body.therapistId && !therapist)
        throw new Problem('invalid', says.notOnTeam, { fields: { therapistId: says.notOnTeam } })
      const [reach, document] = [await reachOf(q, patientId, body.how), await findCurrentDocument(q, body.route)]
      return { known, reach, document, therapist }
    })
    if (known) throw new Problem('conflict', says.askedAlready)
    if (!document) throw new Problem('rule-held', says.publishFirst)
    const { version, content, id: documentId } = document
    const { treatedFor, aim } = body
    const asked = {
      clinicName: reach.clinicName,
      patientName: reach.legalName,
      birthDate: reach.birthDate,
      version,
      treatedFor,
      aim,
      ...(therapist ? { therapistName: therapist.name } : {}),
      content,
    }
    const subject = { kind: 'consent', id: body.id }
    const act = {
      clinicId,
      actor,
      action: 'consent.ask',
      at: now,
      subject,
      patientId,
      detail: { how: body.how, version },
    }
    return audited(db, act, async (tx) => {
      const { id, therapistId } = body
      await saveRequest(tx, clinicId, { id, by: actor.id, now, patientId, documentId, asked, therapistId })
      return sendLink(tx, call, { ...body, requestId: body.id, patientId }, reach)
    })
  },
})

const sendAgain = route({
  method: 'POST',
  path: '/api/patients/:patientId/consent/:requestId/send',
  may: 'consent.ask',
  patient: 'patientId',
  params: OfRequest,
  body: Send,
  async handle(call) {
    const { db, clinicId, actor, params, body, now } = call
    const reach = await reading(db, { clinicId }, async (q) => {
      held(holdsSending((await newestIn(q, params)).standing))
      return reachOf(q, params.patientId, body.how)
    })
    const { patientId, requestId } = params
    const subject = { kind: 'consent', id: requestId }
    const act = { clinicId, actor, action: 'consent.send', at: now, subject, patientId, detail: { how: body.how } }
    return audited(db, act, (tx) => sendLink(tx, call, { ...body, requestId, patientId }, reach))
  },
})

const answer = route({
  method: 'POST',
  path: '/api/patients/:patientId/consent/:requestId/answer',
  may: 'consent.answer',
  patient: 'patientId',
  params: OfRequest,
  body: AnswerQuestion,
  async handle({ db, clinicId, actor, params, body, now }) {
    const { patientId, requestId } = params
    const look = () =>
      reading(db, { clinicId }, async (q) => {
        await requestIn(q, params)
        const question = (await listQuestions(q, requestId)).find(({ id }) => id === body.questionId)
        if (!question) throw new Problem('not-found', says.noSuchQuestion)
        const { answeredBy, answeredAt } = question
        if (answeredBy && answeredAt) throw beaten(says.answeredBy(answeredBy), answeredBy, answeredAt)
      })
    await look()
    const subject = { kind: 'consent', id: requestId }
    const act = { clinicId, actor, action: 'consent.answer', at: now, subject, patientId }
    await orWhoWasFirst(
      audited(db, act, (tx) => saveAnswer(tx, clinicId, { ...body, by: actor.id, now })),
      look,
    )
    return {}
  },
})

const pdf = route({
  method: 'GET',
  path: '/api/patients/:patientId/consent/:requestId/pdf',
  may: 'consent.text',
  patient: 'patientId',
  opens: 'consent.print',
  params: OfRequest,
  async handle({ db, clinicId, params, now }) {
    const [found, clinic] = await reading(db, { clinicId }, async (q) =>
      Promise.all([requestIn(q, params).then((request) => whole(q, request)), findClinic(q)]),
    )
    const bytes = await consentPdf(found, clinic?.timeZone ?? 'UTC', now)
    const headers = {
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'content-disposition': 'inline; filename="consent.pdf"',
    }
    return new Response(bytes, { headers })
  },
})

export const patientConsentRoutes: Route[] = [standing, ask, sendAgain, answer, ...signingRoutes, pdf]
