import type { Protocol } from '../../../science/routes/protocol.ts'
import type { Instant } from '../../../science/time.ts'
import { noteWords as words } from '../../../web/words/en/notes.ts'
import { dueIn } from '../due.ts'
import type { Session } from '../session.ts'

/** Observations that were due before the end and were not made, or not whole. */
export const nextDueMissed = (
  session: Session,
  protocol: Protocol | undefined,
  time: (at: Instant) => string,
): string[] => {
  const { ended } = session
  if (!protocol || !ended) return []
  return dueIn(protocol, session, ended.happenedAt)
    .filter(({ state }) => state === 'missed')
    .map(({ dueAt, missing }) => words.due(time(dueAt), missing.map((kind) => words.observed[kind]).join(', ')))
}
