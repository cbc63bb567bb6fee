import { addMinutes, type Instant } from '../science/time.ts'
import type { Calendar } from './calendar.ts'
import type { Chance } from './chance.ts'
import { closeAlerts } from './course/answering.ts'
import { arrive, cancel, noShow } from './course/booking.ts'
import type { Hands } from './course/hands.ts'
import type { SignedPlan } from './course/planning.ts'
import {
  clear,
  doNotClear,
  type Escort,
  giveDose,
  measure,
  prepare,
  prepareToLeave,
  release,
  sideEffect,
  stop,
} from './course/treating.ts'
import { type Body, type VitalSigns, vitalSignsAt } from './course/vital-signs.ts'
import type { Attempt } from './person.ts'
import type { Timeline } from './timeline.ts'

export type World = Hands & Timeline & { calendar: Calendar }

export type Visit = {
  patientId: string
  doseAt: Instant
  plan: SignedPlan
  escort: Escort
  body: Body
  chance: Chance
  attempt: Attempt
  /** Minutes after the dose at which nobody looked. */
  misses?: readonly number[]
  /** Readings that differ from what chance gives, by minutes after the dose; -12 is the baseline. */
  readings?: Readonly<Record<number, Partial<VitalSigns>>>
  /** Answers under "anything new" that are Yes. */
  news?: string[]
}

/** The times at which the IM protocol asks for observations. */
const observedAt = [10, 20, 30, 45, 60, 75, 90] as const
const because = 'Talked it over with the patient and looked at them; rested and rechecked.'

/** From the door to the way home, at the times it would really take; what was not to be ends earlier. */
export const sessionDay = async (world: World, sessionId: string, visit: Visit): Promise<void> => {
  const { doseAt, chance, attempt } = visit
  if (attempt === 'cancelled') {
    await world.until(addMinutes(doseAt, -26 * 60))
    return cancel(world, sessionId, 'Called the day before: no way to come because of the snow.')
  }
  if (attempt === 'no-show') {
    await world.until(addMinutes(doseAt, 15))
    return noShow(world, sessionId, 'Did not come; no answer on the telephone. Will try again in the afternoon.')
  }
  await world.until(addMinutes(doseAt, -35))
  await arrive(world, sessionId)
  await world.until(addMinutes(doseAt, -14))
  await prepare(world, sessionId, visit.escort, visit.news)
  await world.until(addMinutes(doseAt, -12))
  await look(world, sessionId, visit, -12)
  await world.until(addMinutes(doseAt, -5))
  if (attempt === 'stopped') {
    await doNotClear(world, sessionId, 'Feverish and coughing since yesterday. Not today.')
    await world.until(addMinutes(doseAt, 5))
    await stop(world, sessionId, 'not treated today', 'Went home with their escort; will book again when well.')
    return
  }
  await clear(world, sessionId, because)
  await world.until(doseAt)
  await giveDose(world, sessionId, visit.plan, chance.one(['left', 'right']))
  for (const minutes of observedAt.filter((minutes) => !visit.misses?.includes(minutes))) {
    await world.until(addMinutes(doseAt, minutes))
    await look(world, sessionId, visit, minutes)
  }
  await world.until(addMinutes(doseAt, 92))
  await prepareToLeave(world, sessionId)
  await world.until(addMinutes(doseAt, 94))
  await release(world, sessionId, visit.escort)
}

/** One set of observations; what it raises is dealt with a few minutes later, as the protocol asks. */
const look = async (world: World, sessionId: string, visit: Visit, minutes: number): Promise<void> => {
  const { body, chance, readings } = visit
  const signs = { ...vitalSignsAt(body, minutes, chance), ...readings?.[minutes] }
  const raised = await measure(world, sessionId, signs)
  if (signs.nausea === 'mild')
    await sideEffect(world, sessionId, { effect: 'nausea', severity: 'mild', action: 'A cool cloth, head raised.' })
  if (raised.length === 0) return
  await world.until(addMinutes(world.now(), 3))
  await closeAlerts(world, visit.patientId, 'At the bedside; looked again after five minutes, and it was settling.')
}
