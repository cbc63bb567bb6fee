import { z } from 'zod'
import { mayDo } from '../../clinic/accounts/permissions.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { raiseAlert } from '../../clinic/safety/changes.ts'
import { findDueMinutes } from '../../clinic/safety/due.ts'
import { DatabaseError } from '../../database/errors.ts'
import { reading } from '../../database/read.ts'
import type { Tx } from '../../database/types.ts'
import { held, Route as TreatmentRoute } from '../../science/decide.ts'
import { judgeDose } from '../../science/dose.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/plans.ts'
import { stoppedFlag } from '../outcomes/risk-check.ts'
import { findEnrolmentNow } from '../rems/queries.ts'
import { type NewVersion, savePlan, saveReview, saveVersion } from './changes.ts'
import { DecideReview, drugOf, SignPlan, saysTheSame } from './plan.ts'
import { courseOf, listGoing, listStoppedPlans, listVersions, planInForce, progressOf } from './queries.ts'
import { groundOfDecision } from './queries-of-decision.ts'
import { groundFor, type Weight } from './queries-of-ground.ts'
import { ended, holdsReview } from './review.ts'
import { wrongForRoute } from './spray.ts'
import { decisionsWaiting } from './waiting.ts'

const OfPatient = z.object({ patientId: z.uuid() })
const OfRoute = z.object({ route: TreatmentRoute })

const noPatient = () => new Problem('not-found', says.noSuchPatient)

const read = route({
  method: 'GET',
  path: '/api/patients/:patientId/plan',
  may: 'plans.read',
  patient: 'patientId',
  opens: 'plans.open',
  params: OfPatient,
  query: OfRoute,
  async handle({ db, clinicId, actor, params, query, now }) {
    return reading(db, { clinicId }, async (q) => {
      const { patientId } = params
      const stands = await planInForce(q, patientId)
      // A plan in force is changed for its own route, whichever the page asked about.
      const treatment = stands.inForce ? stands.plan.route : query.route
      const ground = await groundFor(q, patientId, treatment, now)
      if (!ground) throw noPatient()
      const { findings, weight, today, patientName } = ground
      const stopped = await listStoppedPlans(q, patientId)
      const tells = treatment === 'esketamine' && actor.kind === 'staff' && mayDo(actor.roles, 'rems.read')
      const enrolment = tells ? { enrolment: await findEnrolmentNow(q, patientId) } : {}
      const about = { route: treatment, patientName, stands, findings, weight, today, stopped, ...enrolment }
      if (stands.state === 'none') return { ...about, versions: [], reviews: [] }
      const { version } = stands
      const course = await courseOf(q, stands, today)
      const isDue = stands.inForce && course.reviewsDue.length > 0
      const decision = isDue ? { decision: await groundOfDecision(q, patientId, version.planId, now) } : {}
      return {
        ...about,
        versions: await listVersions(q, version.planId),
        reviews: stands.reviews,
        course,
        ...decision,
      }
    })
  },
})

const waiting = route({
  method: 'GET',
  path: '/api/plans/waiting',
  may: 'plans.sign',
  handle: ({ db, clinicId, actor }) =>
    reading(db, { clinicId }, async (q) => ({ waiting: decisionsWaiting(await listGoing(q), actor.id) })),
})

/** What was unusual about the dose, when it was and the prescriber said that it is right. */
const judged = (treatment: TreatmentRoute, doseMg: number, weight: Weight | undefined, confirmed: boolean) => {
  const judgement = judgeDose(treatment, doseMg, weight?.kg)
  if (judgement === 'usual') return null
  const doubt = 'refuse' in judgement ? judgement.refuse : judgement.ask
  if ('ask' in judgement && confirmed) return doubt
  throw new Problem('invalid', doubt, { fields: { 'prescribed.doseMg': doubt } })
}

const first = ({ signedBy, signedAt, number }: { signedBy: string; signedAt: string; number: number }) =>
  new Problem('conflict', says.versionSigned(signedBy, number), {
    first: { by: signedBy, at: signedAt },
  })

const newestOf = (call: Pick<Context, 'db' | 'clinicId'>, patientId: string) =>
  reading(call.db, { clinicId: call.clinicId }, (q) => planInForce(q, patientId))

