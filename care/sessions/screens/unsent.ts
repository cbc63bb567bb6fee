import { useEffect, useSyncExternalStore } from 'react'
import { api } from '../../../web/api.ts'
import { prepareToStartAlone } from '../../../web/known.ts'
import { ApiProblem } from '../../../web/problem.ts'
import { dropUnsent, keepUnsent, readUnsent, type Unsent } from './unsent-store.ts'

/**
 * Entries on their way to the clinic. Each is in memory and in the browser's database before anything is sent, carries
 * the id it was made with, and leaves only when the clinic has confirmed it; sending twice is harmless.
 */
let entries: readonly Unsent[] = []
/** What the clinic has confirmed to this page: its answer about the session, which shows them, comes only later. */
let taken: readonly Unsent[] = []
let owner: string | undefined
let sending: Promise<void> | undefined
let timer: ReturnType<typeof setTimeout> | undefined
const watchers = new Set<() => void>()
const confirmed = new Set<(sessionId: string) => void>()

const againAfterMs = 4000
const diskAnswersMs = 2000
/** A connection that died without a word may take minutes to say so. */
const sendsFirstMs = 10_000
/** Nothing is wrong with the entry; the clinic could not be asked. */
const waits: ReadonlySet<string> = new Set(['offline', 'unavailable', 'too-many', 'not-signed-in'])

const set = (next: readonly Unsent[]) => {
  entries = next
  for (const watcher of watchers) watcher()
}
const onDisk = (id: string) => set(entries.map((one) => (one.id === id ? { ...one, onlyInMemory: false } : one)))
const replace = (entry: Unsent) => set(entries.map((one) => (one.id === entry.id ? entry : one)))
const remove = (id: string) => {
  set(entries.filter((one) => one.id !== id))
  return dropUnsent(id)
}

/** Sends what waits, in the order in which it was entered. One that the clinic stumbles over does not keep the others. */
const flush = (): Promise<void> => {
  sending ??= sendAll().finally(() => {
    sending = undefined
    if (entries.some(({ refused }) => refused === undefined)) timer = setTimeout(() => void flush(), againAfterMs)
  })
  return sending
}

const sendAll = async (): Promise<void> => {
  clearTimeout(timer)
  const tried = new Set<string>()
  for (;;) {
    const next = entries.find(
      ({ id, refused, staffId }) => refused === undefined && staffId === owner && !tried.has(id),
    )
    if (!next) break
    tried.add(next.id)
    if ((await sendOne(next)) === 'no contact') break
  }
}

const sendOne = async (entry: Unsent): Promise<'done' | 'later' | 'no contact'> => {
  const { id, sessionId, staffId, kind, happenedAt, data, corrects } = entry
  const body = { id, kind, happenedAt, data, ...(corrects ? { corrects } : {}) }
  try {
    await api.post(`/api/sessions/${sessionId}/events`, body, { as: staffId })
    taken = [...taken, entry]
    for (const tell of confirmed) tell(sessionId)
    await remove(id)
    return 'done'
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    if (error.kind === 'error') return 'later'
    if (waits.has(error.kind)) return 'no contact'
    const first = Object.values(error.fields)[0]
    const refused = { ...entry, refused: first ?? error.says }
    replace(refused)
    await keepUnsent(refused)
    return 'done'
  }
}

/** Whoever is signed in now; what they left unsent on this device goes on from here. */
export const startSending = async (staffId: string): Promise<void> => {
  owner = staffId
  const kept = await readUnsent()
  set([...kept, ...entries.filter(({ id }) => !kept.some((one) => one.id === id))])
  void flush()
}

/**
 * Keeps an entry on this device, shows it, then sends it. Shown only once it is on the disk: what stands on the screen
 * survives a battery that dies now. A disk that does not answer keeps nobody waiting for ever, and the screen says so.
 */
export const record = async (entry: Omit<Unsent, 'staffId' | 'enteredAt'>, staffId: string): Promise<void> => {
  const kept: Unsent = { ...entry, staffId, enteredAt: new Date().toISOString() }
  const keeping = keepUnsent(kept)
  const inTime = await Promise.race([keeping, new Promise<false>((done) => setTimeout(done, diskAnswersMs, false))])
  set([...entries, inTime ? kept : { ...kept, onlyInMemory: true }])
  if (!inTime) void keeping.then((late) => late && onDisk(kept.id))
  void flush()
}

/**
 * A decision about a session comes after what was entered of it here before: the screen counts that already, and a clinic
 * that had not got it yet would refuse. Without contact, or after a while, it goes on, and says itself what came of it.
 */
export const sendFirst = async (sessionId: string): Promise<void> => {
  if (entries.some((one) => one.sessionId === sessionId && one.refused === undefined && one.staffId === owner))
    await Promise.race([flush().catch(() => undefined), new Promise((done) => setTimeout(done, sendsFirstMs))])
}

export const sendAgain = (entry: Unsent): void => {
  const { refused: _, ...waiting } = entry
  replace(waiting)
  void keepUnsent(waiting)
  void flush()
}

export const giveUp = (entry: Unsent): void => void remove(entry.id)

/** Called for each entry the clinic has confirmed. */
export const whenConfirmed = (tell: (sessionId: string) => void): (() => void) => {
  confirmed.add(tell)
  return () => confirmed.delete(tell)
}

if (typeof window !== 'undefined') window.addEventListener('online', () => void flush())

/** On every screen of sessions: what this person left unsent on this device goes on. */
export const useSending = (staffId: string): void => {
  useEffect(() => {
    prepareToStartAlone()
    void startSending(staffId)
  }, [staffId])
}

const subscribe = (watcher: () => void) => {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

export const useUnsent = (): readonly Unsent[] => useSyncExternalStore(subscribe, () => entries)

export const useTaken = (): readonly Unsent[] => useSyncExternalStore(subscribe, () => taken)
