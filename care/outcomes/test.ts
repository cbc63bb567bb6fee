import { randomUUID } from 'node:crypto'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import type { Score } from '../../clinic/responses/response.ts'
import { sql } from '../../database/sql.ts'
import type { Database } from '../../database/types.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { allMet } from '../sessions/test.ts'

/**
 * One IM session as its log would have it, dosed at `dosedAt` and released 100 minutes later, written straight into the
 * tables: these tests are about what comes after it. By another route it is dosed, and not ended.
 */
export const treated = async (
  db: Database,
  {
    clinicId,
    patientId,
    staffId,
    dosedAt,
    mg = 50,
    route = 'im',
  }: { clinicId: string; patientId: string; staffId: string; dosedAt: Instant; mg?: number; route?: 'im' | 'lozenge' },
): Promise<{ sessionId: string; doseId: string; releasedAt: Instant }> => {
  const [roomId, planId, versionId, sessionId, clearanceId, doseId] = Array.from({ length: 6 }, () => randomUUID())
  const releasedAt = addMinutes(dosedAt, 100)
  const bookedFor = addMinutes(dosedAt, -30)
  const act = { clinicId, actor: system, action: 'test.treated', at: releasedAt }
  await audited(db, act, async (tx) => {
    await tx.run(
      sql`insert into room (clinic_id, id, name, location_id, made_at, made_by) values (${clinicId}, ${roomId}, ${roomId}, ${clinicId}, ${bookedFor}, ${staffId})`,
    )
    const known = await tx.maybe<{ id: string; version: string }>(sql`
      select p.id, v.id as version from plan p join plan_version v on v.clinic_id = p.clinic_id and v.plan_id = p.id
      where p.patient_id = ${patientId} and p.route = ${route}`)
    const plan = known ?? { id: planId, version: versionId }
    if (!known) {
      await tx.run(sql`insert into plan (clinic_id, id, patient_id, route, made_at, made_by)
        values (${clinicId}, ${planId}, ${patientId}, ${route}, ${bookedFor}, ${staffId})`)
      await tx.run(sql`insert into plan_version (clinic_id, id, plan_id, patient_id, number, drug, dose_mg, sessions,
          days_between_least, days_between_most, review_after, goals, notes, determination_id, consent_request_id, why, signed_at, signed_by)
        values (${clinicId}, ${versionId}, ${planId}, ${patientId}, 1, 'ketamine', ${mg}, 6, 2, 7, '{3}', 'Sleep', '',
          ${randomUUID()}, ${randomUUID()}, 'First', ${bookedFor}, ${staffId})`)
    }
    await tx.run(sql`insert into session (clinic_id, id, patient_id, plan_id, plan_version_id, route, room_id, booked_for,
        minutes, ends_at, responsible_id, booked_at, booked_by)
      values (${clinicId}, ${sessionId}, ${patientId}, ${plan.id}, ${plan.version}, ${route}, ${roomId}, ${bookedFor}, 150,
        ${addMinutes(bookedFor, 150)}, ${staffId}, ${bookedFor}, ${staffId})`)
    const log: [string, string, Instant, object][] = [
      [randomUUID(), 'booked', bookedFor, {}],
      [randomUUID(), 'arrived', bookedFor, {}],
      [clearanceId ?? '', 'cleared', addMinutes(dosedAt, -5), {}],
      [doseId ?? '', 'dose', dosedAt, { route, clearanceId, number: 1, drug: 'ketamine', mg, planMg: mg }],
      [randomUUID(), 'released', releasedAt, { doseId, toName: 'Sister', criteria: allMet('im') }],
    ]
    for (const [id, kind, at, data] of log.filter(([, kind]) => route === 'im' || kind !== 'released')) {
      await tx.run(sql`insert into session_event (clinic_id, id, session_id, kind, happened_at, recorded_at, recorded_by, data)
        values (${clinicId}, ${id}, ${sessionId}, ${kind}, ${at}, ${at}, ${staffId}, ${JSON.stringify(data)}::jsonb)`)
    }
  })
  return { sessionId: sessionId ?? '', doseId: doseId ?? '', releasedAt }
}

/** A PHQ-9 as a series reads it, so many days after a moment; with a question open where its bounds differ. */
export const scoredAfter =
  (first: Instant) =>
  (days: number, lowest: number, highest = lowest): Score => ({
    id: `r${days}`,
    instrument: 'phq-9',
    answeredAt: addMinutes(first, days * 1440),
    contextKind: 'between',
    missing: lowest === highest ? 0 : 1,
    score: lowest === highest ? lowest : null,
    lowest,
    highest,
  })

/** PHQ-9 answers that add up to a total, question 9 apart. */
export const phq9Answers = (total: number, item9: number | null = 0): Record<string, number | null> => {
  let left = total - (item9 ?? 0)
  const answers: Record<string, number | null> = {}
  for (const question of ['1', '2', '3', '4', '5', '6', '7', '8']) {
    answers[question] = Math.min(3, left)
    left -= answers[question] ?? 0
  }
  return { ...answers, '9': item9, difficulty: 1 }
}

export const calmDay = {
  mood: 'better',
  ...Object.fromEntries(
    [
      'breathing',
      'vomiting',
      'confusion',
      'fall',
      'highPressure',
      'urine',
      'jaundice',
      'mania',
      'cravings',
      'drove',
    ].map((id) => [id, 'no']),
  ),
}
export const asqNo = { '1': 'no', '2': 'no', '3': 'no', '4': 'no', '5': null }
