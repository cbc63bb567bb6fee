import { current, standing } from '../../clinic/records/fact.ts'
import { listRows } from '../../clinic/records/queries.ts'
import type { Query } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'

/** Who stands in the record for the way home, and who wrote it down when. Whether they come today nobody has said by that. */
export type EscortOnRecord = {
  id: string
  name: string
  phone: string
  relation: string
  /** Null: nobody has said whether they are. */
  isAdult: boolean | null
  by: string
  at: Instant
}

export const listEscorts = async (q: Query, patientId: string): Promise<EscortOnRecord[]> =>
  current(standing(await listRows(q, 'contact', patientId)))
    .filter(({ kind }) => kind === 'escort')
    .map(({ id, name, phone, relation, isAdult, recordedBy: by, recordedAt: at }) => ({
      id,
      name,
      phone,
      relation,
      isAdult,
      by,
      at,
    }))
