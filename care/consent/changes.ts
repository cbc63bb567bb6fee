import { sha256 } from '../../clinic/print/sha256.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { DatabaseError } from '../../database/errors.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/consent.ts'
import type { Content } from './document.ts'
import { type Asked, canonical, rendered } from './text.ts'

/** The hash that names a document's content. */
export const hashOf = (content: Content): string => sha256(canonical(content))

type Hand = { id: string; by: string; now: Instant }

/** Runs a change; when the database refuses it by this rule, says what `otherwise` says instead. */
const orElse = async <T>(change: Promise<T>, constraints: Record<string, () => Problem>): Promise<T> => {
  try {
    return await change
  } catch (error) {
    const refused = error instanceof DatabaseError ? constraints[error.constraint ?? ''] : undefined
    throw refused ? refused() : error
  }
}

/** Publishes a version, which never changes again. @throws conflict when somebody published this number first. */
export const saveDocument = async (
  tx: Tx,
  clinicId: string,
  document: Hand & { version: number; content: Content; whatChanged: string },
): Promise<{ hash: string }> => {
  const content = canonical(document.content)
  const hash = sha256(content)
  await orElse(
    tx.run(sql`
      insert into consent_document (clinic_id, id, route, language, version, content, hash, what_changed, published_at, published_by)
      values (${clinicId}, ${document.id}, ${document.content.route}, ${document.content.language}, ${document.version},
              ${content}, ${hash}, ${document.whatChanged}, ${document.now}, ${document.by})`),
    { consent_document_clinic_id_route_language_version_key: publishedMeanwhile },
  )
  return { hash }
}
export const publishedMeanwhile = () => new Problem('conflict', says.publishedMeanwhile)

/** Fixes the exact text that this patient is asked to sign, and its hash. */
export const saveRequest = async (
  tx: Tx,
  clinicId: string,
  request: Hand & { patientId: string; documentId: string; asked: Asked; therapistId: string | undefined },
): Promise<{ textHash: string }> => {
  const { asked } = request
  const [facts, text] = [canonical(asked), rendered(asked)]
  const textHash = sha256(text)
  await tx.run(sql`
    insert into consent_request (clinic_id, id, patient_id, route, document_id, document_version, canonical, rendered,
                                 canonical_hash, text_hash, asked_at, asked_by, therapist_id)
    values (${clinicId}, ${request.id}, ${request.patientId}, ${asked.content.route}, ${request.documentId},
            ${asked.version}, ${facts}, ${text}, ${sha256(facts)}, ${textHash}, ${request.now}, ${request.by},
            ${request.therapistId ?? null})`)
  return { textHash }
}

export const saveSending = (
  tx: Tx,
  clinicId: string,
  sending: Hand & { requestId: string; linkId: string; how: 'mail' | 'sms' | 'tablet'; present: string | undefined },
): Promise<number> =>
  tx.run(sql`
    insert into consent_link (clinic_id, id, request_id, link_id, how, present, made_at, made_by)
    values (${clinicId}, ${sending.id}, ${sending.requestId}, ${sending.linkId}, ${sending.how},
            ${sending.present ?? null}, ${sending.now}, ${sending.by})`)

/**
 * Keeps a patient's question, which holds signing until it is answered. Sent twice with the same id it is kept once.
 * @returns false when it was kept already
 */
export const saveQuestion = async (
  tx: Tx,
  clinicId: string,
  question: { id: string; requestId: string; section: string; words: string; linkId: string; now: Instant },
): Promise<boolean> => {
  const added = await orElse(
    tx.run(sql`
      insert into consent_question (clinic_id, id, request_id, section, words, link_id, asked_at)
      values (${clinicId}, ${question.id}, ${question.requestId}, ${question.section}, ${question.words},
              ${question.linkId}, ${question.now}) on conflict (clinic_id, id) do nothing`),
    {
      consent_not_signed: () => new Problem('conflict', says.toPatient.signedWithQuestion),
    },
  )
  const kept = await tx.one<{ same: boolean }>(sql`
    select words = ${question.words} and request_id = ${question.requestId} as same
    from consent_question where id = ${question.id}`)
  if (!kept.same) throw new Problem('conflict', says.toPatient.questionSentTwice)
  return added === 1
}

export const saveAnswer = (
  tx: Tx,
  clinicId: string,
  answer: Hand & { questionId: string; words: string },
): Promise<number> =>
  orElse(
    tx.run(sql`
      insert into consent_answer (clinic_id, id, question_id, words, answered_at, answered_by)
      values (${clinicId}, ${answer.id}, ${answer.questionId}, ${answer.words}, ${answer.now}, ${answer.by})`),
    { consent_answer_clinic_id_question_id_key: () => new Problem('conflict', says.answeredMeanwhile) },
  )

