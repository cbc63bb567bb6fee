import { isDeepStrictEqual } from 'node:util'
import type { By } from '../../clinic/records/changes.ts'
import { sameIdOtherContent } from '../../clinic/records/conflict.ts'
import { clinicToday } from '../../clinic/records/queries.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import { Day } from '../../science/time.ts'
import { says } from '../../web/words/en/says/integrative.ts'
import { pastReviews, type SignIntegrative } from './integrative.ts'
import { listIntegrative } from './queries-of-integrative.ts'

/** Signs the next version. Of two prescribers at once the first wins, and the second is told who and when. */
export const signIntegrative = async (
  tx: Tx,
  patientId: string,
  { id, evaluationId, expected, items, why }: SignIntegrative,
  { actorId, now }: By,
): Promise<number> => {
  const versions = await listIntegrative(tx, patientId)
  const same = versions.find((one) => one.id === id)
  if (same) {
    if (isDeepStrictEqual(same.items, items) && same.why === why) return same.number
    throw sameIdOtherContent()
  }
  const [newest] = versions
  if ((newest?.number ?? 0) !== expected) throw meanwhile(newest)
  const fields = pastReviews(items, newest?.items ?? [], Day.parse(await clinicToday(tx, now)))
  const [first] = Object.values(fields)
  if (first) throw new Problem('invalid', first, { fields })
  const added = await tx.run(sql`
    insert into integrative_plan (clinic_id, id, patient_id, evaluation_id, number, items, why, signed_at, signed_by)
    values (evenkeel_clinic(), ${id}, ${patientId}, ${evaluationId}, ${expected + 1}, ${sql.json(items)}::jsonb, ${why},
            ${now}, ${actorId})
    on conflict do nothing`)
  if (added === 0) throw meanwhile((await listIntegrative(tx, patientId))[0])
  return expected + 1
}

const meanwhile = (first: { signedBy: string; signedAt: string; number: number } | undefined): Problem =>
  first
    ? new Problem('conflict', says.meanwhile(first.signedBy, first.number), {
        first: { by: first.signedBy, at: first.signedAt },
      })
    : sameIdOtherContent()
