import type { Role } from '../../clinic/accounts/permissions.ts'
import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { hasArrived } from './arrived.ts'
import { standingEntry } from './doses.ts'
import type { Kind, SessionEvent } from './event.ts'
import { receivedMgOf, treatedAt } from './given.ts'
import { type Ending, sessionFrom } from './session.ts'

/** A booking with the names it needs on a screen. */
export type SessionRow = {
  id: string
  patientId: string
  patientName: string
  patientNumber: number
  birthDate: string
  planId: string
  planVersionId: string
  route: Route
  roomId: string
  roomName: string
  /** The registered location of the room: whose stock a dose draws from. */
  locationId: string
  bookedFor: Instant
  minutes: number
  responsibleId: string
  responsibleName: string
  endedAt: Instant | null
  endedAs: Ending | null
}

const columns =
  sql.raw(`s.id, s.patient_id as "patientId", p.display_name as "patientName", p.number as "patientNumber",
  p.birth_date as "birthDate", s.plan_id as "planId", s.plan_version_id as "planVersionId", s.route,
  s.room_id as "roomId", r.name as "roomName", r.location_id as "locationId", s.booked_for as "bookedFor", s.minutes,
  s.responsible_id as "responsibleId", f.name as "responsibleName", s.ended_at as "endedAt", s.ended_as as "endedAs"`)

const joined = sql.raw(`session s
  join patient_now p on p.clinic_id = s.clinic_id and p.id = s.patient_id
  join room r on r.clinic_id = s.clinic_id and r.id = s.room_id
  join staff f on f.clinic_id = s.clinic_id and f.id = s.responsible_id`)

const eventColumns = sql.raw(`e.id, e.session_id as "sessionId", e.kind, e.happened_at as "happenedAt",
  e.recorded_at as "recordedAt", e.recorded_by as "recordedBy", e.data, e.corrects, e.seq`)

export const findSession = (q: Query, id: string): Promise<SessionRow | undefined> =>
  q.maybe<SessionRow>(sql`select ${columns} from ${joined} where s.id = ${id}`)

/** The whole log of one session, as it was written. */
export const listEvents = (q: Query, sessionId: string): Promise<SessionEvent[]> =>
  q.all<SessionEvent>(sql`select ${eventColumns} from session_event e where e.session_id = ${sessionId} order by e.seq`)

/** The logs of several sessions at once, by session. */
export const listEventsOf = async (q: Query, sessionIds: readonly string[]): Promise<Map<string, SessionEvent[]>> => {
  const events =
    sessionIds.length === 0
      ? []
      : await q.all<SessionEvent>(
          sql`select ${eventColumns} from session_event e where e.session_id = any(${sessionIds}::uuid[]) order by e.seq`,
        )
  return Map.groupBy(events, ({ sessionId }) => sessionId)
}

const ofDosing: readonly Kind[] = ['dose', 'infusion changed', 'lozenge ended', 'correction']

/**
 * What the logs of several sessions say of what was given and what became of it, by session, and nothing else but `more`.
 * @param of which sessions, called `s`
 */
export const listDosing = async (
  q: Query,
  of: Statement,
  more: readonly Kind[] = [],
): Promise<Map<string, SessionEvent[]>> => {
  const kinds = [...ofDosing, ...more]
  const events = await q.all<SessionEvent>(sql`
    select ${eventColumns} from session_event e
    join session s on s.clinic_id = e.clinic_id and s.id = e.session_id
    where ${of} and e.kind = any(${kinds}) order by e.seq`)
  return Map.groupBy(events, ({ sessionId }) => sessionId)
}

export const findEvent = (q: Query, id: string): Promise<(SessionEvent & { by: string }) | undefined> =>
  q.maybe(sql`select ${eventColumns}, f.name as by
    from session_event e join staff f on f.clinic_id = e.clinic_id and f.id = e.recorded_by where e.id = ${id}`)

/** Who made an entry, and when. */
const byWhom = sql`f.name as by, e.recorded_at as at
    from session_event e join staff f on f.clinic_id = e.clinic_id and f.id = e.recorded_by`

/** Who was first with something that happens once. */
export const findFirst = (q: Query, sessionId: string, kinds: readonly string[]) =>
  q.maybe<{ kind: string; by: string; at: Instant }>(sql`
    select e.kind, ${byWhom}
    where e.session_id = ${sessionId} and e.kind = any(${kinds}) order by e.seq limit 1`)

/** Who made the newest entry of this kind. */
export const findLast = (q: Query, sessionId: string, kind: string) =>
  q.maybe<{ by: string; at: Instant }>(sql`
    select ${byWhom}
    where e.session_id = ${sessionId} and e.kind = ${kind} order by e.seq desc limit 1`)

/** Who corrected an entry first. */
export const findCorrection = (q: Query, corrects: string) =>
  q.maybe<{ by: string; at: Instant }>(sql`
    select ${byWhom}
    where e.corrects = ${corrects}`)

/**
 * Those booked for a day, and those it began with: booked before it, arrived, and ended in it or, where it is `today`, not
 * ended yet, however long ago they were booked. In order of time.
 */
