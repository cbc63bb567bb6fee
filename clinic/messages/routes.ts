import { reading } from '../../database/read.ts'
import type { Secrets } from '../accounts/secrets.ts'
import { findClinic } from '../accounts/settings/queries.ts'
import { type Route, route } from '../request/route.ts'
import { carriesBy } from './carriers.ts'
import { stateOf } from './message.ts'
import { listMessages } from './queries.ts'

export const messageRoutes: Route[] = [
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
