import { z } from 'zod'
import { mayDo } from '../../clinic/accounts/permissions.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import type { Tx } from '../../database/types.ts'
import { dayIn } from '../../science/day-in.ts'
import { type Finding, held } from '../../science/decide.ts'
import type { Protocol } from '../../science/routes/protocol.ts'
import { Day, type Instant, minutesBetween } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { Reason } from './booking.ts'
import { appendEvent, type NewEvent, waitForSession } from './changes.ts'
import { HeldAnswer } from './clearance.ts'
import { type Dose, DoseGiven, questionsAboutDose } from './dose.ts'
import { drawForDose } from './drawing.ts'
import { Ride } from './ending.ts'
import { NewEntry } from './event.ts'
import { InstructionsHow } from './facts.ts'
import {
  answersStillGood,
  beforeDoseFindings,
  furtherDoseFindings,
  kept,
  releaseFindings,
  unanswered,
  unseen,
} from './gates.ts'
import { mgSoFar } from './given.ts'
import { expired, nextNumber, waitsFor } from './next-dose.ts'
import { protocolFor } from './protocol.ts'
import { clinicOf, findSession, listEvents } from './queries.ts'
import { explain, findStored, type Sent } from './queries-refusal.ts'
import { findStandingOf } from './queries-standing.ts'
import { findStandingHere, listWaiting } from './queries-watching.ts'
import { asReply } from './reply.ts'
import { type Session, sessionFrom } from './session.ts'
import { closeDecided, closeReleased, tellOfRefusal } from './told.ts'

const OfSession = z.object({ id: z.uuid() })

/** The session as it stands with nobody else able to decide about it meanwhile. */
const readForDeciding = async (tx: Tx, sessionId: string, now: Instant) => {
  const [, row, clinic, events] = await Promise.all([
    waitForSession(tx, sessionId),
    findSession(tx, sessionId),
    clinicOf(tx),
    listEvents(tx, sessionId),
  ])
  if (!row) throw new Problem('not-found', says.noSuchSession)
  const protocol = protocolFor(row.route, clinic.policy)
  return { row, clinic, protocol, events, session: sessionFrom(events), today: Day.parse(dayIn(clinic.timeZone, now)) }
}

/** One decision: the same id again answers with what is stored; otherwise it is made, or refused with who was first. */
const deciding = async (
  context: Context,
  action: string,
  sent: Sent,
  decide: (tx: Tx) => Promise<NewEvent>,
  /** What belongs to the entry and is written with it. */
  then: (tx: Tx, event: NewEvent, patientId: string) => Promise<unknown> = async () => undefined,
): Promise<{ id: string; happenedAt: Instant; recordedAt: Instant }> => {
  const { db, clinicId, actor, now } = context
  const row = await reading(db, { clinicId }, (q) => findSession(q, sent.sessionId))
  if (!row) throw new Problem('not-found', says.noSuchSession)
  const subject = { kind: 'session', id: sent.sessionId }
  const act = { clinicId, actor, action, at: now, subject, patientId: row.patientId, detail: { entry: sent.id } }
  try {
    return await audited(db, act, async (tx) => {
      const stored = await findStored(tx, sent)
      if (stored) return { id: stored.id, happenedAt: stored.happenedAt, recordedAt: stored.recordedAt }
      const event = await decide(tx)
      const added = await appendEvent(tx, event)
      if (added) await then(tx, event, row.patientId)
      // Not added: the same id came twice in one moment. What is there counts, when it says the same.
      const there = added ? event : ((await findStored(tx, sent)) ?? event)
      return { id: there.id, happenedAt: there.happenedAt, recordedAt: there.recordedAt }
    })
  } catch (error) {
    const stored = await explain(db, clinicId, sent, error)
    return { id: stored.id, happenedAt: stored.happenedAt, recordedAt: stored.recordedAt }
  }
}

/** Which readings and answers were on the screen of whoever gives a reason (`seenIn`). */
const Seen = z.array(z.uuid()).max(1000).default([])

/** A reason given for what the screen showed is none for what came meanwhile. */
const checkSeen = (...given: Parameters<typeof unseen>): void => {
  const news = unseen(...given)
  if (news.length > 0) throw new Problem('conflict', says.saidMeanwhile, { because: news.map(asReply) })
}

