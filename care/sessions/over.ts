import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import type { DataOf, Kind } from './event.ts'
import type { Entry } from './log.ts'
import type { Session } from './session.ts'

type OfKind<K extends Kind> = { kind: K; id?: string; happenedAt: Instant; data: DataOf<K> }
export type About = { [K in Kind]: OfKind<K> }[Kind]

/**
 * Why an entry cannot count: by the log what it is about was over by then. What happened before the end is taken
 * whenever it comes, an earlier end too; the earliest counts. PostgreSQL refuses the same (0070).
 */
export const overBefore = ({ log }: Pick<Session, 'log'>, about: About): string | undefined => {
  const thing = thingOf(about)
  if (thing === undefined) return undefined
  const end = log
    .filter((entry) => !entry.withdrawn && entry.id !== about.id && entry.kind === about.kind)
    .find((entry) => ends(entry) && thingOf(entry) === thing)
  if (!end) return undefined
  if (ends(about)) return about.happenedAt >= end.happenedAt ? says.endedAlready : undefined
  return about.happenedAt > end.happenedAt ? says.afterPumpStop : undefined
}

/** The stop of an infusion's pump that counts: the earliest. */
export const stopOf = ({ pump }: Pick<Session, 'pump'>, doseId: string): Entry<'infusion changed'> | undefined =>
  pump.find((one) => one.data.doseId === doseId && ends(one))

/** What is on record of an infusion's pump after its stop: it came before the stop did, and counts for nothing. */
export const pumpAfterStop = ({ pump }: Pick<Session, 'pump'>, doseId: string): Entry<'infusion changed'>[] => {
  const stop = stopOf({ pump }, doseId)
  return stop
    ? pump.filter((one) => one.data.doseId === doseId && one.id !== stop.id && one.happenedAt > stop.happenedAt)
    : []
}

const thingOf = (about: About): string | undefined => {
  if (about.kind === 'infusion changed' || about.kind === 'lozenge ended') return about.data.doseId
  if (about.kind === 'line removed') return about.data.lineId
  return about.kind === 'side effect ended' ? about.data.effectId : undefined
}

/** All of these kinds are ends, but for what is done to a pump that goes on. */
const ends = (about: About): boolean => about.kind !== 'infusion changed' || about.data.what === 'stopped'
