import type { Context as Http } from 'hono'
import { streamSSE } from 'hono/streaming'
import { whoIsAsking } from '../clinic/accounts/sign-in/who.ts'
import { Problem } from '../clinic/request/problem.ts'
import type { Database } from '../database/types.ts'
import type { Parts } from './dispatch.ts'

/** What a commit tells the open screens: which clinic, what was done, to whom. Ids only; each screen asks anew. */
export type Change = { clinic: string; action: string; subject?: string; patient?: string }
export type Live = { subscribe: (clinicId: string, tell: (change: Change) => void) => () => void }

/** Hears every committed audit entry from the database, so several servers on one database tell each other too. */
export const listenForChanges = async (db: Database): Promise<Live> => {
  const listeners = new Map<string, Set<(change: Change) => void>>()
  await db.listen((payload) => {
    const change = JSON.parse(payload) as Change
    for (const tell of listeners.get(change.clinic) ?? []) tell(change)
  })
  return {
    subscribe: (clinicId, tell) => {
      const own = listeners.get(clinicId) ?? new Set()
      listeners.set(clinicId, own.add(tell))
      return () => own.delete(tell)
    },
  }
}

/**
 * Server-sent events for a signed-in screen: one line a change, and a beat every ten seconds so that the screen can
 * say since when it has had no contact.
 */
export const live = async (http: Http, parts: Parts, feed: Live) => {
  const { actor, clinicId } = await whoIsAsking(parts.db, http.req.raw.headers, parts.clock())
  if (actor.kind !== 'staff') throw new Problem('not-signed-in', 'Please sign in.')
  return streamSSE(http, async (stream) => {
    const stop = feed.subscribe(clinicId, ({ action, subject, patient }) => {
      void stream.writeSSE({ event: 'change', data: JSON.stringify({ action, subject, patient }) })
    })
    stream.onAbort(stop)
    while (!stream.aborted && !stream.closed) {
      await stream.writeSSE({ event: 'beat', data: parts.clock() })
      await stream.sleep(10_000)
      // Somebody whose account ended, or who signed out elsewhere, hears nothing more.
      const now = await whoIsAsking(parts.db, http.req.raw.headers, parts.clock())
      if (now.actor.kind !== 'staff') break
    }
    stop()
  })
}