const Clear = z.object({
  id: z.uuid(),
  seen: Seen,
  decision: z.discriminatedUnion('is', [
    z.object({
      is: z.literal('cleared'),
      answers: z.array(HeldAnswer).max(100),
      words: z.string().trim().max(2000).optional(),
    }),
    z.object({ is: z.literal('not cleared'), reason: Reason }),
  ]),
})

const clear = route({
  method: 'POST',
  path: '/api/sessions/:id/clear',
  may: 'sessions.clear',
  params: OfSession,
  body: Clear,
  async handle({ body: { id, decision, seen }, params, ...context }) {
    const { actor, now } = context
    const { is: kind, ...data } = decision
    return deciding(
      context,
      `sessions.${kind.replace(' ', '-')}`,
      { id, sessionId: params.id, kind, data },
      async (tx) => {
        const { row, clinic, protocol, session, today } = await readForDeciding(tx, params.id, now)
        const { standing, plan } = await findStandingHere(tx, row, clinic.policy, now)
        const all = beforeDoseFindings(protocol, session, standing, { now, today })
        const findings = all.map(kept)
        const base = { id, sessionId: params.id, happenedAt: now, recordedAt: now, recordedBy: actor.id }
        if (decision.is === 'not cleared')
          return { ...base, kind: 'not cleared', data: { findings, reason: decision.reason } }
        // Whoever was first is told by the database; what holds is told before it.
        const decided = session.clearance || session.ended
        const open = decided ? [] : unanswered(all, decision.answers)
        if (!decided) checkSeen(session, all, decision.answers, seen)
        if (open.length > 0) throw new Problem('rule-held', says.held, { because: open.map(asReply) })
        const planVersionId = plan?.versionId ?? row.planVersionId
        const { answers, words } = decision
        return { ...base, kind: 'cleared', data: { findings, answers, planVersionId, ...(words ? { words } : {}) } }
      },
      (tx) => closeDecided(tx, params.id, kind, { byId: actor.id, now }),
    )
  },
})

const Give = NewEntry.extend({
  data: DoseGiven,
  /** A prescriber's reasons for what holds now and did not at the clearance. */
  answers: z.array(HeldAnswer).max(100).default([]),
  seen: Seen,
})

/** Seconds by which a tablet's clock may be behind the server's, so that a dose seems to come before its clearance. */
const clocksApartSeconds = 5

const notBeforeBy = (said: Instant, earliest: Instant): Instant =>
  said < earliest && minutesBetween(said, earliest) * 60 <= clocksApartSeconds ? earliest : said

const dose = route({
  method: 'POST',
  path: '/api/sessions/:id/dose',
  may: 'sessions.dose',
  params: OfSession,
  body: Give,
  async handle({ body: { id, happenedAt: said, data, answers, seen }, params, ...context }) {
    const { actor, now } = context
    const sent = { id, sessionId: params.id, kind: 'dose', data }
    const decide = async (tx: Tx): Promise<NewEvent> => {
      const { row, protocol, session, events, today } = await readForDeciding(tx, params.id, now)
      const { clearance, doses } = session
      if (!clearance) throw new Problem('rule-held', says.noClearance)
      const happenedAt = notBeforeBy(said, clearance.happenedAt)
      const [{ standing: stands, plan }, waiting] = await Promise.all([
        findStandingOf(tx, row.patientId, row.route, now),
        listWaiting(tx, row),
      ])
      // What was answered since the clearance holds the dose as what was answered before it held that.
      const standing = { ...stands, waiting }
      if (plan && plan.versionId !== data.planVersionId) throw new Problem('conflict', says.planChanged)
      const planMg = plan?.doseMg ?? Number.NaN
      const planMinutes = data.route === 'iv' ? plan?.infusionMinutes : undefined
      const rests = { clearanceId: clearance.id, planMg, findings: [], answers: [] }
      const draft = { ...data, ...rests, ...(planMinutes === undefined ? {} : { planMinutes }) } as Dose
      const event = {
        id,
        sessionId: params.id,
        kind: 'dose' as const,
        happenedAt,
        recordedAt: now,
        recordedBy: actor.id,
      }
      if (!session.ended && !doses.some(({ data: given }) => given.number === data.number)) {
        checkDose(session, draft, plan, { protocol, at: happenedAt, today })
      }
      // Seen from the moment of the dose: a reading taken after it is no baseline of it.
      const then = sessionFrom([...events, { ...event, data: draft, corrects: null, seq: Number.MAX_SAFE_INTEGER }])
      const all = beforeDoseFindings(protocol, then, standing, { now: happenedAt, today })
      const prescriber = actor.kind === 'staff' && mayDo(actor.roles, 'sessions.clear')
      const given = prescriber ? answers : []
      const weighed = doses.length > 0 ? furtherDoseFindings(protocol, session, standing, today) : all
      if (!session.ended) checkSeen(session, weighed, given, seen)
      const open = session.ended ? [] : unanswered(weighed, [...given, ...answersStillGood(session, all, waiting)])
      if (open.length > 0) throw new Problem('rule-held', says.held, { because: open.map(asReply) })
      return { ...event, data: { ...draft, findings: all.map(kept), answers: given } }
    }
    return deciding(context, 'sessions.dose', sent, decide, async (tx, event, patientId) => {
      if (event.kind !== 'dose') return
      await drawForDose(tx, event, patientId, { actorId: actor.id, now })
      const answered = event.data.answers.map(({ rule }) => rule)
      if (answered.length > 0) await closeDecided(tx, params.id, 'given', { byId: actor.id, now }, answered)
    })
  },
})

