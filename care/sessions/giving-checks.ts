import { Problem } from '../../clinic/request/problem.ts'
import type { Route } from '../../science/decide.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { type About, overBefore } from './over.ts'
import type { Session } from './session.ts'

/** Two tablets' clocks are never quite the same: an entry this much before what it is about counts as at it. */
const clocksApartMinutes = 1

type Begun = { entry: { happenedAt: Instant } | undefined; missing: string; tooEarly: string }

const withId = <Entry extends { id: string }>(entries: readonly Entry[], id: string) =>
  entries.find((entry) => entry.id === id)

/** What an entry about something earlier names; undefined for entries that stand alone. */
const begunIn = ({ doses, lines, sideEffects }: Session, { kind, data }: About): Begun | undefined => {
  const ofDose = (doseId: string, route: Route): Begun => {
    const entry = withId(doses, doseId)
    if (entry && entry.data.route !== route)
      throw new Problem('invalid', says.notOfRoute, { fields: { 'data.doseId': says.notOfRoute } })
    return { entry, missing: says.noSuchEntry, tooEarly: says.beforeDose }
  }
  const among = (entries: readonly { entry: { id: string; happenedAt: Instant } }[], id: string) =>
    entries.find(({ entry }) => entry.id === id)?.entry
  if (kind === 'infusion changed') return ofDose(data.doseId, 'iv')
  if (kind === 'lozenge ended') return ofDose(data.doseId, 'lozenge')
  if (kind === 'decided' && data.about === 'device') return ofDose(data.doseId, 'esketamine')
  if (kind === 'line removed')
    return { entry: among(lines, data.lineId), missing: says.noSuchEntry, tooEarly: says.endsBefore }
  if (kind === 'side effect ended')
    return { entry: among(sideEffects, data.effectId), missing: says.noSuchEffect, tooEarly: says.endsBefore }
  return undefined
}

/**
 * Whether an entry about something earlier is about something of this session, not before it and not after its end. When
 * it came does not matter: a tablet may send a pause after the stop that followed it.
 * @throws Problem with what is wrong; `at` is the field that holds its time
 */
export const checkBegun = (session: Session, about: About, at = 'happenedAt'): void => {
  const begun = begunIn(session, about)
  if (!begun) return
  if (!begun.entry) throw new Problem('not-found', begun.missing)
  if (about.happenedAt < addMinutes(begun.entry.happenedAt, -clocksApartMinutes))
    throw new Problem('invalid', begun.tooEarly, { fields: { [at]: begun.tooEarly } })
  const over = overBefore(session, about)
  if (over) throw new Problem('invalid', over, { fields: { [at]: over } })
}
