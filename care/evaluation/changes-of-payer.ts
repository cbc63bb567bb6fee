import { Problem } from '../../clinic/request/problem.ts'
import { DatabaseError } from '../../database/errors.ts'
import { sql } from '../../database/sql.ts'
import type { Query, Tx } from '../../database/types.ts'
import type { Day, Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/payer.ts'
import type { Taken, TakePayerText } from './payer-taken.ts'

type Taking = TakePayerText & { patientId: string; onDay: Day; releaseIds: readonly string[]; by: string; now: Instant }

/** Keeps the exact text that was taken. Sent twice with the same id it is kept once. @throws rule-held, conflict */
export const savePayerText = async (tx: Tx, one: Taking): Promise<void> => {
  try {
    await tx.run(sql`
      insert into payer_text (clinic_id, id, patient_id, recipient_id, rendered, text_hash, substance_use, looked_words,
                              on_day, release_ids, at, by_id)
      values (evenkeel_clinic(), ${one.id}, ${one.patientId}, ${one.recipientId}, ${one.text},
              encode(sha256(convert_to(${one.text}, 'UTF8')), 'hex'), ${one.substanceUse},
              ${[...one.lookedWords]}::text[], ${one.onDay}, ${[...one.releaseIds]}::uuid[], ${one.now}, ${one.by})`)
  } catch (error) {
    // Taken back in the same moment.
    if (error instanceof DatabaseError && error.constraint === 'payer_text_released')
      throw new Problem('rule-held', says.notReleased)
    throw error
  }
}

/** Whether this was stored already. @throws conflict when something else has this id */
export const isPayerTextStored = async (q: Query, { id, patientId, recipientId, text }: Taking): Promise<boolean> => {
  const found = await q.maybe<{ same: boolean }>(sql`
    select patient_id = ${patientId} and recipient_id = ${recipientId} and rendered = ${text} as same
    from payer_text where id = ${id}`)
  if (found && !found.same) throw new Problem('conflict', says.sentTwice)
  return found !== undefined
}

/** What was taken for a payer, newest first. */
export const listPayerTexts = (q: Query, patientId: string): Promise<Taken[]> =>
  q.all<Taken>(sql`
    select p.id, concat_ws(', ', nullif(r.name, ''), nullif(r.organisation, '')) as to, p.on_day as "onDay",
           p.text_hash as "textHash", p.at, s.name as by
    from payer_text p
    join recipient_now r on r.clinic_id = p.clinic_id and r.id = p.recipient_id
    join staff s on s.clinic_id = p.clinic_id and s.id = p.by_id
    where p.patient_id = ${patientId} order by p.at desc`)
