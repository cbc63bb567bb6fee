import type { Finding } from '../../science/decide.ts'
import { mostUrgent } from '../../science/routes/schedule.ts'
import type { Day, Instant } from '../../science/time.ts'
import { showing } from './alerts.ts'
import { dueIn } from './due.ts'
import { beforeDoseFindings } from './gates.ts'
import { protocolFor } from './protocol.ts'
import type { SessionRow } from './queries.ts'
import { type OpenInfusion, openInfusionOf, type RoomClock, roomClockOf } from './room-clock.ts'
import type { Phase, Session } from './session.ts'
import type { Standing } from './standing.ts'

/** One line of the day list or the board, derived from a session's log at one moment. */
export type SessionLine = {
  id: string
  patient: { id: string; name: string; number: number; initials: string }
  room: { id: string; name: string }
  responsible: { id: string; name: string }
  route: string
  bookedFor: Instant
  minutes: number
  phase: Phase
  arrivedAt: Instant | null
  clock: RoomClock | null
  infusion: OpenInfusion | null
  endedAt: Instant | null
  next: { what: readonly string[]; dueAt: Instant; lateAt: Instant; reviewBy: Day; state: string } | null
  overdue: number
  alerts: { rule: string; severity: Finding['severity']; says: string }[]
}

/** Who watches how many patients now: everybody who has arrived and not left, by who is responsible. */
export const watchedNow = (lines: readonly SessionLine[]): { id: string; name: string; count: number }[] =>
  [
    ...Map.groupBy(
      lines.filter(({ arrivedAt, endedAt }) => arrivedAt && !endedAt),
      ({ responsible }) => responsible.id,
    ),
  ]
    .map(([id, own]) => ({ id, name: own[0]?.responsible.name ?? '', count: own.length }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'))

/** 'Sam Rivera' → 'S. R.': all that a wall shows of a name. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${[...word][0]?.toLocaleUpperCase('en') ?? ''}.`)
    .join(' ')

/** A name without a title before it and credentials behind it: 'Dr. Ana Reyes, MD' → 'Ana Reyes'. */
const spoken = (name: string): string =>
  name
    .replace(/,.*$/, '')
    .replace(/^(dr|prof)\.?\s+/i, '')
    .trim() || name

/**
 * The same of people who work here, told apart: two monitors of one shift with the same initials are 'Mi. M.' and
 * 'Mo. M.', since a wall has to say who watches whom. @param names everybody the wall names
 */
export const initialsAmong = (names: readonly string[]): ((name: string) => string) => {
  const all = [...new Set(names.map(spoken))]
  const begun = (name: string, letters: number) => {
    const [first = '', ...rest] = name.split(/\s+/).filter(Boolean)
    return [`${[...first].slice(0, letters).join('')}.`, initialsOf(rest.join(' '))].filter(Boolean).join(' ')
  }
  return (written) => {
    const name = spoken(written)
    const alike = all.filter((other) => other !== name && initialsOf(other) === initialsOf(name))
    const longest = [...(name.split(/\s+/).filter(Boolean)[0] ?? '')].length
    for (let letters = 2; alike.length > 0 && letters <= longest; letters += 1)
      if (alike.every((other) => begun(other, letters) !== begun(name, letters))) return begun(name, letters)
    return initialsOf(name)
  }
}

/** `checked` is `arrived` with every question before the dose answered. */
export const phaseWithCheck = (session: Session, findings: readonly Finding[]): Phase =>
  session.phase === 'arrived' &&
  !session.clearanceTakenBack &&
  findings.length > 0 &&
  findings.every(({ answer }) => answer !== 'unknown')
    ? 'checked'
    : session.phase

const assumedStanding: Standing = {
  determination: { inForce: true, because: '', reopened: false },
  consent: { inForce: true, because: '' },
  plan: { inForce: true, because: '' },
}

export const lineOf = (
  row: SessionRow,
  session: Session,
  { now, today, policy }: { now: Instant; today: Day; policy: unknown },
): SessionLine => {
  const protocol = protocolFor(row.route, policy)
  const due = !session.ended ? dueIn(protocol, session, now) : []
  const first = mostUrgent(due)
  // Standing is looked up where somebody clears; here the words say only how far the questions are.
  const findings =
    session.phase === 'arrived' ? beforeDoseFindings(protocol, session, assumedStanding, { now, today }) : []
  return {
    id: row.id,
    patient: {
      id: row.patientId,
      name: row.patientName,
      number: row.patientNumber,
      initials: initialsOf(row.patientName),
    },
    room: { id: row.roomId, name: row.roomName },
    responsible: { id: row.responsibleId, name: row.responsibleName },
    route: row.route,
    bookedFor: row.bookedFor,
    minutes: row.minutes,
    phase: phaseWithCheck(session, findings),
    arrivedAt: session.arrivedAt ?? null,
    clock: roomClockOf(session) ?? null,
    infusion: openInfusionOf(session, now) ?? null,
    endedAt: session.ended?.happenedAt ?? null,
    next: first
      ? { what: first.missing, dueAt: first.dueAt, lateAt: first.lateAt, reviewBy: first.reviewBy, state: first.state }
      : null,
    overdue: Math.max(due.filter(({ state }) => state === 'overdue').length, first?.state === 'overdue' ? 1 : 0),
    alerts: showing(protocol, session, today).map(({ rule, severity, says }) => ({ rule, severity, says })),
  }
}
