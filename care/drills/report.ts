import type { Protocol } from '../../science/routes/protocol.ts'
import type { Source } from '../../science/sources.ts'
import { addMinutes, type Instant, minutesBetween } from '../../science/time.ts'
import { dueIn } from '../sessions/due.ts'
import type { SessionEvent } from '../sessions/event.ts'
import { entriesOf, standingLog } from '../sessions/log.ts'
import { sessionFrom } from '../sessions/session.ts'
import { isAway, shownAt } from './playing.ts'
import type { Expected, Script } from './script.ts'

/** An alert of the drilled session, with what people did about it. */
export type Raised = { ruleId: string; raisedAt: Instant; events: readonly { kind: string; at: Instant }[] }

export type Material = {
  script: Script
  protocol: Protocol
  beganAt: Instant
  /** By the drill's clock. What would have come later is not known. */
  endedAt: Instant
  /** Minutes that nobody had to wait for. */
  skippedMinutes: number
  events: readonly SessionEvent[]
  alerts: readonly Raised[]
}

/** Why an expectation came out as it did: codes, worded on the screen. */
export type Why =
  | 'seen'
  | 'late'
  | 'not seen'
  | 'other values'
  | 'never raised'
  | 'ended before'
  | 'released'
  | 'missed'
export type Found = {
  result: 'met' | 'not met' | 'unknown'
  why: Why
  /** Minutes it took, from when it could be seen or was raised. */
  minutes?: number
  count?: number
}

/** What is kept of a drill. It holds everything it says, so that a later script does not change an old record. */
export type Report = {
  script: { id: string; version: number; title: string; route: string }
  minutes: number
  skippedMinutes: number
  lines: ({ id: string; says: string; source: Source; rule?: string } & Found)[]
  counts: { entries: number; sets: number; enteredAway: number }
}

/** Read from the log alone. It counts what was seen; whether somebody is ready is for a person to say. */
export const reportOf = (material: Material): Report => {
  const { script, beganAt, endedAt, events } = material
  const { id, version, title, route } = script
  const made = standingLog(events).filter(({ recordedAt, withdrawn }) => recordedAt >= beganAt && !withdrawn)
  return {
    script: { id, version, title, route },
    minutes: tenths(minutesBetween(beganAt, endedAt)),
    skippedMinutes: tenths(material.skippedMinutes),
    lines: script.expects.map((expected) => {
      const { id, says, source } = expected
      return { id, says, source, ...('rule' in expected ? { rule: expected.rule } : {}), ...find(expected, material) }
    }),
    counts: {
      entries: made.length,
      sets: made.filter(({ kind }) => kind === 'vitals').length,
      enteredAway: made.filter(({ happenedAt }) => isAway(script, minutesBetween(beganAt, happenedAt))).length,
    },
  }
}

const tenths = (minutes: number): number => Math.round(minutes * 10) / 10

const find = (expected: Expected, material: Material): Found => {
  switch (expected.look) {
    case 'set':
      return findSet(expected, material)
    case 'again':
      return findAgain(expected, material)
    case 'taken up':
      return findAct(expected, material, ['acknowledge', 'close'])
    case 'passed on':
      return findAct(expected, material, ['escalate', 'reassign'])
    case 'effect':
    case 'fact':
      return findWritten(expected, material)
    case 'not released':
      return findRelease(expected, material)
    case 'on time':
      return findMissed(expected, material)
  }
}

type Wanted<Look extends Expected['look']> = Extract<Expected, { look: Look }>

/** Done within the time, after it, or not: and not known while the time was not over when the drill ended. */
const timed = (taken: number | undefined, within: number, had: number, otherwise: Why = 'not seen'): Found => {
  if (taken !== undefined && taken <= within) return { result: 'met', why: 'seen', minutes: tenths(taken) }
  if (had < within) return { result: 'unknown', why: 'ended before' }
  if (taken !== undefined) return { result: 'not met', why: 'late', minutes: tenths(taken) }
  return { result: 'not met', why: otherwise }
}

const standing = ({ events }: Material) => standingLog(events)
const at = ({ beganAt }: Material, minutes: number): Instant => addMinutes(beganAt, minutes)
const hadSince = ({ endedAt }: Material, from: Instant): number => minutesBetween(from, endedAt)

/** A reading takes a moment: what was shown up to two minutes before the entry is what was seen too. */
const readingMinutes = 2

const asShown = (material: Material, set: Vitals, of: Wanted<'set'>['of']): 'as shown' | 'other' | 'left out' => {
  const minutes = minutesBetween(material.beganAt, set.happenedAt)
  const shown = [minutes, minutes - readingMinutes].map((when) => shownAt(material.script, when).signs)
  if (of.some((key) => set.data[key] === undefined)) return 'left out'
  const right = shown.some((signs) => of.every((key) => key === 'crisisSymptoms' || set.data[key] === signs[key]))
  return right ? 'as shown' : 'other'
}