export const listOfDay = (q: Query, from: Instant, until: Instant, today: boolean): Promise<SessionRow[]> =>
  q.all<SessionRow>(sql`
    select ${columns} from ${joined}
    where (s.booked_for >= ${from} and s.booked_for < ${until})
       or (s.booked_for < ${from} and s.booked_for >= ${addMinutes(from, -1440)}
           and s.ended_at >= ${from} and s.ended_at < ${until} and ${hasArrived})
       or (${today} and s.booked_for < ${from} and s.ended_at is null and ${hasArrived})
    order by s.booked_for, r.place, s.id`)

/** Those in the building, whenever they were booked, and those booked for a stretch of time that have not ended. */
export const listOpen = (q: Query, from: Instant, until: Instant): Promise<SessionRow[]> =>
  q.all<SessionRow>(sql`
    select ${columns} from ${joined}
    where s.ended_at is null and ((s.booked_for >= ${from} and s.booked_for < ${until})
      or ${hasArrived})
    order by s.booked_for, s.id`)

/** All sessions of one patient, newest first, with what is known without reading their logs. */
export type SessionOfPatient = {
  id: string
  planId: string
  planVersionId: string
  route: Route
  bookedFor: Instant
  minutes: number
  endedAt: Instant | null
  endedAs: Ending | null
  arrivedAt: Instant | null
  /** The first dose, when there was one that stands. */
  dosedAt: Instant | null
  /** As it was meant to go in. */
  doseMg: number | null
  /** What of it the patient had, by the entries. Null where it is not known, or nothing was given. */
  receivedMg: number | null
  /** The first dose of which they had something, or may have had: of one of which they had nothing it is known that it was no treatment. */
  treatedAt: Instant | null
}
export const listSessions = async (q: Query, patientId: string): Promise<SessionOfPatient[]> =>
  (await listWithDosing(q, patientId)).map(({ dosing, ...session }) => {
    // Of an injection, what it says is what they had.
    if (session.route === 'im') return { ...session, receivedMg: session.doseMg, treatedAt: session.dosedAt }
    const log = sessionFrom(dosing ?? [])
    return { ...session, receivedMg: receivedMgOf(log), treatedAt: treatedAt(log) ?? null }
  })

type WithDosing = Omit<SessionOfPatient, 'receivedMg' | 'treatedAt'> & {
  /** But of an injection: what its log says of what was given and what became of it, but for what the doses rest on. */
  dosing: SessionEvent[] | null
}

// Each lateral asks one session's own few rows by its key, whatever the planner believes about tables it has no
// statistics of yet: a join could read every arrival of the clinic once for each session.
const listWithDosing = (q: Query, patientId: string): Promise<WithDosing[]> =>
  q.all<WithDosing>(sql`
    select s.id, s.plan_id as "planId", s.plan_version_id as "planVersionId", s.route, s.booked_for as "bookedFor",
           s.minutes, s.ended_at as "endedAt", s.ended_as as "endedAs",
           (select a.happened_at from session_event a
            where a.clinic_id = s.clinic_id and a.session_id = s.id and a.kind = 'arrived' limit 1) as "arrivedAt",
           given.at as "dosedAt", given.mg as "doseMg",
           case when s.route <> 'im' then (
             select jsonb_agg(jsonb_build_object(
                      'id', e.id, 'sessionId', e.session_id, 'kind', e.kind, 'happenedAt', ${sql.instant('e.happened_at')},
                      'recordedAt', ${sql.instant('e.recorded_at')}, 'recordedBy', e.recorded_by,
                      'data', e.data - array['findings', 'answers'], 'corrects', e.corrects, 'seq', e.seq) order by e.seq)
             from session_event e
             where e.clinic_id = s.clinic_id and e.session_id = s.id and e.kind = any(${ofDosing})) end as dosing
    from session s
    cross join lateral (
      select min(d.at) as at, sum((d.data ->> 'mg')::numeric) as mg
      from session_event e cross join lateral (${standingEntry('e')}) d
      where e.clinic_id = s.clinic_id and e.session_id = s.id and e.kind = 'dose') given
    where s.patient_id = ${patientId} order by s.booked_for desc, s.id`)

export type Colleague = { name: string; active: boolean; roles: Role[] }

/** Somebody who works here or did. */
export const findColleague = (q: Query, id: string): Promise<Colleague | undefined> =>
  q.maybe<Colleague>(sql`select name, active, roles from staff where id = ${id}`)

export const findRoom = (q: Query, id: string): Promise<{ retired: boolean } | undefined> =>
  q.maybe<{ retired: boolean }>(sql`select retired_at is not null as retired from room where id = ${id}`)

/** Names for the ids in a log. */
export const listNames = async (q: Query, ids: readonly string[]): Promise<Record<string, string>> => {
  const rows = await q.all<{ id: string; name: string }>(
    sql`select id, name from staff where id = any(${[...new Set(ids)]}::uuid[])`,
  )
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

export type Clinic = {
  name: string
  /** Null where the clinic has not said. */
  phone: string | null
  timeZone: string
  emergencyPlan: string
  policy: unknown
  isDemo: boolean
  isDrill: boolean
}
export const clinicOf = (q: Query): Promise<Clinic> =>
  q.one<Clinic>(sql`
    select name, nullif(btrim(address ->> 'phone'), '') as phone, time_zone as "timeZone", emergency_plan as "emergencyPlan", policy, is_demo as "isDemo",
           drill_of is not null as "isDrill" from clinic`)
