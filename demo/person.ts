import type { Route } from '../science/decide.ts'

/** Where a made-up person has come to. Days are counted from today: -3 is three days ago. */
export type Stage = Early | Course

export type Early = {
  at:
    | 'registered'
    | 'intake begun'
    | 'intake done'
    | 'intake gone through'
    | 'evaluating'
    | 'awaiting confirmation'
    | 'not suitable'
    | 'not yet'
    | 'determined'
    | 'consent asked'
    | 'question open'
    | 'consent signed'
    | 'planned'
  /** The day they were registered. */
  began: number
}

/** What became of a booking. Only one that was given counts towards the plan. */
export type Attempt = 'given' | 'no-show' | 'cancelled' | 'stopped'

export type Course = {
  at: 'course'
  attempts: readonly Attempt[]
  /** PHQ-9 at the evaluation, and what it moves towards. */
  phq9: { from: number; to: number }
  /** The day of the last attempt; without it the next booking says. */
  last?: number
  /** The next booking: a day in the future, or today by the minutes from now until its dose (below 0: it was given). */
  next?: { day: number } | { doseIn: number; room: number; misses?: readonly number[] }
  /** Sessions given after the course, three weeks apart, on a new version of the plan. */
  maintenance?: number
  /** PHQ-9 in the weeks after each of those sessions, the last the day before the next; and a mood noted every day. */
  weekly?: readonly number[]
  /** PHQ-9 totals later on, by days after the last session. */
  later?: readonly (readonly [days: number, total: number])[]
  /** A letter, so many days after the last session: sent under a release, or left as a draft that nothing covers. */
  letter?: { to: 'referrer' | 'therapist'; days: number; until: 'draft' | 'sent' }
  /** What else happened. */
  twist?:
    | 'review not done'
    | 'high pressure'
    | 'item 9 today'
    | 'pregnant meanwhile'
    | 'consent withdrawn'
    | 'slow to wake'
    | 'something new'
    | 'second confirmation'
    | 'refilled early'
    | 'paper in the wrong chart'
}

export type Person = {
  name: readonly [given: string, family: string]
  born: string
  sex: 'female' | 'male' | 'intersex'
  weightKg: number
  doseMg: number
  route: Route
  stage: Stage
}
