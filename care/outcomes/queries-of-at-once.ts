import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'
import type { AtOnce } from '../../science/instruments/course.ts'
import type { Instant } from '../../science/time.ts'
import type { SessionEvent } from '../sessions/event.ts'
import { entriesOf, standingLog } from '../sessions/log.ts'

/** One answer behind a link or by staff; or, with `event`, one entry of a session in which a Yes was ever entered. */
type Row = { patientId: string; at: Instant; is: AtOnce['is']; event: SessionEvent | null }

/**
 * When somebody said that they had tried to kill themselves since the last contact: question 4 of the suicide questions,
 * answered behind a link, entered by staff, or asked in the room. By patient, the oldest first. Attempts of the whole life
 * are not among them, nor any that nobody was told of. And psychiatric admissions that stand in the record, at the end of
 * their day by the clinic's clock: beside a score of that day it is the admission that counts. One statement.
 * @param only of sessions, responses and admissions alike: names the column `patient_id`
 */
export const listAtOnce = async (
  q: Query,
  only: Statement = sql`true`,
): Promise<ReadonlyMap<string, readonly AtOnce[]>> => {
  // What is looked for stands in the words of the indexes of migration 0060: few rows of many fit.
  const rows = await q.all<Row>(sql`
    select r.patient_id as "patientId", r.answered_at as at, 'attempted' as "is", null::jsonb as event from response r
    where r.instrument = 'asq-since-last' and r.answers ->> '4' = 'yes' and ${only}
      and not exists (select from response c where c.clinic_id = r.clinic_id and c.corrects = r.id)
    union all
    select a.patient_id, (a.admitted_on + 1)::timestamp at time zone z.time_zone - interval '1 second', 'admitted', null
    from admission a join clinic z on z.clinic_id = a.clinic_id
    where a.change <> 'entered in error' and ${only}
      and not exists (select from admission c where c.clinic_id = a.clinic_id and c.corrects = a.id)
    union all
    select s.patient_id, e.happened_at, 'attempted', jsonb_build_object('id', e.id, 'sessionId', e.session_id, 'kind', e.kind,
      'happenedAt', ${sql.instant('e.happened_at')}, 'recordedAt', ${sql.instant('e.recorded_at')},
      'recordedBy', e.recorded_by, 'seq', e.seq, 'data', e.data, 'corrects', e.corrects)
    from session_event e join session s on s.clinic_id = e.clinic_id and s.id = e.session_id
    where e.kind in ('facts', 'correction') and ${only} and e.session_id in (
      select y.session_id from session_event y
      where y.data #>> '{facts,suicide,4}' = 'yes' or y.data #>> '{data,facts,suicide,4}' = 'yes')`)
  const answered = rows.filter(({ event }) => event === null)
  const told = [...answered, ...inRooms(rows)].sort((a, b) => a.at.localeCompare(b.at))
  return new Map(
    [...Map.groupBy(told, ({ patientId }) => patientId)].map(([id, all]) => [
      id,
      all.map(({ at, is }) => ({ at, is })),
    ]),
  )
}

export const atOnceOf = async (q: Query, patientId: string): Promise<readonly AtOnce[]> =>
  (await listAtOnce(q, sql`patient_id = ${patientId}`)).get(patientId) ?? []

/** In the room the newest answer of a session counts, as it was corrected. */
const inRooms = (rows: readonly Row[]): Omit<Row, 'event'>[] => {
  const entries = rows.flatMap(({ patientId, event }) => (event ? [{ patientId, event }] : []))
  return [...Map.groupBy(entries, ({ event }) => event.sessionId).values()].flatMap((ofSession) => {
    const log = standingLog(ofSession.map(({ event }) => event))
    const newest = entriesOf(log, 'facts').findLast(({ data }) => data.facts.suicide !== undefined)
    const patientId = ofSession[0]?.patientId
    return patientId && newest?.data.facts.suicide?.['4'] === 'yes'
      ? [{ patientId, at: newest.happenedAt, is: 'attempted' as const }]
      : []
  })
}
