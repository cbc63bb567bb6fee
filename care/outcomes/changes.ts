import type { ChangeOf } from '../../clinic/records/fact.ts'
import { type NewResponse, type Saved, saveResponse } from '../../clinic/responses/changes.ts'
import type { Flag } from '../../clinic/responses/instruments.ts'
import { listScores } from '../../clinic/responses/queries.ts'
import { aboutAnswers, raiseFlag } from '../../clinic/responses/raise.ts'
import { isTold } from '../../clinic/responses/rises.ts'
import { type TakenBack, takeBack } from '../../clinic/responses/take-back.ts'
import { stillOpen } from '../../clinic/safety/open.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import { asqSinceLast } from '../../science/instruments/asq.ts'
import { phq9 } from '../../science/instruments/phq9.ts'
import { urinary } from '../../science/instruments/urinary.ts'
import type { Instant } from '../../science/time.ts'
import { lookAtBladder, lookAtNextBladder } from './changes-of-bladder.ts'
import { listDoses } from './queries.ts'
import { atOnceOf } from './queries-of-at-once.ts'
import { definitionsInForce } from './queries-of-definitions.ts'
import { riskCheckFlag } from './risk-check.ts'
import { phq9Series, type Series } from './series.ts'
import { worseFlag } from './worse.ts'

/**
 * Stores what somebody answered, and looks at it in the light of the course: besides the alerts that the answers ask
 * for by themselves, U1 about the bladder, and W1 when PHQ-9 is worse than before the first dose and no sharper alert says so already.
 */
export const saveAnswers = async (tx: Tx, response: NewResponse): Promise<Saved> => {
  const saved = await saveResponse(tx, response)
  if (!saved.stored) return saved
  if (response.instrument === urinary.id)
    return { ...saved, flags: [...saved.flags, ...(await lookAtBladder(tx, response))] }
  if (response.instrument === asqSinceLast.id) return withAttempt(tx, response, saved)
  if (response.instrument !== phq9.id) return saved
  const { patientId, id, now, answeredAt, corrects } = response
  const { series, dosedAt } = await readSeries(tx, patientId, now)
  // What is entered late, a baseline from paper, can make the newest answers worse, or lost by what was between; a correction too.
  const compared = corrects !== undefined || series.latest?.id === id || series.baseline?.at === answeredAt
  const rose = saved.flags.some((flag) => flag.id === 'RL-06')
  const worse = compared && !rose ? worseFlag(series) : undefined
  const found = [worse, await riskCheck(tx, patientId, series, dosedAt)]
  const flags = found.filter((flag) => flag !== undefined)
  for (const flag of flags) await raiseFlag(tx, { ...response, about: aboutAnswers(id) }, flag, inputsOf(series))
  return { ...saved, flags: [...saved.flags, ...flags] }
}

const inputsOf = ({ baseline, latest, relapse }: Series) => ({
  baseline: baseline?.total ?? null,
  lowest: latest?.low ?? null,
  highest: latest?.high ?? null,
  relapseRule: relapse?.rule.id ?? null,
})

/**
 * An attempt was told of. Where improvement is lost by it (R1), RL-08 is raised with it, beside what the answers asked for by
 * themselves: nobody waits for the next PHQ-9.
 */
const withAttempt = async (tx: Tx, response: NewResponse, saved: Saved): Promise<Saved> => {
  if (response.answers['4'] !== 'yes') return saved
  const { series, dosedAt } = await readSeries(tx, response.patientId, response.now)
  if (series.relapse?.state !== 'attempted') return saved
  const flag = await riskCheck(tx, response.patientId, series, dosedAt)
  if (!flag) return saved
  await raiseFlag(tx, { ...response, about: aboutAnswers(response.id) }, flag, { relapseRule: series.relapse.rule.id })
  return { ...saved, flags: [...saved.flags, flag] }
}

/**
 * Answers are taken back. What was hidden by them, or reads otherwise without them, is raised about the answers that now
 * stand newest: nobody waits for the next ones.
 */
export const takeBackAnswers = async (tx: Tx, taken: TakenBack): Promise<void> => {
  const { patientId, now } = taken
  const { instrument, answeredAt, stored } = await takeBack(tx, taken)
  if (!stored) return
  if (instrument === urinary.id) return lookAtNextBladder(tx, patientId, answeredAt, now)
  if (instrument !== phq9.id && instrument !== asqSinceLast.id) return
  const { series, dosedAt } = await readSeries(tx, patientId, now)
  const { latest } = series
  if (!latest) return
  const worse = (await isTold(tx, latest.id, { id: 'RL-06', level: 'review' })) ? undefined : worseFlag(series)
  const untold = worse && !(await isTold(tx, latest.id, worse)) ? worse : undefined
  for (const flag of [untold, await riskCheck(tx, patientId, series, dosedAt)]) {
    if (flag) await raiseFlag(tx, { patientId, about: aboutAnswers(latest.id), now }, flag, inputsOf(series))
  }
}

/**
 * A psychiatric admission was written down. Where improvement is lost by it, RL-08 is raised with it: nobody waits for
 * the next answers.
 */
export const lookAtAdmission = async (
  tx: Tx,
  patientId: string,
  { change, id }: Pick<ChangeOf<'admission'>, 'change' | 'id'>,
  now: Instant,
): Promise<void> => {
  if (change === 'entered in error') return
  const { series, dosedAt } = await readSeries(tx, patientId, now)
  if (series.relapse?.state !== 'admitted') return
  const flag = await riskCheck(tx, patientId, series, dosedAt)
  if (flag)
    await raiseFlag(tx, { patientId, about: { kind: 'admission', id }, now }, flag, {
      relapseRule: series.relapse.rule.id,
    })
}

const readSeries = async (tx: Tx, patientId: string, now: Instant) => {
  const [scores, doses, { atOnce }, chosen] = await Promise.all([
    listScores(tx, patientId),
    listDoses(tx, patientId),
    atOnceOf(tx, patientId),
    definitionsInForce(tx),
  ])
  const dosedAt = doses.map(({ at }) => at).sort()
  return { series: phq9Series(scores, { dosedAt, atOnce }, now, chosen), dosedAt }
}

/** RL-08, once after each dose and while none is open: a check that was asked for is not asked for again by the next answers. */
const riskCheck = async (tx: Tx, patientId: string, series: Series, dosedAt: readonly Instant[]) => {
  const flag = riskCheckFlag(series, dosedAt)
  const last = dosedAt.at(-1)
  return flag && last && !(await isAskedFor(tx, patientId, flag, last)) ? flag : undefined
}

const isAskedFor = async (tx: Tx, patientId: string, { id, level }: Flag, since: Instant): Promise<boolean> =>
  (await tx.maybe(sql`
    select a.id from alert a
    where a.patient_id = ${patientId} and a.rule_id = ${id} and (a.raised_at > ${since} or ${stillOpen})
      and (a.level = ${level} or a.level in ('high', 'urgent')) limit 1`)) !== undefined
