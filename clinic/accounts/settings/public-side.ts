import { z } from 'zod'
import { Route } from '../../../science/decide.ts'
import { says } from '../../../web/words/en/says/accounts.ts'

const Dollars = z.int(says.wholeNumber).min(0, says.atLeast(0)).max(20_000, says.atMost(20_000)).optional()
const words = z.string().trim().max(2000, says.atMostCharacters(2000)).optional()

export const priced = ['evaluation', 'iv', 'im', 'lozenge', 'esketamine', 'observation', 'kap', 'therapy'] as const

/** What the owner says to everybody on the public pages. What is absent is shown as "ask the clinic". */
export const PublicSide = z.object({
  offers: z.array(Route).optional(),
  about: words,
  /** In dollars, before insurance. */
  prices: z
    .object({
      evaluation: Dollars,
      iv: Dollars,
      im: Dollars,
      lozenge: Dollars,
      esketamine: Dollars,
      observation: Dollars,
      kap: Dollars,
      therapy: Dollars,
    })
    .partial()
    .optional(),
  paymentPlan: words,
  homeLozenges: z.enum(['yes', 'no']).optional(),
})
export type PublicSide = z.infer<typeof PublicSide>
