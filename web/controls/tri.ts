import { z } from 'zod'

/** An answer to a yes-or-no question that somebody gave: not known is an answer too, and is not "no". */
export const Tri = z.union([z.boolean(), z.literal('not known')])
export type Tri = z.infer<typeof Tri>

/** For science/decide.ts: not known and not asked are both unknown there. */
export const factOf = (answer: Tri | null | undefined): boolean | undefined =>
  typeof answer === 'boolean' ? answer : undefined
