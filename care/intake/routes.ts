import { z } from 'zod'
import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { makeLink } from '../../clinic/links/changes.ts'
import { queueMessage } from '../../clinic/messages/changes.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import type { Query } from '../../database/types.ts'
import { letterWords } from '../../web/words/en/letters.ts'
import { says } from '../../web/words/en/says/intake.ts'
import { AskIntake, addressFor, hoursOpen } from './asking.ts'
import { askIntake } from './changes.ts'
import { findIntake, findReach, findSending, listIntakeAnswers } from './queries.ts'
import { intakeLinkRoutes } from './routes-of-link.ts'
import { answersOf, itemsOf, prefilledIn, progressOf } from './standing.ts'

const common = {
  path: '/api/patients/:patientId/intake',
  may: 'intake.ask',
  patient: 'patientId',
  params: z.object({ patientId: z.uuid() }),
} as const

/** How far it is: parts and counts. What was answered is the evaluation's to show. */
const stateFor = async (q: Query, patientId: string) => {
  const [intake, reach] = await Promise.all([findIntake(q, patientId), findReach(q, patientId)])
  if (!reach) throw new Problem('not-found', says.noSuchPatient)
  const ways = { mail: canReach('mail', reach), sms: canReach('sms', reach) }
  if (!intake) return { intake: null, ways }
  const [answers, sending] = await Promise.all([listIntakeAnswers(q, intake.id), findSending(q, intake.id)])
  const { askedAt, askedBy, doneAt } = intake
  const items = itemsOf(answers)
  const parts = progressOf(answersOf(items), prefilledIn(items.map(({ now }) => now)))
  return { intake: { askedAt, askedBy, doneAt, parts, sending: sending ?? null }, ways }
}
export type IntakeState = Awaited<ReturnType<typeof stateFor>>

const canReach = (by: 'mail' | 'sms', reach: Parameters<typeof addressFor>[1]): boolean => {
  const address = by === 'mail' ? reach.email : reach.phone
  return reach.reachBy.includes(by) && address !== ''
}

export const intakeRoutes: Route[] = [
  ...intakeLinkRoutes,
  route({
    method: 'GET',
    ...common,
    opens: 'intake.open',
    handle: ({ db, clinicId, params }) => reading(db, { clinicId }, (q) => stateFor(q, params.patientId)),
  }),
  route({
    method: 'POST',
    ...common,
    body: AskIntake,
    handle: async ({ db, clinicId, actor, now, origin, secrets, params: { patientId }, body: { id, by } }) => {
      const [clinic, reach] = await reading(db, { clinicId }, (q) =>
        Promise.all([findClinic(q), findReach(q, patientId)]),
      )
      if (!clinic || !reach) throw new Problem('not-found', says.noSuchPatient)
      const to = by === 'here' ? undefined : addressFor(by, reach)
      const hours = hoursOpen[by]
      const subject = { kind: 'patient', id: patientId }
      const act = { clinicId, actor, action: 'intake.ask', at: now, subject, patientId, detail: { by } }
      return audited(db, act, async (tx) => {
        const subjectId = await askIntake(tx, patientId, id, { actorId: actor.id, now })
        const made = {
          clinicId,
          patientId,
          purpose: 'intake',
          subjectId,
          now,
          hours,
          madeBy: actor.id,
          origin,
        } as const
        const { id: linkId, url } = await makeLink(tx, made)
        if (by === 'here' || to === undefined) return { url, hours }
        const letter = letterWords.intake(by, clinic.name, url, hours / 24)
        await queueMessage(tx, { patientId, linkId, channel: by, to, ...letter, now, secrets })
        // The address stays between the outbox and the patient.
        return { sentTo: to, hours }
      })
    },
  }),
]
