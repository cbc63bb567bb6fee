import { randomUUID } from 'node:crypto'
import { makeLink } from '../../clinic/links/changes.ts'
import { queueMessage } from '../../clinic/messages/changes.ts'
import type { Context } from '../../clinic/request/route.ts'
import type { Tx } from '../../database/types.ts'
import { letterWords } from '../../web/words/en/letters.ts'
import { saveSending } from './changes.ts'
import type { Reach } from './queries-of-request.ts'
import type { How } from './requests.ts'
import { hoursOpen } from './requests.ts'

type Sent = { how: How; present: boolean; requestId: string; patientId: string }

/** Makes a link to a request and sends it, or gives its address to open on the clinic's tablet. Replaces older links. */
export const sendLink = async (tx: Tx, call: Context, sent: Sent, reach: Reach): Promise<{ url?: string }> => {
  const { clinicId, actor, now, origin, secrets } = call
  const { how, requestId, patientId } = sent
  const hours = hoursOpen[how]
  const link = await makeLink(tx, {
    clinicId,
    patientId,
    purpose: 'consent',
    subjectId: requestId,
    now,
    hours,
    madeBy: actor.id,
    origin,
  })
  const present = how === 'tablet' && sent.present ? actor.id : undefined
  await saveSending(tx, clinicId, { id: randomUUID(), by: actor.id, now, requestId, linkId: link.id, how, present })
  if (how === 'tablet') return { url: link.url }
  const { clinicName } = reach
  await queueMessage(tx, {
    patientId,
    linkId: link.id,
    channel: how,
    to: how === 'mail' ? reach.email : reach.phone,
    ...letterWords.consent(clinicName, link.url, hours / 24),
    now,
    secrets,
  })
  return {}
}
