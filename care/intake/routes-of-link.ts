import { z } from 'zod'
import type { Actor } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { takenOrHeard } from '../../clinic/links/heard.ts'
import { findLink } from '../../clinic/links/queries.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import type { Query } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/intake.ts'
import { AnswerSent, limits } from './answers.ts'
import { saveAnswers, saveDone } from './changes.ts'
import { isDanger } from './danger.ts'
import { findIntakeOfLink, type Intake, listIntakeAnswers } from './queries.ts'
import { type Answer, isClosed, itemsOf } from './standing.ts'
import type { Limits } from './value.ts'

const common = { may: 'link', purpose: 'intake', perMinute: 120 } as const

/** The intake behind this link, and what its answers come through. */
const intakeOf = async (q: Query, actor: Actor, now: Instant) => {
  const [intake, link] = await Promise.all([findIntakeOfLink(q, actor.id), findLink(q, actor.id)])
  if (!intake || !link) throw new Problem('conflict', says.closed)
  return { intake, through: { linkId: actor.id, madeAt: link.madeAt, now } }
}

/** What a phone is given of an answer: what was said, and whether it can still be changed there. */
export type Told = Pick<Answer, 'id' | 'question' | 'entry' | 'value' | 'answeredAt' | 'from'> & { closed: boolean }
export type IntakeOnPhone = { answers: Told[]; doneAt: string | null; limits: Limits }

const onPhone = async (q: Query, { id, doneAt }: Intake): Promise<IntakeOnPhone> => ({
  answers: itemsOf(await listIntakeAnswers(q, id)).map((item) => {
    const { confirmed: _, ...told } = item.now
    return { ...told, closed: isClosed(item) }
  }),
  doneAt,
  limits,
})

const act = ({ clinicId, actor, now }: Context, action: string, { id, patientId }: Intake, detail = {}) => ({
  clinicId,
  actor,
  action,
  at: now,
  subject: { kind: 'intake', id },
  patientId,
  detail,
})

export const intakeLinkRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/link/intake',
    ...common,
    handle: ({ db, clinicId, actor, now }) =>
      reading(db, { clinicId }, async (q) => onPhone(q, (await intakeOf(q, actor, now)).intake)),
  }),
  route({
    method: 'POST',
    path: '/api/link/intake/answers',
    ...common,
    afterEnd: true,
    limit: 512 * 1024,
    body: z.object({ answers: z.array(AnswerSent).min(1).max(200) }),
    handle({ body: { answers }, ...call }) {
      const danger = answers.some(({ question, value }) => isDanger(question, value))
      return takenOrHeard(call, danger, async () => {
        const { intake, through } = await reading(call.db, call, (q) => intakeOf(q, call.actor, call.now))
        const detail = { answers: answers.map(({ id, question }) => ({ id, question })) }
        return audited(call.db, act(call, 'intake.answer', intake, detail), (tx) =>
          saveAnswers(tx, intake, answers, through),
        )
      })
    },
  }),
  route({
    method: 'POST',
    path: '/api/link/intake/done',
    ...common,
    body: z.object({ id: z.uuid() }),
    async handle({ body, ...call }) {
      const { intake, through } = await reading(call.db, call, (q) => intakeOf(q, call.actor, call.now))
      await audited(call.db, act(call, 'intake.done', intake), (tx) => saveDone(tx, intake.id, body.id, through))
      return { doneAt: call.now }
    },
  }),
]
