import { listDemos } from '../clinic/accounts/demo-clinic.ts'
import { discardDemo } from '../database/discard-demo.ts'
import { listDrillClinics } from '../database/owner.ts'
import type { Database } from '../database/types.ts'
import type { Making } from './build.ts'

/** A demo that is being made on a database by this process, and how much of it is done, 0 to 1. */
export type Underway = { share: number; finished: Promise<string> }

const underway = new WeakMap<Database, Underway>()

export const findUnderway = (db: Database): Underway | undefined => underway.get(db)

/**
 * The demo clinic of this database: the one that is there, or a new one. What an earlier making left half-done is
 * thrown away first. Whoever asks while it is being made waits for the same one.
 */
export const makeDemo = (making: Making): Underway => {
  const { db, tell } = making
  const already = underway.get(db)
  if (already) return already
  const work: Underway = { share: 0, finished: Promise.resolve('') }
  work.finished = wholeOrNew({
    ...making,
    tell: (share) => {
      work.share = share
      tell?.(share)
    },
  }).finally(() => underway.delete(db))
  underway.set(db, work)
  return work
}

const wholeOrNew = async (making: Making): Promise<string> => {
  let whole: string | undefined
  for (const { clinicId, madeAt } of await listDemos(making.db)) {
    if (madeAt && !whole) whole = clinicId
    else await discardDemo(making.db, clinicId)
  }
  if (whole) return whole
  // Loaded only when one is made: it carries the whole server with it.
  const { buildDemo } = await import('./build.ts')
  return buildDemo(making)
}

/** Throws every demo clinic away, whole or not, and what its people drill in. @returns how many */
export const discardDemos = async (db: Database): Promise<number> => {
  const demos = await listDemos(db)
  const drills = await listDrillClinics(db)
  for (const { clinicId } of demos) {
    for (const drill of drills.filter(({ drillOf }) => drillOf === clinicId)) await discardDemo(db, drill.clinicId)
    await discardDemo(db, clinicId)
  }
  return demos.length
}
