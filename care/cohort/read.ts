import type { Database } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { type Curve, curvesOf } from './curve.ts'
import { listStarted } from './queries.ts'
import { starterFrom } from './starter.ts'
import { type Row, tableBy } from './table.ts'

export type CohortAnswer = {
  asOf: Instant
  byRoute: Row[]
  byDiagnosis: Row[]
  toResponse: Curve[]
  toRelapse: Curve[]
}

/** How everybody who started here fared, as it may be shown. Counted outside of the transaction. */
export const readCohort = async (db: Database, clinicId: string, now: Instant): Promise<CohortAnswer> => {
  const started = await listStarted(db, clinicId)
  const starters = started.flatMap((one) => starterFrom(one, now) ?? [])
  return {
    asOf: now,
    byRoute: tableBy('route', starters),
    byDiagnosis: tableBy('diagnosis', starters),
    toResponse: curvesOf(starters, 'toResponse'),
    toRelapse: curvesOf(starters, 'toRelapse'),
  }
}
