import { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { findLink } from '../../clinic/links/queries.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { addMinutes } from '../../science/time.ts'
import { says } from '../../web/words/en/says/outcomes.ts'
import { AskingChoice } from './choice.ts'
import { readAsking, readAskingForStaff, saveChoice } from './choosing.ts'
import { SentFor } from './sheets.ts'

/** The link of somebody who is being asked, or who just answered: for an hour after it was used it still says how. */
const askedThrough = async ({ db, clinicId, actor, now }: Context): Promise<{ id: string; patientId: string }> => {
  const link = await reading(db, { clinicId }, (q) => findLink(q, actor.id))
  if (!link) throw new Problem('not-found', says.openAgain)
  if (link.usedAt && addMinutes(link.usedAt, 60) <= now) throw new Problem('not-allowed', says.usedBefore)
  return { id: link.linkId, patientId: link.patientId }
}

const asked = { may: 'link', purpose: SentFor.options, afterUse: true } as const

const staff = {
  may: 'outcomes.ask',
  patient: 'patientId',
  params: z.object({ patientId: z.uuid() }),
} as const

export const choiceRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/link/asking',
    ...asked,
    handle: async (call) => {
      const { patientId } = await askedThrough(call)
      return reading(call.db, call, (q) => readAsking(q, patientId))
    },
  }),
  route({
    method: 'POST',
    path: '/api/link/asking',
    ...asked,
    perMinute: 30,
    body: AskingChoice,
    handle: async ({ body, ...call }) => {
      const { id, patientId } = await askedThrough(call)
      await audited(call.db, actOf(call, patientId, body), (tx) =>
        saveChoice(tx, patientId, body, { linkId: id }, call.now),
      )
      return reading(call.db, call, (q) => readAsking(q, patientId))
    },
  }),
  route({
    method: 'GET',
    path: '/api/patients/:patientId/asking',
    ...staff,
    handle: ({ db, clinicId, params: { patientId } }) =>
      reading(db, { clinicId }, (q) => readAskingForStaff(q, patientId)),
  }),
  route({
    method: 'POST',
    path: '/api/patients/:patientId/asking',
    ...staff,
    body: AskingChoice,
    handle: async ({ body, params: { patientId }, ...call }) => {
      await audited(call.db, actOf(call, patientId, body), (tx) =>
        saveChoice(tx, patientId, body, { staffId: call.actor.id }, call.now),
      )
      return reading(call.db, call, (q) => readAskingForStaff(q, patientId))
    },
  }),
]

const actOf = ({ clinicId, actor, now }: Omit<Context, 'body'>, patientId: string, choice: AskingChoice) => ({
  clinicId,
  actor,
  action: 'outcomes.choose',
  at: now,
  subject: { kind: 'patient', id: patientId },
  patientId,
  detail: { ...choice },
})
