import { infusionAt } from '../../science/routes/infusion.ts'
import { type Instant, minutesBetween } from '../../science/time.ts'
import { entriesOf } from './log.ts'
import type { Session } from './session.ts'

/**
 * What a bill may rest on, read from the log and from nothing else. Minutes are whole, cut off and never rounded up. What
 * the log does not say is absent: a session that nobody ended has no minutes of observation.
 */
export type BillableFacts = {
  /** One an infusion: from the start to the stop or to the last drop, and how much of that it ran. */
  infusions: { from: Instant; until: Instant; ranMinutes: number }[]
  /** From the last of the drug to the end of the session. */
  observation?: { from: Instant; until: Instant; minutes: number }
  /** Who was responsible, from when to when, between arrival and end. */
  responsible: { staffId: string; from: Instant; until: Instant; minutes: number }[]
  /** Who wrote something down in the room: the first and the last of it, by the time it is about. */
  entered: { staffId: string; first: Instant; last: Instant; entries: number }[]
}

const whole = (from: Instant, until: Instant): number => Math.max(0, Math.floor(minutesBetween(from, until)))

export const billableFacts = (session: Session): BillableFacts => {
  const { givenAt, ended } = session
  return {
    infusions: infusionsOf(session),
    ...(givenAt !== undefined && ended && ended.happenedAt > givenAt
      ? { observation: { from: givenAt, until: ended.happenedAt, minutes: whole(givenAt, ended.happenedAt) } }
      : {}),
    responsible: responsibleIn(session),
    entered: enteredIn(session),
  }
}

const infusionsOf = ({ doses, pump, ended }: Session): BillableFacts['infusions'] =>
  doses.flatMap(({ id, data, happenedAt: from }) => {
    if (data.route !== 'iv' || !ended) return []
    const changes = pump
      .filter((one) => one.data.doseId === id)
      .map(({ data: change, happenedAt: at }) =>
        change.what === 'rate changed'
          ? { at, what: change.what, rateMlPerH: change.rateMlPerH }
          : { at, what: change.what },
      )
    const { stoppedAt, ranOutAt } = infusionAt(data, from, changes, ended.happenedAt)
    const ends = [stoppedAt, ranOutAt].filter((at) => at !== undefined).toSorted()
    const until = ends[0] ?? ended.happenedAt
    let [ran, since]: [number, Instant | undefined] = [0, from]
    for (const { at, what } of changes.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
      if (at > until) break
      if (what === 'paused' && since !== undefined) [ran, since] = [ran + minutesBetween(since, at), undefined]
      if (what === 'resumed') since ??= at
    }
    if (since !== undefined) ran += minutesBetween(since, until)
    return [{ from, until, ranMinutes: Math.floor(ran) }]
  })

const responsibleIn = ({ log, arrivedAt, ended }: Session): BillableFacts['responsible'] => {
  const first = entriesOf(log, 'booked')[0]?.data.responsibleId
  if (arrivedAt === undefined || !ended || first === undefined) return []
  const changes = entriesOf(log, 'handed over').map(({ data, happenedAt }) => ({
    staffId: data.toId,
    from: happenedAt,
  }))
  const before = changes.filter(({ from }) => from <= arrivedAt).at(-1)?.staffId ?? first
  const all = [{ staffId: before, from: arrivedAt }, ...changes.filter(({ from }) => from > arrivedAt)]
  return all
    .map(({ staffId, from }, i) => {
      const until = all[i + 1]?.from ?? ended.happenedAt
      return { staffId, from, until, minutes: whole(from, until) }
    })
    .filter(({ from, until }) => until > from)
}

const elsewhere: ReadonlySet<string> = new Set(['booked', 'rescheduled', 'arrived', 'addendum', 'signed', 'correction'])

const enteredIn = ({ log }: Session): BillableFacts['entered'] =>
  [
    ...Map.groupBy(
      log.filter(({ kind, withdrawn }) => !withdrawn && !elsewhere.has(kind)),
      ({ recordedBy }) => recordedBy,
    ),
  ]
    .map(([staffId, own]) => {
      const times = own.map(({ happenedAt }) => happenedAt).toSorted()
      return { staffId, first: times[0] as Instant, last: times.at(-1) as Instant, entries: own.length }
    })
    .toSorted((a, b) => (a.first < b.first ? -1 : 1))
