import { type HouseNumber, houseNumbers } from '../../science/house.ts'
import { phq9 } from '../../science/instruments/phq9.ts'
import { type Instant, minutesBetween } from '../../science/time.ts'
import type { Followed } from './due.ts'
import { type Phase, phaseOf } from './schedule.ts'

export const silenceRule = 'Q2'

const { silentInInduction, silentLater } = houseNumbers

/** For how many days no answer is no silence yet. After stopping none is waited for. */
const most: Record<Phase, HouseNumber | undefined> = {
  induction: silentInInduction,
  maintenance: silentLater,
  'after the course': silentLater,
  'after stopping': undefined,
}

/** More than so many days without an answer, as somebody's treatment stands. */
export const silentBeyond = (phase: Phase, since: Instant, now: Instant): HouseNumber | undefined => {
  const limit = most[phase]
  return limit && minutesBetween(since, now) > limit.value * 1440 ? limit : undefined
}

export const neverAnswered = ({ answered }: Pick<Followed, 'answered'>): boolean => answered[phq9.id] === undefined

/**
 * Q2: no PHQ-9 for longer than its number of days while a plan goes on, counted from the last answer, or from the first
 * dose of whoever never answered. After a course, and after stopping, the follow-up list and the registry say so.
 */
export const silenceOf = (
  followed: Followed,
  firstDoseAt: Instant | undefined,
  now: Instant,
): { since: Instant; most: HouseNumber } | undefined => {
  const phase = phaseOf(followed)
  if (phase === 'after the course') return undefined
  const since = followed.answered[phq9.id] ?? firstDoseAt
  const limit = since && silentBeyond(phase, since, now)
  return limit && { since, most: limit }
}
