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
}

const name = 'evenkeel-sessions'
let opened: Promise<IDBPDatabase> | undefined

const open = (): Promise<IDBPDatabase> => {
  opened ??= openDB(name, 1, { upgrade: (db) => void db.createObjectStore('unsent', { keyPath: 'id' }) })
  return opened
}

/** Where the browser keeps no database (private windows), entries live as long as the page. */
const quietly = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => work().catch(() => otherwise)

export const readUnsent = (): Promise<Unsent[]> =>
  quietly(async () => ((await (await open()).getAll('unsent')) as Unsent[]).sort(byEntry), [])

export const keepUnsent = (entry: Unsent): Promise<unknown> =>
  quietly(async () => (await open()).put('unsent', entry), undefined)

export const dropUnsent = (id: string): Promise<unknown> =>
  quietly(async () => (await open()).delete('unsent', id), undefined)

const byEntry = (a: Unsent, b: Unsent) => (a.enteredAt < b.enteredAt ? -1 : 1)
