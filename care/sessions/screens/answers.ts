import type { Route } from '../../../science/decide.ts'
import type { Day, Instant } from '../../../science/time.ts'
import type { EnrolmentNow } from '../../rems/sending.ts'
import type { Silence } from '../board/alarm.ts'
import type { SessionEvent } from '../event.ts'
import type { Note } from '../note/note.ts'
import type { Clinic, SessionRow } from '../queries.ts'
import type { EscortOnRecord } from '../queries-escort.ts'
import type { PlanToday } from '../queries-standing.ts'
import type { Room } from '../rooms/room.ts'
import type { SessionLine } from '../session-view.ts'
import type { Standing } from '../standing.ts'

/** What the server answers to these screens. */
export type SessionAnswer = {
  row: SessionRow
  events: SessionEvent[]
  people: Record<string, string>
  clinic: Clinic
  standing: Standing
  plan: PlanToday | null
  /** Who is on record for the way home; absent from what a device remembers of an earlier version. */
  escorts?: EscortOnRecord[]
  /** Of the nasal spray: what the record says of the enrolment. */
  enrolment?: EnrolmentNow
  now: Instant
  today: Day
}

export type DayAnswer = {
  day: Day
  today: Day
  timeZone: string
  now: Instant
  rooms: Room[]
  sessions: Omit<SessionLine, 'alerts'>[]
}

export type BoardAnswer = {
  now: Instant
  timeZone: string
  clinic: string
  rooms: Room[]
  sessions: SessionLine[]
  /** Who watches how many now. */
  watching: { id: string; name: string; count: number }[]
  /** The clinic's limit; null where it has set none. */
  patientsPerMonitor: number | null
  /** Who silenced what until when; those that are over are left out. */
  silences: Silence[]
  silenceMinutes: number
}

export type NoteAnswer = {
  id: string
  patientName: string
  phase: string
  route: Route
  ended: boolean
  note: Note
  hash: string
  /** `asSigned`: the note as it read when it was signed, where it reads otherwise now. */
  signatures: { id: string; hash: string; at: Instant; by: string; current: boolean; asSigned?: Note }[]
}

export type Colleague = { id: string; name: string; roles: string[]; active?: boolean }
