import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
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

/** Of a response `r`: one that a later one corrects stays in the table and counts no more. */
export const answersThatStand = sql.raw(`not exists (
  select from response c where c.clinic_id = r.clinic_id and c.corrects = r.id)`)

/** Everything one patient answered that stands, the oldest first. */
export const listResponses = (q: Query, patientId: string): Promise<Response[]> =>
  q.all<Response>(sql`select ${columns} from response r
    where r.patient_id = ${patientId} and ${answersThatStand} order by r.answered_at, r.id`)

/** What one patient answered to one instrument and stands, the newest first. */
export const listAnswersTo = (
  q: Query,
  patientId: string,
  instrument: string,
): Promise<Pick<Response, 'id' | 'answeredAt' | 'answers'>[]> =>
  q.all<Pick<Response, 'id' | 'answeredAt' | 'answers'>>(sql`select r.id, r.answered_at as "answeredAt", r.answers
    from response r where r.patient_id = ${patientId} and r.instrument = ${instrument} and ${answersThatStand}
    order by r.answered_at desc, r.id`)

export const findResponse = (q: Query, id: string): Promise<Response | undefined> =>
  q.maybe<Response>(sql`select ${columns} from response r where r.id = ${id}`)

/** What came through one link. */
export const listResponsesOfLink = (q: Query, linkId: string): Promise<Response[]> =>
  q.all<Response>(sql`select ${columns} from response r where r.link_id = ${linkId} order by r.instrument`)

/** The last answers to an instrument before a moment, with bounds; those without any cannot be compared with. */
export const findPrevious = (
  q: Query,
  patientId: string,
  instrument: string,
  before: Instant,
): Promise<Response | undefined> =>
  q.maybe<Response>(sql`select ${columns} from response r
    where r.patient_id = ${patientId} and r.instrument = ${instrument} and r.answered_at < ${before}
      and r.lowest is not null and ${answersThatStand}
    order by r.answered_at desc, r.id limit 1`)

const charted = outcomeDefinitions.map(({ instrument }) => instrument)

/** What a series is drawn from, without the answers themselves. */
export const listScores = (q: Query, patientId: string): Promise<Score[]> =>
  q.all<Score>(sql`
    select r.id, r.instrument, r.answered_at as "answeredAt", r.context_kind as "contextKind", r.missing, r.score,
           r.lowest, r.highest, r.asked_in as "askedIn", case when r.instrument = 'phq-9' then (r.answers ->> '9')::int end as "question9"
    from response r
    where r.patient_id = ${patientId} and r.instrument = any(${charted}::text[]) and ${answersThatStand}
    order by r.answered_at, r.id`)

/** What a score may rest on besides the answers. Intersex and unknown are not told apart: limits then are the lower ones. */
export const findAbout = async (q: Query, patientId: string): Promise<About> => {
  const found = await q.maybe<{ sex: string | null }>(sql`select sex from patient_now where id = ${patientId}`)
  return found?.sex === 'female' || found?.sex === 'male' ? { sex: found.sex } : {}
}
