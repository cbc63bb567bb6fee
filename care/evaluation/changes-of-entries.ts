import { isDeepStrictEqual } from 'node:util'
import type { By } from '../../clinic/records/changes.ts'
import { beaten, sameIdOtherContent } from '../../clinic/records/conflict.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import { says as recordsSay } from '../../web/words/en/says/records.ts'
import { dayOf, type EntryChange } from './entry.ts'

type Stored = {
  id: string
  kind: string
  change: string
  corrects: string | null
  content: object
  by: string
  at: Instant
}

/** Why nothing can have been done with the patient on that day; undefined when it can. */
const wrongDay = async (tx: Tx, evaluationId: string, day: string, now: Instant): Promise<string | undefined> => {
  const { isAhead, isBeforeBirth } = await tx.one<{ isAhead: boolean; isBeforeBirth: boolean }>(sql`
    select ${day}::date > (${now}::timestamptz at time zone c.time_zone)::date as "isAhead",
           coalesce(${day}::date < p.birth_date, false) as "isBeforeBirth"
    from clinic c
    left join evaluation e on e.id = ${evaluationId}
    left join patient_now p on p.clinic_id = e.clinic_id and p.id = e.patient_id`)
  if (isAhead) return says.dayInFuture
  return isBeforeBirth ? recordsSay.dateBeforeBirth : undefined
}

/**
 * Appends an entry, its correction, or that it was a mistake. Sent twice it is stored once; of two people who correct the
 * same one the first wins and the second is told who.
 */
export const saveEntry = async (
  tx: Tx,
  evaluationId: string,
  sent: EntryChange,
  { actorId, now }: By,
): Promise<void> => {
  const { id, kind, change, corrects = null, why = '' } = sent
  const dated = dayOf(sent.content)
  const wrong = dated && (await wrongDay(tx, evaluationId, dated.day, now))
  if (wrong) throw new Problem('invalid', wrong, { fields: { [`content.${dated.path}`]: wrong } })
  const find = (where: ReturnType<typeof sql>) =>
    tx.maybe<Stored>(sql`
      select e.id, e.kind, e.change, e.corrects, e.content, s.name as by, e.recorded_at as at
      from evaluation_entry e join staff s on s.clinic_id = e.clinic_id and s.id = e.recorded_by
      where e.evaluation_id = ${evaluationId} and ${where}`)
  const earlier = corrects === null ? undefined : await find(sql`e.id = ${corrects} and e.kind = ${kind}`)
  if (corrects !== null && !earlier) throw new Problem('not-found', says.noSuchEntry)
  const content = sent.content ?? earlier?.content ?? {}
  const added = await tx.run(sql`
    insert into evaluation_entry (clinic_id, id, evaluation_id, kind, change, corrects, why, content, recorded_at, recorded_by)
    values (evenkeel_clinic(), ${id}, ${evaluationId}, ${kind}, ${change}, ${corrects}, ${why}, ${sql.json(content)}::jsonb,
            ${now}, ${actorId})
    on conflict do nothing`)
  if (added === 1) return
  const same = await find(sql`e.id = ${id}`)
  if (same && same.change === change && same.corrects === corrects && isDeepStrictEqual(same.content, content)) return
  const first = same ? undefined : await find(sql`e.corrects = ${corrects}::uuid`)
  throw first ? beaten('this entry', first) : sameIdOtherContent()
}
