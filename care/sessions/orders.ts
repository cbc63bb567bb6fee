import { z } from 'zod'
import { type OrderEvent, StandingOrders } from '../../clinic/accounts/settings/standing-orders.ts'
import type { SideEffect } from '../../science/scales/side-effects.ts'

/** Which standing order is shown beside what a rule found. The text is the clinic's own; none is made up. */
const byRule: readonly [RegExp, OrderEvent][] = [
  [/^RL-1[012]/, 'highPressure'],
  [/^RL-13/, 'crisis'],
  [/^RL-1[45]/, 'lowPressureOrRate'],
  [/^RL-1[6789]/, 'sedationOrBreathing'],
  [/^RL-39/, 'psychosisOrSuicide'],
  [/^RL-38/, 'bladderOrLiver'],
]
export const orderForRule = (rule: string): OrderEvent | undefined =>
  byRule.find(([pattern]) => pattern.test(rule))?.[1]

const byEffect: Partial<Record<SideEffect, OrderEvent>> = {
  nausea: 'nausea',
  vomiting: 'nausea',
  headache: 'headache',
  anxiety: 'panic',
  confusion: 'psychosisOrSuicide',
  sleepiness: 'sedationOrBreathing',
  palpitations: 'lowPressureOrRate',
  'symptoms of raised blood pressure': 'highPressure',
}
export const orderForEffect = (effect: SideEffect): OrderEvent | undefined => byEffect[effect]

const Policy = z.object({ standingOrders: StandingOrders.optional() })

/** The clinic's standing orders; a policy that cannot be read has none. */
export const ordersOf = (policy: unknown): StandingOrders => Policy.safeParse(policy).data?.standingOrders ?? {}
