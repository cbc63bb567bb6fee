import { z } from 'zod'
import { mayDo } from '../../clinic/accounts/permissions.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import type { Query } from '../../database/types.ts'
import { dayIn } from '../../science/day-in.ts'
import { Day, type Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { findEnrolmentNow } from '../rems/queries.ts'
import { listSilences } from './board/queries.ts'
import { silenceMinutes } from './board/routes.ts'
import { SessionDay } from './booking.ts'
import { boundsOf } from './booking-time.ts'
import { firstSteps } from './first-steps.ts'
import { readSessions } from './kept-logs.ts'
import { clinicOf, findSession, listEvents, listNames, listOfDay, listOpen, type SessionRow } from './queries.ts'
import { listEscorts } from './queries-escort.ts'
import { findOpenedRecently } from './queries-opened.ts'
import { findStandingHere } from './queries-watching.ts'
import { listRooms } from './rooms/queries.ts'
import { sessionFrom } from './session.ts'
import { initialsAmong, lineOf, type SessionLine, watchedNow } from './session-view.ts'
import { watchLimit } from './watching.ts'

const linesOf = async (
  { db, clinicId }: Pick<Context, 'db' | 'clinicId'>,
  q: Query,
  rows: readonly SessionRow[],
  moment: { now: Instant; today: Day; policy: unknown },
): Promise<SessionLine[]> => {
  const sessions = await readSessions(
    db,
    clinicId,
    q,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row) => {
    const session = sessions.get(row.id)
    return session ? [lineOf(row, session, moment)] : []
  })
}

const dayList = route({
  method: 'GET',
  path: '/api/sessions',
  may: 'sessions.read',
  query: z.object({ day: SessionDay.optional() }),
  async handle({ db, clinicId, now, query }) {
    return reading(db, { clinicId }, async (q) => {
      const clinic = await clinicOf(q)
      const today = Day.parse(dayIn(clinic.timeZone, now))
      const day = query.day ?? today
      const { from, until } = boundsOf(day, clinic.timeZone)
      const [rows, rooms] = await Promise.all([listOfDay(q, from, until, day === today), listRooms(q)])
      const sessions = await linesOf({ db, clinicId }, q, rows, { now, today, policy: clinic.policy })
      return { day, today, timeZone: clinic.timeZone, now, rooms, sessions: sessions.map(withoutClinicalFacts) }
    })
  },
})

/** The front desk reads the day too: who, where, when and how far, not what was measured. */
const withoutClinicalFacts = ({ alerts: _, ...line }: SessionLine): Omit<SessionLine, 'alerts'> => line

/** Beside a patient's name the desk sees that somebody is needed, and not for what. */
const atTheDesk = (line: SessionLine): SessionLine => ({
  ...line,
  alerts: line.alerts.map(({ severity }) => ({ rule: '', severity, says: '' })),
})

const board = route({
  method: 'GET',
  path: '/api/board',
  may: 'board.read',
  async handle({ db, clinicId, actor, now }) {
    return reading(db, { clinicId }, async (q) => {
      const clinic = await clinicOf(q)
      const today = Day.parse(dayIn(clinic.timeZone, now))
      const { from, until } = boundsOf(today, clinic.timeZone)
      const [rows, rooms, silences] = await Promise.all([listOpen(q, from, until), listRooms(q), listSilences(q, now)])
      const lines = await linesOf({ db, clinicId }, q, rows, { now, today, policy: clinic.policy })
      // A screen on a wall is read by whoever walks past.
      const person = actor.kind === 'staff' && actor.roles.some((role) => role !== 'display')
      const clinical = actor.kind === 'staff' && mayDo(actor.roles, 'sessions.record')
      const staffNames = [...lines.map(({ responsible }) => responsible.name), ...silences.map(({ by }) => by)]
      const initials = initialsAmong(staffNames)
      const sessions = clinical ? lines : lines.map((line) => (person ? atTheDesk(line) : forTheWall(line, initials)))
      const watching = watchedNow(lines).map((one) => (person ? one : { ...one, id: '', name: initials(one.name) }))
      return {
        now,
        timeZone: clinic.timeZone,
        clinic: clinic.name,
        rooms: rooms.filter(({ retired }) => !retired),
        watching,
        patientsPerMonitor: watchLimit(clinic.policy),
        silences: silences.map((one) => (person ? one : { ...one, by: initials(one.by) })),
        silenceMinutes: silenceMinutes(clinic.policy),
        sessions,
      }
    })
  },
})

const forTheWall = (line: SessionLine, initials: (name: string) => string): SessionLine => ({
  ...line,
  patient: { id: '', number: 0, name: line.patient.initials, initials: line.patient.initials },
  responsible: { id: '', name: initials(line.responsible.name) },
})

const OfSession = z.object({ id: z.uuid() })

/** Everything one session's screen needs: its log, and what the same pure rules need to read it. */
const one = route({
  method: 'GET',
  path: '/api/sessions/:id',
  may: 'sessions.record',
  params: OfSession,
  async handle({ db, clinicId, actor, now, params }) {
    const answer = await reading(db, { clinicId }, async (q) => {
      const row = await findSession(q, params.id)
      if (!row) throw new Problem('not-found', says.noSuchSession)
      const clinic = await clinicOf(q)
      const [events, { standing, plan }, opened, enrolment] = await Promise.all([
        listEvents(q, params.id),
        findStandingHere(q, row, clinic.policy, now),
        findOpenedRecently(q, { patientId: row.patientId, sessionId: params.id, actorId: actor.id, now }),
        row.route === 'esketamine' ? findEnrolmentNow(q, row.patientId) : undefined,
      ])
      const [people, escorts] = await Promise.all([
        listNames(
          q,
          events.flatMap(({ recordedBy }) => recordedBy),
        ),
        // Shown beside the question before the dose, and after it at every entry for nothing.
        row.endedAt !== null || sessionFrom(events).givenAt !== undefined ? undefined : listEscorts(q, row.patientId),
      ])
      const today = Day.parse(dayIn(clinic.timeZone, now))
      return { row, events, people, clinic, standing, plan: plan ?? null, escorts, enrolment, now, today, opened }
    })
    const { opened, ...shown } = answer
    // The screen asks again at every entry; looking at it is written down once in a while, not each time.
    if (!opened) {
      const subject = { kind: 'session', id: params.id }
      const act = { clinicId, actor, action: 'sessions.opened', at: now, subject, patientId: answer.row.patientId }
      await audited(db, act, async () => undefined)
    }
    return shown
  },
})

export const readRoutes: Route[] = [dayList, board, one, firstSteps]
