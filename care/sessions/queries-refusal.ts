import { isDeepStrictEqual } from 'node:util'
import { Problem, type ProblemKind } from '../../clinic/request/problem.ts'
import { DatabaseError } from '../../database/errors.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Database, Query } from '../../database/types.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { correctsAlike } from './correcting.ts'
import { findCorrection, findEvent, findFirst, findSession } from './queries.ts'

/** What was sent, as far as the sender decided it. */
export type Sent = {
  id: string
  sessionId: string
  kind: string
  data: Record<string, unknown>
  corrects?: string | null
}

/**
 * The entry that is stored under this id already. Sending the same again is harmless and answers with what is there;
 * the same id with other content is refused.
 */
export const findStored = async (q: Query, sent: Sent) => {
  const stored = await findEvent(q, sent.id)
  if (!stored) return undefined
  const data = stored.data as Record<string, unknown>
  const same =
    stored.sessionId === sent.sessionId &&
    stored.kind === sent.kind &&
    (stored.corrects ?? null) === (sent.corrects ?? null) &&
    Object.entries(sent.data).every(
      ([key, value]) =>
        value === undefined ||
        (sent.kind === 'correction' && key === 'data'
          ? correctsAlike(data[key], value)
          : isDeepStrictEqual(data[key], plain(value))),
    )
  if (!same) throw new Problem('conflict', says.sameIdOtherContent, { first: { by: stored.by, at: stored.recordedAt } })
  return stored
}

/** As it comes back from JSON: without the keys that say nothing. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const once: Record<string, readonly string[]> = {
  session_event_one_arrival: ['arrived'],
  session_event_one_clearance: ['cleared'],
  session_event_one_dose: ['dose'],
  session_event_one_end: ['released', 'stopped', 'cancelled', 'no-show'],
  session_event_after_end: ['released', 'stopped', 'cancelled', 'no-show'],
  session_event_after_arrival: ['arrived'],
  session_event_one_booking: ['booked'],
}

const refused: Record<string, { kind: ProblemKind; says: string; field?: string }> = {
  session_event_not_future: { kind: 'invalid', says: says.future, field: 'happenedAt' },
  session_event_before_arrival: { kind: 'invalid', says: says.beforeArrival, field: 'happenedAt' },
  session_event_before_clearance: { kind: 'invalid', says: says.beforeClearance, field: 'happenedAt' },
  session_event_before_dose: { kind: 'invalid', says: says.beforeDose, field: 'happenedAt' },
  session_event_after_pump_stop: { kind: 'invalid', says: says.afterPumpStop, field: 'happenedAt' },
  session_event_ended_already: { kind: 'invalid', says: says.endedAlready, field: 'happenedAt' },
  session_event_arrival_too_late: { kind: 'invalid', says: says.arrivalTooLate, field: 'data.happenedAt' },
  session_event_moved_after_end: { kind: 'invalid', says: says.afterEnd, field: 'data.happenedAt' },
  session_event_no_arrival: { kind: 'rule-held', says: says.noArrival },
  session_event_clearance: { kind: 'rule-held', says: says.noClearance },
  session_event_dose_cleared: { kind: 'rule-held', says: says.noClearance },
  session_event_dose: { kind: 'rule-held', says: says.noDose },
  session_event_release_dosed: { kind: 'rule-held', says: says.noDose },
  session_event_dose_route: { kind: 'invalid', says: says.otherRoute, field: 'data.route' },
  session_event_device: { kind: 'invalid', says: says.device, field: 'data.mg' },
  session_event_beyond_plan: { kind: 'rule-held', says: says.beyondPlan },
  session_event_expired: { kind: 'invalid', says: says.pastDate, field: 'data.expiry' },
  session_event_before_stay: { kind: 'rule-held', says: says.beforeStay },
  session_event_unmet: { kind: 'rule-held', says: says.unmet },
  session_event_same_session: { kind: 'not-found', says: says.noSuchEntry },
  session_clinic_id_responsible_id_fkey: { kind: 'not-found', says: says.noSuchPerson },
  session_clinic_id_room_id_fkey: { kind: 'not-found', says: says.noSuchRoom },
  location_not_certified: { kind: 'rule-held', says: says.locationNotCertified, field: 'roomId' },
  session_event_corrected: { kind: 'not-found', says: says.noSuchEntry },
}

/** Whether an entry was refused because one with its id is there. */
export const isRepeat = (error: unknown): boolean =>
  error instanceof DatabaseError && error.constraint === 'session_event_pkey'

/** When the database refused an entry: the stored one if this was a repeat, otherwise why, and who was first. */
export const explain = async (db: Database, clinicId: string, sent: Sent, error: unknown) => {
  if (!(error instanceof DatabaseError)) throw error
  const constraint = error.constraint ?? ''
  const found = await reading(db, { clinicId }, async (q) => {
    const stored = await findStored(q, sent)
    if (stored) return { stored }
    if (!(await findSession(q, sent.sessionId))) throw new Problem('not-found', says.noSuchSession)
    const kinds = once[constraint]
    if (kinds) return { first: await findFirst(q, sent.sessionId, kinds) }
    if (constraint === 'session_event_one_correction') return { first: await findCorrection(q, sent.corrects ?? '') }
    return {}
  })
  if (found.stored) return found.stored
  if (found.first) {
    const kind = 'kind' in found.first ? String(found.first.kind) : 'correction'
    throw new Problem('conflict', says.first(kind, found.first.by), {
      first: { by: found.first.by, at: found.first.at },
    })
  }
  throw refusalOf(error)
}

/** A refusal of the database as a sentence; what is not known here stays an error of ours. */
export const refusalOf = (error: unknown): unknown => {
  const known = error instanceof DatabaseError ? refused[error.constraint ?? ''] : undefined
  return known
    ? new Problem(known.kind, known.says, known.field ? { fields: { [known.field]: known.says } } : {})
    : error
}

/** Who has the room or the patient at that time. */
export const findTaken = (
  q: Query,
  slot: { roomId: string; patientId: string; bookedFor: string; endsAt: string; not?: string },
) =>
  q.maybe<{ room: boolean; by: string; at: never }>(sql`
    select s.room_id = ${slot.roomId} as room, f.name as by, s.booked_at as at
    from session s join staff f on f.clinic_id = s.clinic_id and f.id = s.booked_by
    where s.ended_at is null and (s.room_id = ${slot.roomId} or s.patient_id = ${slot.patientId})
      and s.id is distinct from ${slot.not ?? null}::uuid
      and tstzrange(s.booked_for, s.ends_at) && tstzrange(${slot.bookedFor}, ${slot.endsAt})
    order by s.room_id = ${slot.roomId} desc, s.booked_for limit 1`)
