import type { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { openLink, spendLink } from '../../clinic/links/changes.ts'
import { takenOrHeard } from '../../clinic/links/heard.ts'
import { findLink } from '../../clinic/links/queries.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { raiseDanger } from '../../clinic/safety/danger.ts'
import { reading } from '../../database/read.ts'
import type { Query } from '../../database/types.ts'
import { speaksOfDanger } from '../../science/criteria/danger-words.ts'
import { says } from '../../web/words/en/says/consent.ts'
import { saveCheck, saveQuestion, saveSignature, saveWithdrawal } from './changes.ts'
import { holdsSigning, holdsTakingBack } from './consent.ts'
import { consentInForce } from './queries.ts'
import {
  findHow,
  findPresent,
  findRequestOfLink,
  findSignature,
  findWithdrawal,
  listChecks,
  listQuestions,
} from './queries-of-request.ts'
import { AnswerCheck, AskQuestion, Sign, TakeBack } from './requests.ts'
import { tellTeam } from './taken-back.ts'

/** What the holder of a link was asked to sign, and where it stands. */
const requestOf = async (q: Query, linkId: string) => {
  const request = await findRequestOfLink(q, linkId)
  if (!request) throw new Problem('not-found', says.toPatient.nothingToRead)
  const standing = await consentInForce(q, request.patientId, request.route)
  const newest = standing.requestId === request.id
  const holds = newest ? holdsSigning(standing) : says.toPatient.newerDocument
  return { request, holds, standing }
}

/**
 * Whether this link still takes a consent back. Its days are not over, or it would not have come this far
 * (`whoHoldsLink`, `takenOrHeard`); after it was used to sign it does only where it was sent to the patient. The clinic's
 * tablet may be in other hands by then.
 */
const takesBack = async (q: Query, linkId: string): Promise<{ live: boolean; takes: boolean }> => {
  const [link, how] = await Promise.all([findLink(q, linkId), findHow(q, linkId)])
  const live = link?.usedAt === null
  return { live, takes: live || (link !== undefined && how !== 'tablet') }
}

const read = route({
  method: 'GET',
  path: '/api/link/consent',
  may: 'link',
  purpose: 'consent',
  afterUse: true,
  async handle({ db, clinicId, actor, now }) {
    const found = await reading(db, { clinicId }, async (q) => {
      const { request, holds, standing } = await requestOf(q, actor.id)
      const { takes } = await takesBack(q, actor.id)
      const mayTakeBack = takes && standing.requestId === request.id && holdsTakingBack(standing) === undefined
      const [signature, withdrawal, questions, answered] = await Promise.all([
        findSignature(q, request.id),
        findWithdrawal(q, request.id),
        listQuestions(q, request.id),
        listChecks(q, request.id),
      ])
      return { request, holds, questions, answered, signature, withdrawal, mayTakeBack }
    })
    const { request, signature, withdrawal, mayTakeBack } = found
    const subject = { kind: 'consent', id: request.id }
    const act = { clinicId, actor, action: 'consent.read', at: now, subject, patientId: request.patientId }
    await audited(db, act, (tx) => openLink(tx, actor.id, now))
    return {
      asked: request.asked,
      textHash: request.textHash,
      holds: found.holds ?? null,
      questions: found.questions.map(({ id, section, words, answer }) => ({ id, section, words, answer })),
      answered: found.answered,
      signed: signature ? { id: signature.id, at: signature.signedAt, name: signature.signedName } : null,
      takenBackAt: withdrawal?.withdrawnAt ?? null,
      mayTakeBack,
    }
  },
})

const question = route({
  method: 'POST',
  path: '/api/link/consent/question',
  may: 'link',
  purpose: 'consent',
  afterEnd: true,
  body: AskQuestion,
  perMinute: 20,
  handle: (call) => takenOrHeard(call, speaksOfDanger(call.body.words), () => keepQuestion(call)),
})

const keepQuestion = async ({ db, clinicId, actor, body, now }: Context & { body: z.infer<typeof AskQuestion> }) => {
  const { request, standing } = await reading(db, { clinicId }, (q) => requestOf(q, actor.id))
  if (standing.requestId !== request.id || (standing.state !== 'asked' && standing.state !== 'question open'))
    throw new Problem('conflict', says.toPatient.noLongerWaits)
  if (!request.asked.content.sections.some(({ id }) => id === body.section))
    throw new Problem('invalid', says.toPatient.noSuchSection, { fields: { section: says.toPatient.noSuchSection } })
  const subject = { kind: 'consent', id: request.id }
  const act = { clinicId, actor, action: 'consent.question', at: now, subject, patientId: request.patientId }
  await audited(db, act, async (tx) => {
    const fresh = await saveQuestion(tx, clinicId, { ...body, requestId: request.id, linkId: actor.id, now })
    // Help was on the screen while it was typed; whoever is on call hears of it now.
    const about = { kind: 'consent', id: request.id }
    if (fresh && speaksOfDanger(body.words)) await raiseDanger(tx, { patientId: request.patientId, about, now })
  })
  return {}
}

/** An answer to a question on the text. Any answer is kept; what the text says is shown beside it. */
const check = route({
  method: 'POST',
  path: '/api/link/consent/check',
  may: 'link',
  purpose: 'consent',
  body: AnswerCheck,
  perMinute: 600,
  async handle({ db, clinicId, actor, body, now }) {
    const { request, standing } = await reading(db, { clinicId }, (q) => requestOf(q, actor.id))
    if (standing.requestId !== request.id || (standing.state !== 'asked' && standing.state !== 'question open'))
      throw new Problem('conflict', says.toPatient.noLongerWaits)
    const asked = request.asked.content.checks?.find(({ id }) => id === body.checkId)
    if (!asked)
      throw new Problem('invalid', says.toPatient.noSuchCheck, { fields: { checkId: says.toPatient.noSuchCheck } })
    if (!asked.choices.some(({ id }) => id === body.choice))
      throw new Problem('invalid', says.toPatient.noSuchChoice, { fields: { choice: says.toPatient.noSuchChoice } })
    const subject = { kind: 'consent', id: request.id }
    const act = { clinicId, actor, action: 'consent.check', at: now, subject, patientId: request.patientId }
    await audited(db, act, (tx) => saveCheck(tx, clinicId, { ...body, requestId: request.id, linkId: actor.id, now }))
    return {}
  },
})

const sign = route({
  method: 'POST',
  path: '/api/link/consent/sign',
  may: 'link',
  purpose: 'consent',
  afterUse: true,
  body: Sign,
  async handle({ db, clinicId, actor, body, now }) {
    const { request, holds, signature, present } = await reading(db, { clinicId }, async (q) => {
      const found = await requestOf(q, actor.id)
      return { ...found, signature: await findSignature(q, found.request.id), present: await findPresent(q, actor.id) }
    })
    // The answer to the first sending was lost on the way: what arrived counts, and is told again.
    if (signature && signature.id === body.id && signature.textHash === body.textHash)
      return { signedAt: signature.signedAt, signedName: signature.signedName }
    if (holds) throw new Problem('conflict', holds)
    if (request.textHash !== body.textHash) throw new Problem('conflict', says.toPatient.textChanged)
    const { points = [] } = request.asked.content
    if (points.some((point) => !body.confirmed.includes(point.id)))
      throw new Problem('invalid', says.toPatient.points, { fields: { confirmed: says.toPatient.points } })
    const { id, textHash, signedName, deviceKind } = body
    const confirmed = points.map((point) => point.id)
    const requestId = request.id
    const subject = { kind: 'consent', id: requestId }
    const detail = { version: request.version, textHash, deviceKind }
    const act = { clinicId, actor, action: 'consent.sign', at: now, subject, patientId: request.patientId, detail }
    return audited(db, act, async (tx) => {
      await spendLink(tx, actor.id, now)
      const linkId = actor.id
      const how = { deviceKind, linkId, present, confirmed }
      await saveSignature(tx, clinicId, { id, requestId, textHash, signedName, ...how, now })
      return { signedAt: now, signedName }
    })
  },
})

/**
 * The patient says no, before signing or after. A link that was used to sign still does this until its own days are
 * over; what was signed gets a link of its own for it too.
 */
const takeBack = route({
  method: 'POST',
  path: '/api/link/consent/withdraw',
  may: 'link',
  purpose: 'consent',
  afterEnd: true,
  perMinute: 20,
  body: TakeBack,
  handle: (call) =>
    takenOrHeard(call, speaksOfDanger(call.body.reason), () => keepWithdrawal(call), { afterUse: true }),
})

const keepWithdrawal = async ({ db, clinicId, actor, body, now }: Context & { body: z.infer<typeof TakeBack> }) => {
  const { request, holds, first, live, takes } = await reading(db, { clinicId }, async (q) => {
    const found = await requestOf(q, actor.id)
    const first = await findWithdrawal(q, found.request.id)
    const newest = found.standing.requestId === found.request.id
    const holds = newest ? holdsTakingBack(found.standing) : says.toPatient.newerDocument
    return { request: found.request, holds, first, ...(await takesBack(q, actor.id)) }
  })
  // The answer to the first sending was lost on the way.
  if (first?.id === body.id) return {}
  if (holds) throw new Problem('conflict', holds)
  if (!takes) throw new Problem('not-allowed', says.toPatient.linkOver)
  const { id: requestId, patientId } = request
  const subject = { kind: 'consent', id: requestId }
  const act = { clinicId, actor, action: 'consent.withdraw', at: now, subject, patientId }
  await audited(db, act, async (tx) => {
    if (live) await spendLink(tx, actor.id, now)
    await saveWithdrawal(tx, clinicId, { ...body, requestId, withdrawnAt: now, by: { link: actor.id }, now })
    await tellTeam(tx, { requestId, patientId, route: request.route, now })
    if (speaksOfDanger(body.reason)) await raiseDanger(tx, { patientId, about: subject, now })
  })
  return {}
}

export const linkConsentRoutes: Route[] = [read, question, check, sign, takeBack]
