import type { Answered } from '../../../clinic/responses/response.ts'
import { sql } from '../../../database/sql.ts'
import type { Query } from '../../../database/types.ts'
import { instrumentById, measureById } from '../../../science/instruments/catalogue.ts'
import type { Instant } from '../../../science/time.ts'
import { noteWords as words } from '../../../web/words/en/notes.ts'
import { answered } from './fact-line.ts'

/** What a clinician rated in this session, besides the room's own questions. */
export type RatedHere = {
  instrument: string
  answers: Answered
  score: number | null
  answeredAt: Instant
  recordedAt: Instant
  by: string
}

/** As they stand, the oldest first. */
export const listRatedHere = (q: Query, sessionId: string): Promise<RatedHere[]> =>
  q.all<RatedHere>(sql`
    select r.instrument, r.answers, r.score, r.answered_at as "answeredAt", r.recorded_at as "recordedAt", w.name as by
    from response_standing r join staff w on w.clinic_id = r.clinic_id and w.id = r.answered_by
    where r.context_kind = 'session' and r.context_id = ${sessionId} and r.answered_by_kind = 'staff'
    order by r.answered_at, r.id`)

/** The answers in words where the words are ours to print; of what needs a license the numbers, and what they come to. */
const saidOf = ({ instrument: id, answers, score }: RatedHere): string => {
  const worded = instrumentById[id]
  const [only, ...more] = worded?.items ?? []
  if (only && more.length === 0)
    return only.answers.find(({ value }) => value === answers[only.linkId])?.text ?? words.unknown
  if (worded) return [...(score === null ? [] : [words.total(score)]), answered(worded, answers)].join('; ')
  if (score !== null) return words.total(score)
  const numbered = Object.entries(answers).flatMap(([linkId, value]) =>
    value == null || value === 'no' ? [] : [words.numbered(linkId, String(value))],
  )
  const result = measureById[id]?.reads?.(answers, {}).result
  return [...(result ? [result] : []), ...numbered].join('; ') || words.unknown
}

export const ratedLine = (one: RatedHere, time: (at: Instant) => string): string =>
  `${measureById[one.instrument]?.title ?? one.instrument}: ${saidOf(one)} (${time(one.answeredAt)}, ${one.by}).`
