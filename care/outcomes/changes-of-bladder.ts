import type { NewResponse } from '../../clinic/responses/changes.ts'
import type { Flag } from '../../clinic/responses/instruments.ts'
import { aboutAnswers, raiseFlag } from '../../clinic/responses/raise.ts'
import { isTold } from '../../clinic/responses/rises.ts'
import { sql } from '../../database/sql.ts'
import type { Statement, Tx } from '../../database/types.ts'
import type { Answers } from '../../science/instruments/instrument.ts'
import { urinary, urinaryFlag } from '../../science/instruments/urinary.ts'
import type { Instant } from '../../science/time.ts'

type Answered = { id: string; answers: Answers; answeredAt: Instant }

const find = (tx: Tx, patientId: string, which: Statement): Promise<Answered | undefined> =>
  tx.maybe<Answered>(sql`
    select r.id, r.answers, r.answered_at as "answeredAt" from response_standing r
    where r.patient_id = ${patientId} and r.instrument = ${urinary.id} and ${which} limit 1`)

/** U1: blood once, or something new or worse now and the time before. */
const u1 = async (tx: Tx, patientId: string, { id, answers, answeredAt }: Answered) => {
  const earlier = sql`r.id <> ${id} and r.answered_at < ${answeredAt} order by r.answered_at desc, r.recorded_at desc`
  const before = await find(tx, patientId, earlier)
  const found = urinaryFlag(answers, before?.answers)
  if (!found) return undefined
  const flag: Flag = { id: found.id, level: 'review', says: found.says, source: found.source }
  return { flag, about: aboutAnswers(id), inputs: { answers, before: before?.answers ?? null } }
}

/** Answers about the bladder were stored. @returns what they raise by themselves; what they make of the next ones is raised about those */
export const lookAtBladder = async (tx: Tx, response: NewResponse): Promise<Flag[]> => {
  const { patientId, now, answeredAt } = response
  const found = await u1(tx, patientId, { ...response, answers: response.answers as Answers })
  if (found) await raiseFlag(tx, { ...response, about: found.about }, found.flag, found.inputs)
  await lookAtNextBladder(tx, patientId, answeredAt, now)
  return found ? [found.flag] : []
}

/** What stood before the next answers has changed: entered late, corrected or taken back. */
export const lookAtNextBladder = async (tx: Tx, patientId: string, after: Instant, now: Instant): Promise<void> => {
  const next = await find(tx, patientId, sql`r.answered_at > ${after} order by r.answered_at, r.recorded_at`)
  const found = next && (await u1(tx, patientId, next))
  if (!found || (await isTold(tx, next.id, found.flag))) return
  await raiseFlag(tx, { patientId, about: found.about, now }, found.flag, found.inputs)
}
