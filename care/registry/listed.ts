import { dayIn } from '../../science/day-in.ts'
import { houseNumbers } from '../../science/house.ts'
import type { AtOnce } from '../../science/instruments/course.ts'
import type { RowsChosen } from '../../science/instruments/definitions.ts'
import { phq9Outcome } from '../../science/instruments/outcome.ts'
import { Day, type Instant, minutesBetween } from '../../science/time.ts'
import { type Followed, questionnairesDue } from '../outcomes/due.ts'
import { type FollowedRated, ratedFollowing } from '../outcomes/rated.ts'
import { phaseOf } from '../outcomes/schedule.ts'
import { silentBeyond } from '../outcomes/silence.ts'
import { isAhead, progress, type ReviewDue } from '../plans/course.ts'
import { deadlineOf } from '../rems/deadline.ts'
import { type Change, changeOf } from './change.ts'
import type { Answered, Treatment } from './everyone.ts'

/** Why somebody is looked at, the most pressing first. "Unknown" is a reason: nothing says how they are. */
export const reasons = ['alert', 'worse', 'rems', 'review', 'overdue', 'silent', 'unknown'] as const
export type Reason = (typeof reasons)[number]

export type Overdue = { what: 'questionnaires' | 'ratings' | 'session'; since: Instant | Day }

/** One line of the registry: who, where the course is, and what was found, each with its numbers. */
export type Listed = Pick<Treatment, 'patientId' | 'number' | 'name' | 'doses' | 'lastDoseAt'> & {
  route: NonNullable<Treatment['plan']>['route'] | null
  plan: 'none' | 'in force' | 'stopped'
  done: number
  planned: number | null
  change: Change
  reviewsDue: ReviewDue[]
  overdue: Overdue[]
  /** Since when nothing was heard; `lastAnswerAt` null: never. */
  silent: { since: Instant; lastAnswerAt: Instant | null } | null
  /** Forms of the esketamine programme; null: not this person's to see. */
  rems: { sessionId: string; dueOn: Day; overdue: boolean }[] | null
  /** Open alerts; null: not this person's to see. */
  alerts: number | null
  reasons: Reason[]
}

export type Known = {
  treatment: Treatment
  /** Their PHQ-9s that stand, the oldest first. */
  answered: readonly Answered[]
  /** Suicide attempts told of, and psychiatric admissions. */
  atOnce: readonly AtOnce[]
  /** What is asked by the calendar; undefined for whoever was not treated, or so long ago that nothing is asked. */
  followed: FollowedRated | undefined
}
export type Here = {
  now: Instant
  timeZone: string
  morning: string
  /** The definitions that the clinic chose. */
  chosen: RowsChosen
  sees: { rems: boolean; alerts: boolean }
}

const minutesADay = 1440

export const listedFrom = ({ treatment, answered, atOnce, followed }: Known, here: Here): Listed => {
  const { patientId, number, name, doses, lastDoseAt, firstDoseAt, plan } = treatment
  const given = treatment.dosedOn.map((dosedOn) => ({ dosedOn }))
  const now = plan && progress(plan, given, plan.reviews)
  const going = plan !== null && !plan.stopped
  const found = {
    patientId,
    number,
    name,
    doses,
    lastDoseAt,
    route: plan?.route ?? null,
    plan: plan === null ? ('none' as const) : plan.stopped ? ('stopped' as const) : ('in force' as const),
    done: now?.done ?? 0,
    planned: plan?.sessions ?? null,
    change: changeOf(answered, firstDoseAt, atOnce, here.chosen),
    reviewsDue: going && now ? now.reviewsDue : [],
    overdue: overdueOf(treatment, now?.window, followed, here),
    silent: silentOf(treatment, answered, followed, here),
    rems: here.sees.rems
      ? treatment.unsent.map(({ sessionId, dosedAt }) => ({
          sessionId,
          ...deadlineOf(dosedAt, here.timeZone, here.now),
        }))
      : null,
    alerts: here.sees.alerts ? treatment.alerts : null,
  }
  return { ...found, reasons: reasonsOf(found) }
}

/**
 * Questionnaires whose morning has come and that nobody answered; ratings that no clinician made in time; a next session
 * past its days with none booked.
 */
const overdueOf = (
  { plan, openOn }: Treatment,
  window: { to: Day } | undefined,
  followed: FollowedRated | undefined,
  here: Here,
): Overdue[] => {
  const asked = followed ? questionnairesDue([followed], here, here.now) : []
  const late = asked.flatMap(({ dueAt }): Overdue[] =>
    dueAt <= here.now ? [{ what: 'questionnaires', since: dueAt }] : [],
  )
  const unrated = (followed ? ratedFollowing([followed], here, here.now) : [])
    .filter(({ lateAt }) => lateAt <= here.now)
    .map(({ dueAt }) => dueAt)
    .sort()
  if (unrated[0]) late.push({ what: 'ratings', since: unrated[0] })
  const today = Day.parse(dayIn(here.timeZone, here.now))
  const booked = openOn.some((bookedOn) => isAhead({ bookedOn, dosedOn: null, ended: false }, today))
  const missed = plan && !plan.stopped && !booked && window && window.to < today
  return missed ? [...late, { what: 'session', since: window.to }] : late
}

/**
 * Silent: asked and not answered for a week, or no PHQ-9 for 14 days in induction and 35 in maintenance or after a course
 * (Q2), counted from the last answer, or from the first dose of whoever never answered. After stopping only what was asked
 * counts.
 */
const silentOf = (
  { firstDoseAt }: Treatment,
  answered: readonly Answered[],
  followed: Followed | undefined,
  { now }: Here,
): Listed['silent'] => {
  if (!followed) return null
  const { daysBetweenPhq9 } = houseNumbers
  const lastAnswerAt = answered.at(-1)?.at ?? null
  const longer = (since: Instant, days: number) => minutesBetween(since, now) > days * minutesADay
  const askedAt = followed.asked[phq9Outcome.instrument]
  if (askedAt && askedAt > (lastAnswerAt ?? '') && longer(askedAt, daysBetweenPhq9.value)) {
    return { since: askedAt, lastAnswerAt }
  }
  const since = lastAnswerAt ?? firstDoseAt
  return since !== null && silentBeyond(phaseOf(followed), since, now) ? { since, lastAnswerAt } : null
}

const reasonsOf = ({ alerts, change, rems, reviewsDue, overdue, silent }: Omit<Listed, 'reasons'>): Reason[] => {
  const holds: Record<Reason, boolean> = {
    alert: (alerts ?? 0) > 0,
    worse: worsening.includes(change.state),
    rems: (rems ?? []).length > 0,
    review: reviewsDue.length > 0,
    overdue: overdue.length > 0,
    silent: silent !== null,
    unknown: change.state === 'unknown',
  }
  return reasons.filter((reason) => holds[reason])
}

const worsening: readonly Change['state'][] = [
  'worse',
  'relapse attempted',
  'relapse admitted',
  'relapse confirmed',
  'relapse suspected',
  'may be worse',
]