const sign = route({
  method: 'POST',
  path: '/api/patients/:patientId/plan',
  may: 'plans.sign',
  patient: 'patientId',
  params: OfPatient,
  query: OfRoute,
  body: SignPlan,
  async handle(call) {
    const { db, clinicId, actor, params, query, body, now } = call
    const { patientId } = params
    const { stands, ground, sent } = await reading(db, { clinicId }, async (q) => {
      const stands = await planInForce(q, patientId)
      const versions = stands.state === 'none' ? [] : await listVersions(q, stands.plan.id)
      const ground = await groundFor(q, patientId, query.route, now)
      return { stands, ground, sent: versions.find(({ id }) => id === body.id) }
    })
    if (!ground) throw noPatient()
    if (sent) {
      // A form that was sent, changed and sent again under the same id: what is stored is not what is on the screen.
      if (!saysTheSame(sent, body)) throw first(sent)
      return { number: sent.number }
    }
    const current = stands.state === 'in force' ? stands : undefined
    if (current && (current.plan.id !== body.planId || current.version.number !== body.expected))
      throw first(current.version)
    if (!current && body.expected > 0) throw ended()
    if (current && current.plan.route !== query.route) throw new Problem('conflict', says.otherRoute)
    const wrong = wrongForRoute(query.route, body.prescribed)
    const [sentence] = Object.values(wrong)
    if (sentence) {
      const fields = Object.fromEntries(Object.entries(wrong).map(([key, said]) => [`prescribed.${key}`, said]))
      throw new Problem('invalid', sentence, { fields })
    }
    const holding = held(ground.findings)
    const { determinationId, consentRequestId, weight } = ground
    if (holding.length > 0 || !determinationId || !consentRequestId) {
      const because = holding.map(({ rule: id, answer, says }) => ({ id, answer, says }))
      throw new Problem('rule-held', says.cannotSign, { because })
    }
    const version: NewVersion = {
      id: body.id,
      by: actor.id,
      now,
      planId: body.planId,
      patientId,
      number: body.expected + 1,
      drug: drugOf(query.route),
      prescribed: body.prescribed,
      doseConfirmed: judged(query.route, body.prescribed.doseMg, weight, body.doseConfirmed),
      weight,
      determinationId,
      consentRequestId,
      why: body.why,
    }
    const subject = { kind: 'plan', id: body.planId }
    const action = current ? 'plans.change' : 'plans.sign'
    const act = { clinicId, actor, action, at: now, subject, patientId, detail: { version: version.number } }
    try {
      await audited(db, act, async (tx) => {
        if (!current) {
          await savePlan(tx, clinicId, { id: body.planId, by: actor.id, now, patientId, route: query.route })
        }
        await saveVersion(tx, clinicId, version)
      })
    } catch (error) {
      if (!(error instanceof DatabaseError) || !lost.has(error.constraint ?? '')) throw error
      const meanwhile = await newestOf(call, patientId)
      throw meanwhile.state === 'in force' ? first(meanwhile.version) : ended()
    }
    return { number: version.number }
  },
})

/** RL-08: treatment ended, so somebody plans a suicide-risk check. */
const askForRiskCheck = async (
  tx: Tx,
  { patientId, reviewId, now }: { patientId: string; reviewId: string; now: Instant },
) => {
  const { id: ruleId, level, says: sentence, source } = stoppedFlag()
  const minutes = await findDueMinutes(tx)
  await raiseAlert(tx, {
    patientId,
    ruleId,
    level,
    about: { kind: 'plan review', id: reviewId },
    says: sentence,
    source,
    now,
    dueMinutes: minutes[level],
    ownerRole: 'prescriber',
    inputs: { treatmentEnded: true },
  })
}

/** What the database says when somebody else was first. */
const lost = new Set([
  'plan_version_clinic_id_plan_id_number_key',
  'plan_one_at_a_time',
  'plan_pkey',
  'plan_version_pkey',
  'plan_not_stopped',
  'plan_review_once',
  'plan_stopped_once',
])

const review = route({
  method: 'POST',
  path: '/api/patients/:patientId/plan/:planId/review',
  may: 'plans.sign',
  patient: 'patientId',
  params: OfPatient.extend({ planId: z.uuid() }),
  body: DecideReview,
  async handle(call) {
    const { db, clinicId, actor, params, body, now } = call
    const { patientId, planId } = params
    const { stands, stand } = await reading(db, { clinicId }, async (q) => {
      const stands = await planInForce(q, patientId)
      if (stands.state === 'none' || stands.plan.id !== planId) throw new Problem('not-found', says.noSuchPlan)
      return { stands, stand: await progressOf(q, stands) }
    })
    const { reviews } = stands
    const sent = reviews.find(({ id }) => id === body.id)
    if (sent) {
      if (sent.decision === body.decision && sent.reason === body.reason) return {}
      throw new Problem('conflict', says.otherDecision(sent.decidedBy), {
        first: { by: sent.decidedBy, at: sent.decidedAt },
      })
    }
    const holds = stands.state === 'stopped' ? ended() : holdsReview(body, stand, reviews, stands.version)
    if (holds) throw holds
    const subject = { kind: 'plan', id: planId }
    const detail = { point: body.point, afterSession: body.afterSession, decision: body.decision }
    const act = { clinicId, actor, action: 'plans.review', at: now, subject, patientId, detail }
    try {
      await audited(db, act, async (tx) => {
        await saveReview(tx, clinicId, {
          ...body,
          planId,
          planVersionId: stands.version.id,
          patientId,
          by: actor.id,
          now,
        })
        if (body.decision === 'stop') await askForRiskCheck(tx, { patientId, reviewId: body.id, now })
      })
    } catch (error) {
      if (!(error instanceof DatabaseError) || !lost.has(error.constraint ?? '')) throw error
      throw new Problem('conflict', says.decidedMeanwhile)
    }
    return {}
  },
})

export const planRoutes: Route[] = [read, waiting, sign, review]
