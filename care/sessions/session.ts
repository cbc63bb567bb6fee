import type { Instant } from '../../science/time.ts'
import type { DataOf, SessionEvent } from './event.ts'
import { beforeReleaseKeys, type FactKey, type Facts } from './facts.ts'
import { type Entry, entriesOf, standingLog } from './log.ts'
import { type Reading, readingNames } from './vitals.ts'

/** Where a treatment day stands. Each follows from the log; none is stored. */
export const phases = [
  'booked',
  'arrived',
  'checked',
  'cleared',
  'dosed',
  'observing',
  'released',
  'stopped',
  'cancelled',
  'no-show',
] as const
export type Phase = (typeof phases)[number]
export const endings = ['released', 'stopped', 'cancelled', 'no-show'] as const
export type Ending = (typeof endings)[number]

export type Fact = { value: Facts[FactKey]; at: Instant; by: string; entryId: string }
export type EndingEntry = Entry<'released'> | Entry<'stopped'> | Entry<'cancelled'> | Entry<'no-show'>
export type Measured = Partial<Record<Reading | 'moaas', { value: number; at: Instant }>>

/** Everything that the log of one session says. Absent means that it does not say it. */
export type Session = {
  phase: Exclude<Phase, 'checked'>
  log: Entry[]
  arrivedAt?: Instant | undefined
  clearance?: Entry<'cleared'> | undefined
  clearanceTakenBack: boolean
  notCleared: Entry<'not cleared'>[]
  doses: Entry<'dose'>[]
  firstDoseAt?: Instant | undefined
  lastDoseAt?: Instant | undefined
  vitals: Entry<'vitals'>[]
  /** The newest of each reading before the first dose. */
  baseline: Measured
  /** The newest of each reading since the last dose. */
  latest: Measured
  facts: Partial<Record<FactKey, Fact>>
  sideEffects: { entry: Entry<'side effect'>; endedAt?: Instant | undefined }[]
  ended?: EndingEntry | undefined
  /** Entries about the time before the end that reached the log after it: whoever ended it did not see them. */
  afterwards: Entry[]
  addenda: Entry<'addendum'>[]
  signatures: Entry<'signed'>[]
}

/** Reads a session from its log. Pure: the same entries in any order, any of them twice, give the same session. */
export const sessionFrom = (events: readonly SessionEvent[]): Session => {
  const log = standingLog(events)
  const counted = log.filter(({ withdrawn }) => !withdrawn)
  const doses = entriesOf(log, 'dose')
  const firstDoseAt = doses[0]?.happenedAt
  const lastDoseAt = doses.at(-1)?.happenedAt
  const vitals = entriesOf(log, 'vitals')
  const arrivedAt = entriesOf(log, 'arrived')[0]?.happenedAt
  const notCleared = entriesOf(log, 'not cleared')
  const cleared = entriesOf(log, 'cleared')[0]
  // A prescriber who says "not cleared" after a clearance takes it back; only the session's end can follow then.
  const takenBack = notCleared.some(({ happenedAt }) => cleared !== undefined && happenedAt >= cleared.happenedAt)
  const clearance = takenBack ? undefined : cleared
  const ended = counted.find((entry): entry is EndingEntry => endings.includes(entry.kind as Ending))
  const since = lastDoseAt === undefined ? [] : vitals.filter(({ happenedAt }) => happenedAt > lastDoseAt)
  return {
    phase: phaseOf({ arrivedAt, clearance, lastDoseAt, observed: since.length > 0, ended }),
    log,
    arrivedAt,
    clearance,
    clearanceTakenBack: takenBack,
    notCleared,
    doses,
    firstDoseAt,
    lastDoseAt,
    vitals,
    baseline: newest(vitals.filter(({ happenedAt }) => firstDoseAt === undefined || happenedAt <= firstDoseAt)),
    latest: newest(since),
    facts: newestFacts(entriesOf(log, 'facts'), lastDoseAt),
    sideEffects: withEnds(entriesOf(log, 'side effect'), entriesOf(log, 'side effect ended')),
    ended,
    afterwards: ended
      ? log.filter(({ kind, recordedAt, id }) => recordedAt > ended.recordedAt && id !== ended.id && !written.has(kind))
      : [],
    addenda: entriesOf(log, 'addendum'),
    signatures: entriesOf(log, 'signed'),
  }
}

const written: ReadonlySet<string> = new Set(['addendum', 'signed'])

const phaseOf = (known: {
  arrivedAt: Instant | undefined
  clearance: unknown
  lastDoseAt: Instant | undefined
  observed: boolean
  ended: EndingEntry | undefined
}): Session['phase'] => {
  if (known.ended) return known.ended.kind
  if (known.lastDoseAt !== undefined) return known.observed ? 'observing' : 'dosed'
  if (known.clearance) return 'cleared'
  return known.arrivedAt === undefined ? 'booked' : 'arrived'
}

const newest = (sets: readonly Entry<'vitals'>[]): Measured => {
  const measured: Measured = {}
  for (const { data, happenedAt } of sets) {
    for (const name of [...readingNames, 'moaas'] as const) {
      const value = data[name]
      if (value !== undefined) measured[name] = { value, at: happenedAt }
    }
  }
  return measured
}

/** The last word on each fact. What concerns leaving counts only when it was said after the last dose. */
const newestFacts = (recorded: readonly Entry<'facts'>[], lastDoseAt: Instant | undefined): Session['facts'] => {
  const facts: Session['facts'] = {}
  for (const { data, happenedAt, recordedBy, id } of recorded) {
    for (const [name, value] of Object.entries(data.facts) as [FactKey, Facts[FactKey] | null][]) {
      if (value === undefined) continue
      const ofRelease = (beforeReleaseKeys as readonly string[]).includes(name)
      if (ofRelease && (lastDoseAt === undefined || happenedAt < lastDoseAt)) continue
      if (value === null) delete facts[name]
      else facts[name] = { value, at: happenedAt, by: recordedBy, entryId: id }
    }
  }
  return facts
}

const withEnds = (
  begun: readonly Entry<'side effect'>[],
  ends: readonly Entry<'side effect ended'>[],
): Session['sideEffects'] =>
  begun.map((entry) => ({ entry, endedAt: ends.find(({ data }) => data.effectId === entry.id)?.happenedAt }))

/** The value of a fact; undefined when nobody has recorded it. */
export const factValue = <K extends FactKey>(session: Pick<Session, 'facts'>, key: K): Facts[K] =>
  session.facts[key]?.value as Facts[K]

/** Where and when it is booked, as the log has it now. */
export const bookingOf = (session: Pick<Session, 'log'>): DataOf<'booked'> | undefined => {
  const booked = entriesOf(session.log, 'booked')[0]?.data
  const moved = entriesOf(session.log, 'rescheduled').at(-1)?.data
  if (!booked || !moved) return booked
  return { ...booked, roomId: moved.roomId, bookedFor: moved.bookedFor, minutes: moved.minutes }
}
