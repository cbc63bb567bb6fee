import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { raiseAlert } from '../../clinic/safety/changes.ts'
import { findDueMinutes } from '../../clinic/safety/due.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Database, Query } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/outcomes.ts'
import { standingDoses } from '../sessions/doses.ts'
import { listFollowed } from './queries.ts'
import { neverAnswered, silenceOf, silenceRule } from './silence.ts'

const listSilent = async (q: Query, now: Instant) => {
  const followed = await listFollowed(q, now)
  const [firsts, raised] = await Promise.all([listFirstDoses(q, followed.filter(neverAnswered)), listRaised(q)])
  return followed.flatMap((one) => {
    const { patientId, sessionId } = one
    // The first dose counts for whoever never answered, and is asked for of them alone.
    const silence = silenceOf(one, firsts.get(patientId), now)
    const last = raised.get(patientId)
    return silence && !(last && last > silence.since) ? [{ ...silence, patientId, sessionId }] : []
  })
}

type At = { patientId: string; at: Instant }
const byPatient = (rows: readonly At[]) => new Map(rows.map(({ patientId, at }) => [patientId, at]))

const listFirstDoses = async (q: Query, of: readonly { patientId: string }[]) =>
  byPatient(
    of.length === 0
      ? []
      : await q.all<At>(sql`
          with recursive ${standingDoses(sql`s.patient_id = any(${of.map(({ patientId }) => patientId)}::uuid[])`)}
          select patient_id as "patientId", min(at) as at from dose group by patient_id`),
  )

/** When it was raised last, by patient. */
const listRaised = async (q: Query) =>
  byPatient(
    await q.all<At>(sql`
      select patient_id as "patientId", max(raised_at) as at from alert where rule_id = ${silenceRule} group by patient_id`),
  )

const findRaised = (q: Query, patientId: string, since: Instant) =>
  q.maybe(sql`
    select id from alert where patient_id = ${patientId} and rule_id = ${silenceRule} and raised_at > ${since} limit 1`)

/** Raises Q2, once for each silence: a task for whoever looks after the patient. @returns how many were raised */
export const noticeSilence = async (
  { db, clock }: { db: Database; clock: () => Instant },
  clinicId: string,
): Promise<number> => {
  const now = clock()
  const silent = await reading(db, { clinicId }, (q) => listSilent(q, now))
  let count = 0
  for (const { patientId, sessionId, since, most } of silent) {
    const subject = { kind: 'patient', id: patientId }
    const act = { clinicId, actor: system, action: 'outcomes.silent', at: now, subject, patientId, detail: { since } }
    await audited(db, act, async (tx) => {
      // Two servers make their rounds on one database: the second sees what the first has raised.
      await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${patientId}::text, 22))`)
      if (await findRaised(tx, patientId, since)) return
      const minutes = await findDueMinutes(tx)
      await raiseAlert(tx, {
        patientId,
        ruleId: silenceRule,
        level: 'review',
        about: { kind: 'session', id: sessionId },
        says: says.silent(most.value),
        source: most.source,
        now,
        dueMinutes: minutes.review,
        ownerRole: 'monitor',
        inputs: { since, days: most.value },
      })
      count += 1
    })
  }
  return count
}
