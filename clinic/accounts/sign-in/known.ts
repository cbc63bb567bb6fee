import type { Database } from '../../../database/types.ts'

/**
 * What the database last said of who holds which sign-in, by the hash of its token, so that not every request asks again.
 * Forgotten whole with the first notice that a sign-in or a person changed (trigger `told`, migrations/0011).
 *
 * Only on the embedded engine: this process is the only one that can change its data, and a notice arrives with the
 * answer to the commit it tells of, so nobody is ever let in by what is not true any more. On a server somebody else may
 * have written a millisecond ago, and every request asks.
 */
export type Known<Row> = {
  find: (hash: string) => Row | undefined
  /** What was read may be kept only when nothing was told since `asked`. */
  keep: (hash: string, row: Row, asked: number) => void
  now: () => number
}

/** More sign-ins than a clinic has; beyond it everything is forgotten and asked anew. */
const most = 1000

const knownOf = new WeakMap<Database, Promise<Known<unknown> | undefined>>()

export const signInsKnown = <Row>(db: Database): Promise<Known<Row> | undefined> => {
  const found =
    knownOf.get(db) ??
    listenTo(db).catch((error: unknown) => {
      knownOf.delete(db)
      throw error
    })
  knownOf.set(db, found)
  return found as Promise<Known<Row> | undefined>
}

const listenTo = async (db: Database): Promise<Known<unknown> | undefined> => {
  if (db.engine !== 'embedded') return undefined
  const rows = new Map<string, unknown>()
  let told = 0
  await db.listen((payload) => {
    if ((JSON.parse(payload) as { action: string }).action !== 'sign-ins') return
    told += 1
    rows.clear()
  })
  return {
    find: (hash) => rows.get(hash),
    keep: (hash, row, asked) => {
      if (asked !== told) return
      if (rows.size >= most) rows.clear()
      rows.set(hash, row)
    },
    now: () => told,
  }
}
