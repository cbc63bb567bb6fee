import type { Query } from '../../database/types.ts'
import { continuing } from '../../science/instruments/continuing.ts'
import type { Instant } from '../../science/time.ts'
import { readOutcomes } from '../outcomes/queries.ts'
import type { AdmissionOnRecord, UndatedBehavior } from '../outcomes/queries-of-at-once.ts'
import type { Series } from '../outcomes/series.ts'
import { type Borne, listBorne } from '../outcomes/tolerability.ts'

/** What lies before a prescriber who decides how to go on: how scores moved, how sessions were borne, what is known. */
export type DecisionGround = {
  series: Series[]
  admissions: readonly AdmissionOnRecord[]
  undated: readonly UndatedBehavior[]
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
  const [{ series, admissions, undated }, borne] = await Promise.all([
    readOutcomes(q, patientId, now),
    listBorne(q, planId),
  ])
  return { series, admissions, undated, borne, known: continuing }
}
