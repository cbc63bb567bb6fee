import type { Route } from '../science/decide.ts'
import { addMinutes, type Instant } from '../science/time.ts'
import type { Calendar } from './calendar.ts'
import type { Chance } from './chance.ts'
import { closeAlerts, type Rates, rate } from './course/answering.ts'
import { arrive, cancel, noShow } from './course/booking.ts'
import {
  changeInfusion,
  endLozenges,
  giveDevice,
  giveDose,
  giveLozenges,
  placeLine,
  removeLine,
  startInfusion,
} from './course/giving.ts'
import type { Hands } from './course/hands.ts'
import type { SignedPlan } from './course/planning.ts'
import {
  clear,
  doNotClear,
  type Escort,
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
  /** What the prescriber rates before they clear. */
  rates?: readonly Rates[]
}

const because = 'Talked it over with the patient and looked at them; rested and rechecked.'

/** From the door to the way home, at the times it would really take; what was not to be ends earlier. */
export const sessionDay = async (world: World, sessionId: string, visit: Visit): Promise<void> => {
  const { doseAt, attempt } = visit
  if (attempt === 'cancelled') {
    await world.until(addMinutes(doseAt, -26 * 60))
    return cancel(world, sessionId, 'Called the day before: no way to come because of the snow.')
  }
  if (attempt === 'no-show') {
    await world.until(addMinutes(doseAt, 15))
    return noShow(world, sessionId, 'No-show; no answer by phone. Will try again in the afternoon.')
  }
  await world.until(addMinutes(doseAt, -35))
  await arrive(world, sessionId)
  await world.until(addMinutes(doseAt, -14))
  await prepare(world, sessionId, visit.escort, visit.news, visit.plan.route)
  await world.until(addMinutes(doseAt, -12))
  await look(world, sessionId, visit, -12)
  await world.until(addMinutes(doseAt, -5))
  if (attempt === 'stopped') {
    await doNotClear(world, sessionId, 'Feverish and coughing since yesterday. Not today.')
    await world.until(addMinutes(doseAt, 5))
    await stop(world, sessionId, 'not treated today', 'Went home with their escort; will book again when well.')
    return
  }
  await rate(world, visit.patientId, visit.rates ?? [], { contextKind: 'session', contextId: sessionId })
  await clear(world, sessionId, because)
  await world.until(doseAt)
  const { route } = visit.plan
  const leavesAfter = await byRoute[route](world, sessionId, visit)
  await world.until(addMinutes(doseAt, leavesAfter))
  await prepareToLeave(world, sessionId, route)
  await world.until(addMinutes(doseAt, leavesAfter + 2))
  await release(world, sessionId, visit.escort)
}

/** Looks at each of these minutes after the dose, except where nobody did. */
const watch = async (world: World, sessionId: string, visit: Visit, times: readonly number[]): Promise<void> => {
  for (const minutes of times.filter((minutes) => !visit.misses?.includes(minutes))) {
    await world.until(addMinutes(visit.doseAt, minutes))
    await look(world, sessionId, visit, minutes)
  }
}

type Day = (world: World, sessionId: string, visit: Visit) => Promise<number>

/** What is given and observed, by route, at the times its protocol asks for. @returns after how many minutes they leave */
const byRoute: Record<Route, Day> = {
  im: async (world, sessionId, visit) => {
    await giveDose(world, sessionId, visit.plan, visit.chance.one(['left', 'right']))
    await watch(world, sessionId, visit, [10, 20, 30, 45, 60, 75, 90])
    return 92
  },
  iv: async (world, sessionId, visit) => {
    const { plan, doseAt, chance } = visit
    const lineId = await placeLine(world, sessionId, chance.one(['left', 'right']))
    const doseId = await startInfusion(world, sessionId, plan)
    await watch(world, sessionId, visit, [10])
    if (chance.next() < 0.5) {
      await changeInfusion(world, sessionId, doseId, { what: 'paused', reason: 'Felt sick; better after a pause.' })
      await world.until(addMinutes(doseAt, 14))
      await changeInfusion(world, sessionId, doseId, { what: 'resumed' })
    }
    await watch(world, sessionId, visit, [20, 30, 40])
    await world.until(addMinutes(doseAt, 45))
    await changeInfusion(world, sessionId, doseId, { what: 'stopped', reason: 'The syringe is empty.' })
    await watch(world, sessionId, visit, [46, 60, 75, 90, 105])
    await removeLine(world, sessionId, lineId)
    return 107
  },
  lozenge: async (world, sessionId, visit) => {
    const doseId = await giveLozenges(world, sessionId, visit.plan)
    await world.until(addMinutes(visit.doseAt, 12))
    await endLozenges(world, sessionId, doseId)
    await watch(world, sessionId, visit, [15, 30, 45, 60, 75, 90, 105, 120, 135])
    return 137
  },
  esketamine: async (world, sessionId, visit) => {
    const { plan, doseAt } = visit
    const devices = plan.doseMg / 28
    for (let number = 1; number <= devices; number++) {
      await world.until(addMinutes(doseAt, 6 * (number - 1)))
      await giveDevice(world, sessionId, plan, number, `${Number(doseAt.slice(0, 4)) + 2}-06-30`)
    }
    const last = 6 * (devices - 1)
    const after = [10, 25, 40, 55, 70, 85, 100, 120].map((minutes) => last + minutes)
    await watch(world, sessionId, visit, after)
    return last + 122
  },
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
