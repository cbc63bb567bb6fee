import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { listClinicIds } from '../../../database/owner.ts'
import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import type { Database, Tx } from '../../../database/types.ts'
import { speaksOfDanger } from '../../../science/criteria/danger-words.ts'
import { recordAlerts } from '../../../science/criteria/gates.ts'
import type { PackLanguage } from '../../../science/instruments/pack.ts'
import type { Instant } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/messages.ts'
import { lettersIn } from '../../../web/words/letters.ts'
import { system } from '../../accounts/actor.ts'
import type { Secrets } from '../../accounts/secrets.ts'
import { audited } from '../../audit/audited.ts'
import { findLanguage } from '../../records/language.ts'
import { digitsOf } from '../../records/telephone.ts'
import { raiseAlert } from '../../safety/changes.ts'
import { raiseDanger } from '../../safety/danger.ts'
import { findDueMinutes } from '../../safety/due.ts'
import { queueMessage } from '../changes.ts'
import { saveSaid } from './changes.ts'
import { findStopped, listWithNumber } from './queries.ts'
import { meansOf } from './said.ts'

/** A text as the clinic's gateway hands it on. `id` is its name there: the same text twice counts once. */
export const Received = z.object({
  id: z.string().min(1).max(200),
  from: z
    .string()
    .max(40)
    .refine((from) => /^\d{7,15}$/.test(digitsOf(from)), says.noNumber),
  text: z.string().max(2000),
})
export type Received = z.infer<typeof Received>

/** What the gateway signs with the key that both know: the three parts, a line each. */
export const signatureOf = (key: string, { id, from, text }: Received): string =>
  createHmac('sha256', key).update(`${id}\n${from}\n${text}`).digest('hex')

export const isSigned = (key: string, received: Received, signature: string | null): boolean => {
  const ours = Buffer.from(signatureOf(key, received))
  const theirs = Buffer.from(signature ?? '')
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

type Here = { db: Database; secrets: Secrets; now: Instant }

/**
 * Writes the text down in every clinic kept here that knows the number: all of them send through the one gateway. A stop
 * holds from this moment. Words that speak of danger page whoever is on call, and are answered with 988 and 911 and
 * nothing else; any other text is for a person to read, because nobody reads texts here. Of a number that no patient has,
 * a stop or start is kept, and not its words: whoever is registered with it later has said so already. Who writes of danger
 * from such a number, perhaps a patient on somebody else's phone, gets the same answer, once, from the first clinic here.
 */
export const receiveText = async (here: Here, received: Received): Promise<void> => {
  const clinics = await listClinicIds(here.db)
  let known = false
  for (const clinicId of clinics) {
    const patients = await reading(here.db, { clinicId }, (q) => listWithNumber(q, digitsOf(received.from)))
    known ||= patients.length > 0
    if (patients.length > 0) await receiveIn(here, clinicId, received, patients)
    else await keepForLater(here, clinicId, received)
  }
  if (!known && speaksOfDanger(received.text)) await answerStranger(here, clinics, received)
}

const answerStranger = async ({ db, secrets, now }: Here, clinics: readonly string[], { id, from }: Received) => {
  const real = await Promise.all(
    clinics.map((clinicId) => reading(db, { clinicId }, (q) => q.maybe(sql`select from clinic where not is_demo`))),
  )
  // Nothing of a demo leaves the house.
  const clinicId = clinics.find((_, i) => real[i])
  if (!clinicId) return
  const act = {
    clinicId,
    actor: system,
    action: 'messages.text',
    at: now,
    detail: { danger: 'from a number of nobody here' },
  }
  await audited(db, act, (tx) => answerDanger(tx, { to: from, id, languages: ['en', 'es'], secrets, now }))
}

/** 988 and 911, once for each text, unless the number wants none; in each language that whoever wrote may read. */
const answerDanger = async (
  tx: Tx,
  {
    id,
    languages,
    ...to
  }: { id: string; to: string; languages: readonly PackLanguage[]; secrets: Secrets; now: Instant },
) => {
  if (await findStopped(tx, digitsOf(to.to))) return
  const clinic = (await tx.one<{ name: string }>(sql`select name from clinic`)).name
  const said = [...new Set(languages)].map((language) => lettersIn[language].crisis(clinic))
  const body = said.map((one) => one.body).join('\n')
  await queueMessage(tx, { channel: 'sms', subject: clinic, body, ...to, once: `crisis ${id}` })
}

const keepForLater = async ({ db, now }: Here, clinicId: string, { id: gatewayId, from, text }: Received) => {
  const [means, id] = [meansOf(text), randomUUID()]
  if (means === 'other') return
  const act = {
    clinicId,
    actor: system,
    action: 'messages.text',
    at: now,
    subject: { kind: 'text', id },
    detail: { means },
  }
  await audited(db, act, (tx) => saveSaid(tx, { id, number: digitsOf(from), means, gatewayId, now }))
}

const receiveIn = async (
  { db, secrets, now }: Here,
  clinicId: string,
  { id: gatewayId, from, text }: Received,
  patients: readonly { id: string }[],
): Promise<void> => {
  const [number, means, id] = [digitsOf(from), meansOf(text), randomUUID()]
  const [only] = patients
  const whose = patients.length === 1 && only ? { patientId: only.id } : {}
  const act = {
    clinicId,
    actor: system,
    action: 'messages.text',
    at: now,
    subject: { kind: 'text', id },
    ...whose,
    detail: { means },
  }
  await audited(db, act, async (tx) => {
    if (!(await saveSaid(tx, { id, number, means, words: text, gatewayId, ...whose, now }))) return
    const danger = speaksOfDanger(text)
    if (means !== 'other' && !danger) return
    for (const { id: patientId } of patients) {
      if (danger) await raiseDanger(tx, { patientId, about: { kind: 'text', id }, now })
      else await raiseUnread(tx, patientId, id, now)
    }
    if (!danger) return
    const languages = await Promise.all(patients.map((one) => findLanguage(tx, one.id)))
    await answerDanger(tx, { to: from, id, languages, secrets, now })
  })
}

/** A text that nobody expected: a person reads it and calls. */
const raiseUnread = async (tx: Tx, patientId: string, id: string, now: Instant): Promise<void> => {
  const minutes = await findDueMinutes(tx)
  await raiseAlert(tx, {
    patientId,
    ruleId: recordAlerts.text.id,
    level: 'review',
    about: { kind: 'text', id },
    now,
    dueMinutes: minutes.review,
    ownerRole: 'monitor',
    says: says.textCame,
    source: recordAlerts.text.source,
    inputs: {},
  })
}
