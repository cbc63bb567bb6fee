import { afterQuiet, nextMorning } from '../../clinic/links/cover.ts'
import { houseNumbers } from '../../science/house.ts'
import { complexRegionalPain } from '../../science/indications/indications.ts'
import { asq, asqSinceLast } from '../../science/instruments/asq.ts'
import { auditC } from '../../science/instruments/audit-c.ts'
import { gad7 } from '../../science/instruments/gad7.ts'
import { pcl5 } from '../../science/instruments/pcl5.ts'
import { peg } from '../../science/instruments/peg.ts'
import { phq2And9 } from '../../science/instruments/phq2.ts'
import { phq9 } from '../../science/instruments/phq9.ts'
import { sinceLast } from '../../science/instruments/since-last.ts'
import { taps1 } from '../../science/instruments/taps1.ts'
import { urinary } from '../../science/instruments/urinary.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { clockOf, commonOf, type Due, type Person } from './due.ts'
import type { Rhythm } from './schedule.ts'

/** What is asked ahead of something: on the day of a session, and while somebody is being evaluated. Pure. */

type Known = Omit<Person, 'releasedAt'> & {
  /** By questionnaire: the last answers. */
  answered: Readonly<Record<string, Instant>>
  /** When the link for this session, or this evaluation, was sent last. */
  askedAt: Instant | null
}

/** Somebody with a session booked in the next days. */
export type Booked = Known & {
  bookedFor: Instant
  treatedBefore: boolean
  /** Answered behind the link for this session, and none of it taken back. */
  done: boolean
}

/** Somebody whose evaluation is open, or whose first dose has not been given yet. */
export type Evaluated = Known & {
  evaluationId: string
  startedAt: Instant
  /** The first session, where it is booked. */
  firstSessionAt: Instant | null
  /** ICD-10 codes of the problem list. */
  codes: readonly string[]
}

const { daysBetweenPhq9, beforeSessionMinutes, latestBeforeSession, baselineDays, askedAgainBefore } = houseNumbers

/**
 * Before a session: PHQ-9 when the last one is a week old, else its first two questions and the ninth; the suicide
 * questions, what is new since the last visit, the bladder, and pain where it is followed.
 */
export const beforeSession = ({ answered, bookedFor, treatedBefore }: Booked): string[] => {
  const last = answered[phq9.id]
  const old = last === undefined || addMinutes(last, daysBetweenPhq9.value * 1440) <= bookedFor
  return [
    old ? phq9.id : phq2And9.id,
    asqSinceLast.id,
    ...(treatedBefore ? [sinceLast.id] : []),
    urinary.id,
    ...(answered[peg.id] === undefined ? [] : [peg.id]),
  ]
}

/**
 * At the patient's own hour of that day, or two hours before where that is earlier, but never in the quiet hours.
 * Undefined where that leaves too little time: then it is asked on arrival.
 */
export const askedBefore = (bookedFor: Instant, { timeZone, morning }: Rhythm): Instant | undefined => {
  const own = nextMorning(bookedFor, timeZone, morning, 0)
  const early = addMinutes(bookedFor, -beforeSessionMinutes.value)
  const at = afterQuiet(own < early ? own : early, timeZone)
  return at <= addMinutes(bookedFor, -latestBeforeSession.value) ? at : undefined
}

export const sessionsDue = (booked: readonly Booked[], clinic: Rhythm, now: Instant): Due[] =>
  booked.flatMap((one): Due[] => {
    const dueAt = askedBefore(one.bookedFor, clockOf(one, clinic))
    if (dueAt === undefined || one.done || one.bookedFor <= now) return []
    const about = { kind: 'session' as const, id: one.sessionId, until: one.bookedFor }
    const common = commonOf({ ...one, releasedAt: one.bookedFor }, clinic)
    const asked = { askedAt: one.askedAt, silentSince: null }
    return [{ ...common, asks: 'questionnaires', instruments: beforeSession(one), dueAt, ...asked, about }]
  })

/** Trauma and pain on the problem list, by the beginning of their ICD-10 codes. Clinic policy. */
const trauma = ['F43']
const pain = ['G89', ...complexRegionalPain, 'M79.7', 'R52']
const hasOne = (codes: readonly string[], beginnings: readonly string[]): boolean =>
  codes.some((code) => beginnings.some((beginning) => code.toUpperCase().startsWith(beginning)))

/** Everything that is measured before a first dose. */
export const atEvaluation = (codes: readonly string[]): string[] => [
  phq9.id,
  gad7.id,
  asq.id,
  auditC.id,
  taps1.id,
  urinary.id,
  ...(hasOne(codes, trauma) ? [pcl5.id] : []),
  ...(hasOne(codes, pain) ? [peg.id] : []),
]

/**
 * While somebody is evaluated: once, at their hour on the day after it began; and what was asked too early to be a
 * baseline, once more in the week before the first session.
 */
export const evaluationsDue = (evaluated: readonly Evaluated[], clinic: Rhythm, now: Instant): Due[] =>
  evaluated.flatMap((one): Due[] => {
    const { firstSessionAt, startedAt, askedAt } = one
    const { timeZone, morning } = clockOf(one, clinic)
    const opens = firstSessionAt && addMinutes(firstSessionAt, -baselineDays.value * 1440)
    const since = opens && opens > startedAt ? opens : startedAt
    const instruments = atEvaluation(one.codes).filter((id) => (one.answered[id] ?? '') < since)
    const again = firstSessionAt && askedAt && askedAt < since
    const dueAt = again
      ? nextMorning(firstSessionAt, timeZone, morning, -askedAgainBefore.value)
      : nextMorning(startedAt, timeZone, morning)
    const late = !again && askedAt === null && addMinutes(dueAt, baselineDays.value * 1440) < now
    if (instruments.length === 0 || late || (firstSessionAt && firstSessionAt <= now)) return []
    const about = { kind: 'evaluation' as const, id: one.evaluationId, until: firstSessionAt }
    const common = commonOf({ ...one, releasedAt: startedAt }, clinic)
    const asked = { askedAt: again ? null : askedAt, silentSince: null }
    return [{ ...common, asks: 'questionnaires', instruments, dueAt, ...asked, about }]
  })
