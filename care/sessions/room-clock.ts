import { infusionAt } from '../../science/routes/infusion.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { pumpChangesOf } from './given.ts'
import type { Session } from './session.ts'

/** What the clock of a room counts from, in the words of `sessionWords.since`. */
export type RoomClock = { since: Instant; from: 'dose' | 'infusionStart' | 'infusionEnd' }

/**
 * A clock counts from where the observations and the stay do (`due.ts`): from the dose, or, where it goes in over time,
 * from its start and then from its end. "17 min since dose" beside a pump that was stopped a minute ago said neither.
 */
export const roomClockOf = ({
  doses,
  lastDoseAt,
  givenAt,
}: Pick<Session, 'doses' | 'lastDoseAt' | 'givenAt'>): RoomClock | undefined => {
  if (lastDoseAt === undefined) return undefined
  if (doses.at(-1)?.data.route !== 'iv') return { since: lastDoseAt, from: 'dose' }
  return givenAt === undefined ? { since: lastDoseAt, from: 'infusionStart' } : { since: givenAt, from: 'infusionEnd' }
}

/** An infusion whose end nobody has recorded: whether it stands, and when by the entries its volume is or was in. */
export type OpenInfusion = { paused: boolean; runsOutAt: Instant | null }

export const openInfusionOf = (
  { doses, pump, ended }: Pick<Session, 'doses' | 'pump' | 'ended'>,
  now: Instant,
): OpenInfusion | undefined => {
  if (ended) return undefined
  for (const { id, data, happenedAt } of doses.toReversed()) {
    if (data.route !== 'iv') continue
    const changes = pumpChangesOf(pump, id)
    const { state } = infusionAt(data, happenedAt, changes, now)
    if (state === 'stopped') continue
    // As long as nobody touches it. The slowest that a pump is set to is through its bag long before so many minutes.
    const { ranOutAt = null } = infusionAt(data, happenedAt, changes, addMinutes(now, 60 * 24 * 30))
    return { paused: state === 'paused', runsOutAt: ranOutAt }
  }
  return undefined
}
