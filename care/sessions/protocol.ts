import { z } from 'zod'
import type { Route } from '../../science/decide.ts'
import { esketamineLimits, type LimitKey } from '../../science/routes/limits.ts'
import type { Protocol } from '../../science/routes/protocol.ts'
import { protocols } from '../../science/routes/protocols.ts'
import { type ClinicLimits, tighten } from '../../science/routes/tighten.ts'

const limitKeys = Object.keys(esketamineLimits) as [LimitKey, ...LimitKey[]]
const Policy = z.object({
  limits: z.partialRecord(z.string(), z.partialRecord(z.enum(limitKeys), z.number())).optional(),
  limitsSigned: z
    .record(z.string(), z.object({ signedBy: z.string() }))
    .optional()
    .catch(undefined),
})

/**
 * The protocol of a route with the clinic's own, stricter numbers (`clinic.policy.limits.<route>`). A number that would
 * loosen it is left out, and a policy that cannot be read changes nothing: the protocol's own numbers hold.
 */
export const protocolFor = (route: Route, policy: unknown): Protocol => {
  const protocol = protocols[route]
  const read = Policy.safeParse(policy)
  const limits = read.success ? read.data.limits?.[route] : undefined
  const signedBy = read.data?.limitsSigned?.[route]?.signedBy
  return limits ? tighten(protocol, limits as ClinicLimits, signedBy).protocol : protocol
}
