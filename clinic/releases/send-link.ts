import type { z } from 'zod'
import type { Tx } from '../../database/types.ts'
import { letterWords } from '../../web/words/en/letters.ts'
import { says } from '../../web/words/en/says/releases.ts'
import { makeLink } from '../links/changes.ts'
import { queueMessage } from '../messages/changes.ts'
import { Problem } from '../request/problem.ts'
import type { Context } from '../request/route.ts'
import { addressFor, type Reach } from './queries-of-request.ts'
import { hoursOpen, type SendLink } from './requests.ts'

type How = z.infer<typeof SendLink>['how']
type Sent = { how: How; subjectId: string; patientId: string; clinicName: string; reach: Reach }

/** Makes a link to what was asked or signed, and sends it, or gives its address to open here. Replaces an older one. */
export const sendLink = async (tx: Tx, call: Context, sent: Sent): Promise<{ url?: string }> => {
  const { clinicId, actor, now, origin, secrets } = call
  const { how, subjectId, patientId, clinicName, reach } = sent
  const hours = hoursOpen[how]
  const made = { clinicId, patientId, purpose: 'release', subjectId, now, hours, madeBy: actor.id, origin } as const
  const to = how === 'tablet' ? undefined : addressOrRefuse(how, reach)
  const { id: linkId, url } = await makeLink(tx, made)
  if (how === 'tablet' || to === undefined) return { url }
  // Says no more than the one for a consent: neither what it is about nor that there is a release.
  const letter = letterWords.consent(clinicName, url, hours / 24)
  await queueMessage(tx, { patientId, linkId, channel: how, to, ...letter, now, secrets })
  return {}
}

const addressOrRefuse = (how: Exclude<How, 'tablet'>, reach: Reach): string => {
  const address = addressFor(how, reach)
  if (address === undefined)
    throw new Problem('invalid', says.notReachable[how], { fields: { how: says.notReachable[how] } })
  return address
}
