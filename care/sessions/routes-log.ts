import { z } from 'zod'
import { mayDo } from '../../clinic/accounts/permissions.ts'
import { auditedAs } from '../../clinic/audit/audited.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { isUntrue, stillSo } from '../../database/presumed.ts'
import type { Tx } from '../../database/types.ts'
import { dayIn } from '../../science/day-in.ts'
import { Day } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { heldBy, raisedBy } from './alerts.ts'
import {
  appendEvent,
  leaveEvent,
  type NewEvent,
  raiseFor,
  raiseForScreen,
  waitForSession,
  waitForWatcher,
} from './changes.ts'
import { checkCorrection, correctedDose, correctedVitals } from './correcting.ts'
import { amendDrawn } from './drawing.ts'
import { stoppedAs } from './ending.ts'
import { entryData, type Kind, NewEntry, type SessionEvent } from './event.ts'
import { checkBegun } from './giving-checks.ts'
import { dosedUpTo, type JudgedBy, judgedBy, judgedByKnown, keyOf } from './judged-by.ts'
import { checkWatcher, checkWatching } from './placing.ts'
import { clinicOf, findSession, listEvents } from './queries.ts'
import { explain, findStored, isRepeat, type Sent } from './queries-refusal.ts'
import { findVitalsContext } from './queries-vitals.ts'
import { findWatchingNow } from './queries-watching.ts'
import { sessionFrom } from './session.ts'
import { factsOf } from './vitals.ts'

const entry = <K extends keyof typeof entryData>(kind: K) =>
  NewEntry.extend({ kind: z.literal(kind), data: entryData[kind] })

/** What a monitor writes into the log. Deciding (clear, dose, release) has addresses of its own. */
const Recorded = z.discriminatedUnion('kind', [
  entry('vitals'),
  entry('facts'),
  entry('infusion changed'),
  entry('lozenge ended'),
  entry('line placed'),
  entry('line removed'),
  entry('decided'),
  entry('side effect'),
  entry('side effect ended'),
  entry('remark'),
  entry('handed over'),
  entry('stopped'),
  entry('addendum'),
  entry('correction').extend({ corrects: z.uuid() }),
])
type Recorded = z.infer<typeof Recorded>

type Kept = Awaited<ReturnType<typeof judgedByKnown>>

type Done = {
  patientId: string
  emergencyPlan?: string
  raised?: ReturnType<typeof raisedBy>
  repeated?: boolean
  calm?: boolean
}

/**
 * A set of observations: one look at what it is judged by, one insert, one audit entry. Where what it is judged by is
 * known already and nothing is met, the insert leaves with the audit entry and the commit.
 */
const recordVitals = async (tx: Tx, event: NewEvent<'vitals'>, clinicId: string, kept?: Kept): Promise<Done> => {
  const key = keyOf(clinicId, event.sessionId)
  const known = kept?.find(key)
  if (kept && known && event.happenedAt > known.upTo && raisedNow(event, known).length === 0) {
    if (!kept.sure) tx.leave(stillSo('session', event.sessionId, known.digest))
    leaveEvent(tx, event)
    return { patientId: known.patientId, raised: [], calm: true }
  }
  const asked = kept?.now() ?? 0
  const [context, added] = await Promise.all([findVitalsContext(tx, event.sessionId), appendEvent(tx, event)])
  if (!context) throw new Problem('not-found', says.noSuchSession)
  const [by, upTo] = [judgedBy(context), dosedUpTo(context)]
  if (upTo !== undefined && event.happenedAt > upTo) kept?.keep(key, { ...by, upTo }, asked)
  else kept?.forget(key)
  if (!added) await findStored(tx, sentOf(event))
  return added ? raise(tx, event, by) : { patientId: context.patientId, repeated: true }
}

const raisedNow = ({ data, recordedAt }: Pick<NewEvent<'vitals'>, 'data' | 'recordedAt'>, by: JudgedBy) =>
  raisedBy(by.protocol, data, by.session, todayIn({ recordedAt }, by))

const todayIn = ({ recordedAt }: Pick<NewEvent, 'recordedAt'>, { timeZone }: Pick<JudgedBy, 'timeZone'>): Day =>
  Day.parse(dayIn(timeZone, recordedAt))

/** What the observations meet is raised in the transaction that stores them: both are there, or neither is. */
const raise = async (
  tx: Tx,
  event: Pick<NewEvent<'vitals'>, 'id' | 'sessionId' | 'recordedAt' | 'data'>,
  by: JudgedBy,
): Promise<Done> => {
  const { patientId, responsibleId: ownerId, emergencyPlan } = by
  const { id: eventId, sessionId, recordedAt: now, data } = event
  const raised = raisedNow(event, by)
  const waiting = by.session.lastDoseAt === undefined ? heldBy(by.protocol, data, todayIn(event, by)) : []
  await raiseFor(tx, [...raised, ...waiting], factsOf(data), { sessionId, patientId, ownerId, eventId, now })
  return raised.length > 0 ? { patientId, raised, emergencyPlan } : { patientId, raised, calm: waiting.length === 0 }
}

/** Of two of these at once the second is judged by the first. */
const rulesOthersOut: ReadonlySet<Kind> = new Set([
  'stopped',
  'correction',
  'infusion changed',
  'lozenge ended',
  'line removed',
  'side effect ended',
])

