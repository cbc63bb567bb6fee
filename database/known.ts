import type { Database } from './types.ts'

/**
 * What the database last said, by a key, so that what is asked again and again and seldom changes is not. Only on the
 * embedded engine: this process is the only one that can change its data (the folder is locked), and a notice arrives with
 * the answer to the commit it tells of, so nothing is answered by what is not true any more. On a server somebody else may
 * have written a millisecond ago; there `known` is undefined and every question goes to the database.
 */
export type Known<Row> = {
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
  const ofDatabase = new WeakMap<Database, Promise<Known<Row> | undefined>>()
  const listenTo = async (db: Database): Promise<Known<Row> | undefined> => {
    if (db.engine !== 'embedded') return undefined
    const rows = new Map<string, Row>()
    let told = 0
    await db.listen((payload) => {
      const what = untrue(JSON.parse(payload) as Notice)
      if (!what) return
      told += 1
      if (what === 'everything') rows.clear()
      else rows.delete(what.key)
    })
    return {
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
  return (db: Database): Promise<Known<Row> | undefined> => {
    const found =
      ofDatabase.get(db) ??
      listenTo(db).catch((error: unknown) => {
        ofDatabase.delete(db)
        throw error
      })
    ofDatabase.set(db, found)
    return found
  }
}
