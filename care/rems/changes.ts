import { sha256 } from '../../clinic/print/sha256.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { stillOpen } from '../../clinic/safety/open.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/rems.ts'
import type { MarkSent, NewAnswer, NewStep, Whose } from './sending.ts'

type Hand = { by: string; now: Instant }

/** Sent twice with the same id it is kept once. @throws conflict when something else has this id */
export const saveAnswer = async (
  tx: Tx,
  { id, sessionId, field, value, by, now }: Omit<NewAnswer, 'form'> & Hand & { sessionId: string },
): Promise<void> => {
  await tx.run(sql`
    insert into rems_answer (clinic_id, id, session_id, field, value, at, by_id)
    values (evenkeel_clinic(), ${id}, ${sessionId}, ${field}, ${value}, ${now}, ${by})
    on conflict (clinic_id, id) do nothing`)
  const same = await tx.maybe(sql`
    select from rems_answer where id = ${id} and session_id = ${sessionId} and field = ${field} and value = ${value}`)
  if (!same) throw new Problem('conflict', says.sameId)
}

export const saveSending = (
  tx: Tx,
  sent: MarkSent & Hand & { sessionId: string; content: string; missing: readonly string[] },
) =>
  tx.run(sql`
    insert into rems_sending (clinic_id, id, session_id, form, content, hash, missing, how, sent_on, confirmation, words,
                              at, by_id)
    values (evenkeel_clinic(), ${sent.id}, ${sent.sessionId}, ${sent.form}, ${sent.content}, ${sha256(sent.content)},
            ${sent.missing}::text[], ${sent.how}, ${sent.sentOn}, ${sent.confirmation}, ${sent.words}, ${sent.now},
            ${sent.by})
    on conflict (clinic_id, id) do nothing`)

/** Sent twice with the same id it is kept once. @throws conflict when something else has this id */
export const saveStep = async (tx: Tx, whose: Whose, step: NewStep & Hand): Promise<void> => {
  const { patientId = null, locationId = null } = whose
  await tx.run(sql`
    insert into rems_enrolment (clinic_id, id, patient_id, location_id, step, day, number, words, at, by_id)
    values (evenkeel_clinic(), ${step.id}, ${patientId}, ${locationId}, ${step.step}, ${step.day}, ${step.number},
            ${step.words}, ${step.now}, ${step.by})
    on conflict (clinic_id, id) do nothing`)
  const same = await tx.maybe(sql`
    select from rems_enrolment where id = ${step.id} and patient_id is not distinct from ${patientId}
      and location_id is not distinct from ${locationId} and step = ${step.step} and day = ${step.day}
      and number = ${step.number} and words = ${step.words}`)
  if (!same) throw new Problem('conflict', says.sameId)
}

/** What was raised about the form of a session is closed by whoever says that it was sent. */
export const closeReminders = (tx: Tx, sessionId: string, ruleId: string, { by, now }: Hand, words: string) =>
  tx.run(sql`
    insert into alert_event (clinic_id, id, alert_id, kind, at, by_id, words)
    select a.clinic_id, gen_random_uuid(), a.id, 'close', ${now}, ${by}, ${words}
    from alert a
    where a.about_kind = 'session' and a.about_id = ${sessionId} and a.rule_id = ${ruleId}
      and ${stillOpen}`)
