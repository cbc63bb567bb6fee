import { z } from 'zod'
import { type By, saveChange, saveNoneKnown } from '../../clinic/records/changes.ts'
import { beaten, sameIdOtherContent } from '../../clinic/records/conflict.ts'
import { current, standing } from '../../clinic/records/fact.ts'
import { type FactOf, impossibleDates } from '../../clinic/records/kinds.ts'
import { daysOf, listRows } from '../../clinic/records/queries.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import { says as recordsSay } from '../../web/words/en/says/records.ts'
import { findIntake, listIntakeAnswers } from '../intake/queries.ts'
import { type Answer, type Became, itemsOf } from '../intake/standing.ts'
import { saveEntry } from './changes-of-entries.ts'
import { answerTo } from './questions.ts'
import { record } from './record-answers.ts'
import { type Becomes, becomes, entrySchemas } from './reported.ts'

/**
 * A clinician goes through one answer of the patient. `as said`: it becomes what the patient's words mean; `own`: what
 * the clinician says instead, in `value` (an answer) or `fact` (an entry); `talked about`: nothing is recorded from it.
 */
export const ReportedConfirmed = z.object({
  id: z.uuid(),
  evaluationId: z.uuid(),
  answerId: z.uuid(),
  how: z.enum(['as said', 'own', 'talked about']),
  /** The id of what it becomes, and the answer of the evaluation that it replaces. */
  becameId: z.uuid(),
  corrects: z.uuid().nullable().default(null),
  value: z.unknown().optional(),
  fact: z.record(z.string(), z.unknown()).optional(),
})
export type ReportedConfirmed = z.infer<typeof ReportedConfirmed>

/** In an open evaluation of this patient, which the caller has checked. */
export const confirmReported = async (tx: Tx, patientId: string, sent: ReportedConfirmed, by: By): Promise<void> => {
  const answer = await newest(tx, patientId, sent.answerId)
  const meant = sent.how === 'talked about' ? ({ as: 'talked about' } as const) : becomes(answer)
  const became = becameOf(meant)
  const becameId = became === 'talked about' ? null : sent.becameId
  const added = await tx.run(sql`
    insert into intake_confirmation (clinic_id, id, intake_id, answer_id, evaluation_id, became, became_id, changed,
                                     confirmed_at, confirmed_by)
    select evenkeel_clinic(), ${sent.id}::uuid, a.intake_id, a.id, ${sent.evaluationId}::uuid, ${became}::text,
           ${becameId}::uuid, ${sent.how === 'own'}::boolean, ${by.now}::timestamptz, ${by.actorId}::uuid
    from intake_answer a where a.id = ${answer.id}
    on conflict do nothing`)
  if (added === 0) return checkSame(tx, sent, became, becameId)
  await become(tx, patientId, sent, meant, by)
}

/** The answer, if it is the newest to its question. What was said since must be seen first. */
const newest = async (tx: Tx, patientId: string, answerId: string): Promise<Answer> => {
  const intake = await findIntake(tx, patientId)
  const items = intake ? itemsOf(await listIntakeAnswers(tx, intake.id)) : []
  const item = items.find(({ now, before }) => [now, ...before].some(({ id }) => id === answerId))
  if (!item) throw new Problem('not-found', says.noSuchReport)
  if (item.now.id !== answerId) throw new Problem('conflict', says.answeredAgain)
  return item.now
}

const becameOf = (meant: Becomes): Became => (meant.as === 'entry' ? meant.kind : meant.as)

const checkSame = async (tx: Tx, sent: ReportedConfirmed, became: Became, becameId: string | null): Promise<void> => {
  const there = await tx.maybe<{ id: string; same: boolean; by: string; at: Instant }>(sql`
    select c.id, c.became = ${became} and c.became_id is not distinct from ${becameId}::uuid
             and c.changed = ${sent.how === 'own'} as same, s.name as by, c.confirmed_at as at
    from intake_confirmation c join staff s on s.clinic_id = c.clinic_id and s.id = c.confirmed_by
    where c.answer_id = ${sent.answerId}`)
  if (!there) throw sameIdOtherContent()
  if (there.id !== sent.id) throw beaten(says.thisReport, there)
  if (!there.same) throw sameIdOtherContent()
}

const become = async (tx: Tx, patientId: string, sent: ReportedConfirmed, meant: Becomes, by: By): Promise<void> => {
  switch (meant.as) {
    case 'talked about':
      if (sent.how === 'own') throw new Problem('invalid', says.onlyTalked)
      return
    case 'answer': {
      const own =
        sent.how === 'own' ? answerTo(meant.key).safeParse(sent.value) : { success: true as const, data: meant.value }
      if (!own.success) throw new Problem('invalid', own.error.issues[0]?.message ?? says.noAnswer)
      const { becameId: id, corrects } = sent
      return record(tx, sent.evaluationId, [{ id, key: meant.key, value: own.data, confirmed: false, corrects }], by)
    }
    case 'none known': {
      if (sent.how === 'own') throw new Problem('invalid', says.onlyTalked)
      if (current(standing(await listRows(tx, meant.about, patientId))).length > 0)
        throw new Problem('conflict', recordsSay.listNotEmpty)
      return saveNoneKnown(tx, patientId, { id: sent.becameId, about: meant.about }, by)
    }
    case 'entry': {
      const { kind } = meant
      const typed = sent.how === 'own' ? sent.fact : meant.fact
      const parsed = entrySchemas[kind].safeParse(typed ?? {})
      if (!parsed.success) throw new Problem('invalid', says.entryNotWhole, { fields: fieldsOf(parsed.error) })
      const { becameId: id, evaluationId } = sent
      const recorded = { change: 'recorded', id } as const
      if (kind === 'trial') return saveEntry(tx, evaluationId, { ...recorded, kind, content: parsed.data }, by)
      const fact = parsed.data as FactOf<typeof kind>
      const fields = impossibleDates(fact, await daysOf(tx, patientId, by.now))
      if (Object.keys(fields).length > 0) {
        throw new Problem('invalid', recordsSay.someDateImpossible, { fields: under(fields) })
      }
      return saveChange(tx, kind, patientId, { ...recorded, fact }, by)
    }
  }
}

const under = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([key, why]) => [`fact.${key}`, why]))

const fieldsOf = (error: z.ZodError): Record<string, string> =>
  under(Object.fromEntries(error.issues.map(({ path, message }) => [path.join('.'), message])))
