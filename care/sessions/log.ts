import type { Instant } from '../../science/time.ts'
import { minutesBetween } from '../../science/time.ts'
import { type DataOf, type Kind, lateAfterMinutes, order, type SessionEvent } from './event.ts'

/** An entry as it stands: what it says after its corrections, and what it said before each of them. */
export type Entry<K extends Kind = Kind> = K extends Kind
  ? {
      id: string
      kind: K
      happenedAt: Instant
      recordedAt: Instant
      recordedBy: string
      seq: number
      data: DataOf<K>
      /** As first written, when it was corrected. */
      original?: { happenedAt: Instant; data: DataOf<K> }
      corrections: SessionEvent<'correction'>[]
      /** Should not have been written; kept to be seen, counts for nothing. */
      withdrawn: boolean
      /** Written down noticeably after it happened. */
      late: boolean
    }
  : never

const rank = new Map(order.map((kind, index) => [kind, index]))

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order of a log depends on nothing but the entries, not on the order in which they are delivered. */
const byTime = (a: Entry, b: Entry): number =>
  text(a.happenedAt, b.happenedAt) ||
  (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) ||
  a.seq - b.seq ||
  text(a.id, b.id)

const oldestFirst = (a: SessionEvent, b: SessionEvent): number => a.seq - b.seq || text(a.id, b.id)

/**
 * The log as it stands: each entry once, its corrections applied, in the order in which things happened. Entries that
 * came twice or in another order give the same log. Withdrawn entries are in it, marked.
 */
export const standingLog = (events: readonly SessionEvent[]): Entry[] => {
  const once = [...new Map(events.map((event) => [event.id, event])).values()]
  const corrections = once.filter((event): event is SessionEvent<'correction'> => event.kind === 'correction')
  const byTarget = Map.groupBy(corrections, ({ corrects }) => corrects ?? '')
  return once
    .filter(({ kind }) => kind !== 'correction')
    .map((event) => asItStands(event, chainFrom(event.id, byTarget)))
    .sort(byTime)
}

/** Corrections of an entry, and corrections of those, oldest first. */
const chainFrom = (
  id: string,
  byTarget: Map<string, SessionEvent<'correction'>[]>,
  seen: ReadonlySet<string> = new Set(),
): SessionEvent<'correction'>[] =>
  seen.has(id)
    ? []
    : (byTarget.get(id) ?? [])
        .toSorted(oldestFirst)
        .flatMap((correction) => [correction, ...chainFrom(correction.id, byTarget, new Set([...seen, id]))])

const asItStands = (event: SessionEvent, corrections: SessionEvent<'correction'>[]): Entry => {
  const { id, kind, recordedAt, recordedBy, seq } = event
  let { happenedAt, data } = event as { happenedAt: Instant; data: unknown }
  for (const { data: correction } of corrections) {
    happenedAt = correction.happenedAt ?? happenedAt
    data = correction.data ?? data
  }
  return {
    id,
    kind,
    happenedAt,
    recordedAt,
    recordedBy,
    seq,
    data,
    ...(corrections.length > 0 ? { original: { happenedAt: event.happenedAt, data: event.data } } : {}),
    corrections,
    withdrawn: corrections.at(-1)?.data.withdrawn ?? false,
    late: minutesBetween(happenedAt, recordedAt) > lateAfterMinutes,
  } as Entry
}

/** The entries of one kind that count, in order. */
export const entriesOf = <K extends Kind>(log: readonly Entry[], kind: K): Entry<K>[] =>
  log.filter((entry): entry is Entry<K> => entry.kind === kind && !entry.withdrawn)

/** What these doses are together, in mg as they were entered: added up in hundredths, so that 0.1 and 0.2 make 0.3. */
export const mgOf = (doses: readonly Entry<'dose'>[]): number =>
  doses.reduce((sum, { data }) => sum + Math.round(data.mg * 100), 0) / 100
