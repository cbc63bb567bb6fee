import type { Route } from '../../science/decide.ts'
import type { Day, Instant } from '../../science/time.ts'
import type { Done, Prescription } from '../plans/course.ts'

/** One patient as the registry reads them: what was prescribed, given, booked and left open. */
export type Treatment = {
  patientId: string
  number: number
  name: string
  plan: (Prescription & { route: Route; stopped: boolean; reviews: Done[] }) | null
  /** Of the plan: the days on which a dose was given, and those for which a session is booked that was neither given nor ended. */
  dosedOn: Day[]
  openOn: Day[]
  /** Of all plans. */
  doses: number
  firstDoseAt: Instant | null
  lastDoseAt: Instant | null
  /** Sessions with esketamine given whose form nobody has marked as sent. */
  unsent: { sessionId: string; dosedAt: Instant }[]
  alerts: number
}

/** One set of answers that stands. Without a total it is a range, or nothing but "not complete". */
export type Answered = { at: Instant; score: number | null; low: number | null; high: number | null }
