import { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { mayOpenChart } from '../../clinic/records/access.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { DatabaseError } from '../../database/errors.ts'
import { reading } from '../../database/read.ts'
import type { Query, Tx } from '../../database/types.ts'
import { dayIn } from '../../science/day-in.ts'
import { held } from '../../science/decide.ts'
import { addMinutes, Day, type Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { longestAgoMinutes, Minutes, NoShow, Reason, SessionDay, Slot } from './booking.ts'
import { clinicTime } from './booking-time.ts'
import { appendEvent, type NewEvent, saveSession, waitForWatcher } from './changes.ts'
import { NewEntry } from './event.ts'
import { checkRoom, checkWatcher, checkWatching } from './placing.ts'
import { type Clinic, clinicOf, findLast, findSession } from './queries.ts'
import { explain, findStored, findTaken, refusalOf, type Sent } from './queries-refusal.ts'
import { findStandingOf } from './queries-standing.ts'
import { findWatchingThen } from './queries-watching.ts'
import { asReply } from './reply.ts'
import { standingFindings } from './standing.ts'
import type { Stretch } from './watching.ts'

/** Said where more patients at once than the clinic allows would be with one person. */
const beyondLimit = Reason.optional()

const Place = z.object({
  beyondLimit,
  roomId: z.uuid(),
  day: SessionDay,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, says.time),
  /** Of two equal times on the day when clocks go back. */
  which: z.enum(['earlier', 'later']).optional(),
  minutes: Minutes,
})
const Booking = Place.extend({ id: z.uuid(), eventId: z.uuid(), patientId: z.uuid(), responsibleId: z.uuid() })
const OfSession = z.object({ id: z.uuid() })
const yearMinutes = 366 * 24 * 60

/** The moment of a booking in the clinic's zone; refused when it does not exist, is over, or is unclear. */
const momentOf = (place: z.infer<typeof Place>, timeZone: string, now: Instant): Instant => {
  const found = clinicTime(place.day, place.time, timeZone, place.which)
  if ('refuse' in found) throw new Problem('invalid', found.refuse, { fields: { time: found.refuse } })
  if ('ask' in found) throw new Problem('invalid', found.ask, { fields: { which: found.ask } })
  const { at } = found
  const wrong =
    addMinutes(at, place.minutes) < now ? says.bookingOver : at > addMinutes(now, yearMinutes) ? says.tooFarAhead : ''
  if (wrong) throw new Problem('invalid', wrong, { fields: { day: wrong } })
  return at
}

/** Says who has the room or the patient when the database refuses the booking. */
const slotIsFree = async <T>(
  { db, clinicId }: Context,
  slot: () => { roomId: string; patientId: string; bookedFor: Instant; endsAt: Instant; not?: string } | undefined,
  change: Promise<T>,
): Promise<T> =>
  change.catch(async (error: unknown) => {
    const wanted = slot()
    if (!(error instanceof DatabaseError) || error.code !== '23P01' || !wanted) throw refusalOf(error)
    const taken = await reading(db, { clinicId }, (q) => findTaken(q, wanted))
    const sentence = error.constraint === 'session_room_free' ? says.roomTaken : says.patientTaken
    throw new Problem('conflict', sentence, taken ? { first: { by: taken.by, at: taken.at } } : {})
  })

const act = ({ clinicId, actor, now }: Context, action: string, id: string, patientId: string) => ({
  clinicId,
  actor,
  action,
  at: now,
  subject: { kind: 'session', id },
  patientId,
})

/** The clinic's limit of patients per person, at the busiest moment of a stretch of time. */
const keepLimit = async (
  tx: Tx,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  {
    clinic,
    reason,
    ...asked
  }: { staffId: string; name: string; clinic: Clinic; slot: Stretch; not?: string; reason: string | undefined },
): Promise<void> => {
  await waitForWatcher(tx, asked.staffId)
  checkWatching(await findWatchingThen(tx, { ...asked, policy: clinic.policy, now }), {
    reason,
    roles: actor.kind === 'staff' ? actor.roles : [],
    today: Day.parse(dayIn(clinic.timeZone, now)),
  })
}

const book = route({
  method: 'POST',
  path: '/api/sessions',
  may: 'sessions.book',
  body: Booking,
  async handle({ body, ...context }) {
    const { db, clinicId, actor, now } = context
    let slot: Parameters<typeof slotIsFree>[1] extends () => infer S ? S : never
    const booking = audited(db, act(context, 'sessions.book', body.id, body.patientId), async (tx) => {
      if (!(await mayOpenChart(tx, actor, body.patientId, 'sessions.book')))
        throw new Problem('not-found', says.noSuchPatient)
      const clinic = await clinicOf(tx)
      if (await findSession(tx, body.id)) return repeated(tx, body, clinic.timeZone)
      const [watcher] = await Promise.all([
        checkWatcher(tx, body.responsibleId, 'responsibleId'),
        checkRoom(tx, body.roomId),
      ])
      const bookedFor = momentOf(body, clinic.timeZone, now)
      const { standing, plan } = await findStandingOf(tx, body.patientId, undefined, now)
      const today = Day.parse(dayIn(clinic.timeZone, now))
      const because = held(standingFindings(standing, today)).map(asReply)
      if (!plan || because.length > 0) throw new Problem('rule-held', says.held, { because })
      slot = { ...body, bookedFor, endsAt: addMinutes(bookedFor, body.minutes) }
      await keepLimit(tx, context, {
        staffId: body.responsibleId,
        name: watcher.name,
        clinic,
        slot: { from: bookedFor, until: slot.endsAt },
        reason: body.beyondLimit,
      })
      const { id, eventId, patientId, roomId, minutes, responsibleId } = body
      const planned = { planId: plan.planId, planVersionId: plan.versionId, route: plan.route }
      await saveSession(tx, {
        id,
        eventId,
        patientId,
        roomId,
        minutes,
        responsibleId,
        bookedFor,
        beyondLimit: body.beyondLimit,
        ...planned,
        by: actor.id,
        now,
      })
      return { id, bookedFor }
    })
    return slotIsFree({ ...context, clinicId }, () => slot, booking)
  },
})

const repeated = async (q: Query, body: z.infer<typeof Booking>, timeZone: string) => {
  const { roomId, minutes, responsibleId, beyondLimit } = body
  const time = clinicTime(body.day, body.time, timeZone, body.which)
  const data = { roomId, minutes, responsibleId, beyondLimit, ...('at' in time ? { bookedFor: time.at } : {}) }
  const sent: Sent = { id: body.eventId, sessionId: body.id, kind: 'booked', data }
  const row = await findSession(q, body.id)
  if (!(await findStored(q, sent)) || row?.patientId !== body.patientId)
    throw new Problem('conflict', says.sameIdOtherContent)
  return { id: body.id, bookedFor: row.bookedFor }
}

/** An entry of the day list: it happens now, and the database says when it cannot. */
const atDesk = <
  K extends 'arrived' | 'cancelled' | 'no-show',
  Body extends z.ZodType<{ id: string; happenedAt: Instant }>,
>(
  kind: K,
  path: string,
  may: 'sessions.book' | 'sessions.arrive',
  Body: Body,
) =>
  route({
    method: 'POST',
    path: `/api/sessions/:id/${path}`,
    may,
    params: OfSession,
    body: Body,
    async handle({ body, params, ...context }) {
      const { db, clinicId, actor, now } = context
      const { id, happenedAt, ...data } = body as { id: string; happenedAt: Instant }
      if (happenedAt < addMinutes(now, -longestAgoMinutes))
        throw new Problem('invalid', says.longAgo, { fields: { happenedAt: says.longAgo } })
      const event = {
        id,
        sessionId: params.id,
        kind,
        happenedAt,
        recordedAt: now,
        recordedBy: actor.id,
        data,
      } as NewEvent
      try {
        const row = await reading(db, { clinicId }, (q) => findSession(q, params.id))
        if (!row) throw new Problem('not-found', says.noSuchSession)
        await audited(db, act(context, `sessions.${path}`, params.id, row.patientId), async (tx) => {
          if (!(await appendEvent(tx, event))) await findStored(tx, { ...event, data })
        })
      } catch (error) {
        await explain(db, clinicId, { ...event, data }, error)
      }
      return { id }
    },
  })

/**
 * Of two who move one booking the first wins: the second, who may have promised the patient another time, is told.
 * Whoever moves it waits for its watcher first, so nobody moves it between this and the entry.
 */
const checkStillThere = async (
  tx: Tx,
  sessionId: string,
  from: Pick<Slot, 'roomId' | 'bookedFor'> | undefined,
): Promise<void> => {
  const row = await findSession(tx, sessionId)
  if (!from || !row || (row.roomId === from.roomId && row.bookedFor === from.bookedFor)) return
  const first = await findLast(tx, sessionId, 'rescheduled')
  throw new Problem('conflict', says.movedMeanwhile(first?.by), first ? { first } : {})
}

const reschedule = route({
  method: 'POST',
  path: '/api/sessions/:id/reschedule',
  may: 'sessions.book',
  params: OfSession,
  body: Place.extend({
    id: z.uuid(),
    reason: Reason,
    /** Where the booking was on the screen of whoever moves it. */
    from: Slot.pick({ roomId: true, bookedFor: true }).optional(),
  }),
  async handle({ body, params, ...context }) {
    const { db, clinicId, actor, now } = context
    const { id, roomId, minutes, reason, beyondLimit } = body
    const found = await reading(db, { clinicId }, (q) => Promise.all([findSession(q, params.id), clinicOf(q)]))
    const [row, clinic] = found
    if (!row) throw new Problem('not-found', says.noSuchSession)
    const bookedFor = momentOf(body, clinic.timeZone, now)
    const data = { roomId, bookedFor, minutes, reason, ...(beyondLimit ? { beyondLimit } : {}) }
    const event = { id, sessionId: params.id, kind: 'rescheduled' as const, data }
    const slot = { roomId, patientId: row.patientId, bookedFor, endsAt: addMinutes(bookedFor, minutes), not: params.id }
    const moving = audited(db, act(context, 'sessions.reschedule', params.id, row.patientId), async (tx) => {
      if (await findStored(tx, event)) return
      if (roomId !== row.roomId) await checkRoom(tx, roomId)
      await keepLimit(tx, context, {
        staffId: row.responsibleId,
        name: row.responsibleName,
        clinic,
        slot: { from: bookedFor, until: slot.endsAt },
        not: params.id,
        reason: beyondLimit,
      })
      await checkStillThere(tx, params.id, body.from)
      const added = await appendEvent(tx, { ...event, happenedAt: now, recordedAt: now, recordedBy: actor.id })
      if (!added) await findStored(tx, event)
    })
    try {
      await slotIsFree(context, () => slot, moving)
    } catch (error) {
      await explain(db, clinicId, event, error)
    }
    return { id, bookedFor }
  },
})

export const bookingRoutes: Route[] = [
  book,
  reschedule,
  atDesk('arrived', 'arrive', 'sessions.arrive', NewEntry),
  atDesk('cancelled', 'cancel', 'sessions.book', NewEntry.extend({ reason: Reason })),
  atDesk('no-show', 'no-show', 'sessions.book', NewEntry.extend(NoShow.shape)),
]
