import { addMinutes, type Instant } from '../time.ts'
import type { Limits } from './limits.ts'
import type { Due } from './schedule.ts'

export type PressureTaken = { at: Instant; systolic: number; diastolic: number }

/**
 * RL-12: a pressure at or above the high limits is taken again after so many minutes, until one is below them. Each high
 * one asks for the next; a next one that came late leaves its time missed, as everywhere.
 * @param pressures those after the dose, in order of time
 */
export const repeatsAfterHigh = (
  limits: Limits,
  {
    pressures,
    now,
    releasedAt,
  }: { pressures: readonly PressureTaken[]; now: Instant; releasedAt?: Instant | undefined },
): Due[] =>
  pressures.flatMap(({ at, systolic, diastolic }, index) => {
    if (systolic < limits.highSystolicFrom.value && diastolic < limits.highDiastolicFrom.value) return []
    const dueAt = addMinutes(at, limits.highRepeatMinutes.value)
    if (releasedAt !== undefined && dueAt > releasedAt) return []
    const lateAt = addMinutes(dueAt, limits.lateAfterMinutes.value)
    const next = pressures[index + 1]
    const waiting = now > lateAt ? 'overdue' : now >= dueAt ? 'due' : 'due later'
    const state = next ? (next.at <= lateAt ? 'done' : 'missed') : releasedAt ? 'missed' : waiting
    const what = ['bloodPressure'] as const
    return [
      {
        slot: `again ${at}`,
        what,
        // What came too late stays named as what was not seen in its time.
        missing: state === 'done' ? [] : what,
        why: 'Again after a high pressure',
        dueAt,
        lateAt,
        reviewBy: limits.highRepeatMinutes.reviewBy,
        state,
      },
    ]
  })
