import type { Protocol } from '../../science/routes/protocol.ts'
import { type PressureTaken, repeatsAfterHigh } from '../../science/routes/repeats.ts'
import { type Due, mostUrgent, nextDue } from '../../science/routes/schedule.ts'
import type { Instant } from '../../science/time.ts'
import type { Session } from './session.ts'
import { observedIn } from './vitals.ts'

/**
 * What the protocol asks to be observed since the last dose of this session; empty before one. Where something goes in
 * over time, its own times count from its start until its end, and those of the recovery from there. A high pressure asks
 * for another one soon (RL-12). In order of time.
 */
export const dueIn = (protocol: Protocol, session: Session, now: Instant): Due[] => {
  if (session.lastDoseAt === undefined) return []
  const fixed = fixedTimes(protocol, session, session.lastDoseAt, now)
  const again = repeatsAfterHigh(protocol.limits, {
    pressures: pressuresAfterDose(session),
    now,
    releasedAt: session.ended?.happenedAt,
  })
  return again.length === 0 ? fixed : [...fixed, ...again].toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
}

const fixedTimes = (protocol: Protocol, session: Session, lastDoseAt: Instant, now: Instant): Due[] => {
  const { givenAt, ended } = session
  const { during } = protocol
  if (!during) return dueSince(protocol, session, lastDoseAt, now, ended?.happenedAt)
  const running = dueSince({ ...protocol, schedule: during }, session, lastDoseAt, now, givenAt ?? ended?.happenedAt)
  return givenAt === undefined ? running : [...running, ...dueSince(protocol, session, givenAt, now, ended?.happenedAt)]
}

const pressuresAfterDose = ({ vitals, firstDoseAt, ended }: Session): PressureTaken[] =>
  vitals.flatMap(({ happenedAt: at, data: { systolic, diastolic } }) =>
    firstDoseAt === undefined || at <= firstDoseAt || (ended && at > ended.happenedAt)
      ? []
      : systolic === undefined || diastolic === undefined
        ? []
        : [{ at, systolic, diastolic }],
  )

const dueSince = (
  protocol: Protocol,
  { vitals }: Session,
  dosedAt: Instant,
  now: Instant,
  releasedAt: Instant | undefined,
): Due[] => {
  const observations = vitals
    .filter(({ happenedAt }) => happenedAt > dosedAt && (releasedAt === undefined || happenedAt <= releasedAt))
    .map(({ happenedAt, data }) => ({ at: happenedAt, what: observedIn(data) }))
  return nextDue(protocol, { dosedAt, observations, now, releasedAt })
}

/** The one observation to show first; undefined before a dose and after the end. */
export const dueFirst = (protocol: Protocol, session: Session, now: Instant): Due | undefined =>
  session.ended ? undefined : mostUrgent(dueIn(protocol, session, now))

/** Due or overdue at this moment and not done. */
export const outstanding = (due: readonly Due[]): Due[] =>
  due.filter(({ state }) => state === 'due' || state === 'overdue')
