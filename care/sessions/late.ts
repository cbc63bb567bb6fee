import { esketamineRedLines } from '../../science/criteria/esketamine.ts'
import { decide, withStaleness } from '../../science/decide.ts'
import type { ObservationKind, Protocol } from '../../science/routes/protocol.ts'
import type { Source } from '../../science/sources.ts'
import { addMinutes, type Day, type Instant, minutesBetween } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { dueIn } from './due.ts'
import { around40, pressureAt40 } from './gates.ts'
import type { Entry } from './log.ts'
import type { Session } from './session.ts'
import { observedIn } from './vitals.ts'

/** Rules that speak because nothing happened: an observation was not recorded in time, or no pressure at 40 minutes. */
export const lateRules = { observation: 'SB-5', pressureAt40: 'RL-20' } as const
export type LateRule = (typeof lateRules)[keyof typeof lateRules]

/** What was not recorded in time. The same thing keeps its rule and `dueAt`. */
export type Late = {
  rule: LateRule
  dueAt: Instant
  missing: readonly ObservationKind[]
  says: string
  source: Source
}

/** Who made up for it, when, and in what words; what an alert is closed with. */
export type MadeUp = { by: string; words: string }

/** What is late at this moment and was not made up for since. At most one observation, the newest: one visit serves all. */
export const lateIn = (protocol: Protocol, session: Session, { now, today }: { now: Instant; today: Day }): Late[] => {
  if (session.ended) return []
  const found: Late[] = []
  const observation = dueIn(protocol, session, now)
    .filter(({ state, lateAt }) => state !== 'done' && now > lateAt)
    .findLast((one) => madeUp(protocol, session, { ...one, rule: lateRules.observation }) === undefined)
  if (observation) {
    const { dueAt, missing } = observation
    const { value, source, ...limit } = protocol.limits.lateAfterMinutes
    const reviewBy = limit.reviewBy < observation.reviewBy ? limit.reviewBy : observation.reviewBy
    const sentence = withStaleness(says.late(missing, value), reviewBy < today, reviewBy)
    found.push({ rule: lateRules.observation, dueAt, missing, says: sentence, source })
  }
  const { lastDoseAt, decisions } = session
  if (lastDoseAt === undefined) return found
  const facts = { minutesSinceDose: minutesBetween(lastDoseAt, now), pressureRecordedAt40: pressureAt40(session) }
  const line = decide(esketamineRedLines, facts, { route: protocol.route, today }).find(
    ({ rule, answer }) => rule === lateRules.pressureAt40 && answer === 'met',
  )
  if (line && !decisions.some(({ data }) => data.about === 'pressure at 40 minutes')) {
    const { says, source } = line
    const dueAt = addMinutes(lastDoseAt, around40.to)
    found.push({ rule: lateRules.pressureAt40, dueAt, missing: ['bloodPressure'], says, source })
  }
  return found.filter((late) => madeUp(protocol, session, late) === undefined)
}

/**
 * Until when nothing further can be late in this session, whatever else is observed: a set makes up for something, or asks
 * for the next pressure so many minutes later. Any other entry, a correction say, may change that. Undefined: not known,
 * so it has to be looked at.
 */
export const nothingLateUntil = (protocol: Protocol, session: Session, now: Instant): Instant | undefined => {
  const moments = dueIn(protocol, session, now).map(({ lateAt }) => lateAt)
  if (session.lastDoseAt !== undefined) moments.push(addMinutes(session.lastDoseAt, around40.to))
  const next = moments.filter((moment) => moment >= now).toSorted()[0]
  const again = addMinutes(now, protocol.limits.highRepeatMinutes.value)
  return next === undefined || next < again ? next : again
}

/** The entry that made up for it: everything that was missing was recorded after all, or a prescriber decided. */
export const madeUp = (
  protocol: Protocol,
  session: Session,
  { rule, dueAt, missing }: Pick<Late, 'rule' | 'dueAt' | 'missing'>,
): MadeUp | undefined => {
  if (rule === lateRules.pressureAt40) {
    const decided = session.decisions.find(({ data }) => data.about === 'pressure at 40 minutes')
    if (decided) return { by: decided.recordedBy, words: says.lateDecided }
    const measured = session.vitals.find((set) => pressureAt40({ ...session, vitals: [set] }))
    return measured && { by: measured.recordedBy, words: says.pressureRecorded }
  }
  const from = addMinutes(dueAt, -protocol.limits.earlyByMinutes.value)
  const last = completing(
    missing,
    session.vitals.filter(({ happenedAt }) => happenedAt >= from),
  )
  if (!last) return undefined
  const after = Math.round(minutesBetween(dueAt, last.happenedAt))
  return { by: last.recordedBy, words: says.lateRecorded(Math.max(0, after)) }
}

/** The set with which everything asked for has been seen. */
const completing = (
  missing: readonly ObservationKind[],
  sets: readonly Entry<'vitals'>[],
): Entry<'vitals'> | undefined => {
  const seen = new Set<ObservationKind>()
  return sets.find(({ data }) => {
    for (const kind of observedIn(data)) seen.add(kind)
    return missing.every((kind) => seen.has(kind))
  })
}
