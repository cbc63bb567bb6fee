import { addDays, type Day } from '../../science/time.ts'
import type { PlanSession, PlanVersion, Reviewed } from './plan.ts'

/** Where a patient is in the course, derived from the plan and from what was given. Pure. */

export type Prescription = Pick<
  PlanVersion,
  'sessions' | 'daysBetweenLeast' | 'daysBetweenMost' | 'perWeekMost' | 'reviewAfter'
>
export type Done = Pick<Reviewed, 'point' | 'afterSession' | 'decision'>

export type ReviewDue = { point: 'after session' | 'at the end'; afterSession: number }

/** What was given of a plan, and what that asks for. */
export type Progress = {
  /** Sessions in which a dose was given of which the patient had something, or may have had. */
  done: number
  planned: number
  lastOn: Day | undefined
  /** The next session's number; undefined when the planned number has been given. */
  next: number | undefined
  /** Days between which the next session falls by the plan; undefined before the first, and after the last. */
  window: { from: Day; to: Day } | undefined
  /** Decisions that the plan asks for and nobody has recorded. */
  reviewsDue: ReviewDue[]
  /** More sessions given than the plan says. */
  beyondPlan: boolean
}

/** The same with what is booked, as it stands on a day of the clinic. */
export type Course = Progress & {
  /** Sessions booked for that day or later, and neither given nor ended. */
  booked: number
  /** The same of days that are over, the oldest first: neither given nor missed until somebody says what became of them. */
  leftOpen: Left[]
  /** Sessions with a dose on record of which it is known that the patient had nothing: not given. */
  nothingHad: number
}
export type Left = Pick<PlanSession, 'id' | 'bookedOn'>

type Booking = { bookedOn: string; dosedOn: string | null; ended: boolean }
const isOpen = ({ dosedOn, ended }: Omit<Booking, 'bookedOn'>): boolean => dosedOn === null && !ended

/** Still to come, or of today: a booking whose day has passed is none, whatever became of it. Days are the clinic's. */
export const isAhead = (booking: Booking, today: string): boolean => isOpen(booking) && booking.bookedOn >= today

export const course = (
  plan: Prescription,
  sessions: readonly PlanSession[],
  reviews: readonly Done[],
  today: Day,
): Course => ({
  ...progress(plan, sessions, reviews),
  booked: sessions.filter((session) => isAhead(session, today)).length,
  leftOpen: sessions
    .filter((session) => isOpen(session) && !isAhead(session, today))
    .map(({ id, bookedOn }) => ({ id, bookedOn }))
    .sort((a, b) => a.bookedOn.localeCompare(b.bookedOn)),
  nothingHad: sessions.filter(({ nothingHad }) => nothingHad).length,
})

/**
 * @param plan the version that counts
 * @param sessions all of the plan's sessions, in any order; a session counts once a dose was given
 * @param reviews decisions recorded for the plan
 */
export const progress = (
  plan: Prescription,
  sessions: readonly Pick<PlanSession, 'dosedOn'>[],
  reviews: readonly Done[],
): Progress => {
  const given = sessions.flatMap(({ dosedOn }) => dosedOn ?? []).sort()
  const done = given.length
  const planned = plan.sessions
  const next = done < planned ? done + 1 : undefined
  return {
    done,
    planned,
    lastOn: given.at(-1),
    next,
    window: next === undefined ? undefined : windowAfter(plan, given),
    reviewsDue: reviewsDue(plan, done, reviews),
    beyondPlan: done > planned,
  }
}

/** Of a plan that was stopped nothing is to come: no days of a next session, and no decision that it would ask for. */
export const stopped = (course: Course): Course => ({ ...course, window: undefined, reviewsDue: [] })

const windowAfter = (plan: Prescription, given: readonly Day[]): Progress['window'] => {
  const last = given.at(-1)
  if (!last) return undefined
  const from = laterOf(addDays(last, plan.daysBetweenLeast), weekAllows(plan, given))
  return { from, to: laterOf(addDays(last, plan.daysBetweenMost), from) }
}

/** With at most n a week: the first day on which the n-th last session lies seven days back. */
const weekAllows = ({ perWeekMost }: Prescription, given: readonly Day[]): Day | undefined => {
  const counted = perWeekMost === undefined ? undefined : given.at(-perWeekMost)
  return counted && addDays(counted, 7)
}

const laterOf = (one: Day, other: Day | undefined): Day => (other !== undefined && other > one ? other : one)

const reviewsDue = (plan: Prescription, done: number, reviews: readonly Done[]): ReviewDue[] => {
  const points: ReviewDue[] = [
    ...plan.reviewAfter.map((afterSession): ReviewDue => ({ point: 'after session', afterSession })),
    { point: 'at the end', afterSession: plan.sessions },
  ]
  return points.filter(
    (due) =>
      due.afterSession <= done &&
      !reviews.some(({ point, afterSession }) => point === due.point && afterSession === due.afterSession),
  )
}

const changes: ReadonlySet<Reviewed['decision']> = new Set(['change dose or interval', 'change route', 'change'])

/** To go on after the last session is a change too: the plan as it was signed has no session left. */
const changesPlan = ({ decision, point }: Reviewed): boolean =>
  changes.has(decision) || (decision === 'continue' && point === 'at the end')

/** What is done beside the plan: it does not say how the plan goes on, and takes back no change that was decided. */
const beside: ReadonlySet<Reviewed['decision']> = new Set(['add therapy', 'refer'])

/**
 * The newest decision on how the plan goes on, where it was to change it and no version has been signed since. The plan goes on
 * as it was signed until somebody does; a version signed just before the decision can hold the change already, and nobody can tell.
 */
export const changeAwaited = (
  { signedAt }: Pick<PlanVersion, 'signedAt'>,
  reviews: readonly Reviewed[],
): Reviewed | undefined => {
  const newest = reviews
    .filter(({ decision }) => !beside.has(decision))
    .toSorted((a, b) => a.decidedAt.localeCompare(b.decidedAt))
    .at(-1)
  return newest && changesPlan(newest) && newest.decidedAt > signedAt ? newest : undefined
}

/** Which session of the plan this one is: its place among those given, or the next one's while it may still be given. */
export const placeOf = (
  sessions: readonly Pick<PlanSession, 'id' | 'dosedOn' | 'bookedOn' | 'ended'>[],
  id: string,
): number | undefined => {
  const own = sessions.find((one) => one.id === id)
  const given = sessions
    .filter(({ dosedOn }) => dosedOn !== null)
    .sort((a, b) => `${a.dosedOn} ${a.bookedOn}`.localeCompare(`${b.dosedOn} ${b.bookedOn}`))
  if (!own || (own.dosedOn === null && own.ended)) return undefined
  return own.dosedOn === null ? given.length + 1 : given.indexOf(own) + 1
}

/** How a day stands to the plan's spacing, for whoever books it. It says; it does not decide. */
export const spacingIn = (
  window: { from: string; to: string } | undefined,
  day: string,
): 'too early' | 'too late' | 'fits' =>
  !window || (day >= window.from && day <= window.to) ? 'fits' : day < window.from ? 'too early' : 'too late'
