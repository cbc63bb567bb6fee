import { z } from 'zod'
import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import type { Route as Way } from '../../science/decide.ts'
import { type LengthPart, type OfPlan, sessionLength } from '../../science/routes/length.ts'
import { planInForce, progressOf } from '../plans/queries.ts'
import { protocolFor } from './protocol.ts'
import { clinicOf } from './queries.ts'

const Policy = z.object({ bookingMinutes: z.partialRecord(z.string(), z.int().min(15).max(720)).optional() })

/** How long this clinic books a session: by the protocol's numbers and the plan's, or its own. The label's are not shortened. */
export type Length = { route: Way; minutes: number; parts: LengthPart[]; ownMinutes?: number }

export const lengthOf = (way: Way, policy: unknown, plan?: OfPlan): Length => {
  const { minutes, parts } = sessionLength(protocolFor(way, policy), plan)
  const own = Policy.safeParse(policy).data?.bookingMinutes?.[way]
  if (own === undefined || (way === 'esketamine' && own < minutes)) return { route: way, minutes, parts }
  return { route: way, minutes: own, parts, ownMinutes: own }
}

/** Between which days the plan puts the next session; null before the first and after the last. */
export type NextWindow = { from: string; to: string }

/** How long to book for a patient's plan, and between which days; nothing while none is in force. */
export const lengthRoute: Route = route({
  method: 'GET',
  path: '/api/patients/:patientId/session-length',
  may: 'sessions.book',
  patient: 'patientId',
  params: z.object({ patientId: z.uuid() }),
  handle: ({ db, clinicId, params }) =>
    reading(db, { clinicId }, async (q): Promise<{ length: Length | null; window: NextWindow | null }> => {
      const [{ policy }, found] = [await clinicOf(q), await planInForce(q, params.patientId)]
      if (!found.inForce) return { length: null, window: null }
      const { window = null } = await progressOf(q, found)
      const { doseMg: mg, infusionMinutes } = found.version
      return { length: lengthOf(found.plan.route as Way, policy, { mg, infusionMinutes }), window }
    }),
})
