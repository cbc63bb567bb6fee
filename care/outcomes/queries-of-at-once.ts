import type { FactOf } from '../../clinic/records/kinds.ts'
import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'
import type { AtOnce } from '../../science/instruments/course.ts'
import type { Instant } from '../../science/time.ts'
import type { SessionEvent } from '../sessions/event.ts'
import { entriesOf, standingLog } from '../sessions/log.ts'

/** One answer behind a link or by staff; or, with `event`, one entry of a session in which a Yes was ever entered. */
type Row = {
  patientId: string
  at: Instant
  is: AtOnce['is'] | 'undated'
  event: SessionEvent | null
  admission: AdmissionOnRecord | null
}

/** A psychiatric admission that stands in the record. */
export type AdmissionOnRecord = FactOf<'admission'> & { id: string }

/**
 * When a C-SSRS screener said that there was suicidal behavior in the past three months. Its sixth question has no day,
 * and preparing, or breaking off, is a Yes as well: it is no suicide attempt that is on record, may lie before the first
 * dose, and so is no relapse by itself. It is put before whoever reads the course, who asks when and what it was.
 */
export type UndatedBehavior = { at: Instant }

/**
 * When somebody said that they had tried to kill themselves since the last contact: question 4 of the suicide questions,
 * answered behind a link, entered by staff, or asked in the room. By patient, the oldest first. Attempts of the whole life
 * are not among them, nor any that nobody was told of. And psychiatric admissions that stand in the record, at the end of
 * their day by the clinic's clock: beside a score of that day it is the admission that counts. One statement.
 */
export const listAtOnce = async (q: Query): Promise<ReadonlyMap<string, readonly AtOnce[]>> =>
  byPatient(await listRows(q, sql`true`))

/** As `listAtOnce`, of one patient, with the admissions among them as they are on record. */
export const atOnceOf = async (
  q: Query,
  patientId: string,
): Promise<{
  atOnce: readonly AtOnce[]
  admissions: readonly AdmissionOnRecord[]
  undated: readonly UndatedBehavior[]
}> => {
  const rows = await listRows(q, sql`patient_id = ${patientId}`, { undated: true })
  return {
    atOnce: byPatient(rows).get(patientId) ?? [],
    admissions: rows.flatMap(({ admission }) => admission ?? []),
    undated: rows.filter(({ is }) => is === 'undated').map(({ at }) => ({ at })),
  }
}

/** @param only of sessions, responses and admissions alike: names the column `patient_id` */
const listRows = (q: Query, only: Statement, { undated } = { undated: false }): Promise<Row[]> =>
  // What is looked for stands in the words of the indexes of migration 0060: few rows of many fit.
  q.all<Row>(sql`
    select r.patient_id as "patientId", r.answered_at as at, 'attempted' as "is", null::jsonb as event,
      null::jsonb as admission
    from response_standing r
    where r.instrument = 'asq-since-last' and r.answers ->> '4' = 'yes' and ${only}
    ${undated ? sql`union all ${undatedRows(only)}` : sql``}
    union all
    select a.patient_id, (a.admitted_on + 1)::timestamp at time zone z.time_zone - interval '1 second', 'admitted', null,
      jsonb_build_object('id', a.id, 'admittedOn', a.admitted_on, 'stay', a.stay, 'dischargedOn', a.discharged_on,
        'hospital', a.hospital, 'knownFrom', a.known_from, 'note', a.note)
    from admission a join clinic z on z.clinic_id = a.clinic_id
    where a.change <> 'entered in error' and ${only}
      and not exists (select from admission c where c.clinic_id = a.clinic_id and c.corrects = a.id)
    union all
    select s.patient_id, e.happened_at, 'attempted', jsonb_build_object('id', e.id, 'sessionId', e.session_id, 'kind', e.kind,
      'happenedAt', ${sql.instant('e.happened_at')}, 'recordedAt', ${sql.instant('e.recorded_at')},
      'recordedBy', e.recorded_by, 'seq', e.seq, 'data', e.data, 'corrects', e.corrects), null
    from session_event e join session s on s.clinic_id = e.clinic_id and s.id = e.session_id
    where e.kind in ('facts', 'correction') and ${only} and e.session_id in (
      select y.session_id from session_event y
      where y.data #>> '{facts,suicide,4}' = 'yes' or y.data #>> '{data,facts,suicide,4}' = 'yes')`)

const undatedRows = (only: Statement): Statement => sql`
  select r.patient_id, r.answered_at, 'undated', null::jsonb, null::jsonb
  from response_standing r
  where r.instrument = 'c-ssrs-screener' and r.answers ->> '6' = 'in the past 3 months' and ${only}`

type Dated = { patientId: string } & AtOnce

const byPatient = (rows: readonly Row[]): ReadonlyMap<string, readonly AtOnce[]> => {
  const answered = rows.flatMap(({ patientId, at, is, event }): Dated[] =>
    event === null && is !== 'undated' ? [{ patientId, at, is }] : [],
  )
  const told = [...answered, ...inRooms(rows)].sort((a, b) => a.at.localeCompare(b.at))
  return new Map(
    [...Map.groupBy(told, ({ patientId }) => patientId)].map(([id, all]) => [
      id,
      all.map(({ at, is }) => ({ at, is })),
    ]),
  )
}

/** In the room the newest answer of a session counts, as it was corrected; a list that leaves the question open has none. */
const inRooms = (rows: readonly Row[]): Dated[] => {
  const entries = rows.flatMap(({ patientId, event }) => (event ? [{ patientId, event }] : []))
  return [...Map.groupBy(entries, ({ event }) => event.sessionId).values()].flatMap((ofSession) => {
    const log = standingLog(ofSession.map(({ event }) => event))
    const newest = entriesOf(log, 'facts').findLast(
      ({ data: { facts } }) => facts.suicide === null || facts.suicide?.['4'] != null,
    )
    const patientId = ofSession[0]?.patientId
    return patientId && newest?.data.facts.suicide?.['4'] === 'yes'
      ? [{ patientId, at: newest.happenedAt, is: 'attempted' as const }]
      : []
  })
}
