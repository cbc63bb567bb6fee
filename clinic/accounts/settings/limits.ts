import { z } from 'zod'
import { type Limit, type LimitKey, racemicLimits } from '../../../science/routes/limits.ts'
import { says } from '../../../web/words/en/says/accounts.ts'

export const limitKeys = Object.keys(racemicLimits) as LimitKey[]

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

/** A clinic's own, more cautious numbers; one that is left out stays as the protocol has it. */
export const ClinicLimits = z.object(
  Object.fromEntries(limitKeys.map((key) => [key, chosen(racemicLimits[key])])) as Record<
    LimitKey,
    z.ZodOptional<z.ZodNumber>
  >,
)
export type ClinicLimits = z.infer<typeof ClinicLimits>

/** Routes whose protocol starts from these limits. */
export const limitedRoutes = ['im'] as const
