import { type Instant, minutesBetween } from '../../../science/time.ts'
import { noteWords as words } from '../../../web/words/en/notes.ts'
import { type Given, givenIn } from '../given.ts'
import type { Entry } from '../log.ts'
import type { Session } from '../session.ts'

type Say = (entry: Entry) => string
type Time = (at: Instant) => string

/** Everything about what was given, in order, each dose followed by what became of it. */
export const givenLines = (session: Session, say: Say, time: Time): string[] => {
  const { doses, lines, pump, lozengeEnds, decisions, log } = session
  const shown = new Set<string>(
    [...doses, ...lines.map(({ entry }) => entry), ...pump, ...lozengeEnds, ...decisions].map(({ id }) => id),
  )
  const entries = log.filter(({ id, kind, withdrawn }) => shown.has(id) || (kind === 'line removed' && !withdrawn))
  const sums = session.ended ? givenIn(session, session.ended.happenedAt).map((given) => sumOf(given, time)) : []
  return [
    ...entries.map((entry) => (entry.kind === 'dose' ? doseLine(entry, say) : say(entry))),
    ...sums.filter(Boolean),
  ]
}

const doseLine = (entry: Entry<'dose'>, say: Say): string => {
  const reasons = entry.data.answers.map(({ rule, reason }) => `${rule}: ${reason}`)
  return reasons.length > 0 ? `${say(entry)}${words.heldAtDose(reasons.join(' '))}` : say(entry)
}

/** What became of a dose that goes in over time, in one line; empty for the others. */
const sumOf = ({ entry, infusion, lozengeEnd }: Given, time: Time): string => {
  const { data, happenedAt } = entry
  if (infusion) {
    const { state, deliveredMg, deliveredMl, stoppedAt } = infusion
    const end = stoppedAt ? words.stoppedAt(time(stoppedAt)) : words.noInfusionEnd(state)
    return words.infused(data.number, `${deliveredMg} mg (${deliveredMl} mL)`, data.mg, end)
  }
  if (data.route !== 'lozenge') return ''
  if (!lozengeEnd) return words.lozengeUnknown(data.number)
  return words.lozengeHeld(data.number, Math.round(minutesBetween(happenedAt, lozengeEnd.happenedAt)))
}
