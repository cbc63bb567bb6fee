import { policy } from '../sources.ts'
import type { Limit, LimitKey, Limits } from './limits.ts'
import { type Protocol, written } from './protocol.ts'

export type ClinicLimits = Partial<Record<LimitKey, number>>

/**
 * The protocol with a clinic's own, stricter numbers, each of which then says that it is clinic policy. A number that
 * would loosen the protocol, or that goes past what makes sense, is refused with a sentence and the protocol's own
 * number stays.
 * @param signedBy whose signature stands under these numbers; it is part of their source
 */
export const tighten = (
  protocol: Protocol,
  clinic: ClinicLimits,
  signedBy?: string,
): { protocol: Protocol; refused: Partial<Record<LimitKey, string>> } => {
  const limits: Limits = { ...protocol.limits }
  const refused: Partial<Record<LimitKey, string>> = {}
  for (const key of Object.keys(protocol.limits) as LimitKey[]) {
    const wanted = clinic[key]
    const limit = protocol.limits[key]
    if (wanted === undefined || !limit) continue
    const refusal = refusalOf(limit, wanted)
    if (refusal) refused[key] = refusal
    else if (wanted !== limit.value) limits[key] = tightened(limit, wanted, signedBy)
  }
  return { protocol: written({ ...protocol, limits }), refused }
}

const refusalOf = ({ says, value, tightest, unit }: Limit, wanted: number): string | undefined => {
  const [lowest, highest] = [Math.min(value, tightest), Math.max(value, tightest)]
  if (wanted >= lowest && wanted <= highest) return undefined
  return `${says}: ${wanted} ${unit} cannot be set; a clinic may choose ${lowest} to ${highest} ${unit}.`
}

const tightened = (limit: Limit, value: number, signedBy = 'nobody'): Limit => ({
  ...limit,
  value,
  source: policy(`tightened by this clinic from ${limit.value} ${limit.unit}, signed by ${signedBy}`),
})
