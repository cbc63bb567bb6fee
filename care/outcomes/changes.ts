import type { ChangeOf } from '../../clinic/records/fact.ts'
import { type NewResponse, type Saved, saveResponse } from '../../clinic/responses/changes.ts'
import type { Flag } from '../../clinic/responses/instruments.ts'
import { listScores } from '../../clinic/responses/queries.ts'
import { raiseAlert } from '../../clinic/safety/changes.ts'
import { findDueMinutes } from '../../clinic/safety/due.ts'
import { stillOpen } from '../../clinic/safety/open.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import { asqSinceLast } from '../../science/instruments/asq.ts'
import type { Answers } from '../../science/instruments/instrument.ts'
import { phq9 } from '../../science/instruments/phq9.ts'
import { urinary, urinaryFlag } from '../../science/instruments/urinary.ts'
import type { Instant } from '../../science/time.ts'
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
  if (response.instrument === urinary.id) return withBladder(tx, response, saved)
  if (response.instrument === asqSinceLast.id) return withAttempt(tx, response, saved)
  if (response.instrument !== phq9.id) return saved
  const { patientId, id, now, answeredAt } = response
  const { series, dosedAt } = await readSeries(tx, patientId, now)
  // What is entered late, a baseline from paper, can make the newest answers worse, or lost by what was between.
  const compared = series.latest?.id === id || series.baseline?.at === answeredAt
  const rose = saved.flags.some((flag) => flag.id === 'RL-06')
  const worse = compared && !rose ? worseFlag(series) : undefined
  const found = [worse, await riskCheck(tx, patientId, series, dosedAt)]
  const flags = found.filter((flag) => flag !== undefined)
  const inputs = {
    baseline: series.baseline?.total ?? null,
    lowest: series.latest?.low ?? null,
    highest: series.latest?.high ?? null,
    relapseRule: series.relapse?.rule.id ?? null,
  }
  for (const flag of flags) await raiseFlag(tx, by(response), flag, inputs)
  return { ...saved, flags: [...saved.flags, ...flags] }
}

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
  await raiseFlag(tx, by(response), flag, { relapseRule: series.relapse.rule.id })
  return { ...saved, flags: [...saved.flags, flag] }
}

/** U1: blood once, or something new or worse now and the time before. */
const withBladder = async (tx: Tx, response: NewResponse, saved: Saved): Promise<Saved> => {
  const before = await tx.maybe<{ answers: Answers }>(sql`
    select r.answers from response r
    where r.patient_id = ${response.patientId} and r.instrument = ${urinary.id} and r.id <> ${response.id}
      and r.answered_at < ${response.answeredAt}
      and not exists (select from response n where n.clinic_id = r.clinic_id and n.corrects = r.id)
    order by r.answered_at desc, r.recorded_at desc limit 1`)
  const found = urinaryFlag(response.answers as Answers, before?.answers)
  if (!found) return saved
  const flag: Flag = { id: found.id, level: 'review', says: found.says, source: found.source }
  await raiseFlag(tx, by(response), flag, { answers: response.answers, before: before?.answers ?? null })
  return { ...saved, flags: [...saved.flags, flag] }
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

type Raised = {
  patientId: string
  about: { kind: string; id: string }
  now: Instant
  ownerRole?: NewResponse['ownerRole']
}

/** Raised by answers. */
const by = (response: NewResponse): Raised => ({ ...response, about: { kind: 'response', id: response.id } })

const raiseFlag = async (tx: Tx, by: Raised, flag: Flag, inputs: object): Promise<void> => {
  const minutes = await findDueMinutes(tx)
  await raiseAlert(tx, {
    patientId: by.patientId,
    ruleId: flag.id,
    level: flag.level,
    about: by.about,
    says: flag.says,
    source: flag.source,
    now: by.now,
    dueMinutes: minutes[flag.level],
    ownerRole: by.ownerRole ?? 'prescriber',
    inputs: { ...inputs },
  })
}
