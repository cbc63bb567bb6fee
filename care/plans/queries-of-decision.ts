import { current, type Row, standing } from '../../clinic/records/fact.ts'
import type { FactOf } from '../../clinic/records/kinds.ts'
import { listRows } from '../../clinic/records/queries.ts'
import type { Query } from '../../database/types.ts'
import { continuing } from '../../science/instruments/continuing.ts'
import type { Instant } from '../../science/time.ts'
import { readOutcomes } from '../outcomes/queries.ts'
import type { Series } from '../outcomes/series.ts'
import { type Borne, listBorne } from '../outcomes/tolerability.ts'

/** What lies before a prescriber who decides how to go on: how scores moved, how sessions were borne, what is known. */
export type DecisionGround = {
  series: Series[]
  admissions: Row<FactOf<'admission'>>[]
  borne: Borne[]
  known: typeof continuing
}

/** Read when a review is due, and only then. */
export const groundOfDecision = async (
  q: Query,
  patientId: string,
  planId: string,
  now: Instant,
): Promise<DecisionGround> => {
  const [{ series }, admissions, borne] = await Promise.all([
    readOutcomes(q, patientId, now),
    listRows(q, 'admission', patientId),
    listBorne(q, planId),
  ])
  return { series, admissions: current(standing(admissions)), borne, known: continuing }
}
