import { z } from 'zod'
import type { Route } from '../../../science/decide.ts'
import type { Limit, LimitKey } from '../../../science/routes/limits.ts'
import { protocols } from '../../../science/routes/protocols.ts'
import type { Instant } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/accounts.ts'

/** The limits that a route has, in the order of its protocol. */
export const limitsOf = (route: Route): [LimitKey, Limit][] =>
  Object.entries(protocols[route].limits).map(([key, limit]) => [key as LimitKey, limit])

/** What a clinic may choose: from the protocol's own number towards more caution. */
export const rangeOf = ({ value, tightest }: Limit): { least: number; most: number } => ({
  least: Math.min(value, tightest),
  most: Math.max(value, tightest),
})

const chosen = (limit: Limit) => {
  const { least, most } = rangeOf(limit)
  const outside = says.limitRange(least, most, limit.unit)
  return z.number().min(least, outside).max(most, outside).optional()
}

/** A clinic's own, more cautious numbers for one route; one that is left out stays as the protocol has it. */
export const ClinicLimits = (route: Route) =>
  z.strictObject(
    Object.fromEntries(limitsOf(route).map(([key, limit]) => [key, chosen(limit)])) as Record<
      LimitKey,
      z.ZodOptional<z.ZodNumber>
    >,
  )
export type ClinicLimits = { [Key in LimitKey]?: number | undefined }

/** Whoever sets other numbers signs for them and says why; the newest signature of a route is the one that holds. */
export const Signature = {
  why: z.string(says.whyLimits).trim().min(3, says.whyLimits).max(2000, says.whyLimits),
  signedAs: z.string(says.signedAs).trim().min(1, says.signedAs).max(200, says.signedAs),
} as const
export type SignedLimits = { why: string; signedAs: string; signedBy: string; signedAt: Instant }

const ofRoute = <R extends Route>(route: R) =>
  z.object({ route: z.literal(route), limits: ClinicLimits(route), ...Signature })

/** What the owner sends: the numbers of one route, signed. */
export const LimitsOfRoute = z.discriminatedUnion('route', [
  ofRoute('im'),
  ofRoute('iv'),
  ofRoute('lozenge'),
  ofRoute('esketamine'),
])
