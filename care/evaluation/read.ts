import { Problem } from '../../clinic/request/problem.ts'
import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import { findIntake, listIntakeAnswers } from '../intake/queries.ts'
import { itemsOf } from '../intake/standing.ts'
import { acrossRoutes } from './across.ts'
import { findingsOfRoutes } from './basis.ts'
import { contradictionsIn } from './contradictions.ts'
import { listsSeen } from './determination.ts'
import { inForce, statesOf } from './in-force.ts'
import {
  findStanding,
  hasAnotherPrescriber,
  listAnswers,
  listDeterminations,
  listNewestDeterminations,
  listResponses,
} from './queries.ts'
import type { Reported } from './reported.ts'
import { reportedContradictions } from './reported-contradictions.ts'

/** Refuses to write into an evaluation that is not this patient's or is closed. */
export const openEvaluation = async (q: Query, patientId: string, evaluationId: string): Promise<void> => {
  const found = await q.maybe<{ closed: boolean }>(sql`
    select closed_at is not null as closed from evaluation where id = ${evaluationId} and patient_id = ${patientId}`)
  if (!found) throw new Problem('not-found', says.noSuchEvaluation)
  if (found.closed) throw new Problem('conflict', says.closedStays)
}

export type EvaluationAnswer = Awaited<ReturnType<typeof evaluationFor>>

/** What the patient told on the phone, beside the questions. It answers none of them. */
const reportedBy = async (q: Query, patientId: string): Promise<Reported | null> => {
  const intake = await findIntake(q, patientId)
  if (!intake) return null
  const { askedAt, doneAt } = intake
  return { askedAt, doneAt, items: itemsOf(await listIntakeAnswers(q, intake.id)) }
}

/** Everything the evaluation screens show: the answers and their history, the findings, and the determination. */
export const evaluationFor = async (q: Query, patientId: string, route: Route, now: Instant, actorId: string) => {
  const found = await findStanding(q, patientId, route, now)
  if (!found) throw new Problem('not-found', says.noSuchPatient)
  const { evaluation, basis, determination } = found
  const all = findingsOfRoutes(basis)
  const findings = all[route]
  const [history, responses, determinations, newest, anotherPrescriber, reported] = await Promise.all([
    evaluation ? listAnswers(q, evaluation.id) : [],
    evaluation ? listResponses(q, evaluation.id) : [],
    listDeterminations(q, patientId, route),
    listNewestDeterminations(q, patientId),
    hasAnotherPrescriber(q, actorId),
    reportedBy(q, patientId),
  ])
  const lists = listsSeen(basis.lists)
  return {
    route,
    today: basis.today,
    evaluation: evaluation ?? null,
    answers: basis.answers,
    reported,
    history,
    responses,
    findings,
    /** Every rule that is met or unknown for any route, and what each route's determination is worth now. */
    across: acrossRoutes(all, route),
    states: statesOf(newest, evaluation?.id, all, lists),
    medicines: basis.lists.medicine,
    problems: basis.lists.problem,
    entries: basis.entries,
    contradictions: [...contradictionsIn(basis), ...reportedContradictions(reported, basis)],
    standing: inForce(determination, evaluation?.id, findings, lists),
    determinations,
    /** Whether somebody else here could confirm what this person determines. */
    anotherPrescriber,
  }
}
