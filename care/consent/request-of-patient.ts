import { z } from 'zod'
import { Problem } from '../../clinic/request/problem.ts'
import type { Query } from '../../database/types.ts'
import { says } from '../../web/words/en/says/consent.ts'
import { consentInForce } from './queries.ts'
import { findRequest } from './queries-of-request.ts'

/** One patient's request for consent, as the routes about it find it, and how they refuse. */

export const OfPatient = z.object({ patientId: z.uuid() })
export const OfRequest = OfPatient.extend({ requestId: z.uuid() })

/** The request that the address names, when it is this patient's and the newest of its route. */
export const requestIn = async (q: Query, { patientId, requestId }: z.infer<typeof OfRequest>) => {
  const request = await findRequest(q, requestId)
  if (!request || request.patientId !== patientId) throw new Problem('not-found', says.noSuchConsent)
  return request
}

export const newestIn = async (q: Query, params: z.infer<typeof OfRequest>) => {
  const request = await requestIn(q, params)
  const standing = await consentInForce(q, params.patientId, request.route)
  if (standing.requestId !== request.id) throw new Problem('conflict', says.newerAsked)
  return { request, standing }
}

export const held = (why: string | undefined) => {
  if (why) throw new Problem('rule-held', why, { because: [{ id: 'consent', answer: 'met', says: why }] })
}

/** Of two at once the database lets one through; the other looks again, and is told who that was and when. */
export const orWhoWasFirst = <T>(change: Promise<T>, look: () => Promise<unknown>): Promise<T> =>
  change.catch(async (error: unknown) => {
    if (error instanceof Problem && error.kind === 'conflict') await look()
    throw error
  })

export const beaten = (how: string, by: string, at: string) => new Problem('conflict', how, { first: { by, at } })