const recordOther = async (
  tx: Tx,
  event: Exclude<NewEvent, NewEvent<'vitals'>>,
  roles: readonly string[],
): Promise<Done> => {
  if (rulesOthersOut.has(event.kind)) await waitForSession(tx, event.sessionId)
  const row = await findSession(tx, event.sessionId)
  if (!row) throw new Problem('not-found', says.noSuchSession)
  const done: Done = { patientId: row.patientId }
  if (await findStored(tx, sentOf(event))) return { ...done, repeated: true }
  if (event.kind === 'handed over') {
    // The name goes into the record, so it is the one on our list and not one that was sent.
    const { name } = await checkWatcher(tx, event.data.toId, 'data.toId')
    if (name !== event.data.toName)
      throw new Problem('invalid', says.otherName, { fields: { 'data.toId': says.otherName } })
    const { toId, beyondLimit: reason } = event.data
    const [{ policy, timeZone }] = await Promise.all([clinicOf(tx), waitForWatcher(tx, toId)])
    checkWatching(await findWatchingNow(tx, { staffId: toId, name, policy, sessionId: event.sessionId }), {
      reason,
      roles,
      today: Day.parse(dayIn(timeZone, event.recordedAt)),
    })
  }
  if (event.kind === 'addendum' || event.kind === 'remark' || event.kind === 'facts' || event.kind === 'handed over') {
    if (!(await appendEvent(tx, event))) return again(tx, event, done)
    if (event.kind === 'facts') await raiseForScreen(tx, event, row)
    return done
  }
  const events = await listEvents(tx, event.sessionId)
  const session = sessionFrom(events)
  if (event.kind === 'stopped') {
    const ways = session.doses.length > 0 ? stoppedAs.afterDose : stoppedAs.beforeDose
    const wrong = session.doses.length > 0 ? says.stopAfterDose : says.stopBeforeDose
    if (!(ways as readonly string[]).includes(event.data.as))
      throw new Problem('invalid', wrong, { fields: { 'data.as': wrong } })
  }
  if (event.kind === 'decided' && !mayDo(roles, 'sessions.clear'))
    throw new Problem('not-allowed', says.onlyPrescriberDecides)
  checkBegun(session, event)
  if (event.kind === 'correction') {
    const corrected = { ...event, data: checkCorrection(events, event, mayDo(roles, 'sessions.clear')) }
    if (!(await appendEvent(tx, corrected))) return again(tx, event, done)
    const dose = correctedDose([...events, corrected as never], event.id)
    if (dose) await amendDrawn(tx, event.id, dose, { actorId: event.recordedBy, now: event.recordedAt })
    return raiseAnew(tx, corrected, events, done)
  }
  return (await appendEvent(tx, event)) ? done : again(tx, event, done)
}

/** The same id came in the same moment: harmless when it says the same, refused when it does not. */
const again = async (tx: Tx, event: NewEvent, done: Done): Promise<Done> => {
  await findStored(tx, sentOf(event))
  return { ...done, repeated: true }
}

/** Observations that read otherwise after a correction raise what they meet now. */
const raiseAnew = async (
  tx: Tx,
  event: NewEvent<'correction'>,
  events: readonly SessionEvent[],
  done: Done,
): Promise<Done> => {
  const set = correctedVitals([...events, event as never], event.id)
  const context = set ? await findVitalsContext(tx, event.sessionId) : undefined
  const { id, sessionId, recordedAt } = event
  if (!set || !context) return done
  const raised = await raise(tx, { id, sessionId, recordedAt, data: set }, judgedBy(context))
  return { ...raised, calm: false }
}

const sentOf = ({ id, sessionId, kind, data, corrects }: NewEvent): Sent => ({
  id,
  sessionId,
  kind,
  data: data as Record<string, unknown>,
  corrects: corrects ?? null,
})

const eventFrom = (body: Recorded, sessionId: string, { now, actor }: Pick<Context, 'now' | 'actor'>): NewEvent =>
  ({
    ...body,
    sessionId,
    recordedAt: now,
    recordedBy: actor.id,
    corrects: body.kind === 'correction' ? body.corrects : null,
  }) as NewEvent

export const logRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/sessions/:id/events',
    may: 'sessions.record',
    params: z.object({ id: z.uuid() }),
    body: Recorded,
    async handle({ db, clinicId, actor, now, body, params }) {
      const event = eventFrom(body, params.id, { now, actor })
      const roles = actor.kind === 'staff' ? actor.roles : []
      const kept = event.kind === 'vitals' ? await judgedByKnown(db) : undefined
      const record = (known?: typeof kept) =>
        auditedAs(
          db,
          clinicId,
          (tx) => (event.kind === 'vitals' ? recordVitals(tx, event, clinicId, known) : recordOther(tx, event, roles)),
          ({ patientId, repeated, calm }) => ({
            actor,
            // Observations that raise nothing come by the minute from every room; screens that show alerts need not ask then.
            action: repeated ? 'sessions.repeat' : calm ? 'sessions.observe' : 'sessions.record',
            at: now,
            subject: { kind: 'session', id: params.id },
            patientId,
            detail: { entry: event.id, kind: event.kind },
          }),
        )
      try {
        const done = await record(kept).catch((error) => {
          if (isUntrue(error)) kept?.forget(keyOf(clinicId, event.sessionId))
          // Sent twice: the look at what is stored comes first then. Not as presumed: what is so is asked.
          else if (!isRepeat(error)) throw error
          return record()
        })
        const { raised = [], emergencyPlan } = done
        return { id: event.id, happenedAt: event.happenedAt, recordedAt: now, raised, emergencyPlan }
      } catch (error) {
        const stored = await explain(db, clinicId, sentOf(event), error)
        return { id: stored.id, happenedAt: stored.happenedAt, recordedAt: stored.recordedAt, raised: [] }
      }
    },
  }),
]