const checkDose = (
  session: Session,
  draft: Dose,
  plan: { route: string; drug: string; weightKg: number | null } | undefined,
  { protocol, at, today }: { protocol: Protocol; at: Instant; today: Day },
): void => {
  const next = nextNumber(session)
  if (draft.number !== next) throw new Problem('conflict', says.doseNumber(next))
  if (!plan) return
  if (draft.route !== plan.route)
    throw new Problem('invalid', says.otherRoute, { fields: { 'data.route': says.otherRoute } })
  if (draft.drug !== plan.drug)
    throw new Problem('invalid', says.otherDrug, { fields: { 'data.drug': says.otherDrug } })
  const waits = waitsFor(protocol, session, draft.planMg, { at, today })
  if (waits) throw new Problem('rule-held', waits)
  if (expired(draft, today)) {
    const sentence = says.expired(draft.expiry ?? '')
    throw new Problem('invalid', sentence, { fields: { 'data.expiry': sentence } })
  }
  const wrong = questionsAboutDose(draft, { weight: plan.weightKg ?? undefined, givenBefore: mgSoFar(session, at) })
  const fields = Object.fromEntries(Object.entries(wrong).map(([key, sentence]) => [`data.${key}`, sentence]))
  const [first] = Object.values(wrong)
  if (first) throw new Problem('invalid', first, { fields })
}

const Release = Ride.extend({ id: z.uuid(), instructions: InstructionsHow })

const release = route({
  method: 'POST',
  path: '/api/sessions/:id/release',
  may: 'sessions.release',
  params: OfSession,
  body: Release,
  async handle({ body: { id, ...ride }, params, ...context }) {
    const { actor, now } = context
    let refused: Finding[] = []
    const releasing = deciding(
      context,
      'sessions.release',
      { id, sessionId: params.id, kind: 'released', data: ride },
      async (tx) => {
        const { protocol, session, today } = await readForDeciding(tx, params.id, now)
        const last = session.doses.at(-1)
        if (!last) throw new Problem('rule-held', says.noDose)
        const criteria = releaseFindings(protocol, session, { now, today })
        refused = session.ended ? [] : held(criteria)
        if (refused.length > 0) throw new Problem('rule-held', says.held, { because: refused.map(asReply) })
        const data = { ...ride, doseId: last.id, criteria: criteria.map(kept) }
        return {
          id,
          sessionId: params.id,
          kind: 'released',
          happenedAt: now,
          recordedAt: now,
          recordedBy: actor.id,
          data,
        }
      },
      (tx) => closeReleased(tx, params.id, { byId: actor.id, now }),
    )
    return releasing.catch(async (error: unknown) => {
      if (refused.length > 0) await tellOfRefusal(context, { sessionId: params.id, entry: id, refused })
      throw error
    })
  },
})

export const gateRoutes: Route[] = [clear, dose, release]
