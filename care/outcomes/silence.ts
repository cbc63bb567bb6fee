import { type HouseNumber, houseNumbers } from '../../science/house.ts'
import { phq9 } from '../../science/instruments/phq9.ts'
import { type Instant, minutesBetween } from '../../science/time.ts'
import type { Followed } from './due.ts'
import { phaseOf } from './schedule.ts'

export const silenceRule = 'Q2'

const most = { induction: houseNumbers.silentInInduction, maintenance: houseNumbers.silentLater } as const

/**
 * Q2: no PHQ-9 for longer than its number of days while a plan goes on, counted from the last answer, or from the first
 * dose of whoever never answered. After a course, and after stopping, the follow-up list and the registry say so.
 */
export const silenceOf = (
  followed: Followed,
  firstDoseAt: Instant,
  now: Instant,
): { since: Instant; most: HouseNumber } | undefined => {
  const phase = phaseOf(followed)
  if (phase !== 'induction' && phase !== 'maintenance') return undefined
  const since = followed.answered[phq9.id] ?? firstDoseAt
  return minutesBetween(since, now) > most[phase].value * 1440 ? { since, most: most[phase] } : undefined
}
