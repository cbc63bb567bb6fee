import type { Protocol } from '../../science/routes/protocol.ts'
import { type Due, mostUrgent, nextDue } from '../../science/routes/schedule.ts'
import type { Instant } from '../../science/time.ts'
import type { Session } from './session.ts'
import { observedIn } from './vitals.ts'

/** What the protocol asks to be observed, after the last dose of this session. Empty before one. */
export const dueIn = (protocol: Protocol, session: Session, now: Instant): Due[] => {
  const { lastDoseAt, vitals, ended } = session
  if (lastDoseAt === undefined) return []
  const observations = vitals
    .filter(({ happenedAt }) => happenedAt > lastDoseAt)
    .map(({ happenedAt, data }) => ({ at: happenedAt, what: observedIn(data) }))
  return nextDue(protocol, { dosedAt: lastDoseAt, observations, now, releasedAt: ended?.happenedAt })
}

/** The one observation to show first; undefined before a dose and after the end. */
export const dueFirst = (protocol: Protocol, session: Session, now: Instant): Due | undefined =>
  session.ended ? undefined : mostUrgent(dueIn(protocol, session, now))

/** Due or overdue at this moment and not done. */
export const outstanding = (due: readonly Due[]): Due[] =>
  due.filter(({ state }) => state === 'due' || state === 'overdue')
