import type { Database } from './types.ts'

/**
 * What the database last said, by a key, so that what is asked again and again and seldom changes is not. On the embedded
 * engine it is `sure`: this process is the only one that can change its data (the folder is locked), and a notice arrives with
 * the answer to the commit it tells of, so nothing is answered by what is not true any more. On a server somebody else may
 * have written a millisecond ago; what is found there may only be presumed (`presumed.ts`).
 */
export type Known<Row> = {
  sure: boolean
  find: (key: string) => Row | undefined
  /** What was read may be kept only when nothing was told since `asked`. */
  keep: (key: string, row: Row, asked: number) => void
  forget: (key: string) => void
  now: () => number
}

/** A notice of a trigger, for whoever keeps something in memory. It names no clinic, so that no screen hears it. */
export type Notice = { action: string; subject?: string }

/** More than a clinic has open at a time; beyond it everything is forgotten and asked anew. */
const most = 1000

/** @param untrue what a notice makes untrue: one key, everything, or (undefined) nothing of this. */
export const knownOf = <Row>(untrue: (notice: Notice) => { key: string } | 'everything' | undefined) => {
  const ofDatabase = new WeakMap<Database, Promise<Known<Row>>>()
  const newMemory = async (db: Database): Promise<Known<Row>> => {
    const sure = db.engine === 'embedded'
    const rows = new Map<string, Row>()
    let told = 0
    const hear = (payload: string): void => {
      const what = untrue(JSON.parse(payload) as Notice)
      if (!what) return
      told += 1
      if (what === 'everything') rows.clear()
      else rows.delete(what.key)
    }
    if (sure) await db.listen(hear)
    return {
      sure,
      find: (key) => rows.get(key),
      keep: (key, row, asked) => {
        if (asked !== told) return
        if (rows.size >= most) rows.clear()
        rows.set(key, row)
      },
      forget: (key) => rows.delete(key),
      now: () => told,
    }
  }
  /** Never asked inside a transaction: listening begins in its turn. */
  return (db: Database): Promise<Known<Row>> => {
    const found =
      ofDatabase.get(db) ??
      newMemory(db).catch((error: unknown) => {
        ofDatabase.delete(db)
        throw error
      })
    ofDatabase.set(db, found)
    return found
  }
}
