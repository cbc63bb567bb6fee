import { sql } from '../../../database/sql.ts'
import type { Tx } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import type { Means } from './said.ts'

export type NewSaid = {
  /** Made where it was said. */
  id: string
  number: string
  means: Means
  words?: string
  patientId?: string
  now: Instant
} & ({ gatewayId: string } | { linkId: string } | { staffId: string })

/** Writes down what a number said. @returns false when it was stored already */
export const saveSaid = async (tx: Tx, said: NewSaid): Promise<boolean> => {
  const by = { gatewayId: null, linkId: null, staffId: null, ...said }
  const written = await tx.run(sql`
    insert into text_said (clinic_id, id, number, means, words, gateway_id, patient_id, link_id, staff_id, at)
    values (evenkeel_clinic(), ${said.id}, ${said.number}, ${said.means}, ${said.words ?? null}, ${by.gatewayId},
            ${said.patientId ?? null}, ${by.linkId}, ${by.staffId}, ${said.now})
    on conflict do nothing`)
  return written === 1
}

/** What waits for numbers that stopped meanwhile is not sent. */
export const dropStopped = (tx: Tx, now: Instant): Promise<number> =>
  tx.run(sql`
    update message m set gave_up_at = ${now}, sealed_body = null, last_problem = 'the number wants no text messages'
    from patient_now p
    where p.clinic_id = m.clinic_id and p.id = m.patient_id and m.channel = 'sms'
      and m.sent_at is null and m.gave_up_at is null
      and exists (select from texts_stopped t where t.clinic_id = p.clinic_id and t.number = p.phone_digits)`)
