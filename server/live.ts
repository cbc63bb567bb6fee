import type { Context as Http } from 'hono'
import { streamSSE } from 'hono/streaming'
import { playedAt } from '../care/drills/queries.ts'
import { whoIsAsking } from '../clinic/accounts/sign-in/who.ts'
import { Problem } from '../clinic/request/problem.ts'
import type { Database } from '../database/types.ts'
import { says } from '../web/words/en/says/server.ts'
import { awayAnswer, type Parts } from './dispatch.ts'

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

/** Open streams of one sign-in: more than a browser opens for its tabs, fewer than would wear us out. */
const mostStreams = 12
/** Changes that a screen has not taken yet. One that takes none for so long has gone, or is stuck. */
const mostWaiting = 200

const open = new Map<string, number>()

/**
 * Server-sent events for a signed-in screen: one line a change, and a beat every ten seconds so that the screen can
 * say since when it has had no contact. A screen on a wall hears that something changed, and not with whom.
 */
export const live = async (http: Http, parts: Parts, feed: Live) => {
  if (http.req.method !== 'GET') throw new Problem('not-found', says.nothingHere)
  const asking = () => whoIsAsking(parts.db, http.req.raw.headers, parts.clock())
  const { actor, clinicId, drills } = await asking()
  const isAway = async () => drills !== undefined && (await playedAt(parts.db, clinicId, parts.clock()))?.away === true
  if (await isAway()) return awayAnswer()
  if (actor.kind !== 'staff') throw new Problem('not-signed-in', says.signIn)
  const { signInId } = actor
  const wall = actor.roles.every((role) => role === 'display')
  const streams = open.get(signInId) ?? 0
  if (streams >= mostStreams) throw new Problem('too-many', says.tooManyScreens)
  open.set(signInId, streams + 1)
  return streamSSE(http, async (stream) => {
    let waiting = 0
    const write = (event: string, data: string) => {
      waiting += 1
      if (waiting > mostWaiting) return stream.abort()
      void stream.writeSSE({ event, data }).finally(() => {
        waiting -= 1
      })
    }
    const stop = feed.subscribe(clinicId, ({ action, subject, patient }) =>
      write('change', JSON.stringify(wall ? { action } : { action, subject, patient })),
    )
    let over = false
    const end = () => {
      if (over) return
      over = true
      stop()
      const left = (open.get(signInId) ?? 1) - 1
      if (left > 0) open.set(signInId, left)
      else open.delete(signInId)
    }
    stream.onAbort(end)
    try {
      while (!stream.aborted && !stream.closed) {
        write('beat', parts.clock())
        for (let waited = 0; waited < 10 && !stream.aborted; waited += 1) {
          await stream.sleep(1000)
          if (await isAway()) return
        }
        // Somebody whose account ended, or who signed out elsewhere, hears nothing more.
        if (!stream.aborted && (await asking()).actor.kind !== 'staff') break
      }
    } catch {
      // The database does not answer: the stream ends, and the screen says since when it has had no contact.
    } finally {
      end()
    }
  })
}