/** Keeps an answer to a question on the text, right or not. Sent twice with the same id it is kept once. */
export const saveCheck = async (
  tx: Tx,
  clinicId: string,
  answer: { id: string; requestId: string; checkId: string; choice: string; linkId: string; now: Instant },
): Promise<void> => {
  await orElse(
    tx.run(sql`
      insert into consent_check (clinic_id, id, request_id, check_id, choice, link_id, answered_at)
      values (${clinicId}, ${answer.id}, ${answer.requestId}, ${answer.checkId}, ${answer.choice}, ${answer.linkId},
              ${answer.now}) on conflict (clinic_id, id) do nothing`),
    { consent_not_signed: () => new Problem('conflict', says.toPatient.signedWithCheck) },
  )
  const kept = await tx.one<{ same: boolean }>(sql`
    select check_id = ${answer.checkId} and choice = ${answer.choice} and request_id = ${answer.requestId} as same
    from consent_check where id = ${answer.id}`)
  if (!kept.same) throw new Problem('conflict', says.toPatient.checkSentTwice)
}

/** Signs the exact text of that hash. @throws conflict when a question is open, it was taken back, or is signed. */
export const saveSignature = (
  tx: Tx,
  clinicId: string,
  signature: {
    id: string
    requestId: string
    textHash: string
    signedName: string
    deviceKind: string
    linkId: string
    present: string | null
    confirmed: readonly string[]
    now: Instant
  },
): Promise<number> =>
  orElse(
    tx.run(sql`
      insert into consent_signature (clinic_id, id, request_id, text_hash, signed_name, device_kind, link_id, present, confirmed,
                                     signed_at)
      values (${clinicId}, ${signature.id}, ${signature.requestId}, ${signature.textHash}, ${signature.signedName},
              ${signature.deviceKind}, ${signature.linkId}, ${signature.present}, ${signature.confirmed}, ${signature.now})`),
    {
      consent_no_open_question: () => new Problem('conflict', says.toPatient.questionOpen),
      consent_not_withdrawn: () => new Problem('conflict', says.toPatient.takenBack),
      consent_newest: () => new Problem('conflict', says.toPatient.newerDocument),
      consent_checks_answered: () => new Problem('rule-held', says.toPatient.checksFirst),
      consent_points_confirmed: () => new Problem('invalid', says.toPatient.points),
      consent_signature_clinic_id_request_id_key: () => new Problem('conflict', says.toPatient.signedAlready),
      consent_signature_pkey: () => new Problem('conflict', says.toPatient.signedAlready),
      consent_signature_clinic_id_request_id_text_hash_fkey: () => new Problem('conflict', says.toPatient.textChanged),
    },
  )

export const saveCountersignature = (
  tx: Tx,
  clinicId: string,
  countersignature: Hand & { signatureId: string; talkedThrough: string | undefined },
): Promise<number> =>
  orElse(
    tx.run(sql`
      insert into consent_countersignature (clinic_id, id, signature_id, signed_at, signed_by, talked_through)
      values (${clinicId}, ${countersignature.id}, ${countersignature.signatureId}, ${countersignature.now},
              ${countersignature.by}, ${countersignature.talkedThrough ?? null})`),
    {
      consent_countersignature_clinic_id_signature_id_key: () => new Problem('conflict', says.countersignedMeanwhile),
    },
  )

/** The therapist's signature, after the patient's and beside the prescriber's. */
export const saveTherapistSignature = (
  tx: Tx,
  clinicId: string,
  own: Hand & { signatureId: string },
): Promise<number> =>
  orElse(
    tx.run(sql`
      insert into consent_therapist_signature (clinic_id, id, signature_id, signed_at, signed_by)
      values (${clinicId}, ${own.id}, ${own.signatureId}, ${own.now}, ${own.by})`),
    {
      consent_therapist_signature_clinic_id_signature_id_key: () =>
        new Problem('conflict', says.countersignedMeanwhile),
    },
  )

/** Consent taken back, or refused before signing: as the patient said it to a member of staff, or on their own phone. */
export const saveWithdrawal = (
  tx: Tx,
  clinicId: string,
  withdrawal: {
    id: string
    requestId: string
    reason: string
    withdrawnAt: Instant
    by: { staff: string } | { link: string }
    now: Instant
  },
): Promise<number> =>
  orElse(
    tx.run(sql`
      insert into consent_withdrawal (clinic_id, id, request_id, reason, withdrawn_at, recorded_at, recorded_by, link_id)
      values (${clinicId}, ${withdrawal.id}, ${withdrawal.requestId}, ${withdrawal.reason}, ${withdrawal.withdrawnAt},
              ${withdrawal.now}, ${'staff' in withdrawal.by ? withdrawal.by.staff : null},
              ${'link' in withdrawal.by ? withdrawal.by.link : null})`),
    {
      consent_withdrawal_clinic_id_request_id_key: () => new Problem('conflict', says.writtenDownAlready),
    },
  )
