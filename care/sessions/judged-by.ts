import { knownOf } from '../../database/known.ts'
import type { Protocol } from '../../science/routes/protocol.ts'
import type { Instant } from '../../science/time.ts'
import { protocolFor } from './protocol.ts'
import type { VitalsContext } from './queries-vitals.ts'
import { type Session, sessionFrom } from './session.ts'

/** What a set of observations is judged by: who and where, the clinic's numbers, and the readings before the dose. */
export type JudgedBy = Pick<VitalsContext, 'patientId' | 'responsibleId' | 'emergencyPlan' | 'timeZone' | 'digest'> & {
  protocol: Protocol
  session: Pick<Session, 'baseline' | 'lastDoseAt'>
}

export const judgedBy = ({ route, policy, events, ...context }: VitalsContext): JudgedBy => ({
  ...context,
  protocol: protocolFor(route, policy),
  session: sessionFrom(events ?? []),
})

type Kept = JudgedBy & { upTo: Instant }

/**
 * Kept from one set to the next (`database/known.ts`), as long as nothing but observations after the dose comes in: any
 * other entry, a changed booking and a changed setting of the clinic make it untrue. On the embedded engine that is told
 * (triggers `told`, migrations/0024), on a server it is looked at with the set (`database/presumed.ts`). Its key is `keyOf`.
 */
export const judgedByKnown = knownOf<Kept>(({ action, subject }) =>
  action === 'clinic' ? 'everything' : action === 'session' ? { key: subject ?? '' } : undefined,
)

export const keyOf = (clinicId: string, sessionId: string): string => `${clinicId} ${sessionId}`

/** The moment up to which an observation would be one of those before the dose. None without a dose: nothing is kept then. */
export const dosedUpTo = ({ events }: VitalsContext): Instant | undefined =>
  events
    ?.flatMap(({ happenedAt, data }) => [happenedAt, 'happenedAt' in data ? (data.happenedAt as Instant) : happenedAt])
    .toSorted()
    .at(-1)
