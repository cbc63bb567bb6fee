import { isDeepStrictEqual } from 'node:util'
import type { By } from '../../clinic/records/changes.ts'
import { beaten, sameIdOtherContent } from '../../clinic/records/conflict.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import type { AnswerValue } from './basis.ts'
import type { Decided, DeterminationSent, ListsSeen } from './determination.ts'
import type { Asked } from './questions.ts'

/** Starts the evaluation of an episode; when one is open already, that one is the answer. */
export const startEvaluation = async (tx: Tx, patientId: string, id: string, { actorId, now }: By): Promise<string> => {
  await tx.run(sql`
    insert into evaluation (clinic_id, id, patient_id, started_at, started_by)
    values (evenkeel_clinic(), ${id}, ${patientId}, ${now}, ${actorId}) on conflict do nothing`)
  const open = await tx.maybe<{ id: string }>(sql`
    select id from evaluation where patient_id = ${patientId} and closed_at is null`)
  if (!open) throw new Problem('conflict', says.closedStartNew)
  return open.id
}

/** Ends the episode. What was recorded stays; what comes next starts with everything unknown. */
export const closeEvaluation = async (
  tx: Tx,
  evaluationId: string,
  reason: string,
  { actorId, now }: By,
): Promise<void> => {
  const closed = await tx.run(sql`
    update evaluation set closed_at = ${now}, closed_by = ${actorId}, close_reason = ${reason}
    where id = ${evaluationId} and closed_at is null`)
  if (closed === 0) throw new Problem('conflict', says.closedAlready)
}

export type NewAnswer = { id: string; key: Asked; value: AnswerValue; confirmed: boolean; corrects: string | null }
type StoredAnswer = { id: string; key: string; value: AnswerValue; corrects: string | null; by: string; at: Instant }

/**
 * Appends one answer. `corrects` is the answer that the person saw; when another has taken its place in the meantime,
 * they are told whose.
 */
export const saveAnswer = async (
  tx: Tx,
  evaluationId: string,
  answer: NewAnswer,
  { actorId, now }: By,
): Promise<void> => {
  const { id, key, value, confirmed, corrects } = answer
  const added = await tx.run(sql`
    insert into evaluation_fact (clinic_id, id, evaluation_id, key, value, confirmed, corrects, recorded_at, recorded_by)
    values (evenkeel_clinic(), ${id}, ${evaluationId}, ${key}, ${sql.json(value)}::jsonb, ${confirmed}, ${corrects}, ${now}, ${actorId})
    on conflict do nothing`)
  if (added === 1) return
  const there = await tx.all<StoredAnswer>(sql`
    select f.id, f.key, f.value, f.corrects, s.name as by, f.recorded_at as at
    from evaluation_fact f join staff s on s.clinic_id = f.clinic_id and s.id = f.recorded_by
    where f.id = ${id} or (f.evaluation_id = ${evaluationId} and f.key = ${key}
      and f.corrects is not distinct from ${corrects}::uuid)`)
  const same = there.find((row) => row.id === id)
  if (same && same.key === key && same.corrects === corrects && isDeepStrictEqual(same.value, value)) return
  const [first] = there
  if (same || !first) throw sameIdOtherContent()
  throw beaten('this answer', first)
}

export type NewDetermination = Omit<DeterminationSent, 'seen'> & {
  patientId: string
  findings: Decided[]
  lists: ListsSeen
  needsConfirmation: boolean
}

/** Appends a determination in place of the one the prescriber saw. Of two at once the first wins. */
export const saveDetermination = async (tx: Tx, made: NewDetermination, { actorId, now }: By): Promise<void> => {
  const added = await tx.run(sql`
    insert into determination (clinic_id, id, patient_id, evaluation_id, route, outcome, reasons, findings, addressed,
                               lists, needs_confirmation, replaces, reevaluate_by, decided_at, decided_by)
    values (evenkeel_clinic(), ${made.id}, ${made.patientId}, ${made.evaluationId}, ${made.route}, ${made.outcome},
            ${made.reasons}, ${sql.json(made.findings)}::jsonb, ${sql.json(made.addressed)}::jsonb,
            ${sql.json(made.lists)}::jsonb, ${made.needsConfirmation}, ${made.replaces}, ${made.reevaluateBy}, ${now}, ${actorId})
    on conflict do nothing`)
  if (added === 1) return
  const there = await tx.all<{
    id: string
    reasons: string
    outcome: string
    byId: string
    by: string
    at: Instant
  }>(sql`
    select d.id, d.reasons, d.outcome, d.decided_by as "byId", s.name as by, d.decided_at as at
    from determination d join staff s on s.clinic_id = d.clinic_id and s.id = d.decided_by
    where d.id = ${made.id} or (d.patient_id = ${made.patientId} and d.route = ${made.route}
      and d.replaces is not distinct from ${made.replaces}::uuid)`)
  const same = there.find((row) => row.id === made.id)
  if (same && same.byId === actorId && same.reasons === made.reasons && same.outcome === made.outcome) return
  const [first] = there
  if (same || !first) throw sameIdOtherContent()
  throw new Problem('conflict', says.determinedMeanwhile(first.by, first.outcome), { first })
}

export type NewConfirmation = {
  id: string
  determinationId: string
  answer: string
  reason: string
  bySamePerson: boolean
}

export const saveConfirmation = async (tx: Tx, made: NewConfirmation, { actorId, now }: By): Promise<void> => {
  const added = await tx.run(sql`
    insert into determination_confirmation (clinic_id, id, determination_id, answer, reason, by_same_person, confirmed_at, confirmed_by)
    values (evenkeel_clinic(), ${made.id}, ${made.determinationId}, ${made.answer}, ${made.reason}, ${made.bySamePerson}, ${now}, ${actorId})
    on conflict do nothing`)
  if (added === 1) return
  const first = await tx.maybe<{ id: string; reason: string; answer: string; by: string; at: Instant }>(sql`
    select k.id, k.reason, k.answer, s.name as by, k.confirmed_at as at
    from determination_confirmation k join staff s on s.clinic_id = k.clinic_id and s.id = k.confirmed_by
    where k.determination_id = ${made.determinationId}`)
  if (!first) throw sameIdOtherContent()
  if (first.id === made.id && first.reason === made.reason && first.answer === made.answer) return
  throw beaten('this confirmation', first)
}
