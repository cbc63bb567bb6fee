import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { current, type Row, type Standing } from '../../clinic/records/fact.ts'
import type { FactOf } from '../../clinic/records/kinds.ts'
import type { PatientNow } from '../../clinic/records/patient.ts'
import { findPatient } from '../../clinic/records/queries.ts'
import { listScores } from '../../clinic/responses/queries.ts'
import { type AlertOnChart, listAlertsOnChart } from '../../clinic/safety/queries.ts'
import type { Query } from '../../database/types.ts'
import { dayIn } from '../../science/day-in.ts'
import type { Finding, Route } from '../../science/decide.ts'
import { Day, type Instant } from '../../science/time.ts'
import { consentInForce } from '../consent/queries.ts'
import { findingsFrom } from '../evaluation/basis.ts'
import { listsSeen } from '../evaluation/determination.ts'
import { inForce } from '../evaluation/in-force.ts'
import { findStanding } from '../evaluation/queries.ts'
import { type AdmissionOnRecord, atOnceOf, type UndatedBehavior } from '../outcomes/queries-of-at-once.ts'
import { allSeries, type Series } from '../outcomes/series.ts'
import { type Course, course, stopped } from '../plans/course.ts'
import type { PlanVersion } from '../plans/plan.ts'
import { planInForce } from '../plans/queries.ts'
import { listSessions, type SessionOfPatient } from '../sessions/queries.ts'
import { type Stages, type Step, stepsFrom } from './chart.ts'
import { closerWatch } from './closer-watch.ts'
import { findDeterminedRoute } from './queries-of-route.ts'

type Listed<Content> = { is: 'listed' | 'none known' | 'unknown'; facts: Row<Content>[] }

/** One patient on one page, as each stage says it. */
export type Chart = {
  patient: PatientNow
  /** The plan's, or that of the newest determination. Null: nobody has said one. */
  ownRoute: Route | null
  route: Route
  steps: Step[]
  course: Course | null
  /** The clinic's. */
  today: Day
  plan: PlanVersion | null
  series: Series[]
  /** Of what was given; `mg` is what they had, null where it is not known. */
  doses: { at: Instant; mg: number | null; drug: string; sessionId: string }[]
  sessions: SessionOfPatient[]
  /** Psychiatric admissions that stand in the record. */
  admissions: readonly AdmissionOnRecord[]
  /** Suicidal behavior by C-SSRS, of which no day is known. */
  undated: readonly UndatedBehavior[]
  problems: Listed<FactOf<'problem'>>
  medicines: Listed<FactOf<'medicine'>>
  allergies: Listed<FactOf<'allergy'>>
  /** RL-09, where it is met or not known. */
  closerWatch: Finding | null
  /** Those that are not closed. Whoever reads the answers reads what they raised. */
  alerts: AlertOnChart[]
}

/**
 * Everything on the page, in two messages to the database and nine statements, however long the history. One more asks for
 * the route of somebody who has no plan yet.
 * @returns undefined when there is no such patient
 */
export const readChart = async (q: Query, patientId: string, now: Instant): Promise<Chart | undefined> => {
  const [patient, clinic, plan, sessions, scores, { atOnce, admissions, undated }, alerts] = await Promise.all([
    findPatient(q, patientId),
    findClinic(q),
    planInForce(q, patientId),
    listSessions(q, patientId),
    listScores(q, patientId),
    atOnceOf(q, patientId),
    listAlertsOnChart(q, patientId, now),
  ])
  if (!patient || !clinic) return undefined
  const signed = plan.state === 'none' ? undefined : plan
  const ownRoute = (signed?.plan.route as Route | undefined) ?? (await findDeterminedRoute(q, patientId))
  const route = ownRoute ?? 'im'
  const [standing, consent] = await Promise.all([
    findStanding(q, patientId, route, now),
    consentInForce(q, patientId, route),
  ])
  if (!standing) return undefined
  const { basis, determination, evaluation } = standing
  const sofar =
    signed && course(signed.version, ofPlan(sessions, signed.plan.id, clinic.timeZone), signed.reviews, basis.today)
  const planned = sofar && plan.state === 'stopped' ? stopped(sofar) : sofar
  const stages: Stages = {
    evaluating: evaluation !== undefined,
    today: basis.today,
    determination: inForce(determination, evaluation?.id, findingsFrom(basis, route), listsSeen(basis.lists)),
    consent,
    plan,
    course: planned,
  }
  const doses = sessions
    .flatMap(({ id, route: by, treatedAt: at, receivedMg: mg }) =>
      at === null ? [] : [{ at, mg, drug: drugOf(by), sessionId: id }],
    )
    .sort((a, b) => a.at.localeCompare(b.at))
  return {
    patient,
    ownRoute,
    route,
    steps: stepsFrom(stages),
    course: planned ?? null,
    today: basis.today,
    plan: signed?.version ?? null,
    series: allSeries(scores, { dosedAt: doses.map(({ at }) => at), atOnce }, now, clinic.definitions),
    doses,
    sessions,
    admissions,
    undated,
    problems: listed(basis.lists.problem),
    medicines: listed(basis.lists.medicine),
    allergies: listed(basis.lists.allergy),
    closerWatch: closerWatch(basis, route),
    alerts,
  }
}

const listed = <Content>({ facts, known }: { facts: Standing<Content>[]; known: { is: Listed<Content>['is'] } }) => ({
  is: known.is,
  facts: current(facts),
})

const drugOf = (route: Route): string => (route === 'esketamine' ? 'esketamine' : 'ketamine')

/** A plan's sessions by the clinic's days, from what was read already. One day each: that of the dose, once there is one. */
const ofPlan = (sessions: readonly SessionOfPatient[], planId: string, timeZone: string) =>
  sessions
    .filter((session) => session.planId === planId)
    .map(({ id, bookedFor, dosedAt, treatedAt, endedAt }) => {
      const day = Day.parse(dayIn(timeZone, treatedAt ?? bookedFor))
      const dosedOn = treatedAt === null ? null : day
      return { id, bookedOn: day, dosedOn, ended: endedAt !== null, nothingHad: dosedAt !== null && dosedOn === null }
    })
