import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'
import type { About } from '../../science/instruments/instrument.ts'
import { outcomeDefinitions } from '../../science/instruments/outcome.ts'
import type { Instant } from '../../science/time.ts'
import type { Response, Score } from './response.ts'

const columns = sql.raw(`
  r.id, r.patient_id as "patientId", r.instrument, r.instrument_version as "instrumentVersion",
  r.asked_in as "askedIn", r.answers,
  r.context_kind as "contextKind", r.context_id as "contextId", r.answered_at as "answeredAt",
  r.answered_by_kind as "answeredByKind", r.answered_by as "answeredBy", r.recorded_at as "recordedAt", r.missing,
  r.score, r.lowest, r.highest, r.corrects`)

/** Everything one patient answered that stands, the oldest first. */
export const listResponses = (q: Query, patientId: string): Promise<Response[]> =>
  q.all<Response>(sql`select ${columns} from response_standing r
    where r.patient_id = ${patientId} order by r.answered_at, r.id`)

/** What one patient answered to one instrument and stands, the newest first. */
export const listAnswersTo = (
  q: Query,
  patientId: string,
  instrument: string,
): Promise<Pick<Response, 'id' | 'answeredAt' | 'answers'>[]> =>
  q.all<Pick<Response, 'id' | 'answeredAt' | 'answers'>>(sql`select r.id, r.answered_at as "answeredAt", r.answers
    from response_standing r where r.patient_id = ${patientId} and r.instrument = ${instrument}
    order by r.answered_at desc, r.id`)

/** What came through one link. */
export const listResponsesOfLink = (q: Query, linkId: string): Promise<Response[]> =>
  q.all<Response>(sql`select ${columns} from response r where r.link_id = ${linkId} order by r.instrument`)

/** The answers next to a moment, before or after it, of those that stand with bounds; others cannot be compared with. */
const beside = (q: Query, patientId: string, instrument: string, which: Statement): Promise<Response | undefined> =>
  q.maybe<Response>(sql`select ${columns} from response_standing r
    where r.patient_id = ${patientId} and r.instrument = ${instrument} and r.lowest is not null and ${which} limit 1`)

export const findPrevious = (q: Query, patientId: string, instrument: string, before: Instant) =>
  beside(q, patientId, instrument, sql`r.answered_at < ${before} order by r.answered_at desc, r.id`)

export const findNext = (q: Query, patientId: string, instrument: string, after: Instant) =>
  beside(q, patientId, instrument, sql`r.answered_at > ${after} order by r.answered_at, r.id`)

/** Of the answers with this id: why they count no more, as one value; null while they count, and of what is no answers at all. */
export const ended = (id: Statement): Statement => sql`(
  select jsonb_build_object('is', case when c.takes_back then 'taken back' else 'corrected' end, 'why', c.why, 'by', w.name,
           'at', ${sql.instant('c.recorded_at')})
  from response c join staff w on w.clinic_id = c.clinic_id and w.id = c.answered_by where c.corrects = ${id})`

/** Who corrected these answers or took them back, and when. */
export const findEnded = (q: Query, responseId: string): Promise<{ id: string; by: string; at: Instant } | undefined> =>
  q.maybe(sql`select c.id, s.name as by, c.recorded_at as at
    from response c join staff s on s.clinic_id = c.clinic_id and s.id = c.answered_by where c.corrects = ${responseId}`)

const charted = outcomeDefinitions.map(({ instrument }) => instrument)

/** What a series is drawn from, without the answers themselves. */
export const listScores = (q: Query, patientId: string): Promise<Score[]> =>
  q.all<Score>(sql`
    select r.id, r.instrument, r.answered_at as "answeredAt", r.context_kind as "contextKind", r.missing, r.score,
           r.lowest, r.highest, r.asked_in as "askedIn", case when r.instrument = 'phq-9' then (r.answers ->> '9')::int end as "question9"
    from response_standing r
    where r.patient_id = ${patientId} and r.instrument = any(${charted}::text[])
    order by r.answered_at, r.id`)

/** What a score may rest on besides the answers. Intersex and unknown are not told apart: limits then are the lower ones. */
export const findAbout = async (q: Query, patientId: string): Promise<About> => {
  const found = await q.maybe<{ sex: string | null }>(sql`select sex from patient_now where id = ${patientId}`)
  return found?.sex === 'female' || found?.sex === 'male' ? { sex: found.sex } : {}
}
