import { answer } from '../../../science/codes/code.ts'
import { codeLicences, codesVersion } from '../../../science/codes/codes.ts'
import { type Drug, medicineOf } from '../../../science/codes/given.ts'
import type { Route } from '../../../science/decide.ts'
import type { Instant } from '../../../science/time.ts'
import type { Session } from '../session.ts'
import { administrationsOf, type Lots, routeOf } from './administrations.ts'
import type { CodedFacts, CodedPlan, Period } from './fact.ts'
import { type By, observationsOf } from './observations.ts'
import { measured } from './thing.ts'

type Planned = { versionId: string; drug: Drug; route: Route; doseMg: number }

/** What the log does not hold: whose session it is, names, the plans it was given under, and the lots of the ledger. */
export type CodedContext = {
  sessionId: string
  patientId: string
  people: Readonly<Record<string, string>>
  /** Every version of the plan that something was given under, and the one it was booked under. */
  plans: readonly Planned[]
  bookedUnder: string
  lots: Lots
  /** Up to when, while it is going on; a session that has ended is read up to its end. */
  now: Instant
}

/**
 * What a session recorded, with a code and a unit for each. Pure: the same entries in any order, any of them twice, give
 * the same facts. Corrected values stand as amended with what they were beside them, withdrawn ones as entered in error;
 * what is not known says so, and what nobody asked is not there.
 */
export const codedFacts = (session: Session, context: CodedContext): CodedFacts => {
  const { sessionId, patientId, people, lots, now, bookedUnder } = context
  const by: By = (id) => ({ reference: `Practitioner/${id}`, display: people[id] })
  const plans = context.plans.map(planOf)
  const until = session.ended?.happenedAt ?? now
  const booked = plans.find(({ id }) => id === bookedUnder)
  return {
    format: 'evenkeel session facts 1',
    codes: { version: codesVersion, licences: codeLicences },
    subject: { reference: `Patient/${patientId}` },
    encounter: encounterOf(session, sessionId),
    plans,
    observations: observationsOf(session, by),
    administrations: administrationsOf(session, { until, by, lots, booked }),
  }
}

const planOf = ({ versionId: id, drug, route, doseMg }: Planned): CodedPlan => ({
  id,
  medicationCodeableConcept: medicineOf(drug, route),
  dosageInstruction: { route: routeOf(route), doseQuantity: measured('planned-dose', doseMg) },
})

const statuses = {
  booked: 'planned',
  arrived: 'arrived',
  cleared: 'in-progress',
  dosed: 'in-progress',
  observing: 'in-progress',
  released: 'finished',
  stopped: 'finished',
  cancelled: 'cancelled',
  'no-show': 'cancelled',
} as const satisfies Record<Session['phase'], CodedFacts['encounter']['status']>

const encounterOf = ({ phase, arrivedAt, ended }: Session, id: string): CodedFacts['encounter'] => {
  const period: Period | undefined = arrivedAt && {
    start: arrivedAt,
    ...(ended ? { end: ended.happenedAt } : {}),
  }
  return {
    id,
    status: statuses[phase],
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    ...(period ? { period } : {}),
    ...(ended ? { ended: answer('session-ended', ended.kind === 'stopped' ? ended.data.as : ended.kind) } : {}),
  }
}