type Vitals = ReturnType<typeof setsFrom>[number]
const setsFrom = (material: Material, from: Instant) =>
  entriesOf(standing(material), 'vitals').filter(({ happenedAt }) => happenedAt >= from)

const findSet = ({ from, within, of }: Wanted<'set'>, material: Material): Found => {
  const start = at(material, from)
  const sets = setsFrom(material, start)
  const right = sets.find((set) => asShown(material, set, of) === 'as shown')
  const wrong = sets.some((set) => asShown(material, set, of) === 'other')
  const taken = right && minutesBetween(start, right.happenedAt)
  return timed(taken, within, hadSince(material, start), wrong ? 'other values' : 'not seen')
}

const findAgain = ({ rule, from, within, of }: Wanted<'again'>, material: Material): Found => {
  const raised = raisedBy(material, rule)
  if (!raised) return neverRaised(material, at(material, from), within)
  const whole = setsFrom(material, at(material, from)).filter(({ data }) => of.every((key) => data[key] !== undefined))
  const [first, second] = whole
  if (!first) return timed(undefined, within, hadSince(material, at(material, from)))
  const taken = second && minutesBetween(first.happenedAt, second.happenedAt)
  return timed(taken, within, hadSince(material, first.happenedAt))
}

/** A clinic with stricter limits is told earlier than the script plans; that counts as well. */
const raisedBy = ({ alerts, beganAt }: Material, rule: string): Raised | undefined =>
  alerts.filter(({ ruleId, raisedAt }) => ruleId === rule && raisedAt >= beganAt).toSorted(byTime)[0]
const byTime = (a: Raised, b: Raised): number => a.raisedAt.localeCompare(b.raisedAt)

const neverRaised = (material: Material, from: Instant, within: number): Found =>
  hadSince(material, from) < within
    ? { result: 'unknown', why: 'ended before' }
    : { result: 'not met', why: 'never raised' }

/** What a person did about the alert of a rule. A session handed over after it was raised passes it on too. */
const findAct = (
  { rule, from, raisedWithin, within, look }: Wanted<'taken up' | 'passed on'>,
  material: Material,
  kinds: readonly string[],
): Found => {
  const raised = raisedBy(material, rule)
  if (!raised) return neverRaised(material, at(material, from), raisedWithin)
  const handed = look === 'passed on' ? entriesOf(standing(material), 'handed over') : []
  const acts = [
    ...raised.events.filter(({ kind }) => kinds.includes(kind)).map((event) => event.at),
    ...handed.map(({ happenedAt }) => happenedAt).filter((when) => when >= raised.raisedAt),
  ].toSorted()
  const taken = acts[0] === undefined ? undefined : minutesBetween(raised.raisedAt, acts[0])
  return timed(taken, within, hadSince(material, raised.raisedAt))
}

const findWritten = (expected: Wanted<'effect' | 'fact'>, material: Material): Found => {
  const start = at(material, expected.from)
  const log = standing(material)
  const written =
    expected.look === 'effect'
      ? entriesOf(log, 'side effect').filter(({ data }) => data.effect === expected.effect)
      : entriesOf(log, 'facts').filter(({ data }) => data.facts[expected.fact] === expected.is)
  const first = written.find(({ happenedAt }) => happenedAt >= start)
  return timed(first && minutesBetween(start, first.happenedAt), expected.within, hadSince(material, start))
}

/** Held through the whole time. A release inside it settles the question at once. */
const findRelease = ({ from, until }: Wanted<'not released'>, material: Material): Found => {
  const [start, end] = [at(material, from), at(material, until)]
  const released = entriesOf(standing(material), 'released').find(
    ({ happenedAt }) => happenedAt >= start && happenedAt < end,
  )
  if (released) return { result: 'not met', why: 'released' }
  return material.endedAt >= end ? { result: 'met', why: 'seen' } : { result: 'unknown', why: 'ended before' }
}

/** Every observation due in this time, by the protocol and the log. */
const findMissed = ({ until }: Wanted<'on time'>, material: Material): Found => {
  const end = at(material, until)
  const seen = material.endedAt < end ? material.endedAt : end
  const due = dueIn(material.protocol, sessionFrom(material.events), seen).filter(({ lateAt }) => lateAt <= seen)
  const missed = due.filter(({ state }) => state !== 'done').length
  if (missed > 0) return { result: 'not met', why: 'missed', count: missed }
  if (material.endedAt < end || due.length === 0) return { result: 'unknown', why: 'ended before' }
  return { result: 'met', why: 'seen', count: due.length }
}
