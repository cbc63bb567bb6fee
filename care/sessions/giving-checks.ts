import { Problem } from '../../clinic/request/problem.ts'
import type { Route } from '../../science/decide.ts'
import { addMinutes } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import type { NewEvent } from './changes.ts'
import type { Session } from './session.ts'

/** Two tablets' clocks are never quite the same: a change this much before its dose counts as at it. */
const clocksApartMinutes = 1

/** What an entry about a dose names, and by which route that was given. */
const named = (event: NewEvent): { doseId: string; route: Route } | undefined => {
  if (event.kind === 'infusion changed') return { doseId: event.data.doseId, route: 'iv' }
  if (event.kind === 'lozenge ended') return { doseId: event.data.doseId, route: 'lozenge' }
  if (event.kind === 'decided' && event.data.about === 'device')
    return { doseId: event.data.doseId, route: 'esketamine' }
  return undefined
}

/**
 * Whether an entry about what was given is about something of this session. When it came does not matter: a tablet may
 * send a pause after the stop that followed it.
 * @throws Problem with what is wrong
 */
export const checkGiving = (session: Session, event: NewEvent, prescriber: boolean): void => {
  if (event.kind === 'decided' && !prescriber) throw new Problem('not-allowed', says.onlyPrescriberDecides)
  if (event.kind === 'line removed' && !session.lines.some(({ entry }) => entry.id === event.data.lineId))
    throw new Problem('not-found', says.noSuchEntry)
  const about = named(event)
  if (!about) return
  const dose = session.doses.find(({ id }) => id === about.doseId)
  if (!dose) throw new Problem('not-found', says.noSuchEntry)
  if (dose.data.route !== about.route)
    throw new Problem('invalid', says.notOfRoute, { fields: { 'data.doseId': says.notOfRoute } })
  if (event.happenedAt < addMinutes(dose.happenedAt, -clocksApartMinutes))
    throw new Problem('invalid', says.beforeDose, { fields: { happenedAt: says.beforeDose } })
}
