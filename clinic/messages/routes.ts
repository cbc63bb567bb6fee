import { reading } from '../../database/read.ts'
import { says } from '../../web/words/en/says/messages.ts'
import type { Secrets } from '../accounts/secrets.ts'
import { findClinic } from '../accounts/settings/queries.ts'
import { Problem } from '../request/problem.ts'
import { type Route, route } from '../request/route.ts'
import { carriesBy } from './carriers.ts'
import { stateOf } from './message.ts'
import { listMessages } from './queries.ts'
import { isSigned, Received, receiveText } from './texts/received.ts'

export const messageRoutes: Route[] = [
  // The clinic's gateway hands on what patients answer by text. Signed with SMS_INBOUND_KEY; without one nothing is taken.
  route({
    method: 'POST',
    path: '/api/texts/received',
    may: 'public',
    perMinute: 600,
    body: Received,
    handle: async ({ db, secrets, now, headers, body }) => {
      const key = process.env.SMS_INBOUND_KEY
      if (!key) throw new Problem('not-found', says.noInbound)
      if (!isSigned(key, body, headers.get('x-evenkeel-signature'))) throw new Problem('not-allowed', says.notSigned)
      await receiveText({ db, secrets, now }, body)
    },
  }),
  // What a message says opens something, so only a demo shows it; a real clinic sees what became of each.
  route({
    method: 'GET',
    path: '/api/outbox',
    may: 'outbox.read',
    handle: async ({ db, clinicId, secrets }) => {
      const [clinic, messages] = await reading(db, { clinicId }, (q) => Promise.all([findClinic(q), listMessages(q)]))
      const shows = clinic?.isDemo ?? false
      return {
        isDemo: shows,
        carries: carriesBy(process.env),
        messages: messages.map(({ sealedBody, ...message }) => ({
          ...message,
          state: stateOf(message),
          body: shows && sealedBody ? opened(secrets, sealedBody) : null,
        })),
      }
    },
  }),
]

const opened = (secrets: Secrets, sealed: string): string | null => {
  try {
    return secrets.open(sealed)
  } catch {
    return null
  }
}
