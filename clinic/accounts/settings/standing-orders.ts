import { z } from 'zod'
import { says } from '../../../web/words/en/says/accounts.ts'

/** What can happen in a session for which a clinic has a standing order of its own. */
export const orderEvents = [
  'highPressure',
  'crisis',
  'lowPressureOrRate',
  'sedationOrBreathing',
  'panic',
  'nausea',
  'headache',
  'airway',
  'allergy',
  'psychosisOrSuicide',
  'bladderOrLiver',
] as const
export type OrderEvent = (typeof orderEvents)[number]

/** The clinic's own words, signed by whoever saves them. One that is left out is "not written by this clinic". */
export const StandingOrders = z.partialRecord(
  z.enum(orderEvents),
  z.string().trim().max(2000, says.atMostCharacters(2000)),
)
export type StandingOrders = z.infer<typeof StandingOrders>
