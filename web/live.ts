import type { QueryClient, QueryFilters } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { type Change, concerns } from './change.ts'
import { serverNow } from './clock.ts'

/** `since`: the last moment at which this device heard from the server, also before a reload; by the server's clock. */
export type Contact = { connected: boolean; since: number }

// The server beats every ten seconds; two missed ones are silence.
const silenceMs = 25_000
/** A broken stream usually comes back by itself at once; longer than this is worth saying. */
const brokenMs = 5_000

/** Changes come in bursts; what they concern is asked for once. */
const gatherMs = 150

const heardKey = 'evenkeel.heard'
const heardBefore = (): number => {
  try {
    return Number(localStorage.getItem(heardKey)) || serverNow()
  } catch {
    return serverNow()
  }
}

const rememberHeard = (at: number): void => {
  try {
    localStorage.setItem(heardKey, String(at))
  } catch {
    // A reload without contact then counts from itself.
  }
}

/** Nobody followed for a while, such as behind a lock: what was told meanwhile was told to nobody here. */
let stopped = false

let contact: Contact = { connected: true, since: heardBefore() }
const watchers = new Set<() => void>()

const tell = (next: Contact) => {
  // While connected only a change matters to a screen, so beats do not render anything.
  const changed = contact.connected !== next.connected
  contact = next
  if (changed) for (const watcher of watchers) watcher()
}

/** Somebody asked the server and had no answer. */
export const lostContact = (): void => tell({ ...contact, connected: false })

/**
 * What a screen shows is asked for again. One that still waits for its first answer is let have it and then asks: that
 * answer may have been read before the change, and would otherwise stand there as the newest.
 */
const askAnew = (queries: QueryClient, which: QueryFilters = {}): void => {
  const first = queries.getQueryCache().findAll({ ...which, fetchStatus: 'fetching' })
  void queries.invalidateQueries(which)
  for (const { state, queryKey } of first) {
    // Twice: the first waits for the answer that is under way.
    const ask = () => queries.invalidateQueries({ queryKey, exact: true }, { cancelRefetch: false })
    if (state.data === undefined) void ask().then(ask)
  }
}

/**
 * Follows GET /api/live (server-sent events): `beat` every ten seconds, `change` when something was written.
 * After silence everything on screen is asked for again, since changes may have been missed.
 * @returns stop
 */
export const followLive = (queries: QueryClient): (() => void) => {
  let source: EventSource
  let quietSince = Date.now()
  let brokenAt: number | undefined
  let changes: Change[] = []
  let gathering: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    const all = changes
    changes = []
    gathering = undefined
    askAnew(queries, { predicate: ({ queryKey: [path] }) => all.some((change) => concerns(change, path)) })
  }
  const heard = () => {
    // What was told while the stream was broken, however shortly, was told to nobody here.
    if (stopped || !contact.connected || brokenAt !== undefined) askAnew(queries)
    stopped = false
    brokenAt = undefined
    quietSince = Date.now()
    const since = serverNow()
    rememberHeard(since)
    tell({ connected: true, since })
  }
  let triedAt = 0
  const connect = () => {
    triedAt = Date.now()
    source = new EventSource('/api/live')
    source.addEventListener('open', heard)
    source.addEventListener('beat', heard)
    source.addEventListener('change', (event) => {
      heard()
      changes.push(JSON.parse(event.data) as Change)
      gathering ??= setTimeout(flush, gatherMs)
    })
    source.addEventListener('error', () => {
      brokenAt ??= Date.now()
    })
  }
  connect()
  const watch = setInterval(() => {
    // A browser tries again by itself after a lost connection, but not after an answer such as 502 from a proxy.
    if (source.readyState === EventSource.CLOSED && Date.now() - triedAt > brokenMs) {
      // The answer may be that nobody is signed in here any more: the shell follows what /api/me says.
      queries.invalidateQueries({ queryKey: ['/api/me'] })
      connect()
    }
    const broken = brokenAt !== undefined && Date.now() - brokenAt > brokenMs
    if (broken || Date.now() - quietSince > silenceMs) tell({ ...contact, connected: false })
  }, 1000)
  return () => {
    stopped = true
    source.close()
    clearInterval(watch)
    clearTimeout(gathering)
  }
}

const subscribe = (watcher: () => void) => {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

/** The same, for code that is no screen. */
export const inContact = (): boolean => contact.connected

/** Whether the server is in reach; a screen that shows a patient says so when it is not. */
export const useContact = (): Contact => useSyncExternalStore(subscribe, () => contact)
