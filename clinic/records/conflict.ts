import { isDeepStrictEqual } from 'node:util'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/records.ts'
import { Problem } from '../request/problem.ts'

/** Somebody was first: who, and when. Nothing of what the second person typed is lost; their screen still has it. */
export const beaten = (what: string, first: { by: string; at: Instant }): Problem =>
  new Problem('conflict', says.beaten(first.by, what), {
    first,
  })

export const sameIdOtherContent = (): Problem => new Problem('conflict', says.sameIdOtherContent)

/** Whether a stored row says, property for property, what was sent: then sending it again is harmless. */
export const saysTheSame = (stored: Record<string, unknown>, sent: Record<string, unknown>): boolean =>
  Object.keys(sent).every((key) => isDeepStrictEqual(stored[key], sent[key]))
