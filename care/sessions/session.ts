import type { Instant } from '../../science/time.ts'
import type { DataOf, Kind, SessionEvent } from './event.ts'
import { type FactKey, type Facts, isBeforeRelease } from './facts.ts'
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
  /**
   * When the last of the drug was in: the injection, the last device, the end of the infusion, the end of the lozenge.
   * The stay counts from here. Unknown while one of them has no recorded end.
   */
  givenAt?: Instant | undefined
  lines: { entry: Entry<'line placed'>; removedAt?: Instant | undefined }[]
  pump: Entry<'infusion changed'>[]
  lozengeEnds: Entry<'lozenge ended'>[]
  decisions: Entry<'decided'>[]
  vitals: Entry<'vitals'>[]
  /** The newest of each reading before the first dose. */
  baseline: Measured
  /** The newest of each reading since the last of the drug was in. */
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
  const pump = entriesOf(log, 'infusion changed')
  const lozengeEnds = entriesOf(log, 'lozenge ended')
  const givenAt = allGivenAt(doses, pump, lozengeEnds)
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
    givenAt,
    lines: withEnds(entriesOf(log, 'line placed'), entriesOf(log, 'line removed'), ({ lineId }) => lineId).map(
      ({ entry, endedAt }) => ({ entry, removedAt: endedAt }),
    ),
    pump,
    lozengeEnds,
    decisions: entriesOf(log, 'decided'),
    vitals,
    baseline: newest(vitals.filter(({ happenedAt }) => firstDoseAt === undefined || happenedAt <= firstDoseAt)),
    latest: newest(since.filter(({ happenedAt }) => givenAt === undefined || happenedAt > givenAt)),
    facts: newestFacts(entriesOf(log, 'facts'), givenAt ?? lastDoseAt),
    sideEffects: withEnds(
      entriesOf(log, 'side effect'),
      entriesOf(log, 'side effect ended'),
      ({ effectId }) => effectId,
    ),
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

/** The last word on each fact. What concerns leaving counts only when it was said after the drug was in. */
const newestFacts = (recorded: readonly Entry<'facts'>[], givenAt: Instant | undefined): Session['facts'] => {
  const facts: Session['facts'] = {}
  for (const { data, happenedAt, recordedBy, id } of recorded) {
    for (const [name, value] of Object.entries(data.facts) as [FactKey, Facts[FactKey] | null][]) {
      if (value === undefined) continue
      if (isBeforeRelease(name) && (givenAt === undefined || happenedAt < givenAt)) continue
      if (value === null) delete facts[name]
      else facts[name] = { value, at: happenedAt, by: recordedBy, entryId: id }
    }
  }
  return facts
}

/** What began, with its end where one was recorded. The earliest end counts, whatever came first to the clinic. */
const withEnds = <Begun extends Kind, Ended extends Kind>(
  begun: readonly Entry<Begun>[],
  ends: readonly Entry<Ended>[],
  names: (data: DataOf<Ended>) => string,
): { entry: Entry<Begun>; endedAt: Instant | undefined }[] =>
  begun.map((entry) => ({
    entry,
    endedAt: ends.find(({ data }) => names(data as DataOf<Ended>) === entry.id)?.happenedAt,
  }))

/** The latest of the ends of all doses; unknown while one has none. */
const allGivenAt = (
  doses: readonly Entry<'dose'>[],
  pump: readonly Entry<'infusion changed'>[],
  lozengeEnds: readonly Entry<'lozenge ended'>[],
): Instant | undefined => {
  const ends = doses.map(({ id, data, happenedAt }) => {
    if (data.route === 'iv')
      return pump.find((one) => one.data.doseId === id && one.data.what === 'stopped')?.happenedAt
    if (data.route === 'lozenge') return lozengeEnds.find((one) => one.data.doseId === id)?.happenedAt
    return happenedAt
  })
  return ends.includes(undefined) ? undefined : (ends as Instant[]).toSorted().at(-1)
}

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
