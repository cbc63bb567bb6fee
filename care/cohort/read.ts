import type { DefinitionsChosen } from '../../clinic/accounts/settings/queries.ts'
import { reading } from '../../database/read.ts'
import type { Database } from '../../database/types.ts'
import { relapseRuleBy } from '../../science/instruments/definitions.ts'
import type { Instant } from '../../science/time.ts'
import { namedBy, type RowNamed } from '../outcomes/definitions.ts'
import { definitionsInForce } from '../outcomes/queries-of-definitions.ts'
import { type Curve, curvesOf } from './curve.ts'
import { listStarted } from './queries.ts'
import { type Started, starterFrom } from './starter.ts'
import { type Row, tableBy } from './table.ts'

export type CohortAnswer = {
  asOf: Instant
  byRoute: Row[]
  byDiagnosis: Row[]
  toResponse: Curve[]
  toRelapse: Curve[]
  /** What improvement lost was read by, of everybody and the whole time, and since when. */
  lostBy: RowNamed & { from: number; riseFrom: number }
}

/** How everybody who started here fared, as it may be shown. Counted outside of the transaction. */
export const readCohort = async (db: Database, clinicId: string, now: Instant): Promise<CohortAnswer> => {
  const chosen = await reading(db, { clinicId }, definitionsInForce)
  return cohortOf(await listStarted(db, clinicId), chosen, now)
}

/** The same of what was read. */
export const cohortOf = (started: readonly Started[], chosen: DefinitionsChosen, now: Instant): CohortAnswer => {
  const rule = relapseRuleBy(chosen, 'phq-9')
  if (!rule) throw new Error('PHQ-9 has no relapse rule')
  const starters = started.flatMap((one) => starterFrom(one, now, chosen) ?? [])
  return {
    asOf: now,
    byRoute: tableBy('route', starters),
    byDiagnosis: tableBy('diagnosis', starters),
    toResponse: curvesOf(starters, 'toResponse'),
    toRelapse: curvesOf(starters, 'toRelapse'),
    lostBy: { ...namedBy(chosen, 'phq-9-relapse'), from: rule.from, riseFrom: rule.riseFrom },
  }
}
