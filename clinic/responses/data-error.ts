import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import { recordAlerts } from '../../science/criteria/gates.ts'
import { measureById } from '../../science/instruments/catalogue.ts'
import { scoreOf } from '../../science/instruments/scoring.ts'
import { checkStated } from '../../science/instruments/stated.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/responses.ts'
import type { Flag } from './instruments.ts'
import type { Answered } from './response.ts'

type Entered = {
  id: string
  patientId: string
  instrument: string
  answers: Answered
  total?: number
  stated?: number
  corrects?: string
  answeredAt: Instant
}

const q1 = (sentence: string): Flag => ({
  id: recordAlerts.dataError.id,
  level: 'review',
  says: sentence,
  source: recordAlerts.dataError.source,
})

/**
 * Q1: a total that stood beside the answers and is not theirs, or another answering of the same day that says something
 * else. Answers out of range and codes of another question do not come this far: they are refused.
 */
export const dataErrors = async (
  q: Query,
  { id, patientId, instrument, answers, total, stated, corrects, answeredAt }: Entered,
  { title, scoring }: { title: string; scoring?: unknown },
): Promise<Flag[]> => {
  const measure = measureById[instrument]
  const checked =
    measure && stated !== undefined && total === undefined
      ? checkStated(measure, scoreOf(measure, answers), stated)
      : undefined
  const wrong = checked && !checked.agrees ? [q1(`${title}: ${checked.says}`)] : []
  if (!scoring) return wrong
  const twice = await q.maybe(sql`
    select r.id from response_standing r, clinic c
    where r.patient_id = ${patientId} and r.instrument = ${instrument} and r.id <> ${id}
      and r.id is distinct from ${corrects ?? null}::uuid
      and r.answers <> ${sql.json(total === undefined ? answers : { total })}::jsonb
      and (r.answered_at at time zone c.time_zone)::date = (${answeredAt}::timestamptz at time zone c.time_zone)::date limit 1`)
  return twice ? [...wrong, q1(says.twiceADay(title))] : wrong
}
