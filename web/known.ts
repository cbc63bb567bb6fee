import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { useSyncExternalStore } from 'react'
import { serverNow } from './clock.ts'
import { lostContact } from './live.ts'
import type { Me } from './me.ts'

/**
 * What the clinic last answered about who is here, today's list, the board and the sessions opened on this device: enough
 * to go on in a session room without contact, and nothing else. Forgotten at sign-out and when somebody else signs in; while the
 * screen is locked, or nobody has touched it for long, nothing of it is shown.
 */
type Known = { path: string; answer: unknown; at: number }
interface Store extends DBSchema {
  known: { key: string; value: Known }
}

const mePath = '/api/me'
export const boardPath = '/api/board'
const sessionPath = /^\/api\/sessions\/[0-9a-f-]{36}$/
/** A treatment day; what is older is of no use in a room. */
const longestMs = 12 * 60 * 60_000
/** Without contact nobody can be asked who they are: this long after the last touch the device may go on. */
export const untouchedMinutes = 30

let opened: Promise<IDBPDatabase<Store>> | undefined
const open = () => {
  opened ??= openDB<Store>('evenkeel-known', 1, {
    upgrade: (db) => void db.createObjectStore('known', { keyPath: 'path' }),
  })
  return opened
}
/** A browser without a database (a private window) starts without contact as one that knows nothing. */
const quietly = async <T>(work: (db: IDBPDatabase<Store>) => Promise<T>): Promise<T | undefined> => {
  try {
    return await work(await open())
  } catch {
    return undefined
  }
}

/** Path → the moment of the answer that is shown instead of the clinic's present one. */
let asOf: ReadonlyMap<string, number> = new Map()
const watchers = new Set<() => void>()
const shown = (path: string, at: number | undefined) => {
  if (asOf.get(path) === at) return
  const next = new Map(asOf)
  if (at === undefined) next.delete(path)
  else next.set(path, at)
  asOf = next
  for (const watcher of watchers) watcher()
}

/** Since when what is shown for this path is only what this device remembers; undefined while it is the clinic's. */
export const useAsOf = (path: string): number | undefined =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => {
        watchers.delete(watcher)
      }
    },
    () => asOf.get(path),
  )

const hasEnded = (answer: unknown): boolean => Boolean((answer as { row?: { endedAt?: unknown } }).row?.endedAt)

/** Called with every answer of the clinic; keeps the few that a room needs. */
export const keepKnown = (path: string, answer: unknown): void => {
  shown(path, undefined)
  if (path === mePath) void keepMe(answer as Me)
  else if (path === '/api/sessions' || path === boardPath || sessionPath.test(path)) {
    const known = { path, answer, at: serverNow() }
    void quietly(async (db) => void (await (hasEnded(answer) ? db.delete('known', path) : db.put('known', known))))
  }
}

const keepMe = async (me: Me): Promise<void> => {
  const before = (await quietly((db) => db.get('known', mePath)))?.answer as Me | undefined
  if (!me.signedIn || (before?.staff && before.staff.id !== me.staff?.id)) await forgetKnown()
  if (me.signedIn && !me.locked) {
    await quietly((db) => db.put('known', { path: mePath, answer: me, at: serverNow() }))
  } else await hideKnown()
}

/** What this device remembers for a path, when the clinic cannot be asked and the person here is still the same. */
export const findKnown = async (path: string): Promise<unknown> => {
  const kept = await quietly((db) => Promise.all([touchKey, mePath, path].map((key) => db.get('known', key))))
  const [touch, me, known] = kept ?? []
  if (!me || !known) return undefined
  // A display is signed in for weeks; how old its board may be is the board's own age.
  const wall = hangsOnTheWall(me.answer as Me)
  if (!wall && !(touch && Date.now() - touch.at <= untouchedMinutes * 60_000)) return undefined
  const oldest = !wall ? Math.min(me.at, known.at) : path === mePath ? serverNow() : known.at
  if (serverNow() - oldest > longestMs) return undefined
  lostContact()
  shown(path, known.at)
  return known.answer
}

/** A display is touched by nobody, and shows what hangs on the wall anyhow: initials. */
const hangsOnTheWall = ({ staff }: Me): boolean => staff?.roles.every((role) => role === 'display') ?? false

/** While the screen is locked this device cannot be started without contact. */
export const hideKnown = (): Promise<unknown> => quietly((db) => db.delete('known', mePath))

/** When somebody signs out, or somebody else signs in. */
export const forgetKnown = (): Promise<unknown> => quietly((db) => db.clear('known'))

const touchKey = 'touched'
let written = 0

/** Somebody touched this device; remembered beyond a reload. */
export const touched = (): void => {
  if (Date.now() - written < 5_000) return
  written = Date.now()
  void quietly((db) => db.put('known', { path: touchKey, answer: undefined, at: written }))
}

/** Lets this browser open a session's screen without the clinic (public/worker.js). False where it cannot: plain http. */
export const mayStartAlone = (): boolean => 'serviceWorker' in navigator
export const prepareToStartAlone = (): void => {
  if (!mayStartAlone()) return
  void navigator.serviceWorker.register('/worker.js').catch(() => {})
  // Without this a browser that is short of space may drop what was entered here.
  void navigator.storage?.persist?.().catch(() => false)
}
