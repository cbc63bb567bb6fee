import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { raiseAlert } from '../../clinic/safety/changes.ts'
import { findDueMinutes } from '../../clinic/safety/due.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Database, Query } from '../../database/types.ts'
import { dayIn } from '../../science/day-in.ts'
import { withStaleness } from '../../science/decide.ts'
import { remsDeadline } from '../../science/rems/form.ts'
import { Day, daysBetween, type Instant } from '../../science/time.ts'
import { clinicOf } from '../sessions/queries.ts'
import { listUnsent, type Unsent } from './queries.ts'

type Reminder = Unsent & { level: 'high' | 'urgent'; days: number; today: Day }

/** Whose form has been waiting so long that somebody has to be told, and is not told of it at this level yet. */
const listReminders = async (q: Query, now: Instant): Promise<Reminder[]> => {
  const [unsent, { timeZone }] = [await listUnsent(q), await clinicOf(q)]
  const today = Day.parse(dayIn(timeZone, now))
  const late = unsent.flatMap((one): Reminder[] => {
    const days = daysBetween(Day.parse(dayIn(timeZone, one.dosedAt)), today)
    if (days < remsDeadline.remindAfterDays) return []
    return [{ ...one, days, today, level: days < remsDeadline.dueAfterDays ? 'high' : 'urgent' }]
  })
  if (late.length === 0) return []
  const raised = await q.all<{ about: string; level: string }>(sql`
    select about_id as about, level from alert
    where rule_id = ${remsDeadline.rule.id} and about_kind = 'session'
      and about_id = any(${late.map(({ sessionId }) => sessionId)}::uuid[])`)
  return late.filter(({ sessionId, level }) => !raised.some((one) => one.about === sessionId && one.level === level))
}

const findRaised = (q: Query, sessionId: string, level: string) =>
  q.maybe(sql`
    select from alert where rule_id = ${remsDeadline.rule.id} and about_kind = 'session' and about_id = ${sessionId}
      and level = ${level} limit 1`)

/**
 * Raises RL-32: on day 5 for whoever watched the session, on day 7 for the prescribers. Read from sessions and sendings
 * each time, so nothing is forgotten while the server was down. @returns how many were raised
 */
export const remindOfForms = async (
  { db, clock }: { db: Database; clock: () => Instant },
  clinicId: string,
): Promise<number> => {
  const now = clock()
  const reminders = await reading(db, { clinicId }, (q) => listReminders(q, now))
  for (const { sessionId, patientId, responsibleId, level, days, today } of reminders) {
    const subject = { kind: 'session', id: sessionId }
    const act = { clinicId, actor: system, action: 'rems.remind', at: now, subject, patientId, detail: { level, days } }
    const { rule } = remsDeadline
    const says = withStaleness(rule.says, rule.reviewBy < today, rule.reviewBy)
    await audited(db, act, async (tx) => {
      // Two servers make their rounds on one database: the second sees what the first has raised.
      await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${sessionId}::text, 18))`)
      if (await findRaised(tx, sessionId, level)) return
      const minutes = await findDueMinutes(tx)
      const owner = level === 'high' ? { ownerId: responsibleId } : ({ ownerRole: 'prescriber' } as const)
      const about = { kind: 'session', id: sessionId }
      const alert = { patientId, ruleId: rule.id, level, about, says, source: rule.source, now }
      await raiseAlert(tx, { ...alert, ...owner, dueMinutes: minutes[level], inputs: { days } })
    })
  }
  return reminders.length
}
