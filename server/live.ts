import type { Context as Http } from 'hono'
import { streamSSE } from 'hono/streaming'
import { playedAt } from '../care/drills/queries.ts'
import { whoIsAsking } from '../clinic/accounts/sign-in/who.ts'
import { Problem } from '../clinic/request/problem.ts'
import type { Database } from '../database/types.ts'
import { says } from '../web/words/en/says/server.ts'
import { awayAnswer, type Parts } from './dispatch.ts'
import { type Committed, type Listener, toldTo } from './told.ts'

export type Live = { subscribe: (clinicId: string, tell: (change: Committed) => void) => () => void }

/** Hears every committed audit entry from the database, so several servers on one database tell each other too. */
export const listenForChanges = async (db: Database): Promise<Live> => {
  const listeners = new Map<string, Set<(change: Committed) => void>>()
  await db.listen((payload) => {
    const change = JSON.parse(payload) as Committed
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
 * say since when it has had no contact. Each hears what its person may know (`told.ts`).
 */
export const live = async (http: Http, parts: Parts, feed: Live) => {
  if (http.req.method !== 'GET') throw new Problem('not-found', says.nothingHere)
  const asking = () => whoIsAsking(parts.db, http.req.raw.headers, parts.clock())
  const { actor, clinicId, drills } = await asking()
  const isAway = async () => drills !== undefined && (await playedAt(parts.db, clinicId, parts.clock()))?.away === true
  if (await isAway()) return awayAnswer()
  if (actor.kind !== 'staff') throw new Problem('not-signed-in', says.signIn)
  const { signInId } = actor
  const streams = open.get(signInId) ?? 0
  if (streams >= mostStreams) throw new Problem('too-many', says.tooManyScreens)
  open.set(signInId, streams + 1)
  return streamSSE(http, async (stream) => {
    let listener: Listener = actor
    const isStillHere = async () => {
      const { actor: now } = await asking()
      if (now.kind === 'staff') listener = now
      return now.kind === 'staff'
    }
    let waiting = 0
    const write = (event: string, data: string) => stream.writeSSE({ event, data })
    const tell = async (change: Committed) => {
      // What somebody may know can change with what is told here: their roles are looked up anew.
      if (change.subject === listener.id && !(await isStillHere())) return stream.abort()
      const told = await toldTo(parts.db, listener, change)
      if (told) await write('change', JSON.stringify(told))
    }
    // In the order in which it happened. What cannot be looked up ends the stream, and the screen asks everything anew.
    let telling = Promise.resolve()
    const stop = feed.subscribe(clinicId, (change) => {
      waiting += 1
      if (waiting > mostWaiting) return stream.abort()
      telling = telling
        .then(() => tell(change))
        .catch(() => stream.abort())
        .finally(() => {
          waiting -= 1
        })
    })
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
        void write('beat', parts.clock())
        for (let waited = 0; waited < 10 && !stream.aborted; waited += 1) {
          await stream.sleep(1000)
          if (await isAway()) return
        }
        // Somebody whose account ended, or who signed out elsewhere, hears nothing more.
        if (!stream.aborted && !(await isStillHere())) break
      }
    } catch {
      // The database does not answer: the stream ends, and the screen says since when it has had no contact.
    } finally {
      end()
    }
  })
}
