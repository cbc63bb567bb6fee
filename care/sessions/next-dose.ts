import { withStaleness } from '../../science/decide.ts'
import { deviceMg } from '../../science/routes/esketamine.ts'
import type { Protocol } from '../../science/routes/protocol.ts'
import { addMinutes, type Day, type Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import type { Dose } from './dose.ts'
import { undecidedDevices } from './gates.ts'
import type { Session } from './session.ts'

/** The number of the next dose of a session. A withdrawn one keeps its number. */
export const nextNumber = ({ log }: Pick<Session, 'log'>): number =>
  Math.max(0, ...log.filter((entry) => entry.kind === 'dose').map(({ data }) => data.number)) + 1

/** The earliest moment for the next device; undefined before the first. */
export const restUntil = (protocol: Protocol, { lastDoseAt }: Session): Instant | undefined => {
  const rest = protocol.limits.deviceRestMinutes
  return rest && lastDoseAt ? addMinutes(lastDoseAt, rest.value) : undefined
}

/**
 * Why the next dose of this route cannot be given at this moment, whatever is in it; undefined when nothing of the way of
 * giving speaks against it. The clearance and its findings are looked at elsewhere.
 */
export const waitsFor = (
  protocol: Protocol,
  session: Session,
  planMg: number,
  { at, today }: { at: Instant; today: Day },
): string | undefined => {
  const { route, limits } = protocol
  const openEnd = session.doses.length > 0 && session.givenAt === undefined
  if (route === 'iv') {
    if (openEnd) return says.stillRunning
    if (!session.lines.some(({ removedAt }) => removedAt === undefined)) return says.noLine
  }
  if (route === 'lozenge' && openEnd) return says.lozengeOpen
  if (route === 'esketamine') {
    if (nextNumber(session) * deviceMg > planMg) return says.noMoreDevices(planMg)
    if (undecidedDevices(session).length > 0) return says.decideFirst
    const until = restUntil(protocol, session)
    const rest = limits.deviceRestMinutes
    if (rest && until && at < until) return withStaleness(says.rest(rest.value), rest.reviewBy < today, rest.reviewBy)
  }
  return undefined
}

/** Whether a device may still be used that day. */
export const expired = (dose: Pick<Dose, 'expiry'>, today: string): boolean =>
  dose.expiry !== undefined && dose.expiry < today
