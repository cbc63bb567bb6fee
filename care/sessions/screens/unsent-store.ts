import { type IDBPDatabase, openDB } from 'idb'

/** An entry that is on this device and that the clinic has not confirmed. */
export type Unsent = {
  id: string
  sessionId: string
  /** Whose entry it is: it is sent only while they are signed in, so that nobody signs for another. */
  staffId: string
  kind: string
  happenedAt: string
  corrects?: string
  data: Record<string, unknown>
  enteredAt: string
  /** Why the clinic did not accept it; absent while it waits. */
  refused?: string
  /** True where this device could not write it down: it is lost if the page is closed. */
  onlyInMemory?: boolean
}

const name = 'evenkeel-sessions'
let opened: Promise<IDBPDatabase> | undefined

const open = (): Promise<IDBPDatabase> => {
  opened ??= openDB(name, 1, { upgrade: (db) => void db.createObjectStore('unsent', { keyPath: 'id' }) })
  return opened
}

export const readUnsent = (): Promise<Unsent[]> =>
  open()
    .then((db) => db.getAll('unsent'))
    .then((kept: Unsent[]) => kept.sort(byEntry))
    .catch(() => [])

/**
 * Writes an entry to the disk of this device, not only to its memory: a battery may be dead a moment later.
 * @returns false where the browser keeps no database (private windows); the entry then lives as long as the page
 */
export const keepUnsent = async (entry: Unsent): Promise<boolean> => {
  try {
    const writing = (await open()).transaction('unsent', 'readwrite', { durability: 'strict' })
    await Promise.all([writing.store.put(entry), writing.done])
    return true
  } catch {
    return false
  }
}

export const dropUnsent = async (id: string): Promise<void> => {
  // What stays behind is sent once more, which is harmless.
  await open()
    .then((db) => db.delete('unsent', id))
    .catch(() => {})
}

const byEntry = (a: Unsent, b: Unsent) => (a.enteredAt < b.enteredAt ? -1 : 1)
