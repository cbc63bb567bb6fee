import type { Finding } from '../../science/decide.ts'
import { houseNumbers } from '../../science/house.ts'
import { beforeDose, beforeDoseRules } from '../../science/routes/before-dose.ts'
import type { Protocol } from '../../science/routes/protocol.ts'
import { alertsFrom } from '../../science/routes/vitals.ts'
import type { Day } from '../../science/time.ts'
import type { Session } from './session.ts'
import { factsOf, type Vitals } from './vitals.ts'

/** What one set of observations raises: the rules it meets. What it does not tell stays unknown and raises nothing. */
export const raisedBy = (
  protocol: Protocol,
  set: Vitals,
  session: Pick<Session, 'baseline' | 'lastDoseAt'>,
  today: Day,
): Finding[] => {
  const { systolic, spo2 } = session.baseline
  const afterDose = session.lastDoseAt !== undefined
  const baseline = afterDose ? { systolic: systolic?.value, spo2: spo2?.value } : {}
  return alertsFrom(protocol, factsOf(set), baseline, { today }).filter(
    // Before a dose, the gate speaks about high pressure and the rest; only an emergency cannot wait for it.
    ({ answer, severity }) => answer === 'met' && (afterDose || severity === 'emergency'),
  )
}

/**
 * What a set before the dose meets of the rules that hold one: somebody owns it until a prescriber has decided, and the
 * gate holds meanwhile. Not shown as an alarm: nothing has been given.
 */
export const heldBy = (protocol: Protocol, set: Vitals, today: Day): Finding[] =>
  beforeDose(protocol, factsOf(set), { today }).filter(
    ({ answer, section, severity }) => answer === 'met' && section === 'Vital signs' && severity !== 'emergency',
  )

/** The rules of blood pressure, pulse, SpO2, breathing and alertness that hold a dose; a prescriber's decision settles them. */
export const gateRules = (protocol: Protocol): string[] =>
  beforeDoseRules(protocol.limits)
    .filter(({ section, severity }) => section === 'Vital signs' && severity !== 'emergency')
    .map(({ id }) => id)

/**
 * What the newest of each reading still shows, worst first: the words on the screen and on the board. A reading that the
 * newest set leaves out was not taken then; the one before it stands until somebody takes it again.
 */
export const showing = (protocol: Protocol, session: Session, today: Day): Finding[] => {
  if (session.vitals.length === 0 || session.ended) return []
  const newest: Vitals = Object.assign({}, ...session.vitals.map(({ data }) => factsOf(data)))
  return raisedBy(protocol, newest, session, today).toSorted((a, b) => weight(b) - weight(a))
}

const weight = ({ severity }: Finding): number => (severity === 'emergency' ? 1 : 0)

/** Minutes in which somebody acknowledges. */
export const answerWithin = {
  urgent: houseNumbers.roomUrgentMinutes.value,
  high: houseNumbers.roomHighMinutes.value,
} as const
export const levelOf = ({ severity }: Finding): keyof typeof answerWithin =>
  severity === 'emergency' ? 'urgent' : 'high'
