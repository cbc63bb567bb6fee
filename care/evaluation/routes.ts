import { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { required } from '../../clinic/records/typed.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { saveResponse } from '../../clinic/responses/changes.ts'
import { reading } from '../../database/read.ts'
import { Route as RouteOfDrug } from '../../science/decide.ts'
import { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import { AnswerSent } from './answers.ts'
import { closeEvaluation, startEvaluation } from './changes.ts'
import { saveEntry } from './changes-of-entries.ts'
import { confirm } from './confirm.ts'
import { ConfirmationSent, DeterminationSent } from './determination.ts'
import { determine } from './determine.ts'
import { type EntryChange, EntrySent } from './entry.ts'
import { listOverdue } from './queries-of-overdue.ts'
import { evaluationFor, openEvaluation } from './read.ts'
import { record } from './record-answers.ts'
import { integrativeRoutes } from './routes-of-integrative.ts'
import { payerRoutes } from './routes-of-payer.ts'
import { reportedRoutes } from './routes-of-reported.ts'

const OfPatient = z.object({ patientId: z.uuid() })
const OfRoute = z.object({ route: RouteOfDrug.default('im') })

const act = (
  { clinicId, actor, now }: Context,
  action: string,
  patientId: string,
  subject: { kind: string; id: string },
  detail = {},
) => ({
  clinicId,
  actor,
  action,
  at: now,
  subject,
  patientId,
  detail,
})
const by = ({ actor, now }: Context) => ({ actorId: actor.id, now })
const path = '/api/patients/:patientId/evaluation'
const common = { patient: 'patientId', params: OfPatient } as const

const ResponseSent = z.object({
  id: z.uuid(),
  evaluationId: z.uuid(),
  instrument: z.enum(['phq-9', 'asq']),
  answers: z.record(z.string(), z.union([z.number(), z.string()]).nullable()),
  answeredAt: Instant,
})

export const evaluationRoutes: Route[] = [
  ...reportedRoutes,
  ...integrativeRoutes,
  ...payerRoutes,
  route({
    method: 'GET',
    path: '/api/evaluations/overdue',
    may: 'evaluation.read',
    handle: ({ db, clinicId, actor, now }) =>
      reading(db, { clinicId }, async (q) => ({ overdue: await listOverdue(q, actor.id, now) })),
  }),
  route({
    method: 'GET',
    path,
    may: 'evaluation.read',
    opens: 'evaluation.open',
    ...common,
    query: OfRoute,
    async handle({ db, clinicId, actor, params, query, now }) {
      return reading(db, { clinicId }, (q) => evaluationFor(q, params.patientId, query.route, now, actor.id))
    },
  }),
  route({
    method: 'POST',
    path,
    may: 'evaluation.write',
    ...common,
    body: z.object({ id: z.uuid() }),
    async handle({ body, params: { patientId }, ...context }) {
      const subject = { kind: 'evaluation', id: body.id }
      return audited(context.db, act(context, 'evaluation.start', patientId, subject), async (tx) => ({
        id: await startEvaluation(tx, patientId, body.id, by(context)),
      }))
    },
  }),
  route({
    method: 'POST',
    path: `${path}/answers`,
    may: 'evaluation.write',
    ...common,
    limit: 256 * 1024,
    body: z.object({ evaluationId: z.uuid(), answers: z.array(AnswerSent).min(1).max(80) }),
    async handle({ body: { evaluationId, answers }, params: { patientId }, ...context }) {
      const subject = { kind: 'evaluation', id: evaluationId }
      const detail = { answers: answers.map(({ id, key }) => ({ id, key })) }
      return audited(context.db, act(context, 'evaluation.answer', patientId, subject, detail), async (tx) => {
        await openEvaluation(tx, patientId, evaluationId)
        await record(tx, evaluationId, answers, by(context))
        return { saved: answers.map(({ id }) => id) }
      })
    },
  }),
  route({
    method: 'POST',
    path: `${path}/responses`,
    may: 'evaluation.write',
    ...common,
    body: ResponseSent,
    async handle({ body, params: { patientId }, ...context }) {
      const { evaluationId, ...response } = body
      const subject = { kind: 'response', id: body.id }
      return audited(
        context.db,
        act(context, 'evaluation.response', patientId, subject, { instrument: body.instrument }),
        async (tx) => {
          await openEvaluation(tx, patientId, evaluationId)
          const { id, flags } = await saveResponse(tx, {
            ...response,
            patientId,
            contextKind: 'evaluation',
            contextId: evaluationId,
            answeredByKind: 'staff',
            answeredBy: context.actor.id,
            now: context.now,
          })
          return { id, flags: flags.map(({ id, level, says }) => ({ id, level, says })) }
        },
      )
    },
  }),
  route({
    method: 'POST',
    path: `${path}/entries`,
    may: 'evaluation.write',
    ...common,
    body: z.object({ evaluationId: z.uuid(), entry: EntrySent }),
    async handle({ body: { evaluationId, entry }, params: { patientId }, ...context }) {
      const subject = { kind: 'evaluation', id: evaluationId }
      const detail = { kind: entry.kind, change: entry.change, entry: entry.id }
      return audited(context.db, act(context, 'evaluation.entry', patientId, subject, detail), async (tx) => {
        await openEvaluation(tx, patientId, evaluationId)
        await saveEntry(tx, evaluationId, entry as EntryChange, by(context))
        return { id: entry.id }
      })
    },
  }),
  route({
    method: 'POST',
    path: `${path}/close`,
    may: 'evaluation.determine',
    ...common,
    body: z.object({ evaluationId: z.uuid(), reason: required(says.reason, 2_000) }),
    async handle({ body, params: { patientId }, ...context }) {
      const subject = { kind: 'evaluation', id: body.evaluationId }
      return audited(context.db, act(context, 'evaluation.close', patientId, subject), async (tx) => {
        await openEvaluation(tx, patientId, body.evaluationId)
        await closeEvaluation(tx, body.evaluationId, body.reason, by(context))
      })
    },
  }),
  route({
    method: 'POST',
    path: '/api/patients/:patientId/determinations',
    may: 'evaluation.determine',
    ...common,
    limit: 256 * 1024,
    body: DeterminationSent,
    async handle({ body, params: { patientId }, ...context }) {
      const subject = { kind: 'determination', id: body.id }
      const detail = { outcome: body.outcome, route: body.route, addressed: Object.keys(body.addressed) }
      return audited(context.db, act(context, 'evaluation.determine', patientId, subject, detail), (tx) =>
        determine(tx, patientId, body, by(context)),
      )
    },
  }),
  route({
    method: 'POST',
    path: '/api/patients/:patientId/determinations/:determinationId/confirmation',
    may: 'evaluation.determine',
    patient: 'patientId',
    params: OfPatient.extend({ determinationId: z.uuid() }),
    body: ConfirmationSent,
    async handle({ body, params: { patientId, determinationId }, ...context }) {
      const subject = { kind: 'determination', id: determinationId }
      return audited(
        context.db,
        act(context, 'evaluation.confirm', patientId, subject, { answer: body.answer }),
        (tx) => confirm(tx, patientId, determinationId, body, by(context)),
      )
    },
  }),
]
