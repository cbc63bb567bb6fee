import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/responses.ts'
import { beaten } from '../records/conflict.ts'
import { Problem } from '../request/problem.ts'
import { findEnded } from './queries.ts'
import { lookForRises } from './rises.ts'

export type TakenBack = {
  /** Made on the device. */
  id: string
  patientId: string
  responseId: string
  why: string
  by: string
  now: Instant
}

/** What was taken back. `stored` is false when the same was sent before. */
export type Was = { instrument: string; answeredAt: Instant; stored: boolean }

/**
 * Says that answers are not this patient's, or were entered by mistake: they stay as they are and count nowhere any
 * more. What they raised stays open, for somebody to close; what they hid is raised.
 * @throws Problem not-found for answers that are not this patient's; conflict when somebody corrected them or took them back first
 */
export const takeBack = async (tx: Tx, { id, patientId, responseId, why, by, now }: TakenBack): Promise<Was> => {
  const was = await tx.maybe<Omit<Was, 'stored'>>(sql`
    select instrument, answered_at as "answeredAt" from response
    where id = ${responseId} and patient_id = ${patientId} and not takes_back`)
  if (!was) throw new Problem('not-found', says.noneToTakeBack)
  const inserted = await tx.run(sql`
    insert into response (clinic_id, id, patient_id, instrument, instrument_version, answers, context_kind, context_id,
                          answered_at, answered_by_kind, answered_by, recorded_at, missing, corrects, takes_back, why)
    select clinic_id, ${id}, patient_id, instrument, instrument_version, '{}', context_kind, context_id, answered_at,
           'staff', ${by}, ${now}, 0, id, true, ${why}
    from response where id = ${responseId}
    on conflict do nothing`)
  if (inserted === 0) {
    const first = await findEnded(tx, responseId)
    if (first?.id === id) return { ...was, stored: false }
    throw first ? beaten(says.theseAnswers, { by: first.by, at: first.at }) : new Problem('conflict', says.otherAnswers)
  }
  await lookForRises(tx, { patientId, instrument: was.instrument, now }, [was.answeredAt])
  return { ...was, stored: true }
}
