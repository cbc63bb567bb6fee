import { addMinutes, type Day, type Instant, minutesBetween } from '../time.ts'
import type { ObservationKind, Protocol, Slot } from './protocol.ts'

export type Observed = { at: Instant; what: readonly ObservationKind[] }

/**
 * due later   its time has not come
 * due         its time has come
 * overdue     later than the protocol allows
 * missed      not done, and the next one is due by now (or the patient has left): stays visible
 * done        everything asked for was recorded around its time
 */
export type DueState = 'due later' | 'due' | 'overdue' | 'missed' | 'done'

export type Due = {
  slot: string
  what: readonly ObservationKind[]
  /** What is still to be recorded for this slot. */
  missing: readonly ObservationKind[]
  why: string
  dueAt: Instant
  lateAt: Instant
  /** Until when the source of this time counts as looked at; afterwards it says so wherever it stands. */
  reviewBy: Day
  state: DueState
}

/** A session that nobody closed is not listed beyond this many minutes after the dose. */
const listedForMinutes = 1440

/**
 * What is to be observed after the dose, in order of time: the fixed slots, then repeats until release, up to the
 * first one in the future. An observation counts for the last slot that it is not too early for.
 */
export const nextDue = (
  protocol: Protocol,
  session: { dosedAt: Instant; observations: readonly Observed[]; now: Instant; releasedAt?: Instant | undefined },
): Due[] => {
  const { dosedAt, now, releasedAt } = session
  const { earlyByMinutes, lateAfterMinutes } = protocol.limits
  const slots = slotsUntil(protocol, minutesBetween(dosedAt, releasedAt ?? now), releasedAt !== undefined)
  const recorded = slots.map(() => new Set<ObservationKind>())
  for (const { at, what } of session.observations) {
    const since = minutesBetween(dosedAt, at)
    const index = slots.findLastIndex(({ minutes }) => minutes - earlyByMinutes.value <= since)
    for (const kind of what) recorded[index]?.add(kind)
  }
  const missing = slots.map(({ what }, index) => what.filter((kind) => !recorded[index]?.has(kind)))
  const lastDone = missing.findLastIndex((kinds) => kinds.length === 0)

  return slots.map(({ id, what, why, minutes, reviewBy }, index) => {
    const dueAt = addMinutes(dosedAt, minutes)
    const lateAt = addMinutes(dueAt, lateAfterMinutes.value)
    const next = slots[index + 1]
    const passed =
      releasedAt !== undefined || index < lastDone || (next !== undefined && now >= addMinutes(dosedAt, next.minutes))
    const stillMissing = missing[index] ?? what
    // Seen since, for the one after it: late for this one, and nothing that is still to be looked at.
    const open = stillMissing.filter((kind) => !recorded.some((kinds, later) => later > index && kinds.has(kind)))
    const state: DueState =
      stillMissing.length === 0
        ? 'done'
        : passed || open.length === 0
          ? 'missed'
          : now > lateAt
            ? 'overdue'
            : now >= dueAt
              ? 'due'
              : 'due later'
    return { slot: id, what, missing: state === 'missed' ? stillMissing : open, why, dueAt, lateAt, reviewBy, state }
  })
}

type Timed = Pick<Slot, 'id' | 'minutes' | 'what' | 'why' | 'reviewBy'>

/** All fixed slots and the repeats up to the first one after `minutes`; once released, only what was due before. */
const slotsUntil = (protocol: Protocol, minutes: number, released: boolean): Timed[] => {
  const slots: Timed[] = [...protocol.schedule]
  const { value: every, reviewBy } = protocol.limits.repeatEveryMinutes
  let last = slots.at(-1)?.minutes ?? 0
  while (last <= Math.min(minutes, listedForMinutes)) {
    last += every
    slots.push({ id: `T+${last}`, minutes: last, what: protocol.repeated, why: 'Until release', reviewBy })
  }
  return released ? slots.filter((slot) => slot.minutes <= minutes) : slots
}

/**
 * The one to show first: what is due or overdue, else the next to come. Where whole sets before it went by without a
 * reading, it has been overdue since the first of them: nobody is looked after better because one more became due.
 */
export const mostUrgent = (due: readonly Due[]): Due | undefined => {
  const first =
    due.find(({ state }) => state === 'overdue') ??
    due.find(({ state }) => state === 'due') ??
    due.find(({ state }) => state === 'due later')
  if (!first || first.state === 'due later') return first
  const before = due.slice(0, due.indexOf(first))
  const since = before[before.findLastIndex((one) => !wentBy(one)) + 1]
  return since ? { ...first, dueAt: since.dueAt, lateAt: since.lateAt, state: 'overdue' } : first
}

/** Missed, and nothing of it recorded. */
const wentBy = ({ state, what, missing }: Due): boolean => state === 'missed' && missing.length === what.length
