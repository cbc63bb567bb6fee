import { raiseAlert } from '../../clinic/safety/changes.ts'
import { findDueMinutes } from '../../clinic/safety/due.ts'
import { stillOpen } from '../../clinic/safety/open.ts'
import { sql } from '../../database/sql.ts'
import type { Query, Tx } from '../../database/types.ts'
import type { Finding, Route } from '../../science/decide.ts'
import { asqFlag, scoreAsq } from '../../science/instruments/asq.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { answerWithin, levelOf } from './alerts.ts'
import type { DataOf, Kind } from './event.ts'

/** An entry about to be written. `recordedAt` is the server's clock, `happenedAt` what the person says. */
export type NewEvent<K extends Kind = Kind> = K extends Kind
  ? {
      id: string
      sessionId: string
      kind: K
      happenedAt: Instant
      recordedAt: Instant
      recordedBy: string
      data: DataOf<K>
      corrects?: string | null
    }
  : never

/** Appends an entry. @returns false when an entry with this id is there already; the caller compares the two. */
export const appendEvent = async (tx: Tx, event: NewEvent): Promise<boolean> =>
  (await tx.run(sql`${inserted(event)} on conflict (clinic_id, id) do nothing`)) === 1

/** As `appendEvent`, without waiting: an id that is there already undoes the transaction (`isRepeat`). */
export const leaveEvent = (tx: Tx, event: NewEvent): void => tx.leave(inserted(event))

const inserted = ({ id, sessionId, kind, happenedAt, recordedAt, recordedBy, data, corrects }: NewEvent) => sql`
  insert into session_event (clinic_id, id, session_id, kind, happened_at, recorded_at, recorded_by, data, corrects)
  values (evenkeel_clinic(), ${id}, ${sessionId}, ${kind}, ${happenedAt}, ${recordedAt}, ${recordedBy},
          ${JSON.stringify(data)}::jsonb, ${corrects ?? null})`

/** Waits for everybody else who is deciding something about this session; the same lock as the trigger in 0007. */
export const waitForSession = (tx: Tx, sessionId: string): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended(evenkeel_clinic()::text || ${sessionId}::uuid::text, 7))`)

/** Waits for everybody else who is giving this person a patient, so that two cannot both be the last one allowed (SB-4). */
export const waitForWatcher = (tx: Tx, staffId: string): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended(evenkeel_clinic()::text || ${staffId}::uuid::text, 70))`)

export type NewSession = DataOf<'booked'> & {
  id: string
  /** The id of the entry that opens the log. */
  eventId: string
  patientId: string
  planId: string
  route: Route
  by: string
  now: Instant
}

/** Books a session and opens its log. A room or a patient that is taken is refused by the database. */
export const saveSession = async (tx: Tx, session: NewSession): Promise<void> => {
  const { id, eventId, patientId, planId, route, by, now, ...data } = session
  const { roomId, bookedFor, minutes, responsibleId, planVersionId, beyondLimit } = data
  await tx.run(sql`
    insert into session (clinic_id, id, patient_id, plan_id, plan_version_id, route, room_id, booked_for, minutes, ends_at,
                         responsible_id, booked_at, booked_by)
    values (evenkeel_clinic(), ${id}, ${patientId}, ${planId}, ${planVersionId}, ${route}, ${roomId}, ${bookedFor},
            ${minutes}, ${addMinutes(bookedFor, minutes)}, ${responsibleId}, ${now}, ${by})`)
  const event: NewEvent = {
    id: eventId,
    sessionId: id,
    kind: 'booked',
    happenedAt: now,
    recordedAt: now,
    recordedBy: by,
    data: { roomId, bookedFor, minutes, responsibleId, planVersionId, ...(beyondLimit ? { beyondLimit } : {}) },
  }
  await appendEvent(tx, event)
}

export type About = { sessionId: string; patientId: string; ownerId: string; eventId: string; now: Instant }

/** One alert per rule and session that nobody has closed: a second high reading is on the screen, not a second alert. */
export const raiseFor = async (
  tx: Tx,
  findings: readonly Finding[],
  inputs: Record<string, unknown>,
  about: About,
): Promise<void> => {
  if (findings.length === 0) return
  const open = new Set(await listOpenRules(tx, about.sessionId))
  for (const finding of findings.filter(({ rule }) => !open.has(rule))) {
    const level = levelOf(finding)
    await raiseAlert(tx, {
      patientId: about.patientId,
      ruleId: finding.rule,
      level,
      about: { kind: 'session', id: about.sessionId },
      now: about.now,
      dueMinutes: answerWithin[level],
      says: finding.says,
      source: finding.source,
      ownerId: about.ownerId,
      inputs: { ...inputs, event: about.eventId },
    })
  }
}

const soonAs = { immediate: 'urgent', 'same day': 'high', review: 'review' } as const

/**
 * A positive suicide screen is owned by a person until they close it, whatever becomes of the session: holding the dose
 * alone would let somebody go home with it. One alert a session and level.
 */
export const raiseForScreen = async (
  tx: Tx,
  { sessionId, id, data, recordedAt: now }: NewEvent<'facts'>,
  { patientId, responsibleId: ownerId }: { patientId: string; responsibleId: string },
): Promise<void> => {
  const { suicide } = data.facts
  const flag = suicide ? asqFlag(scoreAsq(suicide)) : undefined
  if (!flag || flag.level === 'review') return
  const level = soonAs[flag.level]
  const open = await tx.all<{ level: string }>(sql`
    select a.level from alert a where a.about_kind = 'session' and a.about_id = ${sessionId} and a.rule_id = ${flag.id}
      and ${stillOpen}`)
  if (open.some((alert) => alert.level === level || alert.level === 'urgent')) return
  const minutes = await findDueMinutes(tx)
  await raiseAlert(tx, {
    patientId,
    ruleId: flag.id,
    level,
    about: { kind: 'session', id: sessionId },
    says: flag.says,
    source: flag.source,
    now,
    dueMinutes: minutes[level],
    ownerId,
    inputs: { answers: suicide, event: id },
  })
}

const listOpenRules = async (q: Query, sessionId: string): Promise<string[]> => {
  const rows = await q.all<{ rule: string }>(sql`
    select a.rule_id as rule from alert a where a.about_kind = 'session' and a.about_id = ${sessionId}
      and ${stillOpen}`)
  return rows.map(({ rule }) => rule)
}
