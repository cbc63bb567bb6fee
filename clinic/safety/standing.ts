import { houseNumbers } from '../../science/house.ts'
import { addMinutes, type Instant, minutesBetween } from '../../science/time.ts'
import type { Role } from '../accounts/permissions.ts'
import type { Alert, AlertEvent, Level } from './alert.ts'

/** Whoever has it now: one person, a role, or everybody who may act on alerts. */
export type Owner = { staff: string } | { role: Role } | 'everyone'

/**
 * Where an alert stands. Read from what happened and from the clock; nothing of it is stored, so nothing can be
 * forgotten to be set.
 */
export type Standing = {
  state: 'waiting' | 'acknowledged' | 'closed'
  owner: Owner
  /** When the present owner's time is up; undefined once somebody has acknowledged it. */
  dueAt: Instant | undefined
  overdue: boolean
  /** Since when it has been with somebody else than the first owner because nobody acknowledged it in time. */
  escalatedAt: Instant | undefined
  acknowledged: { by: string; byId: string; at: Instant } | undefined
  closed: { by: string; at: Instant; words: string } | undefined
}

/** No owner has less than this, so that an alert never rushes past people who could not have seen it. */
const leastMinutes = houseNumbers.leastOwnerMinutes.value

/**
 * Nobody acknowledged: it goes to the prescribers, then to everybody, each with as much time as the first owner had.
 * Acknowledged in time or late, it stays with the person who did, until they hand it on: then it waits for whoever they
 * handed it to, with a clock of their own, because nobody knows whether they have heard of it. `events` in their order.
 */
export const standingOf = (alert: Alert, events: readonly AlertEvent[], now: Instant): Standing => {
  const closed = events.find(({ kind }) => kind === 'close')
  const hand = events.findLastIndex(({ kind }) => kind === 'reassign')
  const handed = events[hand]
  const acknowledged = events.slice(hand + 1).find(({ kind }) => kind === 'acknowledge')
  const given: Owner = handed ? ownerOf(handed.toId, handed.toRole) : ownerOf(alert.ownerId, alert.ownerRole)
  const span = Math.max(leastMinutes, minutesBetween(alert.raisedAt, alert.dueAt))
  const holder: Owner = acknowledged ? { staff: acknowledged.byId } : given

  const waiting = !acknowledged && !closed
  const clock = waiting ? chain(given, events, handed?.at ?? alert.raisedAt, span, now) : undefined
  return {
    state: closed ? 'closed' : acknowledged ? 'acknowledged' : 'waiting',
    owner: clock?.owner ?? holder,
    dueAt: clock?.dueAt,
    overdue: clock !== undefined && clock.dueAt <= now,
    escalatedAt: clock?.escalatedAt,
    acknowledged: acknowledged && { by: acknowledged.by, byId: acknowledged.byId, at: acknowledged.at },
    closed: closed && { by: closed.by, at: closed.at, words: closed.words ?? '' },
  }
}

const ownerOf = (staff: string | null, role: Role | null): Owner => (staff ? { staff } : role ? { role } : 'everyone')

/** Owner after owner until one whose time is not up yet, or the last. Somebody may also pass it up by hand, sooner. */
const chain = (first: Owner, events: readonly AlertEvent[], since: Instant, span: number, now: Instant) => {
  const isPrescriber = typeof first === 'object' && 'role' in first && first.role === 'prescriber'
  const next: Owner[] = isPrescriber ? ['everyone'] : [{ role: 'prescriber' }, 'everyone']
  const byHand = events.filter(({ kind, at }) => kind === 'escalate' && at >= since).map(({ at }) => at)
  let owner = first
  let from = since
  let escalatedAt: Instant | undefined
  for (;;) {
    const dueAt = addMinutes(from, span)
    const until = byHand.find((at) => at > from && at < dueAt) ?? dueAt
    const following = next.shift()
    if (until > now || following === undefined) return { owner, dueAt, escalatedAt }
    owner = following
    from = until
    escalatedAt ??= until
  }
}

const rank: Record<Level, number> = { urgent: 0, high: 1, review: 2 }

/** The most serious first, the oldest first among equals. */
export const bySeverityAndAge = (a: Pick<Alert, 'level' | 'raisedAt'>, b: Pick<Alert, 'level' | 'raisedAt'>): number =>
  rank[a.level] - rank[b.level] || a.raisedAt.localeCompare(b.raisedAt)
